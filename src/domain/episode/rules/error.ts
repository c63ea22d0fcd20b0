import { historyPhrase } from '../history.ts'
import { episodeOf } from '../evolve.ts'
import { isLower } from './grade.ts'
import { recorded } from './recorded.ts'
import type { Question, Rule } from './question.ts'

/** One entry, or the whole episode, should never have been written. It stays on the record and stops counting. */
export const recordedInError: Rule = ({ entry, chronology, entries }) => {
  if (entry.type !== 'recorded-in-error' || entry.body.scope.kind === 'episode') return undefined
  const { entry: id } = entry.body.scope
  const target = chronology.find((other) => other.id === id)
  if (target === undefined) return { kind: 'no-such-entry', entry: id }
  if (target.type === 'concern-raised') return { kind: 'concern-is-the-episode' }
  return entries.some((other) => other.id === id) ? undefined : { kind: 'corrects-nothing' }
}

/** A grade is taken away by those who give it: by police, and to less by a supervisor, and not because of history. */
export const gradeInError: Rule = (question) => {
  const { entry, chronology, episode } = question
  if (entry.type !== 'recorded-in-error' || entry.body.scope.kind === 'episode') return undefined
  const { entry: id } = entry.body.scope
  if (chronology.find((other) => other.id === id)?.type !== 'risk-assessed') return undefined
  if (entry.by.organisationKind !== 'police') return { kind: 'police-grade-risk' }
  if (episode.grade === undefined || !lowers(question, episode.grade.level)) return undefined
  if (entry.by.role !== 'police-supervisor') return { kind: 'supervisor-needed', because: 'lower' }
  const phrase = historyPhrase(entry.body.reason)
  return phrase === undefined ? undefined : { kind: 'history-is-no-reason', phrase }
}

function lowers(question: Question, level: Parameters<typeof isLower>[1]): boolean {
  const left = episodeOf([...question.chronology, recorded(question)]).grade
  return left === undefined || isLower(left.level, level)
}
