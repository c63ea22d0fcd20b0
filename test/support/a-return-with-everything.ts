import { cast } from './cast.ts'
import type { Chronology } from '../../src/domain/episode/entries.ts'
import { aChildBackInTheMorning, after, entry, entryId } from './chronology.ts'

/** A child who is back, with an entry of each kind that something else can be about, some of it written in markup. */
export const withEverything: Chronology = after(
  aChildBackInTheMorning(),
  entry('grade-challenged', '2026-03-29T07:00', {}, { id: 'challenge', by: cast.carer }),
  entry('asked', '2026-03-29T08:00', { text: 'Where is his <coat>?' }, { id: 'question' }),
  entry('interview-held', '2026-03-29T08:05', { childsWords: 'I <b>ran</b>' }, { id: 'interview' }),
  entry('told-now', '2026-03-29T08:06', { to: 'police' }, { id: 'telling' }),
  entry('host-asked', '2026-03-29T08:07', {}, { id: 'request' }),
  entry('finding-recorded', '2026-03-29T08:07', {}, { id: 'finding' }),
  entry(
    'finding-recorded',
    '2026-03-29T08:07',
    {
      from: entryId('question'),
      restricted: undefined,
      open: { what: { kind: 'place', name: 'The <canal>' }, reason: 'His <shoes> were wet' },
    } as object,
    { id: 'canal' },
  ),
  entry('enquiry-begun', '2026-03-29T08:07', { lead: 'Daniel <Osei>' }, { id: 'enquiry' }),
  entry('action-agreed', '2026-03-29T08:07', { finding: entryId('finding') }, { id: 'action' }),
  entry(
    'interview-written-up',
    '2026-03-29T08:08',
    { interview: entryId('interview'), view: 'He <i>waited</i>' },
    { id: 'write-up' },
  ),
  entry('note-added', '2026-03-29T08:10', { text: 'First line\nsecond line' }, { id: 'note' }),
)
