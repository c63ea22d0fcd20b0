import type { EffectiveEntry } from '../../src/domain/episode/state.ts'
import type { Obligation } from '../../src/domain/protocol/obligation.ts'
import { answerTo, earlierOf, onceFor } from './answers.ts'
import { ageOf, later, within, withinReasonableTime, type Due } from './due.ts'
import { lostAgain, type Night } from './night.ts'
import { laid, owed, type Act } from './owed.ts'
import { coventry, guideSetting, noted } from './sources.ts'
import { isTrueOf, type Start } from './start.ts'

const whenWorried: Act = {
  duty: 'tell-police-when-worried',
  title: 'Tell police now',
  owedBy: 'carer',
  source: noted(guideSetting, 'at once: others are told when ten minutes have gone by'),
}
const ofYoungChild: Act = {
  duty: 'tell-police-of-young-child',
  title: 'Tell police at once about a child of 12 or under',
  owedBy: 'carer',
  source: noted(coventry, 'where the age is not known it counts as 12 or under'),
}
const afterLooking: Act = {
  duty: 'tell-police-after-looking',
  title: 'Tell police once reasonable time has passed',
  owedBy: 'carer',
  source: noted(guideSetting, 'the guide says after all reasonable attempts'),
}
const whenLostAgain: Act = {
  duty: 'tell-police-when-lost-again',
  title: 'Tell police that the child was found and has gone again',
  owedBy: 'carer',
  each: true,
  source: afterLooking.source,
}

/** Police are told: at once when somebody is worried or the child is young, else when looking has not found them. */
export function tellingPolice(night: Night): readonly Obligation[] {
  const assessed = night.all('threshold-assessed')
  const worried = assessed.find(({ body }) => body.worriedNow)
  const unworried = assessed.find(({ body }) => !body.worriedNow)
  const noticed = night.all('concern-raised').find(({ body }) => body.how !== 'imported')
  return [
    ...laid(night, worried, (start) => {
      const due = within(night, start, 10, '10 minutes')
      return telling(night, start, whenWorried, due, onceFor(start, night.safeReturns))
    }),
    ...laid(night, noticed, (start) => {
      if (!isTrueOf(night, start, (facts) => (ageOf(facts, start.at) ?? 0) <= 12)) return undefined
      const due = within(night, start, 10, '10 minutes')
      return telling(night, start, ofYoungChild, due, backOrFound(night, start))
    }),
    ...laid(night, unworried, (start) => {
      const due = withinReasonableTime(night, start)
      return telling(night, start, afterLooking, due, backOrFound(night, start))
    }),
    ...lostAgain(night).flatMap((by) =>
      laid(night, by, (start) => {
        const due = withinReasonableTime(night, start)
        return telling(night, start, whenLostAgain, due, backOrFound(night, start))
      }),
    ),
  ]
}

function telling(
  night: Night,
  start: Start,
  act: Act,
  due: Due,
  cancelled: EffectiveEntry | undefined,
): Obligation {
  const met = onceFor(start, night.all('reported-missing'))
  const silent = [['home-on-call', due.at] as const, ['duty-team', later(due.at, 10)] as const]
  return owed(night, start, act, { due, met, cancelled, silent })
}

function backOrFound(night: Night, start: Start): EffectiveEntry | undefined {
  return earlierOf(onceFor(start, night.safeReturns), answerTo(start, night.all('located')))
}
