import type { Moment } from '../../src/kernel/moment.ts'
import type { Role } from '../../src/domain/episode/roles.ts'
import type { Obligation } from '../../src/domain/protocol/obligation.ts'
import { answerTo, earlierOf, onceFor } from './answers.ts'
import { later, within } from './due.ts'
import { tellingEveryone } from './everyone.ts'
import type { Night } from './night.ts'
import { laid, owed, type Act, type Terms } from './owed.ts'
import { house, practice } from './sources.ts'
import type { Start } from './start.ts'

const tellOfLocation: Act = {
  duty: 'tell-everyone-of-location',
  title: 'Tell everyone who was told that the child has been found',
  owedBy: 'police',
  each: true,
  source: practice,
}
const tellOfDeath: Act = {
  duty: 'tell-everyone-of-death',
  title: 'Tell everyone who was told, in person where that can be, that the child has died',
  owedBy: 'police',
  source: practice,
}
const bringHome: Act = {
  duty: 'bring-child-home',
  title: 'Bring the child home',
  owedBy: 'responsible-council',
  childFacing: true,
  source: practice,
}
const planForTonight: Act = {
  duty: 'plan-for-tonight',
  title: 'Agree a plan for tonight',
  owedBy: 'responsible-council',
  each: true,
  source: practice,
}
const findSafety: Act = {
  duty: 'find-place-of-safety',
  title: 'Get the child from there to a place of safety',
  owedBy: 'responsible-council',
  childFacing: true,
  each: true,
  source: house,
}
const tellOfReturn: Act = {
  duty: 'tell-everyone-of-return',
  title: 'Tell everyone who was told that the child is back',
  owedBy: 'carer',
  source: practice,
}

/** The child has been found, and comes home. */
export function found(night: Night): readonly Obligation[] {
  const located = night.all('located')
  const alive = located.filter(({ body }) => body.outcome !== 'died')
  const free = located.find(({ body }) => body.outcome === 'well' || body.outcome === 'harmed')
  return [
    ...alive.flatMap((by) =>
      tellingEveryone(night, by, tellOfLocation, 'location', (start) =>
        withinTheHour(night, start, ...police),
      ),
    ),
    ...tellingEveryone(night, night.death, tellOfDeath, 'location', (start) =>
      withinTheHour(night, start, ...police),
    ),
    ...laid(night, free, (start) => {
      const due = within(night, start, 240, '4 hours')
      const met = onceFor(start, night.safeReturns)
      return owed(night, start, bringHome, { due, met, silent: dutyTeamFirst(due.at) })
    }),
    ...alive.flatMap((by) => laid(night, by, (start) => tonight(night, start))),
    ...night.unsafeReturns.flatMap((by) =>
      laid(night, by, (start) => {
        const due = within(night, start, 120, '2 hours')
        const met = onceFor(start, night.safeReturns)
        return owed(night, start, findSafety, { due, met, silent: dutyTeamFirst(due.at) })
      }),
    ),
    ...tellingEveryone(night, night.safeReturns[0], tellOfReturn, 'return', (start) =>
      withinTheHour(night, start, 'home-on-call', 'duty-team'),
    ),
  ]
}

function tonight(night: Night, start: Start): Obligation {
  const due = within(night, start, 120, '2 hours')
  const died = answerTo(start, night.all('located'), ({ body }) => body.outcome === 'died')
  return owed(night, start, planForTonight, {
    due,
    met: answerTo(start, night.all('answered'), ({ body }) => body.question === 'plan-for-tonight'),
    cancelled: earlierOf(onceFor(start, night.safeReturns), died),
    silent: dutyTeamFirst(due.at),
  })
}

function dutyTeamFirst(due: Moment): Terms['silent'] {
  return [
    ['duty-team', due],
    ['senior-manager', later(due, 120)],
  ]
}

const police = ['police-supervisor', 'missing-coordinator'] as const

function withinTheHour(night: Night, start: Start, first: Role, second: Role): Terms {
  const due = within(night, start, 60, '1 hour')
  return {
    due,
    silent: [
      [first, due.at],
      [second, later(due.at, 120)],
    ],
  }
}
