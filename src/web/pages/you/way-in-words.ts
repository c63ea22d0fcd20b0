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
    default:
      return 'With an organisation’s own sign-in'
  }
}
