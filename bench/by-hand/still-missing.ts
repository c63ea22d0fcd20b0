import type { Moment } from '../../src/kernel/moment.ts'
import type { EffectiveEntry } from '../../src/domain/episode/state.ts'
import type { Obligation } from '../../src/domain/protocol/obligation.ts'
import type { MeetingKind } from '../../src/domain/episode/entries.ts'
import { answerTo, earlierOf, isAsLate, onceFor } from './answers.ts'
import { later, withinAfter, withinAWeek } from './due.ts'
import { lostAgain, type Night } from './night.ts'
import { laid, owed, type Act, type Terms } from './owed.ts'
import { noted, statutory, torbay } from './sources.ts'
import type { Start } from './start.ts'

function meeting(duty: string, title: string, source: Act['source']): Act {
  return { duty, title, owedBy: 'responsible-council', source }
}

const at24Hours = meeting('hold-24-hour-meeting', 'Meet about a child missing for 24 hours', statutory)
const at48Hours = meeting('hold-48-hour-meeting', 'Meet about a child missing for 48 hours', statutory)
const at72Hours = meeting('hold-72-hour-meeting', 'Meet about a child missing for 72 hours', torbay)
const weekly: Act = {
  ...meeting('hold-weekly-meeting', 'Meet again every week until the child is found', torbay),
  each: true,
}
const weeklyAgain: Act = {
  ...meeting(
    'hold-weekly-meeting-when-lost-again',
    'Meet within a week about a child who was found and has gone again',
    noted(torbay, 'weekly until the child is found; being found and gone again is ours'),
  ),
  each: true,
}

/** Meetings about a child who is still missing: at 24, 48 and 72 hours, and every week from then on. */
export function stillMissing(night: Night): readonly Obligation[] {
  const each = night
    .all('meeting-held')
    .filter(({ body }) => body.kind === 'at-72-hours' || body.kind === 'weekly')
  const [first] = each
  const goneAgain = lostAgain(night).filter(({ occurred }) => first && first.occurred.at <= occurred.at)
  return [
    ...missingFor(night, 24, at24Hours, 'at-24-hours', managers),
    ...missingFor(night, 48, at48Hours, 'at-48-hours', managers),
    ...missingFor(night, 72, at72Hours, 'at-72-hours', seniorManager),
    ...each.flatMap((by) => laid(night, by, (start) => meetWithinAWeek(night, start, weekly))),
    ...goneAgain.flatMap((by) => laid(night, by, (start) => meetWithinAWeek(night, start, weeklyAgain))),
  ]
}

function managers(due: Moment): Terms['silent'] {
  return [
    ['team-manager', due],
    ['senior-manager', later(due, 240)],
  ]
}

function seniorManager(due: Moment): Terms['silent'] {
  return [['senior-manager', due]]
}

function missingFor(
  night: Night,
  hours: number,
  act: Act,
  kind: MeetingKind,
  silent: (due: Moment) => Terms['silent'],
): readonly Obligation[] {
  const [report] = night.all('reported-missing')
  if (report === undefined) return []
  const lapsed = later(report.occurred.at, hours * 60)
  if (isFoundBy(night, report, lapsed)) return []
  const duty = (start: Start) => {
    const due = withinAfter(night, start, 240, '4 hours', `${hours} hours`)
    return meet(night, start, act, kind, { due, silent: silent(due.at) })
  }
  return laid(night, report, duty, lapsed)
}

/** Back, or in somebody's charge since the report and not lost again. */
function isFoundBy(night: Night, { occurred }: EffectiveEntry, at: Moment): boolean {
  if (night.safeReturns.some((back) => back.occurred.at <= at)) return true
  const gone = night
    .all('threshold-assessed')
    .filter((entry) => entry.body.whereabouts === 'unknown' && entry.occurred.at <= at)
  return night
    .all('located')
    .some(
      (found) =>
        found.occurred.at <= at &&
        isAsLate(found, occurred.precision, occurred.at) &&
        !gone.some((entry) => earlierOf(found, entry) === found),
    )
}

function meetWithinAWeek(night: Night, start: Start, act: Act): Obligation {
  const due = withinAWeek(night, start)
  return meet(night, start, act, 'weekly', { due, silent: seniorManager(due.at) })
}

function meet(night: Night, start: Start, act: Act, kind: MeetingKind, terms: Terms): Obligation {
  const met = answerTo(start, night.all('meeting-held'), ({ body }) => body.kind === kind)
  const found = answerTo(start, night.all('located'))
  return owed(night, start, act, {
    ...terms,
    met,
    cancelled: earlierOf(onceFor(start, night.safeReturns), found),
  })
}
