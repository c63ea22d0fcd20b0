import type { PoolClient } from 'pg'
import { beforeTheFirst, chainHash } from './commitment.ts'
import { inPages } from './in-pages.ts'
import { prepared } from './query.ts'
import type { FaultKind } from './fault-kinds.ts'

interface Link {
  readonly position: number
  readonly commitment: Buffer
  readonly hash: Buffer
  /** The commitment of the entry, look or run that stands there; null when there is none. */
  readonly own: Buffer | null
}

const links = `
  select p.position, p.commitment, p.hash, coalesce(e.commitment, l.commitment, m.commitment) as own
  from whereabouts.position p
  left join whereabouts.entry e on e.subject = p.subject and e.id = p.entry
  left join whereabouts.look l on l.id = p.look
  left join whereabouts.maintenance m on m.run = p.run
  order by p.position`

/** The chain from its first link to its head: no position is left out, and each stands for what is there. */
export async function verifyChain(
  client: PoolClient,
  found: (kind: FaultKind, where: string) => void,
): Promise<void> {
  let [position, hash]: [number, Buffer] = [0, beforeTheFirst]
  for await (const page of inPages<Link>(client, links)) {
    for (const link of page) {
      const where = `position ${link.position}`
      const expected = chainHash(hash, position + 1, link.commitment)
      if (link.position !== position + 1 || !expected.equals(link.hash)) found('chain-broken', where)
      if (link.own?.equals(link.commitment) !== true) found('position-differs', where)
      // The next link is held against this one as it stands, so that one fault is told once.
      position = link.position
      hash = link.hash
    }
  }
  const head = await prepared<{ position: number; hash: Buffer }>(
    client,
    'select position, hash from whereabouts.chain_head',
  )
  const [end] = head.rows
  if (end?.position !== position || !end.hash.equals(hash)) {
    found('chain-cut', `the head says ${end?.position ?? 'nothing'}, the last position is ${position}`)
  }
}
