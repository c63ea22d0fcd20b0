import { isMailbox } from './application/mail.ts'

type Problem = { readonly field: string; readonly message: string }

/** What is wrong with the settings of mail. No message repeats what was given: a server carries its password. */
export function mailProblems(given: {
  readonly mailServer: string | undefined
  readonly mailFrom: string | undefined
  readonly checkpointMail: string | undefined
}): readonly Problem[] {
  const { mailServer, mailFrom, checkpointMail } = given
  const problems: Problem[] = []
  const wrong = (field: string, message: string) => void problems.push({ field, message })
  if (mailServer !== undefined && !isServer(mailServer))
    wrong('MAIL_SERVER', 'must look like smtps://user:password@mail.example.org, its signs written as %40')
  if (mailFrom !== undefined && !isMailbox(mailFrom))
    wrong('MAIL_FROM', 'must be one mailbox, as whereabouts@example.org')
  if (checkpointMail !== undefined && !isMailbox(checkpointMail))
    wrong('CHECKPOINT_MAIL', 'must be one mailbox of another organisation, as checkpoints@example.org')
  if ((mailServer === undefined) !== (mailFrom === undefined))
    wrong(mailServer === undefined ? 'MAIL_SERVER' : 'MAIL_FROM', 'must be set too: mail needs both')
  if (checkpointMail !== undefined && mailServer === undefined && mailFrom === undefined)
    wrong('MAIL_SERVER', 'must be set, and MAIL_FROM: CHECKPOINT_MAIL needs a server that takes mail')
  return problems
}

function isServer(text: string): boolean {
  const url = URL.parse(text)
  if (url === null || !/^smtps?:$/.test(url.protocol) || url.hostname === '') return false
  return (url.pathname === '' || url.pathname === '/') && url.search === '' && url.hash === '' && decodes(url)
}

function decodes({ username, password }: URL): boolean {
  try {
    return decodeURIComponent(username + password) !== ' '
  } catch {
    return false
  }
}
