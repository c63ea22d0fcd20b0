import { millisecondsOf } from '../../src/kernel/moment.ts'
import type { Role } from '../../src/domain/episode/roles.ts'
import type { EffectiveOf } from '../../src/domain/episode/state.ts'
import type { Facts } from '../../src/domain/protocol/facts.ts'
import type { Obligation } from '../../src/domain/protocol/obligation.ts'
import { answerTo, isBy } from './answers.ts'
import { within, withinWorkingDays, workingDaysAfter } from './due.ts'
import { tellingEveryone } from './everyone.ts'
import type { Night } from './night.ts'
import { laid, owed, type Act } from './owed.ts'
import { house, norfolk, practice } from './sources.ts'
import { isTrueOf, type Start } from './start.ts'

const thirdIn42Days: Act = {
  duty: 'meet-on-third-in-42-days',
  title: 'Talk with police and hold a meeting on the third absence in 42 days',
  owedBy: 'social-worker',
  source: norfolk,
}
const thirdIn90Days: Act = {
  duty: 'meet-on-third-in-90-days',
  title: 'Hold a meeting on the third absence in 90 days',
  owedBy: 'social-worker',
  source: practice,
}
const answerStillMissing: Act = {
  duty: 'answer-still-missing',
  title: 'Say whether the child is still missing',
  owedBy: 'responsible-council',
  each: true,
  source: house,
}
const tellOfError: Act = {
  duty: 'tell-everyone-of-error',
  title: 'Tell everyone who was told that this was recorded in error',
  owedBy: 'duty-team',
  source: house,
}

/** Repeated absence, the question of an import, and a record made in error. */
export function atAnyStage(night: Night): readonly Obligation[] {
  const [report] = night.all('reported-missing')
  const asked = night.all('asked').filter(({ body }) => body.question === 'still-missing')
  return [
    ...laid(night, report, (start) => repeat(night, start, thirdIn42Days, 42, 2, 2)),
    ...laid(night, report, (start) => repeat(night, start, thirdIn90Days, 90, 5, 5)),
    ...asked.flatMap((by) => laid(night, by, (start) => stillMissing(night, start))),
    ...tellingEveryone(night, night.void, tellOfError, 'void', (start) => {
      const due = within(night, start, 120, '2 hours')
      const silent = [
        ['missing-coordinator', due.at] as const,
        ['senior-manager', workingDaysAfter(night, due.at, 1)] as const,
      ]
      return { due, silent }
    }),
  ]
}

function repeat(
  night: Night,
  start: Start,
  act: Act,
  days: number,
  within: number,
  more: number,
): Obligation | undefined {
  const began = night.all('concern-raised')[0]?.occurred.at ?? start.at
  const isRecent = ({ from }: Facts['earlierEpisodes'][number]) =>
    from <= began && millisecondsOf(began) - millisecondsOf(from) <= days * 86_400_000
  if (!isTrueOf(night, start, (facts) => facts.earlierEpisodes.filter(isRecent).length >= 2)) return undefined
  const due = withinWorkingDays(night, start, within)
  return owed(night, start, act, {
    due,
    met: answerTo(start, night.all('meeting-held'), ({ body }) => body.kind === 'repeat'),
    silent: [
      ['team-manager', due.at],
      ['senior-manager', workingDaysAfter(night, due.at, more)],
    ],
  })
}

const whoMayAnswer: readonly Role[] = [
  'responsible-council',
  'social-worker',
  'team-manager',
  'duty-team',
  'missing-coordinator',
  'senior-manager',
  'missing-service',
]

function stillMissing(night: Night, start: Start): Obligation {
  const due = withinWorkingDays(night, start, 1)
  const isAnswer = (entry: EffectiveOf<'answered'>) =>
    entry.body.question === 'still-missing' &&
    (entry.body.asked === undefined || entry.body.asked === start.by.id) &&
    isBy(entry, whoMayAnswer)
  return owed(night, start, answerStillMissing, {
    due,
    met: answerTo(start, night.all('answered'), isAnswer),
    cancelled: answerTo(start, night.all('located'), ({ body }) => body.outcome === 'died'),
    silent: [
      ['missing-coordinator', due.at],
      ['senior-manager', workingDaysAfter(night, due.at, 1)],
    ],
  })
}
