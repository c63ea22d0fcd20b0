import { changed } from '../effective.ts'
import type { EntryType } from '../entries.ts'
import type { EntryId } from '../entry.ts'
import type { Role } from '../roles.ts'
import type { EffectiveEntry, EffectiveOf } from '../state.ts'
import { othersOf, type Question, type Rule } from './question.ts'

const police: readonly Role[] = ['police', 'police-supervisor']

export function isPolice(role: Role): boolean {
  return police.includes(role)
}

/** What became of a finding, said by whoever may have read it. */
const answers: readonly EntryType[] = ['action-agreed', 'no-action-decided', 'action-done', 'action-ended']

/** Whether somebody in this role may write this of a finding. What was learned from intelligence is police's: they say what
    becomes of it, and what would carry it to others is nobody's. That nothing is done about anything else is not for police
    to decide. */
export function mayAnswer(role: Role, type: EntryType, owner: 'police' | undefined): boolean {
  if (!isPolice(role)) return owner === undefined
  return owner === undefined ? !endings.includes(type) : answers.includes(type)
}

const endings: readonly EntryType[] = ['no-action-decided', 'action-ended']

export const answeredByWhoReads: Rule = (question) => {
  const { entry } = question
  const { type, body, by } = entry
  if (type === 'finding-recorded')
    return body.intelligence === undefined || isPolice(by.role) ? undefined : { kind: 'kept-by-police' }
  const finding = findingOf(question)
  if (finding === undefined) return undefined
  const { owner } = finding.body
  if (!mayAnswer(by.role, type, owner))
    return { kind: owner === undefined ? 'not-for-police' : 'kept-by-police' }
  return owner === undefined || staysWithThem(entry) ? undefined : { kind: 'kept-by-police' }
}

/** Nor does anybody else take back or change what was said of it. */
export const undoneByWhoReads: Rule = (question) => {
  const { entry, entries } = question
  const of = undoneBy(entry)
  const target = entries.find(({ id }) => id === of)
  if (target === undefined) return undefined
  if (isKeptByPolice(target)) return isPolice(entry.by.role) ? undefined : { kind: 'kept-by-police' }
  const then = entry.type === 'entry-corrected' ? changed(target, entry.body) : target
  return answeredByWhoReads({ ...question, entry: { ...then, by: entry.by } })
}

function undoneBy({ type, body }: Question['entry']): EntryId | undefined {
  if (type === 'entry-corrected') return body.corrects
  return type === 'recorded-in-error' && body.scope.kind === 'entry' ? body.scope.entry : undefined
}

/** Whoever is to do it reads what it is about. */
function staysWithThem({ type, body, by }: Question['entry']): boolean {
  if (type !== 'action-agreed') return true
  return isPolice(body.owner) && (body.with === undefined || body.with === by.organisation)
}

/** Whether an entry is a finding of what only police read. */
export function isKeptByPolice(finding: EffectiveEntry | undefined): boolean {
  return finding?.type === 'finding-recorded' && finding.body.owner === 'police'
}

/** The finding that an entry is about, also by way of its action. */
function findingOf(question: Question): EffectiveOf<'finding-recorded'> | undefined {
  const named = findingNamedIn(question)
  return othersOf(question, 'finding-recorded').find(({ id }) => id === named)
}

function findingNamedIn({ entry, entries }: Question): EntryId | undefined {
  const { type, body } = entry
  if (type === 'finding-released' || type === 'finding-kept' || type === 'findings-compared')
    return body.finding
  if (type === 'action-agreed' || type === 'no-action-decided') return body.finding
  if (type === 'passage-shared' || type === 'passage-not-shared') return body.finding
  if (type !== 'action-done' && type !== 'action-ended') return undefined
  const agreed = entries.find(({ id }) => id === body.action)
  return agreed?.type === 'action-agreed' ? agreed.body.finding : undefined
}
