import type { Stage } from '../episode/state.ts'
import { startInWords } from './explain-words.ts'
import { stages } from './keepers.ts'
import type { RecordType } from './own-record.ts'
import type { Clause, Edition, Evidence, Start } from './protocol.ts'

export type ChapterName = Stage | 'any'

/** The duties of one stage, those with one start together, its keeper first. */
export interface Chapter {
  readonly name: ChapterName
  readonly heading: string
  readonly groups: readonly { readonly starts: string; readonly clauses: readonly Clause[] }[]
}

const headings: Readonly<Record<Edition['subject'], Readonly<Record<ChapterName, string>>>> = {
  child: {
    concern: 'Concern: the child is not where they should be',
    searching: 'Searching: not worried now, looking for the child',
    reported: 'Reported: police have been told',
    returned: 'Returned: the child is back',
    any: 'At any time: whenever it happens, in an episode or in the child’s own record',
  },
  care: {
    concern: 'Concern: Care is not where it is expected',
    searching: 'Searching: no immediate concern, trying to locate Care',
    reported: 'Reported: those who must act have been told that Care is missing',
    returned: 'Returned: Care is back with the child',
    any: 'At any time: whenever it happens',
  },
}

/** The entries that belong to one stage. What can happen in several belongs to none. */
const stageOfEntry: Partial<Record<RecordType, Stage>> = {
  'concern-raised': 'concern',
  'action-taken': 'concern',
  'reported-missing': 'reported',
  'risk-assessed': 'reported',
  'risk-view-given': 'reported',
  'grade-challenged': 'reported',
  'meeting-held': 'reported',
  located: 'reported',
  'homecoming-agreed': 'reported',
  returned: 'returned',
  'prevention-check-done': 'returned',
  'prevention-check-not-possible': 'returned',
  'interview-offered': 'returned',
  'interview-accepted': 'returned',
  'interview-declined': 'returned',
  'interview-arranged': 'returned',
  'interview-attempted': 'returned',
  'interview-held': 'returned',
  'host-asked': 'returned',
  'interview-written-up': 'returned',
  'interview-sent-back': 'returned',
  'care-reported-missing': 'reported',
  'care-located': 'reported',
  'care-returned': 'returned',
  'care-conversation-held': 'returned',
}

/** The duties that an edition lays, under the stage that starts them. Those switched off are left out. */
export function chaptersOf(edition: Edition): readonly Chapter[] {
  const laid = edition.clauses.filter((clause) => clause.on)
  return [...stages, 'any' as const].map((name) => {
    const here = laid.filter((clause) => chapterOf(clause.starts) === name)
    const starts = [...new Set(here.map((clause) => startInWords(clause.starts)))]
    return {
      name,
      heading: headings[edition.subject][name],
      groups: starts.map((words) => ({
        starts: words,
        clauses: here.filter((clause) => startInWords(clause.starts) === words),
      })),
    }
  })
}

function chapterOf(starts: Start): ChapterName {
  switch (starts.kind) {
    case 'stage':
      return starts.stage
    case 'entry':
      return stageOf(starts.evidence)
    case 'lapse':
      return stageOf(starts.after)
  }
}

function stageOf({ entry, where }: Evidence): ChapterName {
  if (entry === 'threshold-assessed') return where?.['worriedNow'] === false ? 'searching' : 'concern'
  // Nobody has come back: the search goes on.
  if (entry === 'returned' && where?.['placeOfSafety'] === false) return 'reported'
  return stageOfEntry[entry] ?? 'any'
}
