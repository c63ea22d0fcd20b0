import { parseMoment, type Moment } from '../../src/kernel/moment.ts'
import type { Role } from '../../src/domain/episode/roles.ts'
import type { EffectiveOf } from '../../src/domain/episode/state.ts'
import type { Obligation } from '../../src/domain/protocol/obligation.ts'
import { answerTo, onceFor } from './answers.ts'
import { later, within, withinWorkingDays, workingDaysAfter } from './due.ts'
import type { Night } from './night.ts'
import { laid, owed, type Act } from './owed.ts'
import { fostering, framework, noted, practice } from './sources.ts'
import { isTrueOf, type Start } from './start.ts'
import { isLookedAfter } from './telling-others.ts'

const agree: Act = {
  duty: 'agree-homecoming',
  title: 'Agree who brings the child home, by when, how, and where to if not there',
  owedBy: 'responsible-council',
  childFacing: true,
  each: true,
  source: practice,
}
const asAgreed: Act = {
  duty: 'bring-home-as-agreed',
  title: 'Bring the child home by the time that was agreed',
  owedBy: 'responsible-council',
  childFacing: true,
  each: true,
  source: practice,
}
const byPolice: Act = {
  duty: 'bring-home-by-police',
  title: 'Bring the child home, because there is danger or a power is used',
  owedBy: 'police',
  childFacing: true,
  each: true,
  source: practice,
}
const welcome: Act = {
  duty: 'welcome-child',
  title: 'Welcome the child with food, rest, what they need medically and a plan for tonight',
  owedBy: 'carer',
  childFacing: true,
  source: noted(fostering, 'the handbook gives no time: two hours are a setting'),
}
const talk: Act = {
  duty: 'talk-it-over',
  title: 'Talk it over with the child, to put right what can be put right',
  owedBy: 'carer',
  childFacing: true,
  source: noted(framework, 'the framework says restorative and gives no time'),
}

/** Who brings the child home, and how they are met there. */
export function homecoming(night: Night): readonly Obligation[] {
  const free = night.all('located').filter(({ body }) => body.outcome === 'well' || body.outcome === 'harmed')
  const agreements = night.all('homecoming-agreed')
  const [back] = night.safeReturns
  const reported = night.all('reported-missing').length > 0 ? back : undefined
  return [
    ...free.flatMap((by) => laid(night, by, (start) => agreed(night, start))),
    ...agreements.filter(isCouncils).flatMap((by) => laid(night, by, (start) => brought(night, start, by))),
    ...agreements
      .filter((by) => !isCouncils(by))
      .flatMap((by) => laid(night, by, (start) => brought(night, start, by))),
    ...laid(night, reported, (start) => {
      if (!isTrueOf(night, start, isLookedAfter)) return undefined
      const due = within(night, start, 120, '2 hours')
      const met = answerTo(start, night.all('child-welcomed'))
      return owed(night, start, welcome, { due, met, silent: home(due.at, later(due.at, 240)) })
    }),
    ...laid(night, reported, (start) => {
      if (!isTrueOf(night, start, isLookedAfter)) return undefined
      const due = withinWorkingDays(night, start, 3)
      const met = answerTo(start, night.all('conversation-held'))
      return owed(night, start, talk, { due, met, silent: home(due.at, workingDaysAfter(night, due.at, 2)) })
    }),
  ]
}

function agreed(night: Night, start: Start): Obligation {
  const due = within(night, start, 60, '1 hour')
  return owed(night, start, agree, {
    due,
    met: answerTo(start, night.all('homecoming-agreed')),
    cancelled: onceFor(start, night.safeReturns),
    silent: [
      ['duty-team', due.at],
      ['senior-manager', later(due.at, 60)],
    ],
  })
}

function brought(night: Night, start: Start, by: EffectiveOf<'homecoming-agreed'>): Obligation {
  const at = parseMoment(by.body.byWhen) ?? start.at
  const because = `the time that ${by.by.name} set at ${night.words(by.occurred.at)}`
  const [first, then]: readonly [Role, Role] = isCouncils(by)
    ? ['duty-team', 'senior-manager']
    : ['police-supervisor', 'missing-coordinator']
  return owed(night, start, isCouncils(by) ? asAgreed : byPolice, {
    due: { at, endOfDay: false, provisional: false, because },
    met: onceFor(start, night.safeReturns),
    cancelled: answerTo(start, night.all('homecoming-agreed')),
    silent: [
      [first, at],
      [then, later(at, 120)],
    ],
  })
}

function isCouncils({ body }: EffectiveOf<'homecoming-agreed'>): boolean {
  return body.led === 'council'
}

function home(first: Moment, then: Moment) {
  return [
    ['home-on-call', first],
    ['provider-manager', then],
  ] as const
}
