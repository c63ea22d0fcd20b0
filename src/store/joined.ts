import type { PoolClient } from 'pg'
import type { ChildEntry, ChildStream } from '../domain/child/child.ts'
import { everNamed, noOthers, type OtherRecords } from '../domain/child/joined.ts'
import type { ChildId } from '../domain/episode/entry.ts'
import { refusedByDatabase } from './load.ts'
import { readPrints, type Prints } from './prints.ts'
import { prepared } from './query.ts'
import { coresOf, type CoreRow, type Projected } from './read-cores.ts'
import { childEntry } from './shapes.ts'

interface SaidRow {
  readonly subject: ChildId
  readonly id: string
  readonly sequence: number
  readonly content: string
}

/** What other records of the child say of who is kept out and what is joined: nothing is asked of a record that never
    named another. Throws NoGrant. */
export async function readOthers(
  client: PoolClient,
  subject: ChildId,
  stream: ChildStream,
): Promise<OtherRecords> {
  if (everNamed(stream).length === 0) return noOthers
  const text = 'select * from whereabouts.joined_to($1)'
  const { rows } = await prepared<SaidRow>(client, text, [subject]).catch((error: unknown) => {
    throw refusedByDatabase(error)
  })
  const others = new Map<ChildId, ChildEntry[]>()
  for (const { subject: stream, content, ...place } of rows) {
    const sections = new Map([['core', content] as const])
    const entries = others.get(stream) ?? []
    entries.push(childEntry({ ...place, kind: 'child', stream, own: 'core', sections }))
    others.set(stream, entries)
  }
  return others
}

type JoinedRow =
  { readonly prints: string | null; readonly at_rest: boolean; readonly stream: null } | Omit<CoreRow, 'kind'>

/** Takes the lock of a record that was ever joined with `of`, and reads its core. Throws NoGrant. */
export async function loadJoined(
  client: PoolClient,
  of: ChildId,
  subject: ChildId,
): Promise<Projected & { readonly stands: Prints }> {
  const text = 'select * from whereabouts.load_joined($1, $2)'
  const { rows } = await prepared<JoinedRow>(client, text, [of, subject]).catch((error: unknown) => {
    throw refusedByDatabase(error)
  })
  const [first, ...entries] = rows
  if (first?.stream !== null) throw new Error('The database gave no read side of a joined record')
  const cores = entries.filter((row) => row.stream !== null)
  return {
    ...coresOf(cores.map((row) => ({ ...row, kind: row.stream === subject ? 'child' : 'episode' }))),
    atRest: first.at_rest,
    stands: readPrints(first.prints),
  }
}
