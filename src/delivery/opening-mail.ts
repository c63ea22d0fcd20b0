import type { Mail } from '../application/mail.ts'
import { referenceOf, type OwedNotice } from '../application/notices.ts'
import { momentInWords } from '../kernel/london.ts'

/** That a record was opened in an emergency: to whoever answers for it, without a word of whom it is about, by whom it was
    opened or why. Sent twice, it is the same mail. `address` is where people reach the pages. */
export function openingMail(
  { emergency, post, at }: Omit<OwedNotice, 'mail'>,
  to: string,
  address: string,
): Mail {
  const reference = referenceOf(emergency)
  return {
    to,
    id: `${emergency}.${post}@whereabouts.invalid`,
    subject: `Whereabouts: an emergency look was opened (${reference})`,
    text: [
      `An emergency look was opened at ${momentInWords(at)}. Sign in to review it, and say there that you know of it:`,
      `${address}/review`,
      `Its reference is ${reference}.`,
      'A mail says nothing of a child. Nobody reads answers to this one.',
    ].join('\n\n'),
  }
}
