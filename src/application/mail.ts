/** One mail. Nothing in it may tell of a child: a mailbox is read by whoever has its password. */
export interface Mail {
  /** One mailbox. */
  readonly to: string
  readonly subject: string
  readonly text: string
  /** The same for what is sent again, so that a mailbox shows that it is the same: without the angle brackets. */
  readonly id?: string
  readonly attachments?: readonly { readonly name: string; readonly type: string; readonly text: string }[]
}

/** One address and no list, no name and nothing that could become a header. */
export function isMailbox(text: string): boolean {
  return /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/.test(text)
}

/** What is said where one was asked for and none was given. */
export const noMailbox = '--mail must be one mailbox, as dawn@northmoor.example.'

/** The server that takes mail from us. */
export interface Mailer {
  /** Ends when the server has taken it. Throws with a reason that can be shown: no address, no secret. */
  readonly send: (mail: Mail, stop: AbortSignal) => Promise<void>
}
