import { parseMoment } from '../../../kernel/moment.ts'
import type { Refusal } from '../command.ts'
import { isCorrectable } from '../correctable.ts'
import { changed, isRetimable } from '../effective.ts'
import type { EpisodeEntry, NewEpisodeEntry } from '../entries.ts'
import { historyPhrase } from '../history.ts'
import { isStillToCome } from '../occurred.ts'
import type { EffectiveEntry } from '../state.ts'
import { closesOnlyAfterReturn } from './closing.ts'
import { afterWhatItAnswers, heldInTheOther } from './reference.ts'
import { acceptedByPolice, afterTheReturn, hasDied, homeAfterAgreed, notReturned } from './stage.ts'
import { deathIsEstablished } from './death.ts'
import { levelOfThisForce, policeGradeRisk, reviewAfterGrade, supervisorNeeded } from './grade.ts'
import {
  allocatedWorkerNeedsReason,
  caresForTheChild,
  childsOwnAnswer,
  interviewOffered,
} from './interview.ts'
import { historyIsNoReason, reasonsForLess } from './history-is-no-reason.ts'
import { leftBlankByCorrecting } from './left-blank.ts'
import { firstRefusal, isBlank, type Question, type Rule } from './question.ts'
import { correctionNeedsSecond } from './needs-second.ts'
import { sameContent } from './same-content.ts'
import { beforeTheConcern, beforeTheLastSighting, timeNeeded } from './time.ts'

type Correcting = Extract<NewEpisodeEntry, { readonly type: 'entry-corrected' }>

/** A correction may say what the entry could have said in the first place, and no more. */
export const correction: Rule = (question) => {
  const { entry, chronology } = question
  if (entry.type !== 'entry-corrected') return undefined
  const target = chronology.find(({ id }) => id === entry.body.corrects)
  if (target === undefined) return { kind: 'no-such-entry', entry: entry.body.corrects }
  if (!isRetimable(target)) return { kind: 'corrects-a-correction' }
  const standing = question.entries.find(({ id }) => id === target.id)
  return (
    refusedField(entry, target) ??
    correctsNothing(entry, standing ?? target) ??
    laterThanRecorded(entry, target, standing) ??
    (standing === undefined ? undefined : notEvenAsNew(entry, standing, question)) ??
    evidenceNeeded(question)
  )
}

function refusedField({ body }: Correcting, target: EpisodeEntry): Refusal | undefined {
  const former: Readonly<Record<string, unknown>> = { ...target.body }
  const refused = Object.entries(body.changes ?? {}).find(
    ([name, value]) => !isCorrectable(target.type, name) || !isOneLike(former[name], value),
  )
  return refused === undefined ? undefined : { kind: 'not-a-field', field: refused[0] }
}

/** A text for a text, a moment for a moment: what is read off the record can be read after a correction too. */
function isOneLike(former: unknown, value: unknown): boolean {
  if (value === null || value === undefined || typeof value === 'number') return false
  if (former === undefined) return true
  if (typeof former !== typeof value || Array.isArray(former) !== Array.isArray(value)) return false
  if (typeof former !== 'string' || typeof value !== 'string') return true
  return parseMoment(former) === undefined || parseMoment(value) !== undefined
}

function correctsNothing({ body }: Correcting, standing: EpisodeEntry): Refusal | undefined {
  const { occurred, body: content } = changed(standing, body)
  return sameContent(occurred, standing.occurred) && sameContent(content, standing.body)
    ? { kind: 'corrects-nothing' }
    : undefined
}

/** Nobody wrote down at 22:40 what happened at 23:10. An entry that did not happen is recorded in error and the right
    one written anew; once that is done its time harms nothing. */
function laterThanRecorded(
  { body }: Correcting,
  target: EpisodeEntry,
  standing: EffectiveEntry | undefined,
): Refusal | undefined {
  if (standing === undefined || body.occurred === undefined) return undefined
  return isStillToCome(body.occurred, target.recorded)
    ? { kind: 'later-than-recorded', recorded: target.recorded }
    : undefined
}

const asIfNew: readonly Rule[] = [
  beforeTheConcern,
  beforeTheLastSighting,
  leftBlankByCorrecting,
  afterTheReturn,
  hasDied,
  deathIsEstablished,
  notReturned,
  policeGradeRisk,
  levelOfThisForce,
  supervisorNeeded,
  reviewAfterGrade,
  homeAfterAgreed,
  afterWhatItAnswers,
  heldInTheOther,
  caresForTheChild,
  allocatedWorkerNeedsReason,
  childsOwnAnswer,
  interviewOffered,
  closesOnlyAfterReturn,
  historyIsNoReason,
]

function notEvenAsNew(entry: Correcting, standing: EffectiveEntry, question: Question): Refusal | undefined {
  const proposed = { ...changed(standing, entry.body), by: entry.by }
  const asked: Question = { ...question, entry: proposed }
  const rules = [
    ...(entry.body.occurred === undefined ? [] : [timeNeeded]),
    ...(entry.body.changes?.['police'] === undefined ? [] : [acceptedByPolice]),
    ...asIfNew,
  ]
  return firstRefusal(rules, asked) ?? historyInReason(entry, asked)
}

function historyInReason({ body }: Correcting, asked: Question): Refusal | undefined {
  const phrase = reasonsForLess(asked).length > 0 ? historyPhrase(body.reason) : undefined
  return phrase === undefined ? undefined : { kind: 'history-is-no-reason', phrase }
}

function evidenceNeeded(question: Question): Refusal | undefined {
  const { entry } = question
  return entry.type === 'entry-corrected' &&
    correctionNeedsSecond(entry, question) &&
    isBlank(entry.body.evidence)
    ? { kind: 'evidence-needed' }
    : undefined
}
