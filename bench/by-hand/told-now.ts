import { tellable } from '../../src/domain/episode/return-bodies.ts'
import type { Role } from '../../src/domain/episode/roles.ts'
import type { EffectiveOf } from '../../src/domain/episode/state.ts'
import type { Obligation } from '../../src/domain/protocol/obligation.ts'
import { answerTo, isBy } from './answers.ts'
import { later, within } from './due.ts'
import type { Night } from './night.ts'
import { laid, owed, type Act } from './owed.ts'
import { house } from './sources.ts'
import type { Start } from './start.ts'

const common = {
  title: 'Act on what you were told at once, and say what you did',
  each: true,
  source: house,
} as const
const workers: readonly Role[] = ['social-worker', 'team-manager', 'duty-team']
const officers: readonly Role[] = ['police', 'police-supervisor']

interface Told {
  readonly act: Act
  readonly by: readonly Role[]
  readonly silent: readonly [Role, Role]
}

const told: Readonly<Record<EffectiveOf<'told-now'>['body']['to'], Told>> = {
  'social-worker': {
    act: { ...common, duty: 'act-on-telling', owedBy: 'social-worker' },
    by: workers,
    silent: ['team-manager', 'duty-team'],
  },
  'duty-team': {
    act: { ...common, duty: 'act-on-telling-by-night', owedBy: 'duty-team' },
    by: workers,
    silent: ['team-manager', 'senior-manager'],
  },
  police: {
    act: { ...common, duty: 'act-on-telling-by-police', owedBy: 'police' },
    by: officers,
    silent: ['police-supervisor', 'missing-coordinator'],
  },
}

/** Whoever was told something at once owes an answer within the hour. */
export function toldNow(night: Night): readonly Obligation[] {
  return tellable.flatMap((to) =>
    night
      .all('told-now')
      .filter(({ body }) => body.to === to)
      .flatMap((by) => laid(night, by, (start) => answered(night, start, told[to]))),
  )
}

function answered(night: Night, start: Start, { act, by, silent: [first, then] }: Told): Obligation {
  const due = within(night, start, 60, '1 hour')
  const isOfThis = (entry: EffectiveOf<'telling-answered'>) =>
    entry.body.telling === start.by.id && isBy(entry, by)
  return owed(night, start, act, {
    due,
    met: answerTo(start, night.all('telling-answered'), isOfThis),
    silent: [
      [first, due.at],
      [then, later(due.at, 60)],
    ],
  })
}
