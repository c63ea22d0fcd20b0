import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'

interface Received {
  readonly from: string
  readonly to: readonly string[]
  readonly user: string | undefined
  readonly raw: string
}

/** A real server of mail in this process, that one user may hand mails to. */
export async function withMailServer<T>(
  work: (server: {
    /** As in MAIL_SERVER, for this password. */
    readonly address: (password: string, host?: string) => string
    readonly received: Received[]
    /** How many it was shown. */
    readonly passwords: number
    /** What it answers to the next mails instead of taking them; undefined takes them. */
    refuseWith: number | undefined
  }) => Promise<T>,
): Promise<T> {
  const received: Received[] = []
  const state = {
    received,
    passwords: 0,
    refuseWith: undefined as number | undefined,
    address: (password: string, host = '127.0.0.1') => {
      const { port } = server.server.address() as AddressInfo
      return `smtp://whereabouts:${encodeURIComponent(password)}@${host}:${port}`
    },
  }
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    disableReverseLookup: true,
    onAuth: ({ username, password }, _session, done) => {
      state.passwords++
      if (password === rightPassword) done(null, { user: username })
      else done(Object.assign(new Error(`${password} is wrong`), { responseCode: 535 }))
    },
    onData: (stream, session, done) => {
      void text(stream).then((raw) => {
        const { refuseWith } = state
        if (refuseWith !== undefined) {
          done(Object.assign(new Error('not now, whereabouts'), { responseCode: refuseWith }))
          return
        }
        const { mailFrom, rcptTo } = session.envelope
        const to = rcptTo.map(({ address }) => address)
        const user = typeof session.user === 'string' ? session.user : undefined
        received.push({ from: mailFrom === false ? '' : mailFrom.address, to, user, raw })
        done()
      })
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  try {
    return await work(state)
  } finally {
    await new Promise<void>((resolve) => server.close(resolve))
  }
}

/** With signs in it that an address has to write otherwise. */
export const rightPassword = 'p@ss:w/rd%'
