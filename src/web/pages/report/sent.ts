import type { Chronology } from '../../../domain/episode/entries.ts'
import type { Episode } from '../../../domain/episode/state.ts'
import type { Moment } from '../../../kernel/moment.ts'
import { whenWords } from '../../components/time.ts'
import type { Sent } from '../../layout/header.ts'

/** Before the question of worry is answered nothing has left this telephone. */
export const notSent: Sent = { headline: 'Not sent.', detail: 'Police do not know.' }

/** What the server has stored, and whether police know: read off the record and off nothing else. */
export function sentOf(episode: Episode, chronology: Chronology, now: Moment): Sent {
  if (episode.voided) return { headline: 'Recorded in error.', detail: 'Nothing more can be added.' }
  const saved = chronology.at(-1)
  if (saved === undefined) return notSent
  const headline = `Saved ${whenWords(saved.recorded, now)}.`
  return { headline, detail: policeKnow(episode, chronology, now) }
}

function policeKnow({ reported }: Episode, chronology: Chronology, now: Moment): string {
  if (reported === undefined) return 'Police do not know.'
  const { police } = reported.body
  const verb = police.kind === 'rang' ? 'told' : 'accepted it'
  const at = whenWords(reported.occurred.at, now)
  const reference = policeReference(reported.body, chronology)
  return reference === undefined
    ? `Police ${verb} ${at}, reference to follow.`
    : `Police ${verb} ${at}, reference ${reference}.`
}

type Reported = NonNullable<Episode['reported']>['body']

/** Given with the report, or later. */
function policeReference({ police }: Reported, chronology: Chronology): string | undefined {
  const later = chronology.findLast((entry) => entry.type === 'reference-given' && entry.body.police === true)
  return later?.type === 'reference-given' ? later.body.reference : police.reference
}
