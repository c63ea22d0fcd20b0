import { createPublicKey } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { CheckpointReceiver, SignedCheckpoint } from './application/attestation.ts'
import type { Mailer } from './application/mail.ts'
import type { House, WitnessFiles } from './cli/house.ts'
import type { Config } from './config.ts'
import { folderReceiver } from './delivery/checkpoint-folder.ts'
import { mailReceiver } from './delivery/checkpoint-mail.ts'
import { webhookReceiver } from './delivery/checkpoint-webhook.ts'
import { createMailer } from './delivery/mailer.ts'
import { readDocument } from './store/checkpoints/document.ts'
import { makeCheckpoint, NotAttested, type Made } from './store/checkpoints/make.ts'
import { owedTo, recordSending } from './store/checkpoints/sendings.ts'
import { keyFrom, keyIn, type SigningKey } from './store/checkpoints/signing-key.ts'
import { publishBatch } from './store/publish-batch.ts'
import { withPool, type Connected } from './store/pool.ts'
import type { Connections } from './store/server/connections.ts'
import { CannotStart } from './store/server/trouble.ts'
import { withConnection } from './store/transaction.ts'
import type { Witnesses } from './store/verify-checkpoints.ts'

/** The key that this installation signs with: its own beside its own database, the one it is given beside somebody
    else's. Undefined for a `DATABASE_URL` without `CHECKPOINT_KEY`: two nodes would otherwise sign with two keys. */
export function signingKeyOf({ checkpointKey, databaseUrl, data }: Config): SigningKey | undefined {
  if (checkpointKey !== undefined) return keyFrom(checkpointKey)
  return databaseUrl === undefined ? keyIn(data) : undefined
}

/** Undefined where no server takes mail from us. */
export function mailerOf({ mailServer, mailFrom }: Config): Mailer | undefined {
  return mailServer === undefined || mailFrom === undefined ? undefined : createMailer(mailServer, mailFrom)
}

export function receiversOf(config: Config): readonly CheckpointReceiver[] {
  const { checkpointFolder, checkpointWebhook, checkpointMail } = config
  const mailer = mailerOf(config)
  return [
    ...(checkpointFolder === undefined ? [] : [folderReceiver(checkpointFolder)]),
    ...(checkpointWebhook === undefined ? [] : [webhookReceiver(checkpointWebhook)]),
    ...(checkpointMail === undefined || mailer === undefined ? [] : [mailReceiver(mailer, checkpointMail)]),
  ]
}

export interface Sent {
  readonly receiver: string
  readonly checkpoint: number
  readonly trouble?: string
}

/** Where nobody can ask to stop. */
const unstopped = new AbortController().signal

/** Sends what each receiver does not have yet, and keeps how each went. One that fails holds up no other. */
export async function sendOwed(
  worker: Connected,
  key: SigningKey,
  receivers: readonly CheckpointReceiver[],
  { urgently = false, stop = unstopped }: { readonly urgently?: boolean; readonly stop?: AbortSignal } = {},
): Promise<readonly Sent[]> {
  const sent: Sent[] = []
  for (const { name, send } of receivers) {
    for (const { number, document, signature } of await owedTo(worker, name, urgently)) {
      if (stop.aborted) return sent
      const record = readDocument(document)?.record ?? 'unknown'
      const trouble = await send({ record, number, document, signature, key }, stop).then(
        () => undefined,
        (error: unknown) => (error instanceof Error ? error.message : 'it failed'),
      )
      const outcome = { checkpoint: number, receiver: name, ...(trouble !== undefined && { trouble }) }
      await recordSending(worker, outcome)
      sent.push(outcome)
      // What comes after would meet the same.
      if (trouble !== undefined) break
    }
  }
  return sent
}

/** One checkpoint now, and everything that is owed of it and before. Throws NotAttested. */
export async function attestNow(
  worker: Connected,
  key: SigningKey,
  receivers: readonly CheckpointReceiver[],
): Promise<{ readonly made: Made; readonly sent: readonly Sent[] }> {
  const made = await makeCheckpoint(worker, key)
  if (made === undefined) throw new Error('A checkpoint that is asked for is made')
  return { made, sent: await sendOwed(worker, key, receivers, { urgently: true }) }
}

/** What `whereabouts checkpoint` does. */
export function checkpoint({ worker: login }: Connections, config: Config): ReturnType<House['checkpoint']> {
  return withPool(login, 2, async (worker) => {
    const key = signingKeyOf(config)
    if (key === undefined) return { kind: 'no-key' }
    try {
      await publishWaiting(worker)
      const { made, sent } = await attestNow(worker, key, receiversOf(config))
      const { number, position, hash, at } = made.saying
      return { kind: 'made', number, position, hash, at, key: key.id, sent }
    } catch (error) {
      if (!(error instanceof NotAttested)) throw error
      return { kind: 'refused', because: error.message }
    }
  })
}

/** What is committed gets its position also where no node runs that would give it one. */
async function publishWaiting(worker: Connected): Promise<void> {
  const batch = 500
  while ((await withConnection(worker, (client) => publishBatch(client, batch))) === batch);
}

/** What a record is held to beside itself: this installation's key and those given, the checkpoints given, and what lies
    in the folder that another organisation takes from. Throws CannotStart for a file that is none. */
export function witnessesOf(config: Config, { checkpoints, keys }: WitnessFiles): Witnesses {
  const own = signingKeyOf(config)
  const left = config.checkpointFolder === undefined ? [] : checkpointsIn(config.checkpointFolder)
  return {
    keys: [...(own === undefined ? [] : [own.publicPem]), ...keys.map(readKey)],
    checkpoints: checkpoints.map(readCheckpoint),
    left: left.map(readCheckpoint),
  }
}

function checkpointsIn(folder: string): readonly string[] {
  const names = reading(folder, () => readdirSync(folder))
  return names
    .filter((name) => name.endsWith('.checkpoint.json'))
    .toSorted()
    .map((name) => join(folder, name))
}

function readKey(file: string): string {
  return reading(file, () => createPublicKey(readFileSync(file)).export({ type: 'spki', format: 'pem' }))
}

function readCheckpoint(file: string): SignedCheckpoint {
  return reading(file, () => {
    const { document, signature } = JSON.parse(readFileSync(file, 'utf8')) as SignedCheckpoint
    if (readDocument(document) === undefined) throw new Error('it is no checkpoint')
    return { document, signature }
  })
}

function reading<T>(file: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    throw new CannotStart({ kind: 'witness-unreadable', file }, error)
  }
}

const aDay = 24 * 60 * 60_000
const aMinute = 60_000

/** A checkpoint a day, and each receiver's retries, until stopped. Any number of nodes may do it: the one that comes first
    signs, and a file or message that is sent twice is the same. */
export function createAttestor(options: {
  readonly worker: Connected
  readonly key: SigningKey
  readonly receivers: readonly CheckpointReceiver[]
  readonly onTrouble: (error: unknown) => void
  /** Milliseconds between one look and the next. */
  readonly every?: number
}): { readonly stop: () => Promise<void> } {
  const { worker, key, receivers, onTrouble, every = aMinute } = options
  const stopping = new AbortController()
  let told = ''
  const work = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      try {
        await makeCheckpoint(worker, key, aDay)
        await sendOwed(worker, key, receivers, { stop: stopping.signal })
        told = ''
      } catch (error) {
        // A trouble that lasts is told once, not every minute.
        if (String(error) !== told) onTrouble(error)
        told = String(error)
      }
      await pause(every, undefined, { signal: stopping.signal }).catch(() => undefined)
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
