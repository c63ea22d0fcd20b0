import { accepted, type Decision, refused } from '../../kernel/decision.ts'
import type { Moment } from '../../kernel/moment.ts'
import { commands, type Circumstances, type EpisodeCommand, type Refusal } from './command.ts'
import { effective } from './effective.ts'
import type { Chronology, EpisodeBodies, NewEpisodeEntry } from './entries.ts'
import type { Occurred } from './entry.ts'
import { episodeOf } from './evolve.ts'
import { afterCareIsBack, notByItsHolder, ofItsSubject, saysWhatIsMissing } from './rules/care.ts'
import { closesOnlyAfterReturn, dutiesOpen, reopensAfterClosing } from './rules/closing.ts'
import { closesAgain, losesItsEnding, opensBesideAnother, owesAgain } from './rules/consequence.ts'
import { correction } from './rules/correction.ts'
import { deathIsEstablished } from './rules/death.ts'
import { gradeInError, recordedInError } from './rules/error.ts'
import { levelOfThisForce, policeGradeRisk, reviewAfterGrade, supervisorNeeded } from './rules/grade.ts'
import { historyIsNoReason } from './rules/history-is-no-reason.ts'
import {
  allocatedWorkerNeedsReason,
  caresForTheChild,
  childsOwnAnswer,
  interviewOffered,
} from './rules/interview.ts'
import { ofAnEnquiry } from './rules/enquiry.ts'
import { correctionNeedsSecond, voidNeedsSecond } from './rules/needs-second.ts'
import { leftBlank } from './rules/left-blank.ts'
import {
  afterWhatItAnswers,
  answersAChallenge,
  answersAQuestion,
  answersTheRequest,
  answersTheTelling,
  answersTheWriteUp,
  heldInTheOther,
  ofAnInterviewHeld,
  passageOfAnInterview,
  toldWhereTheyWork,
  writtenAgain,
  writtenForTheirKind,
} from './rules/reference.ts'
import {
  asNarrowAsItsSource,
  comparedWithAnother,
  dueAfterAgreed,
  learnedFromSomething,
  ofAFinding,
  ofAnActionThatRuns,
  sharesAFinding,
} from './rules/finding.ts'
import { answeredByWhoReads, undoneByWhoReads } from './rules/kept-by-police.ts'
import { markedForPolice } from './rules/sign-off.ts'
import { firstRefusal, isBlank, type Question, type Rule } from './rules/question.ts'
import { secondPerson } from './rules/second-person.ts'
import {
  acceptedByPolice,
  afterTheReturn,
  alreadyBegun,
  alreadyReported,
  closed,
  hasDied,
  homeAfterAgreed,
  notBegun,
  notClosed,
  notReturned,
  voided,
} from './rules/stage.ts'
import { beforeTheConcern, beforeTheLastSighting, inTheFuture, timeNeeded } from './rules/time.ts'

/** Every rule of the field, in the order in which a person would be told: first whether the episode takes such an entry
    at all, then when, then what it says. */
const rules: readonly Rule[] = [
  notBegun,
  voided,
  alreadyBegun,
  closed,
  notClosed,
  ofItsSubject,
  saysWhatIsMissing,
  notByItsHolder,
  inTheFuture,
  timeNeeded,
  beforeTheConcern,
  afterTheReturn,
  alreadyReported,
  acceptedByPolice,
  beforeTheLastSighting,
  leftBlank,
  hasDied,
  deathIsEstablished,
  notReturned,
  policeGradeRisk,
  levelOfThisForce,
  supervisorNeeded,
  reviewAfterGrade,
  homeAfterAgreed,
  afterCareIsBack,
  answersAChallenge,
  answersAQuestion,
  passageOfAnInterview,
  ofAnInterviewHeld,
  writtenAgain,
  answersTheWriteUp,
  answersTheRequest,
  answersTheTelling,
  toldWhereTheyWork,
  writtenForTheirKind,
  learnedFromSomething,
  ofAFinding,
  sharesAFinding,
  comparedWithAnother,
  ofAnActionThatRuns,
  answeredByWhoReads,
  undoneByWhoReads,
  asNarrowAsItsSource,
  dueAfterAgreed,
  ofAnEnquiry,
  afterWhatItAnswers,
  heldInTheOther,
  caresForTheChild,
  allocatedWorkerNeedsReason,
  childsOwnAnswer,
  interviewOffered,
  markedForPolice,
  historyIsNoReason,
  correction,
  recordedInError,
  gradeInError,
  secondPerson,
  closesOnlyAfterReturn,
  reopensAfterClosing,
  dutiesOpen,
  opensBesideAnother,
  losesItsEnding,
  owesAgain,
  closesAgain,
]

/** Takes what was proposed or says why not, in the words of the field. `now` is the moment of recording, UTC. What it
    accepts is not always what was proposed: whether a correction waits for a second person is decided here, a supervisor
    who grades is named as one, an interview by the allocated worker is marked as theirs, and a yes to any part of the national definition is worry now. Throws only when a command carries another command's entry. */
export function decide(
  chronology: Chronology,
  command: EpisodeCommand,
  circumstances: Circumstances,
  now: Moment,
): Decision<NewEpisodeEntry, Refusal> {
  const { entry } = command
  if (commands[command.name] !== entry.type)
    throw new Error(`The command ${command.name} does not carry an entry ${entry.type}.`)
  const question: Question = {
    chronology,
    entries: effective(chronology),
    episode: episodeOf(chronology),
    entry,
    circumstances,
    now,
  }
  const settled = { ...question, entry: settledBy(question) }
  const refusal = firstRefusal(rules, settled)
  return refusal === undefined ? accepted([settled.entry]) : refused(refusal)
}

function settledBy(question: Question): NewEpisodeEntry {
  const { entry } = question
  if (entry.type === 'entry-corrected')
    return markedAsTheirs(
      { ...entry, body: { ...entry.body, needsSecond: correctionNeedsSecond(entry, question) } },
      question,
    )
  if (entry.type === 'recorded-in-error') {
    const { scope, why, reason } = entry.body
    const waits = voidNeedsSecond(entry, question)
    return { ...entry, body: { scope, why, reason, ...(waits && { needsSecond: true }) } }
  }
  if (entry.type === 'interview-held' && question.circumstances.interviewer === 'allocated-worker')
    return { ...entry, body: { ...entry.body, allocatedWorker: true } }
  if (entry.type === 'finding-recorded') return { ...entry, body: ownedByPolice(entry.body) }
  if (entry.type === 'interview-served') return { ...entry, occurred: whenHeld(question) ?? entry.occurred }
  if (entry.type === 'threshold-assessed') return { ...entry, body: raised(entry.body) }
  const isSupervisor = entry.type === 'risk-assessed' && entry.by.role === 'police-supervisor'
  return isSupervisor && isBlank(entry.body.supervisor)
    ? { ...entry, body: { ...entry.body, supervisor: entry.by.name } }
    : entry
}

/** A correction that names the allocated worker as the interviewer says so too. */
function markedAsTheirs(entry: Correcting, { chronology, circumstances }: Question): Correcting {
  const { changes, corrects } = entry.body
  const target = chronology.find(({ id }) => id === corrects)
  if (circumstances.interviewer !== 'allocated-worker' || target?.type !== 'interview-held') return entry
  if (changes?.['interviewer'] === undefined) return entry
  return { ...entry, body: { ...entry.body, changes: { ...changes, allocatedWorker: true } } }
}

/** What only police read is theirs to answer, and nobody says so of anything else. */
function ownedByPolice({
  owner: _,
  ...body
}: EpisodeBodies['finding-recorded']): EpisodeBodies['finding-recorded'] {
  return body.intelligence === undefined ? body : { ...body, owner: 'police' }
}

type Correcting = Extract<NewEpisodeEntry, { readonly type: 'entry-corrected' }>

/** An interview that was about this episode too happened when it was held, whenever it is written down here. */
function whenHeld({ entry, circumstances }: Question): Occurred | undefined {
  if (entry.type !== 'interview-served') return undefined
  const { episode, interview } = entry.body
  return circumstances.heldElsewhere.find((one) => one.episode === episode && one.interview === interview)
    ?.occurred
}

/** Out of character, crime, risk to self or another: they can only raise (national definition, one-minute guide). */
function raised(body: EpisodeBodies['threshold-assessed']): EpisodeBodies['threshold-assessed'] {
  const { outOfCharacter, maySufferCrime, riskToSelfOrOthers } = body
  const isYes = [outOfCharacter, maySufferCrime, riskToSelfOrOthers].includes('yes')
  return isYes ? { ...body, worriedNow: true } : body
}
