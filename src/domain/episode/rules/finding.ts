import { isAfter } from '../../../kernel/moment.ts'
import type { Refusal } from '../command.ts'
import type { EntryType } from '../entries.ts'
import type { EntryId } from '../entry.ts'
import type { Kept } from '../finding-bodies.ts'
import { isKeptByPolice } from './kept-by-police.ts'
import { othersOf, type Question, type Rule } from './question.ts'
import { naming } from './reference.ts'

/** Where what a child told an interviewer, or what somebody was told at once, lies apart. */
export const restrictedSources = [
  'told-now',
  'interview-accepted',
  'interview-declined',
  'interview-held',
  'interview-written-up',
  'interview-added-to',
] as const satisfies readonly EntryType[]

/** Where everybody in the response can read what was learned. */
export const openSources = [
  'action-taken',
  'reported-missing',
  'answered',
  'information-received',
  'meeting-held',
  'located',
  'returned',
  'child-welcomed',
  'conversation-held',
  'prevention-check-done',
  'carers-account-taken',
  'note-added',
] as const satisfies readonly EntryType[]

/** Nothing is learned from nowhere: police intelligence is police's, and gives no finding. */
export const learnedFromSomething: Rule = (question) => {
  const { entry } = question
  return entry.type === 'finding-recorded'
    ? naming(question, entry.body.from, [...restrictedSources, ...openSources], 'not-a-source')
    : undefined
}

/** Of those, the ones of which police alone may read a part. */
const policeSources: readonly EntryType[] = ['information-received', 'prevention-check-done']

/** Where what follows from each may be said. It may be narrower than an open source, and nowhere else than with those who read
    a narrow one. */
const mayBe: Readonly<Record<keyof Kept<unknown>, readonly (keyof Kept<unknown>)[]>> = {
  open: ['open', 'restricted'],
  restricted: ['restricted'],
  intelligence: ['intelligence'],
}

/** A finding keeps the audience of what it was learned from, an action and a decision that of their finding, and what
    became of an action that of the action. It is said in one place. Whoever reads intelligence in a source may have learned
    it there: what everybody may know is written down as information first. */
export const asNarrowAsItsSource: Rule = (question) => {
  const narrow = keptOf(question.entry)
  if (narrow === undefined) return undefined
  const [said, ...more] = (['open', 'restricted', 'intelligence'] as const).filter(
    (audience) => narrow.kept[audience] !== undefined,
  )
  const source = question.entries.find(({ id }) => id === narrow.of)
  if (said === undefined || more.length > 0) return { kind: 'not-as-narrow' }
  return source === undefined || mayBe[audienceOf(source, question)].includes(said)
    ? undefined
    : { kind: 'not-as-narrow' }
}

function audienceOf(
  source: Question['entries'][number],
  { entries, circumstances }: Question,
): keyof Kept<unknown> {
  if (source.type === 'action-agreed') {
    const finding = entries.find(({ id }) => id === source.body.finding)
    return isKeptByPolice(finding) ? 'intelligence' : source.body.open === undefined ? 'restricted' : 'open'
  }
  if (source.type === 'finding-recorded')
    return isKeptByPolice(source) ? 'intelligence' : source.body.open === undefined ? 'restricted' : 'open'
  if (restrictedSources.some((type) => type === source.type)) return 'restricted'
  return policeSources.includes(source.type) && circumstances.readsIntelligence(source.id)
    ? 'intelligence'
    : 'open'
}

function keptOf({
  type,
  body,
}: Question['entry']): { readonly kept: Kept<unknown>; readonly of: EntryId } | undefined {
  if (type === 'finding-recorded') return { kept: body, of: body.from }
  if (type === 'action-agreed' || type === 'no-action-decided') return { kept: body, of: body.finding }
  return type === 'action-done' || type === 'action-ended' ? { kept: body, of: body.action } : undefined
}

export const ofAFinding: Rule = (question) => {
  const { type, body } = question.entry
  const isOfOne =
    type === 'finding-released' ||
    type === 'finding-kept' ||
    type === 'findings-compared' ||
    type === 'action-agreed' ||
    type === 'no-action-decided'
  return isOfOne ? naming(question, body.finding, ['finding-recorded'], 'not-a-finding') : undefined
}

/** A share may tell of a finding: then of one that stands. */
export const sharesAFinding: Rule = (question) => {
  const { entry } = question
  if (entry.type !== 'passage-shared' && entry.type !== 'passage-not-shared') return undefined
  const { finding } = entry.body
  return finding === undefined ? undefined : naming(question, finding, ['finding-recorded'], 'not-a-finding')
}

/** Two findings of one child: of this episode, or of another of theirs. */
export const comparedWithAnother: Rule = (question): Refusal | undefined => {
  const { entry, circumstances } = question
  if (entry.type !== 'findings-compared') return undefined
  const { finding, other } = entry.body
  if (other.finding === finding) return { kind: 'compared-with-itself' }
  // What police keep is compared with nothing, also where it is the other of the two.
  const isHere = othersOf(question, 'finding-recorded').some(
    ({ id, stream, body }) => id === other.finding && stream === other.episode && body.owner !== 'police',
  )
  const isElsewhere = circumstances.findingsElsewhere.some(
    (one) => one.episode === other.episode && one.finding === other.finding,
  )
  return isHere || isElsewhere ? undefined : { kind: 'no-such-entry', entry: other.finding }
}

/** Done once, or ended once: what was recorded of it in error is taken back first. */
export const ofAnActionThatRuns: Rule = (question) => {
  const { entry } = question
  if (entry.type !== 'action-done' && entry.type !== 'action-ended') return undefined
  const { action } = entry.body
  const wrong = naming(question, action, ['action-agreed'], 'not-an-action')
  if (wrong !== undefined) return wrong
  const ends = [...othersOf(question, 'action-done'), ...othersOf(question, 'action-ended')]
  return ends.some(({ body }) => body.action === action) ? { kind: 'action-already-ended' } : undefined
}

/** Nobody agrees that something was to be done already, and no review is called for a time that is gone. */
export const dueAfterAgreed: Rule = ({ entry }) =>
  (entry.type === 'action-agreed' || entry.type === 'review-called') &&
  !isAfter(entry.body.byWhen, entry.occurred.at)
    ? { kind: 'due-before-agreed' }
    : undefined
