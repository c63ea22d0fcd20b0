import type { PoolClient } from 'pg'
import type { SectionHash } from '../commitment.ts'
import { inPages } from '../in-pages.ts'
import type { Marked } from './marks.ts'

interface Row {
  readonly position: number
  readonly hash: Buffer
  readonly commitment: Buffer
  readonly own: Buffer | null
  readonly entry: string | null
  readonly look: number | null
  readonly run: string | null
  readonly sections: readonly string[] | null
  readonly hashes: readonly Buffer[] | null
  readonly said: Buffer | null
}

/** One position of the chain with what stands there; `marked` is undefined when that is gone or says another commitment. */
export interface Link {
  readonly position: number
  readonly hash: Buffer
  readonly commitment: Buffer
  readonly marked: Marked | undefined
}

/** The chain after one position and up to another, in order, in pages. Within the caller's transaction; takes a role that
    reads hashes and no content. */
export async function* linksBetween(
  client: PoolClient,
  after: number,
  until: number,
): AsyncGenerator<readonly Link[]> {
  const statement = `
    select p.position, p.hash, p.commitment, p.entry, p.look, p.run, e.sections, e.hashes,
      coalesce(l.said, m.said) as said, coalesce(e.commitment, l.commitment, m.commitment) as own
    from whereabouts.position p
    left join whereabouts.entry e on e.subject = p.subject and e.id = p.entry
    left join whereabouts.look l on l.id = p.look
    left join whereabouts.maintenance m on m.run = p.run
    where p.position > ${after} and p.position <= ${until}
    order by p.position`
  for await (const page of inPages<Row>(client, statement)) yield page.map(linkOf)
}

function linkOf(row: Row): Link {
  const { position, hash, commitment, own } = row
  return { position, hash, commitment, marked: own?.equals(commitment) === true ? markedBy(row) : undefined }
}

function markedBy({ commitment, entry, look, run, sections, hashes, said }: Row): Marked | undefined {
  if (entry !== null) return { kind: 'entry', id: entry, sections: sectionsOf(sections, hashes), commitment }
  if (said === null) return undefined
  if (look !== null) return { kind: 'look', id: look, said, commitment }
  return run === null ? undefined : { kind: 'run', id: run, said, commitment }
}

function sectionsOf(names: Row['sections'], hashes: Row['hashes']): readonly SectionHash[] {
  return (names ?? []).map((section, place) => ({ section, hash: hashes?.[place] ?? Buffer.alloc(0) }))
}
