import type { PoolClient } from 'pg'
import type { FaultKind } from './fault-kinds.ts'
import { prepared } from './query.ts'

/** Entries that speak of a file, of which there is content, beside the file that lies there. */
const files = `
  with spoken as (
    select e.subject, e.id as entry, convert_from(c.bytes, 'UTF8')::jsonb -> 'body' ->> 'sha256' as sha256,
      convert_from(c.bytes, 'UTF8')::jsonb ->> 'type' as type
    from whereabouts.entry e
    join whereabouts.entry_content c on c.subject = e.subject and c.entry = e.id and c.section = e.sections[1]
    where convert_from(c.bytes, 'UTF8') like '%"sha256":%'
      and convert_from(c.bytes, 'UTF8')::jsonb ->> 'type' in ('photograph-added', 'pack-frozen')
  )
  select coalesce(s.subject, f.subject) as subject, coalesce(s.entry, f.entry) as entry, s.sha256,
    encode(sha256(f.bytes), 'hex') as held
  from spoken s full join whereabouts.file f on f.subject = s.subject and f.entry = s.entry
  where s.sha256 is distinct from encode(sha256(f.bytes), 'hex')
    -- A pack holds what others recorded: it goes with the first of it that is disposed of.
    and not (s.type = 'pack-frozen' and f.bytes is null
      and exists (select from whereabouts.disposal d where d.subject = s.subject))`

interface Row {
  readonly subject: string
  readonly entry: string
  readonly sha256: string | null
  readonly held: string | null
}

/** Each file is what its entry says of it, and lies there as long as the entry says anything. */
export async function verifyFiles(
  client: PoolClient,
  found: (kind: FaultKind, where: string) => void,
): Promise<void> {
  const { rows } = await prepared<Row>(client, files)
  for (const { subject, entry, sha256, held } of rows) {
    const kind = sha256 === null ? 'file-unknown' : held === null ? 'file-missing' : 'file-altered'
    found(kind, `file of entry ${entry} of subject ${subject}`)
  }
}
