import { parseMoment } from '../../src/kernel/moment.ts'
import type { EffectiveOf } from '../../src/domain/episode/state.ts'
import type { Obligation } from '../../src/domain/protocol/obligation.ts'
import { answerTo } from './answers.ts'
import { withinWorkingDays, workingDaysAfter } from './due.ts'
import type { Night } from './night.ts'
import { laid, owed, type Act, type Terms } from './owed.ts'
import { house, noted } from './sources.ts'
import type { Start } from './start.ts'

const answer: Act = {
  duty: 'answer-finding',
  title: 'Agree what is done about what was learned, or say why nothing is',
  owedBy: 'social-worker',
  each: true,
  source: noted(house, 'every finding of concern becomes an action or a reason why there is none'),
}
const carryOut: Act = {
  duty: 'do-what-was-agreed',
  title: 'Do what was agreed about what was learned, and record what shows it',
  owedBy: 'social-worker',
  each: true,
  source: house,
}

/** What was learned leads to an action or to a reason, and an action to its doing. */
export function findings(night: Night): readonly Obligation[] {
  const ofConcern = night.all('finding-recorded').filter(({ body }) => body.ofConcern)
  return [
    ...ofConcern.flatMap((by) => laid(night, by, (start) => answered(night, start, by))),
    ...night.all('action-agreed').flatMap((by) => laid(night, by, (start) => done(night, start, by))),
  ]
}

/** By police, where only they read it. */
function answered(night: Night, start: Start, by: EffectiveOf<'finding-recorded'>): Obligation {
  const due = withinWorkingDays(night, start, 2)
  const act = { ...answer, owedBy: by.body.owner ?? answer.owedBy }
  const isOfThis = ({ body }: { readonly body: { readonly finding: string } }) => body.finding === start.by.id
  return owed(night, start, act, {
    due,
    met: answerTo(start, night.all('action-agreed'), isOfThis),
    discharged: answerTo(start, night.all('no-action-decided'), isOfThis),
    silent: managers(night, due.at),
  })
}

/** By whoever it names, of whom nobody is told that they are silent. */
function done(night: Night, start: Start, by: EffectiveOf<'action-agreed'>): Obligation {
  const at = parseMoment(by.body.byWhen) ?? start.at
  const because = `the time that ${by.by.name} set at ${night.words(by.occurred.at)}`
  const isOfThis = ({ body }: { readonly body: { readonly action: string } }) => body.action === by.id
  const act = { ...carryOut, owedBy: by.body.owner }
  return owed(night, start, act, {
    due: { at, endOfDay: false, provisional: false, because },
    met: answerTo(start, night.all('action-done'), isOfThis),
    discharged: answerTo(start, night.all('action-ended'), isOfThis),
    silent: managers(night, at).filter(([tell]) => tell !== act.owedBy),
  })
}

function managers(night: Night, at: Start['at']): Terms['silent'] {
  return [
    ['team-manager', at],
    ['senior-manager', workingDaysAfter(night, at, 2)],
  ]
}
