import { addDays, ageOn, weekday } from '../../kernel/london.ts'
import type { Asked } from './asked.ts'
import {
  byHour,
  byWeekday,
  hoursAway,
  incidentsAYear,
  shareAlsoAway,
  shareAlsoLate,
  shareInError,
  soonAgain,
} from './calibration.ts'
import type { Chance } from './chance.ts'
import type { EveningState } from './last-evening.ts'
import { day, hour, londonDayOf, type Minute, onClock } from './minutes.ts'
import { missingYears } from './missing-years.ts'
import { shared, type Span, wholeSpan } from './span.ts'
import type { Who } from './who.ts'

/** One time that a child is not where they should be. `late` ends before anyone is told; `error` was none. */
export interface Absence {
  readonly kind: 'missing' | 'away' | 'late' | 'error'
  readonly left: Minute
  readonly back: Minute
  readonly evening?: EveningState
}

type Wanted = Pick<Absence, 'kind'> & { readonly on: Minute }

/** Everything that happens to a child in the partnership's time, the first first. None begins before the last is over. */
export function absencesOf(asked: Asked, who: Who, chance: Chance): readonly Absence[] {
  const whole = wholeSpan(asked)
  const years = missingYears(asked, who, chance)
  const wanted = years.flatMap(({ incidents, ...year }) => wantedIn(year, incidents, who, chance))
  const span = shared(whole, who.care ?? who.here) ?? whole
  const inOrder = wanted.toSorted((a, b) => a.on - b.on)
  const told = inTurn(inOrder, span, whole.to, chance)
  return who.evening === undefined
    ? told
    : [...beforeTheEvening(told, whole.to), theEvening(who.evening, whole.to)]
}

function wantedIn(year: Span, incidents: number, who: Who, chance: Chance): readonly Wanted[] {
  const isAlsoAway = who.care !== undefined && incidents > 0 && chance.happens(shareAlsoAway)
  const away = isAlsoAway ? chance.weighted(incidentsAYear.away) : 0
  const late = Array.from({ length: incidents }, () => chance.happens(shareAlsoLate)).filter(Boolean).length
  const wanted: Readonly<Record<Absence['kind'], number>> = {
    missing: incidents,
    away,
    late,
    error: chance.happens(shareInError) ? 1 : 0,
  }
  return (Object.keys(wanted) as Absence['kind'][]).flatMap((kind) =>
    daysOf(year, wanted[kind], chance).map((on) => ({ kind, on })),
  )
}

/** Most follow another within days: absences come together. */
function daysOf({ from, to }: Span, some: number, chance: Chance): readonly Minute[] {
  const anywhere = () => from + Math.floor(chance.next() * (to - from))
  let last = anywhere()
  return Array.from({ length: some }, (_, nth) => {
    if (nth > 0) {
      const next = last + Math.floor(chance.waiting(soonAgain.meanDays * day))
      last = chance.happens(soonAgain.share) && next < to ? next : anywhere()
    }
    return last
  })
}

function inTurn(wanted: readonly Wanted[], span: Span, end: Minute, chance: Chance): readonly Absence[] {
  const told: Absence[] = []
  for (const { kind, on } of wanted) {
    const free = (told.at(-1)?.back ?? span.from) + 2 * hour
    const away = minutesAway(kind, chance)
    const noticed = atAnHour(on, free + Math.min(90, away / 5), chance)
    const left = Math.floor(noticed - Math.min(90, away / 5))
    if (left > span.to - 2 * hour) break
    // Care and childhood end an absence; the last day of the partnership does not.
    told.push({ kind, left, back: span.to === end ? left + away : Math.min(left + away, span.to - hour) })
  }
  return told
}

/** Minutes from the last sighting until somebody has the child in charge. */
function minutesAway(kind: Absence['kind'], chance: Chance): Minute {
  if (kind === 'late' || kind === 'error') return chance.between(40, 115)
  const [from, to] = chance.weighted(hoursAway)
  return Math.round(from * (to / from) ** chance.next() * hour)
}

/** The evening and the weekend draw it; never before it is possible. */
function atAnHour(on: Minute, possible: Minute, chance: Chance): Minute {
  const nth = chance.weighted(byWeekday.map((weight, index) => [index + 1, weight] as const))
  const hours = chance.weighted(byHour.map((weight, index) => [index, weight] as const))
  const minutes = chance.between(0, 59)
  const date = londonDayOf(on)
  for (let days = nth - weekday(date); ; days++) {
    const at = onClock(addDays(date, days), hours, minutes)
    if (at >= possible) return at
  }
}

const quiet = 4 * day

function beforeTheEvening(told: readonly Absence[], end: Minute): readonly Absence[] {
  return told.filter(({ back }) => back < end - quiet)
}

/** Minutes before the end at which it began, and until which it lasts. */
const evenings: Readonly<Record<EveningState, readonly [left: number, back: number]>> = {
  concern: [45, -300],
  searching: [95, -300],
  reported: [120, -600],
  graded: [320, -900],
  returned: [560, 150],
  closed: [3.5 * day, 3.3 * day],
  error: [2 * day, 2 * day - 60],
}

function theEvening(evening: EveningState, end: Minute): Absence {
  const [left, back] = evenings[evening]
  const kind = evening === 'error' ? 'error' : evening === 'closed' ? 'late' : 'missing'
  return { kind, left: end - left, back: end - back, evening }
}

/** Of the child, in whole years. */
export function ageAt({ bornOn }: Pick<Who, 'bornOn'>, at: Minute): number {
  return ageOn(bornOn, londonDayOf(at))
}
