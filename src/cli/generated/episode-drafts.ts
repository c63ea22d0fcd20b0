import type { EpisodeId } from '../../domain/episode/entry.ts'
import { close, correctReturn, link, repeatMeeting, reviewUnreported, settle } from './aftermath.ts'
import type { Course } from './course.ts'
import { gradeRisk, information } from './grading.ts'
import { considerHarm } from './harm.ts'
import { comeHome, preventionCheck } from './homecoming.ts'
import { returnInterview } from './interviewing.ts'
import { meetWhileAway } from './long.ts'
import { type Minute } from './minutes.ts'
import { type Night, tell, workerOrDuty } from './night.ts'
import { report } from './report.ts'
import { type Raising, search, tellOnCall } from './search.ts'

/** What came before this absence, as far as it matters to it. */
export interface Before {
  /** When each earlier absence was noticed. */
  readonly earlier: readonly Minute[]
  /** The episode before, and when it was closed. */
  readonly previous?: { readonly episode: EpisodeId; readonly closed: Minute }
}

/** Writes everything about one absence, whatever the partnership's last day. Gives when it is closed. */
export function liveThrough(night: Night, course: Course, raising: Raising, before: Before): Minute {
  search(night, course, raising)
  const { previous } = before
  if (previous !== undefined && previous.closed > course.noticed)
    link(night, course.noticed + 1, previous.episode)
  if (night.absence.kind === 'error') return takeBack(night, course)
  return course.reported === undefined
    ? unreported(night, course)
    : reportedAndBack(night, course, course.reported, before)
}

function reportedAndBack(night: Night, course: Course, reported: Minute, { earlier }: Before): Minute {
  const { chance, pen } = night
  const { located, returned } = course
  const found = located ?? returned
  const told = report(night, reported, found)
  gradeRisk(night, reported, found)
  information(night, reported, found)
  considerHarm(night, 'report', reported, found)
  meetWhileAway(night, reported, found)
  if (chance.happens(0.12))
    pen(reported + 50, night.officer, 'reference-given', {
      reference: `MP/${chance.between(1000, 9999)}`,
      police: true,
    })
  const back = comeHome(night, course, told)
  if (chance.happens(0.03)) correctTheReturn(night, returned)
  preventionCheck(night, back)
  considerHarm(night, 'return', returned, Infinity)
  returnInterview(night, returned, back)
  settle(night, reported, returned, back)
  repeatMeeting(night, reported, earlier)
  return close(night, returned)
}

function correctTheReturn(night: Night, returned: Minute): void {
  const entry = night.pen.drafts.findLast(({ type }) => type === 'returned')
  if (entry !== undefined) correctReturn(night, returned, entry.written, entry.id)
}

/** Back before police had to be told, or at a place that is known. */
function unreported(night: Night, { noticed, returned, how }: Course): Minute {
  const { absence, pen, carer, expectedAt, council, raiser } = night
  tellOnCall(night, noticed + 6)
  if (absence.kind === 'away') {
    const at = noticed + 10
    const who = workerOrDuty(night, at)
    tell(night, at, raiser, who.role, 'concern', who.name)
    if (returned - noticed > 30)
      pen(noticed + 12, raiser, 'note-added', { text: 'Spoken to there; will be fetched.' })
  }
  pen(returned, carer, 'returned', { to: expectedAt, placeOfSafety: true, how })
  const onCall = council.office['duty-team'].author
  if (absence.kind === 'away') tell(night, returned + 8, raiser, 'duty-team', 'return', onCall.name)
  reviewUnreported(night, noticed, returned)
  return close(night, returned)
}

/** It was another child, or nobody was away: the record says so and stops counting. */
function takeBack(night: Night, { noticed, returned }: Course): Minute {
  const { pen, raiser, home } = night
  tellOnCall(night, noticed + 5)
  pen(returned, raiser, 'recorded-in-error', {
    scope: { kind: 'episode' },
    why: 'wrong-child',
    reason: 'Another child of that name was meant. This one was upstairs all the time.',
  })
  if (home !== undefined) tell(night, returned + 5, raiser, 'home-on-call', 'void', home.onCall.author.name)
  return returned
}
