import { effective } from '../../../../domain/episode/effective.ts'
import type { EntryId } from '../../../../domain/episode/entry.ts'
import { whenWords } from '../../../components/time.ts'
import { pick } from '../../../forms/fields-choice.ts'
import type { Field } from '../../../forms/fields.ts'
import type { About } from '../act.ts'

export const nothingWaits = 'No write-up waits for an answer.'

/** One that was answered meanwhile is read all the same: a second press is the same request, and anything else is refused
    by the rules. */
export function writeUpField(about: About): Field<EntryId> {
  const [first] = waiting(about)
  const asked = {
    label: 'Which write-up?',
    missing: 'Choose which write-up',
    ...(first && { start: first.value }),
  }
  const written = about.page.chronology.filter(({ type }) => type === 'interview-written-up')
  const { read } = pick<EntryId>({ ...asked, options: written.map(({ id }) => ({ value: id, text: id })) })
  return { show: pick<EntryId>({ ...asked, options: waiting(about) }).show, read }
}

/** The last write-up of each interview, where nobody has answered it. */
export function waiting({ page }: About) {
  const entries = effective(page.chronology)
  const answered = new Set(
    entries.flatMap((entry) =>
      entry.type === 'interview-approved' || entry.type === 'interview-sent-back' ? [entry.body.writeUp] : [],
    ),
  )
  const last = new Map(
    entries
      .filter((entry) => entry.type === 'interview-written-up')
      .map((entry) => [entry.body.interview, entry] as const),
  )
  return [...last.values()]
    .filter(({ id }) => !answered.has(id))
    .map(({ id, by, recorded, body }) => ({
      value: id,
      text: `${by.name}, ${whenWords(recorded, page.at)}`,
      interview: body.interview,
    }))
}
