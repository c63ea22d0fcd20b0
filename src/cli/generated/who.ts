import type { ChildBodies } from '../../domain/child/child.ts'
import { addDays, type LondonDate } from '../../kernel/london.ts'
import type { Asked } from './asked.ts'
import { agesInCare, population } from './calibration.ts'
import type { Chance } from './chance.ts'
import { day, londonDayOf } from './minutes.ts'
import { nameOf } from './names.ts'
import { birthday, shared, type Span, wholeSpan } from './span.ts'
import { eveningOf, type EveningState } from './last-evening.ts'

/** Who a child is, before anything happens. */
export interface Who {
  readonly index: number
  readonly name: string
  readonly pronoun: ChildBodies['child-registered']['pronoun']
  readonly bornOn: LondonDate
  /** In care: may begin before the partnership's time and end after it. Absent: never in it. */
  readonly care?: Span
  /** Under eighteen, within the partnership's time. */
  readonly here: Span
  /** What they are in the middle of when everything ends, so that there is an episode in every state. */
  readonly evening?: EveningState
}

const year = 365.25 * day
/** Mean years in care before and after any moment of it: a setting. */
const yearsInCare = 2.2

export function whoOf(asked: Asked, index: number, chance: Chance): Who {
  const evening = eveningOf(asked, index)
  const pronoun = chance.weighted([
    ['he', 54],
    ['she', 45],
    ['they', 1],
  ] as const)
  const name = nameOf(pronoun, chance)
  const about = { index, name, pronoun, ...(evening && { evening }) }
  return evening !== undefined || chance.happens(population.lookedAfter)
    ? inCare(asked, chance, about)
    : { ...about, ...known(asked, chance) }
}

type About = Pick<Who, 'index' | 'name' | 'pronoun' | 'evening'>

/** Seen in care at some moment of the partnership's time: on the last evening, or any. */
function inCare(asked: Asked, chance: Chance, about: About): Who {
  const whole = wholeSpan(asked)
  const [[least, most]] = [chance.weighted(agesInCare.map(([ages, share]) => [ages, share] as const))]
  const age = about.evening === undefined ? least + chance.next() * (most - least) : 13 + chance.next() * 4
  const seen =
    about.evening === undefined ? whole.from + chance.next() * (whole.to - whole.from) : whole.to - 1
  const bornOn = londonDayOf(Math.floor(seen - age * year))
  const eighteen = birthday(bornOn, 18)
  const born = birthday(bornOn, 0)
  const [before, after] = [chance.waiting(yearsInCare * year), chance.waiting(yearsInCare * year)]
  const least60 = about.evening === undefined ? 0 : 60 * day
  const care = {
    from: Math.max(born + 1, Math.floor(seen - Math.max(before, least60))),
    to: Math.min(eighteen, Math.floor(seen + after) + 1),
  }
  return { ...about, bornOn, care, here: shared(whole, { from: born, to: eighteen }) ?? whole }
}

/** Somebody who lives with their family: of an age at which children go missing for some of the time. */
function known(asked: Asked, chance: Chance): Pick<Who, 'bornOn' | 'here'> {
  const whole = wholeSpan(asked)
  const age = chance.weighted([
    [8, 2],
    [10, 6],
    [11, 8],
    [12, 12],
    [13, 17],
    [14, 20],
    [15, 19],
    [16, 11],
    [17, 5],
  ])
  const at = whole.from + chance.next() * (whole.to - whole.from)
  const bornOn = addDays(londonDayOf(Math.floor(at - age * year)), -chance.between(0, 364))
  const here = shared(whole, { from: birthday(bornOn, 0), to: birthday(bornOn, 18) })
  return { bornOn, here: here ?? whole }
}
