import { riskLevels, type RiskLevel } from '../episode/entries.ts'
import { isStaffedAtAllHours, roleLabel } from '../episode/roles.ts'
import { responses, type Stage } from '../episode/state.ts'
import { problem, type Problem } from './check-problem.ts'
import { applies, type Cell } from './conditions.ts'
import { statuses, type Clause, type Edition, type Status } from './protocol.ts'

export const stages: readonly Stage[] = responses.filter((response) => response !== 'closed')

/** Every kind of child that the edition could tell apart: subsets of statuses, in or out of area, ages between the cuts
    that its clauses make and not known, grades and none yet, earlier absences, child or Care. */
function cellsOf(edition: Edition): readonly Cell[] {
  return product(
    subsets(statuses),
    [false, true],
    agesOf(edition),
    [undefined, ...riskLevels],
    absencesOf(edition),
    ['child', 'care'] as const,
  )
}

function product(
  statusSets: readonly (readonly Status[])[],
  areas: readonly boolean[],
  ages: readonly (number | undefined)[],
  risks: readonly (RiskLevel | undefined)[],
  absences: readonly Cell['episodesWithin'][],
  subjects: readonly Cell['subject'][],
): readonly Cell[] {
  return statusSets.flatMap((held) =>
    areas.flatMap((placedOutOfArea) =>
      ages.flatMap((age) =>
        risks.flatMap((risk) =>
          absences.flatMap((episodesWithin) =>
            subjects.map((subject) => ({
              statuses: held,
              placedOutOfArea,
              ...(age !== undefined && { age }),
              ...(risk !== undefined && { risk }),
              episodesWithin,
              subject,
            })),
          ),
        ),
      ),
    ),
  )
}

/** That at every stage every child is somebody's job: a keeper that starts on entering it, that only leaving it can end,
    and whose ladder ends with someone who answers at all hours. Gives the number of cells that were looked at. */
export function keeperProof(edition: Edition): {
  readonly problems: readonly Problem[]
  readonly cells: number
} {
  const keepers = edition.clauses.filter((clause) => clause.keeper && clause.on)
  const sound = keepers.filter((clause) => keeperProblems(clause).length === 0)
  const cells = cellsOf(edition)
  const unkept = stages.flatMap((stage): readonly Problem[] => {
    const here = sound.filter(({ starts }) => starts.kind === 'stage' && starts.stage === stage)
    const open = cells.filter((cell) => !here.some((clause) => applies(clause.for, cell)))
    const [first] = open
    if (first === undefined) return []
    const many = `${open.length} of ${cells.length} kinds of child`
    return [{ rule: 'no-keeper', says: `in ${stage} nobody holds ${many}, such as ${cellInWords(first)}` }]
  })
  return {
    problems: [...keepers.flatMap(keeperProblems), ...unkept],
    cells: stages.length * cells.length,
  }
}

/** Why a keeper could let go of a child, in words. */
function keeperProblems(clause: Clause): readonly Problem[] {
  const { duty, starts, met, discharged, cancelled, ifSilent } = clause
  const last = ifSilent.at(-1)
  const lastInWords = last ? `the ${roleLabel(last.tell)}, who does not answer at all hours` : 'no one'
  const ends = (what: string) => problem('keeper-can-end', duty, `a keeper ${what}`)
  return [
    ...(starts.kind === 'stage' ? [] : [ends('starts on entering its stage and on nothing else')]),
    ...(met.kind === 'leaving' && clause.doneBy === undefined ? [] : [ends('is met by leaving its stage')]),
    ...(discharged.length > 0 ? [ends('cannot be discharged')] : []),
    ...(cancelled.length > 0 ? [ends('cannot be cancelled')] : []),
    ...(clause.for.nthEpisode === undefined ? [] : [ends('holds every child, whatever came before')]),
    ...(last !== undefined && isStaffedAtAllHours(last.tell)
      ? []
      : [problem('keeper-ladder', duty, `its ladder ends with ${lastInWords}`)]),
  ]
}

function subsets<T>(of: readonly T[]): readonly (readonly T[])[] {
  return of.reduce<readonly (readonly T[])[]>(
    (sets, one) => [...sets, ...sets.map((set) => [...set, one])],
    [[]],
  )
}

/** The youngest age of each band that a clause or a ceiling cuts out, and an age that is not known. */
function agesOf(edition: Edition): readonly (number | undefined)[] {
  const conditions = edition.clauses.map((clause) => clause.for)
  const cuts = [
    ...conditions.flatMap(({ ageAtLeast }) => ageAtLeast ?? []),
    ...[...conditions, ...edition.reasonableTime].flatMap(({ ageAtMost }) =>
      ageAtMost === undefined ? [] : [ageAtMost + 1],
    ),
  ]
  return [undefined, ...new Set([0, ...cuts].toSorted((a, b) => a - b))]
}

/** For each span of days that a clause asks about, as many absences as make a difference. A longer span never has fewer. */
function absencesOf(edition: Edition): readonly Cell['episodesWithin'][] {
  const asked = edition.clauses.flatMap((clause) => clause.for.nthEpisode ?? [])
  const spans = [...new Set(asked.map(({ withinDays }) => withinDays))].toSorted((a, b) => a - b)
  const counts = [...new Set([1, ...asked.map(({ atLeast }) => atLeast)])].toSorted((a, b) => a - b)
  const profiles = spans.reduce<readonly (readonly number[])[]>(
    (found) =>
      found.flatMap((profile) =>
        counts.filter((count) => count >= (profile.at(-1) ?? 1)).map((count) => [...profile, count]),
      ),
    [[]],
  )
  return profiles.map((profile) => (days) => profile[spans.indexOf(days)] ?? 1)
}

function cellInWords({ statuses: held, placedOutOfArea, age, risk, subject }: Cell): string {
  return [
    subject === 'care' ? 'Care' : 'a child',
    age === undefined ? 'of unknown age' : `of ${age}`,
    held.length === 0 ? 'of no status' : held.join(' and '),
    placedOutOfArea ? 'placed out of area' : 'in their own area',
    risk === undefined ? 'not yet graded' : `graded ${risk}`,
  ].join(', ')
}
