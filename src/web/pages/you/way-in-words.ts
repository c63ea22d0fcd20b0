import type { How } from '../../../application/sessions.ts'

/** How somebody showed who they are, in words. */
export function wayInWords(how: How): string {
  switch (how) {
    case 'demonstration':
      return 'By choosing a name in the demonstration'
    case 'password+code':
      return 'With a password and a code'
    case 'password+recovery-code':
      return 'With a password and a recovery code'
    case 'passkey':
      return 'With a passkey'
    case 'invitation':
      return 'With an invitation'
    case 'device:pin':
      return 'With a PIN on a device of the home'
    case 'device:vouched':
      return 'Let in by whoever is on call for the home'
    case 'device:foster-carer':
      return 'On a foster carer’s own telephone'
    case 'device:wallboard':
      return 'As the wall of a room'
    default:
      return 'With an organisation’s own sign-in'
  }
}
