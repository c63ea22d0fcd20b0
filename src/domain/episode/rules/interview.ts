import { isAfter } from '../../../kernel/moment.ts'
import type { NewEpisodeEntry } from '../entries.ts'
import type { Role } from '../roles.ts'
import { isBlank, othersOf, type Rule } from './question.ts'

const carers: ReadonlySet<Role> = new Set(['carer', 'home-on-call', 'provider-manager', 'parents'])

/** Independent: someone who is not involved in caring for the child (DfE statutory guidance 2014). By what the entry says,
    by who writes it, and by their relationship to the child, whatever the entry says. */
export const caresForTheChild: Rule = ({ entry, circumstances }) => {
  if (entry.type !== 'interview-held' && entry.type !== 'interview-arranged') return undefined
  const isClose = circumstances.interviewer === 'cares' || (entry.type === 'interview-held' && isSaid(entry))
  return isClose ? { kind: 'cares-for-the-child' } : undefined
}

function isSaid({
  by,
  toldBy,
  body,
}: Extract<NewEpisodeEntry, { readonly type: 'interview-held' }>): boolean {
  const isCarer = [by, toldBy].some(
    (one) => one?.role !== undefined && body.interviewer === one.name && carers.has(one.role),
  )
  return body.caresForChild || isCarer
}

/** Not barred, because a child may ask for them; but then the record says why. */
export const allocatedWorkerNeedsReason: Rule = ({ entry, circumstances }) => {
  if (entry.type !== 'interview-held' || !isBlank(entry.body.whyAllocatedWorker)) return undefined
  const isTheirs = entry.body.interviewer === entry.by.name && entry.by.role === 'social-worker'
  const isWorker = isTheirs || circumstances.interviewer === 'allocated-worker'
  return entry.body.allocatedWorker || isWorker ? { kind: 'allocated-worker-needs-reason' } : undefined
}

/** Nor what whoever cares for the child says that the child said. */
export const childsOwnAnswer: Rule = ({ entry }) => {
  if (entry.type !== 'interview-declined' && entry.type !== 'interview-accepted') return undefined
  const isACarers = entry.toldBy?.role !== undefined && carers.has(entry.toldBy.role)
  const isNotTheirs = entry.type === 'interview-declined' && !entry.body.childsOwnAnswer
  return isACarers || isNotTheirs ? { kind: 'not-the-childs-own-answer' } : undefined
}

/** Nobody can take or decline what they were not offered. */
export const interviewOffered: Rule = (question) => {
  const { entry } = question
  if (entry.type !== 'interview-declined' && entry.type !== 'interview-accepted') return undefined
  const isOffered = othersOf(question, 'interview-offered').some(
    ({ occurred }) => !isAfter(occurred.at, entry.occurred.at),
  )
  return isOffered ? undefined : { kind: 'interview-not-offered' }
}
