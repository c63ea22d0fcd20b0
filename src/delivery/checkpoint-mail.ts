import type { CheckpointReceiver } from '../application/attestation.ts'
import type { Mailer } from '../application/mail.ts'

/** A mailbox of another organisation's. One that was sent twice has the same id, and the same bytes attached. */
export function mailReceiver(mailer: Mailer, mailbox: string): CheckpointReceiver {
  return {
    name: `mail ${mailbox}`,
    send: ({ record, number, key, document, signature }, stop) => {
      const file = `${record}-${String(number).padStart(6, '0')}.checkpoint.json`
      return mailer.send(
        {
          to: mailbox,
          id: `${file}@whereabouts.invalid`,
          subject: `Whereabouts: checkpoint ${number} of record ${record}`,
          text: inWords({ record, number, key: key.id, file, document, signature }),
          attachments: [
            {
              name: file,
              type: 'application/json',
              text: `${JSON.stringify({ document, signature })}\n`,
            },
            { name: `key-${key.id}.pem`, type: 'application/x-pem-file', text: key.publicPem },
          ],
        },
        stop,
      )
    },
  }
}

function inWords(sent: {
  readonly record: string
  readonly number: number
  readonly key: string
  readonly file: string
  readonly document: string
  readonly signature: string
}): string {
  return [
    `This is checkpoint ${sent.number} of record ${sent.record}. It says how far that record had come, and nothing of a child.`,
    `Please keep it where those who run the record cannot change it: whoever holds it can show later whether anything before it was changed, taken out or put in.`,
    `${sent.file} is the checkpoint. It was signed with key ${sent.key}. Compare that id by telephone the first time; from then on trust the key that you kept, and not the one in a mail.`,
    `The same in words, should an attachment be held back:`,
    `document: ${sent.document}`,
    `signature: ${sent.signature}`,
    `Nobody reads answers to this mail.`,
  ].join('\n\n')
}
