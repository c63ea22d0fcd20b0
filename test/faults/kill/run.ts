import assert from 'node:assert/strict'
import { setTimeout as pause } from 'node:timers/promises'
import { verify } from '../../../src/store/verify.ts'
import type { Started } from '../../support/starting.ts'
import { kill, logFromNow, recover, type Killed, type Kind } from './killing.ts'
import type { Site } from './person.ts'
import { assertDurable, notesIn, rebuilt, untilPublished, withRecord, type Record } from './record.ts'
import { acknowledgedIn, sendAgain, writeUntilKilled, type Note, type Writer } from './writer.ts'

/** What goes from one run to the next: the folder, whoever writes, and the product that serves now. */
export interface Stage {
  readonly data: string
  readonly site: Site
  readonly writers: readonly Writer[]
  product: Started
}

export interface Run {
  readonly kind: Kind
  /** Taken before the kill or in its moment; what was sent again is not counted. */
  readonly acknowledged: number
  /** Sent and not answered when the kill came, and how many of those the record had nevertheless. */
  readonly inFlight: number
  readonly landed: number
  readonly how: string
  readonly seconds: number
  readonly entries: number
}

/** Kills so soon after a run has begun, by its acknowledgements. */
const least = 20

/** Sixteen write; something is killed at a random moment; it comes back; what was in flight is sent again; and then
    the record holds everything that a client's own file has, once, and passes its own checks. */
export async function run(stage: Stage, kind: Kind): Promise<Run> {
  const { data, site, writers } = stage
  const before = countOf(writers)
  const killed = await writeAndKill(stage, kind)
  const acknowledged = countOf(writers) - before
  const unanswered = writers.flatMap((writer) => [...writer.inFlight])
  const { product, ...came } = await recover(kind, stage.product, data, site, writers[0]!.person, killed)
  stage.product = product
  return withRecord(data, true, async (record) => {
    await assertDurable(record)
    const landed = await assertKept(record, writers, unanswered)
    await Promise.all(writers.map(sendAgain))
    await assertKept(record, writers, [])
    await untilPublished(record)
    const { entries, faults } = await verify(record.maintainer)
    assert.deepEqual(faults, [])
    assert.deepEqual((await rebuilt(record.maintainer)).differences, [])
    return { kind, acknowledged, inFlight: killed.inFlight, landed, ...came, entries }
  })
}

/** Writes until a random moment after enough was acknowledged, and kills then. */
async function writeAndKill({ data, writers, product }: Stage, kind: Kind): Promise<Killed> {
  const enough = Promise.withResolvers<undefined>()
  const wanted = least + Math.floor(Math.random() * least)
  let [dying, acknowledged] = [false, 0]
  const writing = Promise.all(
    writers.map((writer) =>
      writeUntilKilled(
        writer,
        () => dying,
        () => {
          acknowledged += 1
          if (acknowledged === wanted) enough.resolve(undefined)
        },
      ),
    ),
  )
  await Promise.race([enough.promise, writing])
  await Promise.race([pause(Math.random() * 60), writing])
  const logged = logFromNow(data)
  const inFlight = writers.reduce((sum, writer) => sum + writer.inFlight.size, 0)
  dying = true
  const at = performance.now()
  kill(kind, product, data)
  await writing
  return { at, inFlight, logged }
}

/** Everything in the clients' files is in the record once, word for word, and so is nothing else but what was in
    flight. Gives how many of those are there. */
async function assertKept(
  record: Record,
  writers: readonly Writer[],
  inFlight: readonly Note[],
): Promise<number> {
  const notes = await notesIn(record)
  const acknowledged = new Map(writers.flatMap((writer) => [...acknowledgedIn(writer)]))
  const lost = [...acknowledged].filter(([command]) => !notes.has(command))
  assert.deepEqual(lost, [], 'acknowledged, and not in the record')
  const doubled = [...notes].filter(([, texts]) => texts.length !== 1)
  assert.deepEqual(doubled, [], 'in the record more than once')
  const sent = new Map([...acknowledged, ...inFlight.map(({ command, text }) => [command, text] as const)])
  const strange = [...notes].filter(([command, [text]]) => sent.get(command) !== text)
  assert.deepEqual(strange, [], 'in the record, and never sent like this')
  return notes.size - acknowledged.size
}

function countOf(writers: readonly Writer[]): number {
  return writers.reduce((sum, { acknowledged }) => sum + acknowledged.size, 0)
}
