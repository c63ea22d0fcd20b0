import type { Author, ToldBy } from '../../domain/episode/entry.ts'
import type { Role } from '../../domain/episode/roles.ts'
import { inOfficeHours } from '../../domain/child/office-hours.ts'
import { type Absence, ageAt } from './absences.ts'
import type { Chance } from './chance.ts'
import type { Council } from './councils.ts'
import type { Pen } from './drafts.ts'
import type { Home } from './homes.ts'
import { type Life, workerAt } from './life.ts'
import { momentOf, type Minute } from './minutes.ts'
import type { Partnership } from './partnership.ts'
import type { Member } from './posts.ts'
import { stayAt } from './stays.ts'

/** One absence as it is about to be lived through: who is there, and what they write with. */
export interface Night {
  readonly life: Life
  readonly absence: Absence
  /** When the child is next away: what needs the child has to happen before. */
  readonly nextLeft: Minute
  readonly age: number
  readonly lookedAfter: boolean
  readonly expectedAt: string
  readonly home?: Home
  /** Who misses the child, and who told them so where they were told. */
  readonly raiser: Author
  readonly toldBy?: ToldBy
  /** Who has the child when they are back, and writes for them. */
  readonly carer: Author
  readonly council: Council
  readonly host?: Council
  readonly worker?: Member
  readonly officer: Author
  readonly supervisor: Author
  readonly chance: Chance
  readonly pen: Pen
}

export function nightOf(
  { councils, schools, officers, supervisor }: Partnership,
  life: Life,
  absence: Absence,
  nextLeft: Minute,
  chance: Chance,
  pen: Pen,
): Night {
  const { council } = life
  const stay = stayAt(life.stays, absence.left)
  const worker = workerAt(life, absence.left)
  const area = stay?.home?.setting.areaCouncil
  const host =
    area === council.organisation.id
      ? undefined
      : councils.find(({ organisation }) => organisation.id === area)
  const officer = chance.pick(officers).author
  const home = stay?.home
  const family = home === undefined ? raisedForFamily(absence, council, schools, officer, chance) : undefined
  return {
    life,
    absence,
    nextLeft,
    age: ageAt(life.who, absence.left),
    lookedAfter: stay !== undefined,
    expectedAt: home?.setting.name ?? `Home, ${life.address}`,
    ...(home && { home }),
    raiser: home?.carer.author ?? family?.raiser ?? officer,
    ...(family?.toldBy && { toldBy: family.toldBy }),
    carer: home?.carer.author ?? family?.raiser ?? officer,
    council,
    ...(host && { host }),
    ...(worker && { worker }),
    officer,
    supervisor,
    chance,
    pen,
  }
}

const byParent: ToldBy = {
  name: 'A parent',
  role: 'parents',
  organisationName: 'The family',
  means: 'telephone',
}

/** A family rings the police, or the school notices first, or the duty team hears of it. */
function raisedForFamily(
  { left }: Absence,
  council: Council,
  schools: readonly Member[],
  officer: Author,
  chance: Chance,
): { readonly raiser: Author; readonly toldBy?: ToldBy } {
  const isDay = inOfficeHours(momentOf(left))
  const by = chance.weighted([
    ['police', 68],
    ['school', isDay ? 22 : 2],
    ['duty', 16],
  ] as const)
  if (by === 'school') return { raiser: chance.pick(schools).author }
  return { raiser: by === 'police' ? officer : council.office['duty-team'].author, toldBy: byParent }
}

/** Who acts for the child's social worker at this hour. */
export function workerOrDuty({ worker, council }: Night, at: Minute): Author {
  const isThere = worker !== undefined && inOfficeHours(momentOf(at))
  return isThere ? worker.author : council.office['duty-team'].author
}

/** The child's own social worker, or where there is none the first of the council. */
export function ownWorker({ worker, council, chance }: Night): Author {
  return worker?.author ?? chance.pick(council.workers).author
}

/** Tells one agency, and says whom. */
export function tell(
  { pen }: Night,
  at: Minute,
  by: Author,
  role: Role,
  about: 'concern' | 'report' | 'location' | 'return' | 'void',
  who: string,
  written?: Minute,
): void {
  const told = { kind: 'told', who, means: 'telephone' } as const
  pen(at, by, 'agency-informed', { role, about, told }, written === undefined ? {} : { written })
}

/** In so many of a hundred cases before the time is up, else up to three times as long. */
export function inTime(chance: Chance, from: Minute, minutes: number, share: number): Minute {
  const part = chance.happens(share) ? 0.15 + chance.next() * 0.8 : 1.05 + chance.next() * 1.9
  return from + Math.max(1, Math.round(minutes * part))
}
