import { isCareType } from '../episode/care-bodies.ts'
import type { EntryType } from '../episode/entries.ts'
import { isTakenForCare, keptFromSearch } from '../episode/holders-of-care.ts'
import { isStaffedAtAllHours, roleLabel, type Role } from '../episode/roles.ts'
import { evidenceIn } from './asked-about.ts'
import { problem, type Problem } from './check-problem.ts'
import { isOwnType } from './own-record.ts'
import type { Clause, Edition } from './protocol.ts'
import { leadOf } from './search-leads.ts'

/** An edition is about a child or about their Care, and asks for nothing that the other has. */
export function subjectProblems({ subject, searchLeads, clauses }: Edition): readonly Problem[] {
  const laid = clauses.filter(({ on }) => on)
  if (subject === 'child')
    return [
      ...(searchLeads.length > 0 ? [says('only an edition about Care names who leads a search for it')] : []),
      ...laid.flatMap((clause) => wrongTypes(clause, isCareType, 'what only an episode of Care has')),
    ]
  return [
    ...laid.flatMap((clause) =>
      wrongTypes(
        clause,
        (type) => isOwnType(type) || !isTakenForCare(type as EntryType),
        'what an episode of Care does not take',
      ),
    ),
    ...laid.flatMap(asksForPolice),
    ...leadProblems(searchLeads),
    ...searchProblems(laid, searchLeads),
  ]
}

function says(what: string): Problem {
  return { rule: 'search-lead', says: what }
}

function wrongTypes(clause: Clause, isWrong: (type: string) => boolean, what: string): readonly Problem[] {
  const wrong = evidenceIn(clause).find(({ entry }) => isWrong(entry))
  return wrong === undefined ? [] : [problem('of-its-subject', clause.duty, `${wrong.entry} is ${what}`)]
}

/** Nobody asks police for Care. */
function asksForPolice({ duty, owedBy, ifSilent }: Clause): readonly Problem[] {
  const asked = [owedBy, ...ifSilent.map(({ tell }) => tell)]
  return asked.some((role) => role === 'police' || role === 'police-supervisor')
    ? [problem('of-its-subject', duty, 'police owe nothing for Care')]
    : []
}

function leadProblems(leads: Edition['searchLeads']): readonly Problem[] {
  if (leads.length === 0) return [says('nobody leads a search for Care')]
  return leads
    .filter(({ heldBy, ledBy }) => keptFromSearch([heldBy]).has(ledBy))
    .map(({ heldBy, ledBy }) =>
      says(`the ${roleLabel(ledBy)} cannot lead a search for what the ${roleLabel(heldBy)} holds`),
    )
}

/** Whoever holds what is missing, alone or with others: somebody else leads, and somebody else is told. Of each clause the
    first of them that it fails. */
function searchProblems(clauses: readonly Clause[], leads: Edition['searchLeads']): readonly Problem[] {
  const sets = subsets(leads.map(({ heldBy }) => heldBy))
  const unled = sets.find((holders) => leadOf(holders, leads) === undefined)
  if (unled !== undefined) return [says(`nobody leads the search for what is held by ${inWords(unled)}`)]
  return clauses.flatMap((clause) => {
    const reasons = sets.map((holders) => whyNot(clause, holders, leads)).filter((why) => why !== undefined)
    return reasons.slice(0, 1).map((why) => problem('search-lead', clause.duty, why))
  })
}

function whyNot(
  { owedBy, ifSilent, keeper }: Clause,
  holders: readonly Role[],
  leads: Edition['searchLeads'],
): string | undefined {
  const kept = keptFromSearch(holders)
  const owner = kept.has(owedBy) ? leadOf(holders, leads) : owedBy
  const last = ifSilent.findLast(({ tell }) => !kept.has(tell) && tell !== owner)
  const where = `where what is missing is held by ${inWords(holders)}`
  if (last === undefined) return `${where}, nobody else is told`
  return keeper && !isStaffedAtAllHours(last.tell)
    ? `${where}, its ladder ends with the ${roleLabel(last.tell)}, who does not answer at all hours`
    : undefined
}

function inWords(holders: readonly Role[]): string {
  return `the ${holders.map(roleLabel).join(' and the ')}`
}

function subsets(of: readonly Role[]): readonly (readonly Role[])[] {
  return [...new Set(of)]
    .reduce<readonly (readonly Role[])[]>((sets, one) => [...sets, ...sets.map((set) => [...set, one])], [[]])
    .filter((set) => set.length > 0)
}
