import type { PoolClient } from 'pg'
import { NoGrant } from '../application/no-grant.ts'
import type { CommandKey, LoadedSubject, Remembered } from '../application/ports.ts'
import type { ChildEntry } from '../domain/child/child.ts'
import type { EpisodeEntry } from '../domain/episode/entries.ts'
import type { ChildId, EpisodeId } from '../domain/episode/entry.ts'
import type { Moment } from '../kernel/moment.ts'
import { prepared } from './query.ts'
import { childEntry, episodeEntry, type StreamKind } from './shapes.ts'

type LoadRow =
  | {
      readonly at: Moment
      readonly verdict: Remembered['kind']
      readonly answer: unknown
      readonly stream: null
    }
  | {
      readonly stream: string
      readonly kind: StreamKind
      readonly entry: string
      readonly sequence: number
      readonly content: string
    }

/** Takes the lock of the child's row and reads the core of the whole record, in one round trip. Throws NoGrant. */
export async function loadSubject(
  client: PoolClient,
  subject: ChildId,
  command: CommandKey,
): Promise<LoadedSubject> {
  const values = [subject, command.id, command.requestHash]
  const { rows } = await prepared<LoadRow>(
    client,
    'select * from whereabouts.load($1, $2, $3)',
    values,
  ).catch((error: unknown) => {
    throw refusedByDatabase(error)
  })
  const child: ChildEntry[] = []
  const episodes = new Map<EpisodeId, EpisodeEntry[]>()
  let [now, remembered]: [Moment | undefined, Remembered] = [undefined, { kind: 'taken' }]
  for (const row of rows) {
    if (row.stream === null) {
      now = row.at
      remembered = row.verdict === 'done' ? { kind: 'done', answer: row.answer } : { kind: row.verdict }
      continue
    }
    const stored = { ...row, id: row.entry, sections: new Map([['core', row.content] as const]) }
    if (row.kind === 'child') child.push(childEntry(stored))
    else pushTo(episodes, row.stream as EpisodeId, episodeEntry(stored))
  }
  if (now === undefined) throw new Error('The database gave no verdict on a load')
  return { child, episodes, remembered, now }
}

/** The database's own refusal of a record without a grant, as NoGrant; anything else stays what it is. */
export function refusedByDatabase(error: unknown): unknown {
  return (error as { code?: string }).code === 'WB001' ? new NoGrant(error) : error
}

function pushTo<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else list.push(value)
}
