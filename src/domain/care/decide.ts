import { englandCalendar } from '../../kernel/bank-holidays.ts'
import { londonDate } from '../../kernel/london.ts'
import type { Moment } from '../../kernel/moment.ts'
import { dueAt } from '../../kernel/within.ts'
import { isStillToCome } from '../episode/occurred.ts'
import { isBlank } from '../episode/rules/question.ts'
import { unreachable } from '../../kernel/unreachable.ts'
import type { ExpectedCare } from './expected.ts'
import { knownCare } from './known.ts'
import type { Life } from './life.ts'
import type { CareBodies, CareEntryType, CareStream, NewCareEntry } from './record.ts'
import { ruleAgain } from './window.ts'

/** Why the record of a child's Care does not take what was proposed. */
export type Refusal =
  | { readonly kind: 'in-the-future'; readonly at: Moment }
  | { readonly kind: 'no-such-strand'; readonly strand: string }
  | { readonly kind: 'left-blank'; readonly field: string }
  | { readonly kind: 'review-is-past' }
  | { readonly kind: 'not-more-frequent' }
  | { readonly kind: 'not-a-question'; readonly question: string }
  | { readonly kind: 'nothing-to-end' }
  | { readonly kind: 'corrects-nothing' }
  | { readonly kind: 'not-a-field'; readonly field: string }

export interface AddedToCare {
  readonly stream: CareStream
  readonly care: ExpectedCare
  readonly life: Life
  /** Questions that an audit may answer, by its edition. */
  readonly questionsOf: (edition: string) => readonly string[] | undefined
  readonly now: Moment
}

/** The first rule that says no, if one does. */
export function refusalOf(entry: NewCareEntry, to: AddedToCare): Refusal | undefined {
  if (isStillToCome(entry.occurred, to.now)) return { kind: 'in-the-future', at: entry.occurred.at }
  return blankIn(entry) ?? ruleOf(entry, to)
}

function ruleOf({ type, body }: NewCareEntry, to: AddedToCare): Refusal | undefined {
  switch (type) {
    case 'care-seen':
    case 'care-childs-word':
      return strandRule(body.strand, to)
    case 'care-cadence-agreed':
      return strandRule(body.strand, to) ?? cadenceRule(body, to)
    case 'care-plan-agreed':
      return body.reviewBy < londonDate(to.now) ? { kind: 'review-is-past' } : undefined
    case 'care-named-ended': {
      const isThere = knownCare(to.stream).entries.some(
        (entry) => entry.type === 'care-named' && entry.id === body.named,
      )
      return isThere ? undefined : { kind: 'nothing-to-end' }
    }
    case 'care-audited':
      return auditRule(body, to)
    case 'entry-corrected':
      return correctionRule(body, to)
    case 'recorded-in-error':
      return to.stream.some(({ id }) => id === body.scope.entry) ? undefined : { kind: 'corrects-nothing' }
    case 'care-named':
      return undefined
    default:
      return unreachable(type)
  }
}

type Texts = {
  readonly [T in CareEntryType]: (body: CareBodies[T]) => Readonly<Record<string, string | undefined>>
}

/** The texts without which an entry says nothing. */
const texts: Texts = {
  'care-seen': ({ who }) => ({ who }),
  'care-childs-word': () => ({}),
  'care-named': ({ title }) => ({ title }),
  'care-named-ended': ({ why }) => ({ why }),
  'care-cadence-agreed': ({ why }) => ({ why }),
  'care-plan-agreed': ({ keep, ifMissing, after }) => ({ keep, ifMissing, after }),
  'care-audited': ({ setting, answers }) => ({ setting, answers: answers[0]?.question }),
  'entry-corrected': ({ reason }) => ({ reason }),
  'recorded-in-error': ({ reason }) => ({ reason }),
}

function blankIn({ type, body }: NewCareEntry): Refusal | undefined {
  // The reader and the body have one type, which TypeScript cannot see through an index.
  const read = texts[type] as (body: unknown) => Readonly<Record<string, string | undefined>>
  const blank = Object.entries(read(body)).find(([, text]) => isBlank(text))
  return blank === undefined ? undefined : { kind: 'left-blank', field: blank[0] }
}

function strandRule(strand: string, { care, stream }: AddedToCare): Refusal | undefined {
  const all = [...care.strands, ...knownCare(stream).named]
  return all.some((one) => one.strand === strand) ? undefined : { kind: 'no-such-strand', strand }
}

/** A child's own plan makes Care more frequent and never less: what no rule repeats, it may ask for. */
function cadenceRule(
  { strand, within }: CareBodies['care-cadence-agreed'],
  { care, life, stream, now }: AddedToCare,
): Refusal | undefined {
  const expected = care.strands.find((one) => one.strand === strand)
  const { evidence } = knownCare(stream)
  const rule = expected && ruleAgain(expected, { care, life, evidence, now })
  if (rule === undefined) return undefined
  const isSooner = dueAt(now, within, englandCalendar).at < dueAt(now, rule.within, englandCalendar).at
  return isSooner ? undefined : { kind: 'not-more-frequent' }
}

function auditRule({ edition, answers }: CareBodies['care-audited'], to: AddedToCare): Refusal | undefined {
  const known = to.questionsOf(edition)
  const strange = answers.find(({ question }) => known?.includes(question) !== true)
  return strange && { kind: 'not-a-question', question: strange.question }
}

/** What an entry says may be put right; which strand it is about may not, nor what it never had a place for. */
const fields: Readonly<Record<CareEntryType, readonly string[]>> = {
  'care-seen': ['who', 'inPerson', 'childSaw', 'childSays', 'how'],
  'care-childs-word': ['word', 'words'],
  'care-named': ['title', 'within', 'holder'],
  'care-named-ended': ['why'],
  'care-cadence-agreed': ['within', 'why'],
  'care-plan-agreed': ['keep', 'ifMissing', 'after', 'reviewBy'],
  'care-audited': ['answers'],
  'entry-corrected': [],
  'recorded-in-error': [],
}

/** What it says anew is held to the rules as if it were new. */
function correctionRule(
  { corrects, changes = {}, occurred }: CareBodies['entry-corrected'],
  to: AddedToCare,
): Refusal | undefined {
  const target = knownCare(to.stream).entries.find(({ id }) => id === corrects)
  if (target === undefined) return { kind: 'corrects-nothing' }
  const strange = Object.keys(changes).find((field) => !fields[target.type].includes(field))
  if (strange !== undefined) return { kind: 'not-a-field', field: strange }
  const said = Object.entries({ ...target.body, ...changes }).filter(([, value]) => value !== null)
  const anew: unknown = { ...target, occurred: occurred ?? target.occurred, body: Object.fromEntries(said) }
  return refusalOf(anew as NewCareEntry, to)
}
