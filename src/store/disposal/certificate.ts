import type { Pool, PoolClient } from 'pg'
import type { Moment } from '../../kernel/moment.ts'
import { runText } from '../looks.ts'
import { prepared } from '../query.ts'
import { withConnection } from '../transaction.ts'
import type { Registered } from './line.ts'

/** What was disposed of, when, under which class and by which two people, provable against an audit export and without a
    word of it. `docs/assurance/verify-format.md` describes it. Hashes and salts are hex. */
export interface Certificate {
  readonly format: 'whereabouts disposal certificate 1'
  /** The line of the register, letter by letter. */
  readonly line: string
  /** The run that carried it out: its text names the hash of the line, and the chain commits to it. */
  readonly run: {
    readonly position: number
    readonly id: string
    readonly salt: string
    readonly text: string
    readonly said: string
    readonly commitment: string
  }
  readonly entries: readonly CertifiedEntry[]
}

interface CertifiedEntry {
  readonly position: number
  readonly id: string
  readonly subject: string
  readonly stream: string
  readonly sequence: number
  readonly commitment: string
  readonly sections: Readonly<Record<string, string>>
  readonly gone: readonly string[]
}

/** Undefined while the run waits for its position, which takes a second. Takes a pool of the maintainer. */
export async function certificateOf(
  maintainer: Pool,
  registered: Registered,
): Promise<Certificate | undefined> {
  return withConnection(maintainer, async (client) => {
    const run = await runOf(client, registered)
    if (run === undefined) return undefined
    const entries = await entriesOf(client, registered)
    return { format: 'whereabouts disposal certificate 1', line: registered.text, run, entries }
  })
}

interface RunRow {
  readonly run: string
  readonly verb: string
  readonly reason: string
  readonly at: Moment
  readonly salt: string
  readonly said: string
  readonly commitment: string
  readonly position: number
}

/** The first that carried it out: after a restore it was carried out again. */
async function runOf(client: PoolClient, { hash }: Registered): Promise<Certificate['run'] | undefined> {
  const { rows } = await prepared<RunRow>(
    client,
    `select m.run, m.verb, m.reason, m.at, encode(m.salt, 'hex') as salt, encode(m.said, 'hex') as said,
       encode(m.commitment, 'hex') as commitment, p.position
     from whereabouts.maintenance m join whereabouts.position p on p.run = m.run
     where m.verb in ('disposed', 'disposed-again') and right(m.reason, 64) = $1
     order by p.position limit 1`,
    [hash],
  )
  const [row] = rows
  if (row === undefined) return undefined
  const { run, verb, reason, at, ...rest } = row
  return { ...rest, id: run, text: runText({ run, verb, reason, at }) }
}

async function entriesOf(
  client: PoolClient,
  { line: { subject, content } }: Registered,
): Promise<readonly CertifiedEntry[]> {
  const { rows } = await prepared<
    Omit<CertifiedEntry, 'gone' | 'sections'> & {
      readonly names: readonly string[]
      readonly hashes: readonly Buffer[]
    }
  >(
    client,
    `select p.position, e.id, e.subject, e.stream, e.sequence, encode(e.commitment, 'hex') as commitment,
       e.sections as names, e.hashes
     from whereabouts.entry e join whereabouts.position p on p.subject = e.subject and p.entry = e.id
     where e.subject = $1 and e.id = any ($2) order by p.position`,
    [subject, content.map(({ entry }) => entry)],
  )
  return rows.map(({ names, hashes, ...entry }) => ({
    ...entry,
    sections: Object.fromEntries(names.map((name, place) => [name, hashes[place]?.toString('hex') ?? ''])),
    gone: content.find((one) => one.entry === entry.id)?.sections ?? [],
  }))
}
