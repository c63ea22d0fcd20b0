import { setTimeout as pause } from 'node:timers/promises'
import type { Mailer } from './application/mail.ts'
import { notSent, type OwedNotice } from './application/notices.ts'
import { openingMail } from './delivery/opening-mail.ts'
import { withOwedNotice, type Went } from './store/notices.ts'
import type { Connected } from './store/pool.ts'

interface Telling {
  readonly worker: Connected
  /** Undefined where no server takes mail from us: that is kept, so that a page can say that nobody was mailed. */
  readonly mailer: Mailer | undefined
  /** Where people reach the pages. */
  readonly address: string
}

/** Sends what is owed and may be tried now. Any number of nodes may do it. */
export async function sendNotices(telling: Telling, stop: AbortSignal): Promise<void> {
  const { worker } = telling
  while (!stop.aborted && (await withOwedNotice(worker, (notice) => sent(notice, telling, stop))));
}

async function sent(
  { mail, ...notice }: OwedNotice,
  { mailer, address }: Telling,
  stop: AbortSignal,
): Promise<Went> {
  if (mailer === undefined) return { trouble: notSent.noServer, tried: false }
  if (mail === undefined) return { trouble: notSent.noAddress, tried: false }
  try {
    await mailer.send(openingMail(notice, mail, address), stop)
    return { tried: true }
  } catch (error) {
    // Nobody knows whether it went: it is sent again at the next start.
    if (stop.aborted) throw error
    return { trouble: error instanceof Error ? error.message : 'it failed', tried: true }
  }
}

/** Milliseconds between one look for what is owed and the next. */
const often = 2_000

/** Tells by mail whoever answers for a record that was opened in an emergency, until stopped. */
export function createTeller({
  onTrouble,
  every = often,
  ...telling
}: Telling & {
  readonly onTrouble: (error: unknown) => void
  readonly every?: number
}): { readonly stop: () => Promise<void> } {
  const stopping = new AbortController()
  const { signal } = stopping
  let told = ''
  const tell = async (): Promise<void> => {
    try {
      await sendNotices(telling, signal)
      told = ''
    } catch (error) {
      // A trouble that lasts is told once, not every time; to be stopped is none.
      if (!signal.aborted && String(error) !== told) onTrouble(error)
      told = String(error)
    }
  }
  const work = async (): Promise<void> => {
    while (!signal.aborted) {
      await tell()
      await pause(every, undefined, { signal }).catch(() => undefined)
    }
  }
  const working = work()
  return {
    stop: async () => {
      stopping.abort()
      await working
    },
  }
}
