import type { PoolClient } from 'pg'
import { prepared } from './query.ts'
import type { FaultKind } from './fault-kinds.ts'

/** Each finds streams with one fault: their entries do not count from one to the head, go back in time, or have no
    stream; or a stream stands under two subjects. */
const questions: Readonly<Partial<Record<FaultKind, string>>> = {
  'sequence-broken': `
    select subject, stream from whereabouts.entry group by subject, stream
    having min(sequence) <> 1 or max(sequence) <> count(*)`,
  'head-differs': `
    select coalesce(s.subject, e.subject) as subject, coalesce(s.id, e.stream) as stream
    from whereabouts.stream s
    full join (
      select subject, stream, max(sequence) as head, max(recorded) as recorded
      from whereabouts.entry group by subject, stream
    ) e on e.subject = s.subject and e.stream = s.id
    where s.head is distinct from e.head or s.recorded is distinct from e.recorded
      or not exists (select from whereabouts.subject where id = coalesce(s.subject, e.subject))`,
  'recorded-backwards': `
    select distinct subject, stream from (
      select subject, stream, recorded,
        lag(recorded) over (partition by subject, stream order by sequence) as before
      from whereabouts.entry) as each
    where recorded < before`,
  'stream-shared': `
    select min(subject::text) as subject, id as stream from whereabouts.stream group by id having count(*) > 1`,
}

export async function verifyStreams(
  client: PoolClient,
  found: (kind: FaultKind, where: string) => void,
): Promise<void> {
  for (const [kind, question] of Object.entries(questions)) {
    const { rows } = await prepared<{ subject: string; stream: string }>(client, question)
    for (const { subject, stream } of rows) found(kind as FaultKind, `stream ${stream} of subject ${subject}`)
  }
}
