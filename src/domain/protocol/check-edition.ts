import { dateInWords } from '../../kernel/london.ts'
import { clockKind } from '../../kernel/within.ts'
import type { Problem } from './check-problem.ts'
import type { Edition, ReasonableTime } from './protocol.ts'

/** What is wrong with the days of an edition and of those beside it: one protocol has one edition for every day. */
export function dateProblems(edition: Edition, siblings: readonly Edition[]): readonly Problem[] {
  const { from, until, lastReviewed, reviewDue } = edition
  return [
    ...(until !== undefined && until <= from ? [dates('it ends before it begins')] : []),
    ...(reviewDue <= lastReviewed ? [dates('its review is due before it was last reviewed')] : []),
    ...(edition.owner.trim() === '' ? [dates('nobody owns it')] : []),
    ...neighbourProblems(edition, siblings),
  ]
}

function dates(says: string): Problem {
  return { rule: 'dates', says }
}

function neighbourProblems(edition: Edition, siblings: readonly Edition[]): readonly Problem[] {
  const others = siblings.filter((one) => one.protocol === edition.protocol && one !== edition)
  const says = (what: string): Problem => ({ rule: 'neighbouring-editions', says: what })
  if (others.some((one) => one.edition === edition.edition))
    return [says(`there is another edition ${edition.edition} of ${edition.protocol}`)]
  const overlap = others.find((one) => begins(one, edition) && begins(edition, one))
  if (overlap !== undefined) return [says(`its days overlap with edition ${overlap.edition}`)]
  const next = others.filter((one) => one.from > edition.from).toSorted(byStart)[0]
  return next === undefined || edition.until === next.from
    ? []
    : [
        says(
          `no edition is in force from ${dateInWords(edition.until ?? edition.from)} to ${dateInWords(next.from)}`,
        ),
      ]
}

/** Whether the one begins before the other has ended. */
function begins(one: Edition, other: Edition): boolean {
  return other.until === undefined || one.from < other.until
}

function byStart(a: Edition, b: Edition): number {
  return a.from < b.from ? -1 : 1
}

export function duplicateProblems(edition: Edition): readonly Problem[] {
  const duties = edition.clauses.map(({ duty }) => duty)
  const twice = new Set(duties.filter((duty, index) => duties.indexOf(duty) < index))
  return [...twice].map((duty) => ({
    rule: 'duplicate-duty',
    duty,
    says: `${duty}: two clauses lay this duty`,
  }))
}

/** Every age and hour has a time that runs by the minute, with a source: without one a carer would look for ever. */
export function reasonableTimeProblems(edition: Edition): readonly Problem[] {
  const rows = edition.reasonableTime
  const says = (what: string): Problem => ({ rule: 'reasonable-time', says: `reasonable time: ${what}` })
  const ages = [0, ...rows.flatMap(({ ageAtMost }) => (ageAtMost === undefined ? [] : [ageAtMost + 1]))]
  const open = ages.flatMap((age) =>
    hours.filter((hour) => !rows.some((row) => covers(row, age, hour))).map((hour) => ({ age, hour })),
  )[0]
  return [
    ...(rows.some(({ source }) => source.document.trim() === '') ? [says('a time has no source')] : []),
    ...(rows.some((row) => clockKind(row.within) !== 'elapsed') ? [says('it is counted in hours')] : []),
    ...(rows.some((row) => !hasWholeHours(row)) ? [says('its hours go from 0 to 23, both given')] : []),
    ...(open ? [says(`at ${open.hour}:00 and age ${open.age} none is given`)] : []),
  ]
}

const hours = Array.from({ length: 24 }, (_, hour) => hour)

function covers(
  { ageAtMost = Infinity, fromHour, toHour }: ReasonableTime,
  age: number,
  hour: number,
): boolean {
  if (age > ageAtMost) return false
  if (fromHour === undefined || toHour === undefined) return true
  return fromHour <= toHour ? hour >= fromHour && hour < toHour : hour >= fromHour || hour < toHour
}

function hasWholeHours({ fromHour, toHour }: ReasonableTime): boolean {
  if (fromHour === undefined && toHour === undefined) return true
  return fromHour !== undefined && toHour !== undefined && fromHour <= 23 && toHour <= 23
}
