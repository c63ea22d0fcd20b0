import { createTransport } from 'nodemailer'
import type { Mailer } from '../application/mail.ts'

const patience = 10_000
const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/

/** Hands mails to a server: `smtps://USER:PASSWORD@HOST` speaks TLS from the start, `smtp://` asks for it, and goes without
    it no further than this machine. What the server answers may quote the password or the address, so only its number is
    repeated. */
export function createMailer(server: string, from: string): Mailer {
  const { protocol, hostname, host, port, username, password } = new URL(server)
  const secure = protocol === 'smtps:'
  const transport = createTransport({
    host: hostname.replaceAll(/[[\]]/g, ''),
    port: port === '' ? (secure ? 465 : 587) : Number(port),
    secure,
    requireTLS: !secure && !loopback.test(hostname),
    ...(username !== '' && {
      auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    }),
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    // No mail here carries a file or an address that is not in it.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    send: async ({ to, subject, text, id, attachments = [] }, stop) => {
      stop.throwIfAborted()
      const sending = transport.sendMail({
        from,
        to: { name: '', address: to },
        subject,
        text,
        ...(id !== undefined && { messageId: `<${id}>` }),
        // No machine shall answer that nobody is in.
        headers: { 'Auto-Submitted': 'auto-generated' },
        attachments: attachments.map(({ name, type, text }) => ({
          filename: name,
          contentType: type,
          content: text,
        })),
      })
      await orStopped(sending, stop).catch((error: unknown) => {
        throw new Error(reasonOf(error, host), { cause: error })
      })
    },
  }
}

async function orStopped(sending: Promise<unknown>, stop: AbortSignal): Promise<void> {
  const stopped = Promise.withResolvers<never>()
  const abort = () => stopped.reject(new Error('stopped'))
  stop.addEventListener('abort', abort)
  try {
    await Promise.race([sending, stopped.promise])
  } finally {
    stop.removeEventListener('abort', abort)
  }
}

function reasonOf(error: unknown, host: string): string {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown }
  if (typeof responseCode === 'number') return `${host} answered ${responseCode}`
  return `${host} took no mail${typeof code === 'string' ? ` (${code})` : ''}`
}
