import { isCareType } from '../care-bodies.ts'
import { holdersOf, isLeftToHolders, isTakenForCare, keptFromSearch } from '../holders-of-care.ts'
import { isBlank, type Question, type Rule } from './question.ts'

/** A child and their Care are looked for with one engine and never with each other's acts. */
export const ofItsSubject: Rule = (question) => {
  const { entry } = question
  if (subjectOf(question) === 'care') return isTakenForCare(entry.type) ? undefined : { kind: 'not-of-care' }
  return isCareType(entry.type) ? { kind: 'not-of-a-child' } : undefined
}

function subjectOf({ entry, episode }: Question): 'child' | 'care' {
  const { raised } = episode
  if (raised !== undefined) return raised.body.subject.kind
  return entry.type === 'concern-raised' ? entry.body.subject.kind : 'child'
}

/** What is missing is named when it is raised, and only of Care. */
export const saysWhatIsMissing: Rule = ({ entry }) => {
  if (entry.type !== 'concern-raised') return undefined
  const { care, subject } = entry.body
  if (subject.kind === 'child') return care === undefined ? undefined : { kind: 'not-of-a-child' }
  const strands = care?.strands ?? []
  const isSaid = strands.length > 0 && strands.every(({ code, title }) => !isBlank(code) && !isBlank(title))
  return isSaid ? undefined : { kind: 'left-blank', field: 'strands' }
}

/** The holder of what is missing never runs the search for it, nor does anyone they manage, nor whoever writes for them. */
export const notByItsHolder: Rule = ({ entry, episode }) => {
  const kept = keptFromSearch(holdersOf(episode.raised?.body.care))
  const isHolders = [entry.by.role, entry.toldBy?.role].some((role) => role !== undefined && kept.has(role))
  const isConversation = entry.type === 'care-conversation-held' && entry.body.holdsIt
  return (isHolders && !isLeftToHolders(entry.type)) || (isConversation && kept.size > 0)
    ? { kind: 'holds-what-is-missing' }
    : undefined
}

/** The talk is about a time that is over. */
export const afterCareIsBack: Rule = ({ entry, episode }) =>
  entry.type === 'care-conversation-held' && episode.careReturned === undefined
    ? { kind: 'care-not-back' }
    : undefined
