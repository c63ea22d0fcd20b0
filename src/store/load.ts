import type { PoolClient } from 'pg'
import { NoGrant } from '../application/no-grant.ts'
import type { CommandKey, LoadedSubject, Remembered } from '../application/ports.ts'
import type { ChildId } from '../domain/episode/entry.ts'
import type { Moment } from '../kernel/moment.ts'
import { readPrints, type Prints } from './prints.ts'
import { prepared } from './query.ts'
import { coresOf, type CoreRow } from './read-cores.ts'

type LoadRow =
  | {
      readonly at: Moment
      readonly verdict: Remembered['kind']
      readonly answer: unknown
      readonly directory: string
      readonly prints: string | null
      readonly stream: null
    }
  | Omit<CoreRow, 'kind'>

/** What is read under the lock of the child's row. */
export interface Loaded extends Omit<LoadedSubject, 'directory'> {
  /** The version of the directory at that moment. */
  readonly directory: string
  readonly stands: Prints
}

/** Takes the lock of the child's row and reads the core of the whole record, in one round trip. Throws NoGrant. */
export async function loadSubject(
  client: PoolClient,
  subject: ChildId,
  command: CommandKey,
): Promise<Loaded> {
  const values = [subject, command.id, command.requestHash]
  const { rows } = await prepared<LoadRow>(
    client,
    'select * from whereabouts.load($1, $2, $3)',
    values,
  ).catch((error: unknown) => {
    throw refusedByDatabase(error)
  })
  const [first, ...entries] = rows
  if (first?.stream !== null) throw new Error('The database gave no verdict on a load')
  const { at, verdict, answer, directory, prints } = first
  const remembered: Remembered = verdict === 'done' ? { kind: 'done', answer } : { kind: verdict }
  const cores = entries.filter((row) => row.stream !== null)
  return {
    ...coresOf(cores.map((row) => ({ ...row, kind: row.stream === subject ? 'child' : 'episode' }))),
    remembered,
    now: at,
    directory,
    stands: readPrints(prints),
  }
}

/** The database's own refusal of a record without a grant, as NoGrant; anything else stays what it is. */
export function refusedByDatabase(error: unknown): unknown {
  return (error as { code?: string }).code === 'WB001' ? new NoGrant(error) : error
}
