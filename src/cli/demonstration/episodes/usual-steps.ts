import type { EpisodeBodies, Tidings } from '../../../domain/episode/entries.ts'
import type { Role } from '../../../domain/episode/roles.ts'
import type { CastName } from '../cast.ts'
import { type Step, step } from '../episode-plan.ts'

/** Steps that many nights have, so that a plan says only what is particular to its night. */

export function tell(minutesAgo: number, by: CastName, role: Role, about: Tidings, who: string): Step {
  return step(minutesAgo, by, 'inform-agency', {
    role,
    about,
    told: { kind: 'told', who, means: 'telephone' },
  })
}

export function tellAll(
  minutesAgo: number,
  by: CastName,
  about: Tidings,
  whom: readonly (readonly [Role, string])[],
): readonly Step[] {
  return whom.map(([role, who]) => tell(minutesAgo, by, role, about, who))
}

export function ring(minutesAgo: number, by: CastName, reference: string, account: string): Step {
  return step(minutesAgo, by, 'report-missing', {
    police: { kind: 'rang', number: '101', callTaker: 'Control room, call-taker 7718', reference },
    account,
  })
}

export function seen(minutesAgo: number, by: CastName, text: string): Step {
  return step(minutesAgo, by, 'answer', { question: 'last-seen', text })
}

export function act(minutesAgo: number, by: CastName, action: string, outcome: string): Step {
  return step(minutesAgo, by, 'take-action', { action, outcome })
}

/** A grade by the supervisor, with its next review so many minutes after it. */
export function grade(
  minutesAgo: number,
  level: EpisodeBodies['risk-assessed']['level'],
  reviewAfter: number,
  said: Pick<EpisodeBodies['risk-assessed'], 'accountOf' | 'indicators' | 'reason' | 'firstActions'>,
): Step {
  return step(minutesAgo, 'imran', 'assess-risk', ({ ago }) => ({
    level,
    ...said,
    nextReview: ago(minutesAgo - reviewAfter),
  }))
}

export function worried(minutesAgo: number, by: CastName, why: string): Step {
  return step(minutesAgo, by, 'assess-threshold', { worriedNow: true, why })
}

export function notWorried(minutesAgo: number, by: CastName, why: string): Step {
  return step(minutesAgo, by, 'assess-threshold', { worriedNow: false, why })
}

export const fromHome = {
  whereabouts: 'unknown',
  authorisation: 'not-authorised',
  how: 'noticed',
} as const
