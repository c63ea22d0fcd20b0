import { parseMoment } from '../../src/kernel/moment.ts'
import type { EffectiveOf } from '../../src/domain/episode/state.ts'
import type { Obligation } from '../../src/domain/protocol/obligation.ts'
import { answerTo, earlierOf, onceFor } from './answers.ts'
import { later, within } from './due.ts'
import type { Night } from './night.ts'
import { laid, owed, type Act } from './owed.ts'
import { guideSetting, house, noted, police, practice } from './sources.ts'
import type { Start } from './start.ts'

const gradeRisk: Act = {
  duty: 'grade-risk',
  title: 'Take a detailed account and grade the risk of this report',
  owedBy: 'police',
  childFacing: true,
  source: noted(guideSetting, 'each report in its own right'),
}
const reviewRisk: Act = {
  duty: 'review-risk',
  title: 'Look at the risk again',
  owedBy: 'police',
  childFacing: true,
  each: true,
  source: police,
}
const updateCarer: Act = {
  duty: 'update-carer',
  title: 'Tell the carer what police are doing',
  owedBy: 'police',
  each: true,
  source: practice,
}
const answerChallenge: Act = {
  duty: 'answer-challenge',
  title: 'Answer the challenge to the grade',
  owedBy: 'police-supervisor',
  each: true,
  source: house,
}

/** Police grade the report, look at the grade again, tell the carer, and answer whoever challenges it. */
export function grading(night: Night): readonly Obligation[] {
  const grades = night.all('risk-assessed')
  return [
    ...laid(night, night.all('reported-missing')[0], (start) => grade(night, start)),
    ...grades.flatMap((by) => laid(night, by, (start) => review(night, start, by))),
    ...grades.flatMap((by) => laid(night, by, (start) => update(night, start))),
    ...night.all('grade-challenged').flatMap((by) => laid(night, by, (start) => answer(night, start))),
  ]
}

function grade(night: Night, start: Start): Obligation {
  const due = within(night, start, 60, '1 hour')
  return owed(night, start, gradeRisk, {
    due,
    met: answerTo(start, night.all('risk-assessed')),
    cancelled: onceFor(start, night.safeReturns),
    silent: [
      ['police-supervisor', due.at],
      ['missing-coordinator', later(due.at, 60)],
    ],
  })
}

function review(night: Night, start: Start, by: EffectiveOf<'risk-assessed'>): Obligation {
  const at = parseMoment(by.body.nextReview) ?? start.at
  const because = `the time that ${by.by.name} set at ${night.words(by.occurred.at)}`
  const died = answerTo(start, night.all('located'), ({ body }) => body.outcome === 'died')
  return owed(night, start, reviewRisk, {
    due: { at, endOfDay: false, provisional: false, because },
    met: answerTo(start, night.all('risk-assessed')),
    cancelled: earlierOf(onceFor(start, night.safeReturns), died),
    silent: [
      ['police-supervisor', at],
      ['missing-coordinator', later(at, 60)],
    ],
  })
}

function update(night: Night, start: Start): Obligation {
  const due = within(night, start, 120, '2 hours')
  const isUpdate = ({ body }: EffectiveOf<'agency-informed'>) =>
    body.told.kind === 'told' && (body.role === 'carer' || body.role === 'parents')
  return owed(night, start, updateCarer, {
    due,
    met: answerTo(start, night.all('agency-informed'), isUpdate),
    cancelled: onceFor(start, night.safeReturns),
    silent: [
      ['police-supervisor', due.at],
      ['missing-coordinator', later(due.at, 240)],
    ],
  })
}

function answer(night: Night, start: Start): Obligation {
  const due = within(night, start, 60, '1 hour')
  const isOfThis = ({ body }: EffectiveOf<'challenge-answered'>) => body.challenge === start.by.id
  return owed(night, start, answerChallenge, {
    due,
    met: answerTo(start, night.all('challenge-answered'), isOfThis),
    silent: [
      ['missing-coordinator', due.at],
      ['senior-manager', later(due.at, 120)],
    ],
  })
}
