import type { EntryId } from '../../src/domain/episode/entry.ts'
import type { Role } from '../../src/domain/episode/roles.ts'
import type { EffectiveEntry, EffectiveOf } from '../../src/domain/episode/state.ts'
import type { Obligation } from '../../src/domain/protocol/obligation.ts'
import { answerTo, earlierOf, isBy } from './answers.ts'
import { within, withinWorkingDays, workingDaysAfter } from './due.ts'
import type { Night } from './night.ts'
import { laid, owed, type Act } from './owed.ts'
import { house, noted, practice, statutory } from './sources.ts'
import type { Start } from './start.ts'

const afterAll: Act = {
  duty: 'return-interview-after-all',
  title: 'Hold the interview that the child declined and now wants',
  owedBy: 'missing-service',
  childFacing: true,
  each: true,
  source: noted(house, 'as long as the first time'),
}
const takeAccount: Act = {
  duty: 'take-carers-account',
  title: 'Ask whoever cares for the child what they know',
  owedBy: 'missing-service',
  each: true,
  source: statutory,
}
const answerAsHost: Act = {
  duty: 'answer-as-host',
  title: 'Say whether the host council holds the interview',
  owedBy: 'host-council',
  each: true,
  source: noted(statutory, 'the working day is a setting'),
}
const writeUp: Act = {
  duty: 'write-up-interview',
  title: 'Write up the interview',
  owedBy: 'missing-service',
  each: true,
  source: practice,
}
const writeAgain: Act = {
  duty: 'write-up-again',
  title: 'Write up again what was sent back',
  owedBy: 'missing-service',
  each: true,
  source: house,
}
const approve: Act = {
  duty: 'approve-write-up',
  title: 'Approve the write-up, or send it back',
  owedBy: 'missing-coordinator',
  each: true,
  source: house,
}

/** Held for this absence: in its own episode, or in another that was about it too. */
export function heldFor(night: Night, start: Start): EffectiveEntry | undefined {
  return earlierOf(
    answerTo(start, night.all('interview-held')),
    answerTo(start, night.all('interview-served')),
  )
}

const deciders: readonly Role[] = ['missing-coordinator', 'team-manager', 'senior-manager']

/** The child's own no, or a manager's decision. */
export function notToBeHeld(night: Night, start: Start): EffectiveEntry | undefined {
  return earlierOf(
    answerTo(start, night.all('interview-declined'), isOwnAnswer),
    answerTo(start, night.all('interview-not-held'), (entry) => isBy(entry, deciders)),
  )
}

function isOwnAnswer({ body }: EffectiveOf<'interview-declined'>): boolean {
  return body.childsOwnAnswer
}

/** What follows from each answer, each interview and each write-up. */
export function interviews(night: Night): readonly Obligation[] {
  const refusals = night.all('interview-declined').filter(isOwnAnswer)
  const yesAfterNo = night
    .all('interview-accepted')
    .filter(({ occurred }) => refusals.some((no) => no.occurred.at <= occurred.at))
  return [
    ...yesAfterNo.flatMap((by) =>
      laid(night, by, (start) => {
        const due = within(night, start, 72 * 60, '72 hours')
        const ends = { met: heldFor(night, start), discharged: notToBeHeld(night, start) }
        return owed(night, start, afterAll, { due, ...ends, silent: coordinator(night, due.at, 1) })
      }),
    ),
    ...refusals.flatMap((by) =>
      laid(night, by, (start) => {
        const due = withinWorkingDays(night, start, 2)
        const met = answerTo(start, night.all('carers-account-taken'))
        return owed(night, start, takeAccount, { due, met, silent: coordinator(night, due.at, 2) })
      }),
    ),
    ...night.all('host-asked').flatMap((by) => laid(night, by, (start) => hosted(night, start))),
    ...night.all('interview-held').flatMap((by) =>
      laid(night, by, (start) => {
        const due = withinWorkingDays(night, start, 1)
        const met = answerTo(
          start,
          night.all('interview-written-up'),
          ({ body }) => body.interview === start.by.id,
        )
        return owed(night, start, writeUp, { due, met, silent: coordinator(night, due.at, 2) })
      }),
    ),
    ...night.all('interview-sent-back').flatMap((by) =>
      laid(night, by, (start) => {
        const due = withinWorkingDays(night, start, 1)
        const met = answerTo(
          start,
          night.all('interview-written-up'),
          ({ body }) => body.again === start.by.id,
        )
        return owed(night, start, writeAgain, { due, met, silent: coordinator(night, due.at, 2) })
      }),
    ),
    ...night
      .all('interview-written-up')
      .flatMap((by) => laid(night, by, (start) => approved(night, start, by.body.interview))),
  ]
}

function hosted(night: Night, start: Start): Obligation {
  const due = withinWorkingDays(night, start, 1)
  return owed(night, start, answerAsHost, {
    due,
    met: answerTo(start, night.all('host-answered'), ({ body }) => body.asked === start.by.id),
    cancelled: heldFor(night, start),
    silent: [
      ['missing-service', due.at],
      ['missing-coordinator', workingDaysAfter(night, due.at, 1)],
    ],
  })
}

function approved(night: Night, start: Start, interview: EntryId): Obligation {
  const due = withinWorkingDays(night, start, 2)
  const isOfThis = ({ body }: EffectiveOf<'interview-approved' | 'interview-sent-back'>) =>
    body.writeUp === start.by.id
  return owed(night, start, approve, {
    due,
    met: earlierOf(
      answerTo(start, night.all('interview-approved'), isOfThis),
      answerTo(start, night.all('interview-sent-back'), isOfThis),
    ),
    // What takes its place waits for an answer of its own.
    cancelled: answerTo(start, night.all('interview-written-up'), ({ body }) => body.interview === interview),
    silent: [
      ['team-manager', due.at],
      ['senior-manager', workingDaysAfter(night, due.at, 2)],
    ],
  })
}

function coordinator(night: Night, due: EffectiveEntry['recorded'], days: number) {
  return [
    ['missing-coordinator', due],
    ['senior-manager', workingDaysAfter(night, due, days)],
  ] as const
}
