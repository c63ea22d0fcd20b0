import type { Role } from '../../src/domain/episode/roles.ts'
import type { Obligation } from '../../src/domain/protocol/obligation.ts'
import { answerTo, earlierOf, isBy } from './answers.ts'
import { later, within, withinWorkingDays, workingDaysAfter } from './due.ts'
import type { Night } from './night.ts'
import { heldFor, notToBeHeld } from './interviews.ts'
import { laid, owed, type Act, type Terms } from './owed.ts'
import { guide, guideSetting, house, noted, practice } from './sources.ts'
import { isTrueOf, type Start } from './start.ts'
import { isLookedAfter } from './telling-others.ts'

const preventionCheck: Act = {
  duty: 'prevention-check',
  title: 'See the child face to face',
  owedBy: 'police',
  childFacing: true,
  source: guide,
}
const offerInterview: Act = {
  duty: 'offer-interview',
  title: 'Offer the child an independent return interview',
  owedBy: 'missing-service',
  childFacing: true,
  source: practice,
}
const returnInterview: Act = {
  duty: 'return-interview',
  title: 'Hold the independent return interview',
  owedBy: 'missing-service',
  childFacing: true,
  source: guide,
}
const considerSignificance: Act = {
  duty: 'consider-significance',
  title: 'Decide which assessments, care plans and other activity must change',
  owedBy: 'social-worker',
  source: guideSetting,
}
const settleCause: Act = {
  duty: 'settle-cause-and-support',
  title: "Settle together the cause, the support most likely to help, and each service's part",
  owedBy: 'missing-service',
  source: guideSetting,
}
const updatePlan: Act = {
  duty: 'update-missing-plan',
  title: "Bring the child's missing plan up to date",
  owedBy: 'social-worker',
  source: noted(guideSetting, 'a plan for every looked-after child'),
}
const reviewConcern: Act = {
  duty: 'review-unreported-concern',
  title: 'Read the concern that ended without a report',
  owedBy: 'provider-manager',
  source: house,
}

/** What is owed to a child who is back: of whom police had been told, and where nobody had told them. */
export function afterAReturn(night: Night): readonly Obligation[] {
  const [back] = night.safeReturns
  const reported = night.all('reported-missing').length > 0 ? back : undefined
  return [
    ...laid(night, reported, (start) => check(night, start)),
    ...laid(night, reported, (start) => offer(night, start)),
    ...laid(night, reported, (start) => interview(night, start)),
    ...laid(night, reported, (start) => {
      const due = withinWorkingDays(night, start, 3)
      const met = answerTo(start, night.all('significance-considered'))
      const silent = managerThen(due, 'senior-manager', workingDaysAfter(night, due.at, 2))
      return owed(night, start, considerSignificance, { due, met, silent })
    }),
    ...laid(night, reported, (start) => {
      const due = withinWorkingDays(night, start, 5)
      const met = answerTo(start, night.all('meeting-held'), ({ body }) => body.kind === 'cause-and-support')
      const silent = coordinatorFirst(due, workingDaysAfter(night, due.at, 5))
      return owed(night, start, settleCause, { due, met, silent })
    }),
    ...laid(night, reported, (start) => {
      if (!isTrueOf(night, start, isLookedAfter)) return undefined
      const due = withinWorkingDays(night, start, 5)
      const met = answerTo(start, night.all('plan-updated'))
      const silent = managerThen(due, 'reviewing-officer', workingDaysAfter(night, due.at, 5))
      return owed(night, start, updatePlan, { due, met, silent })
    }),
    ...(reported === undefined && !isImportedBefore(night, back)
      ? laid(night, back, (start) => unreported(night, start))
      : []),
  ]
}

const policeRoles: readonly Role[] = ['police', 'police-supervisor']

function check(night: Night, start: Start): Obligation {
  const due = within(night, start, 240, '4 hours')
  const done = night.all('prevention-check-done')
  const impossible = night.all('prevention-check-not-possible')
  return owed(night, start, preventionCheck, {
    due,
    met: answerTo(start, done, (entry) => entry.body.faceToFace && isBy(entry, policeRoles)),
    discharged: answerTo(start, impossible, (entry) => isBy(entry, policeRoles)),
    silent: [
      ['police-supervisor', due.at],
      ['missing-coordinator', later(due.at, 60)],
    ],
  })
}

function offer(night: Night, start: Start): Obligation {
  const due = withinWorkingDays(night, start, 1)
  const offered = answerTo(start, night.all('interview-offered'))
  const held = heldFor(night, start)
  return owed(night, start, offerInterview, {
    due,
    met: earlierOf(offered, held),
    silent: coordinatorFirst(due, workingDaysAfter(night, due.at, 1)),
  })
}

function interview(night: Night, start: Start): Obligation {
  const due = within(night, start, 72 * 60, '72 hours')
  return owed(night, start, returnInterview, {
    due,
    met: heldFor(night, start),
    discharged: notToBeHeld(night, start),
    silent: coordinatorFirst(due, workingDaysAfter(night, due.at, 1)),
  })
}

function unreported(night: Night, start: Start): Obligation {
  const due = withinWorkingDays(night, start, 1)
  const met = answerTo(start, night.all('concern-reviewed'))
  const silent = managerThen(due, 'senior-manager', workingDaysAfter(night, due.at, 1))
  return owed(night, start, reviewConcern, { due, met, silent })
}

/** What a statutory return told of was nobody's concern here to read. */
function isImportedBefore(night: Night, back: Start['by'] | undefined): boolean {
  return night
    .all('concern-raised')
    .some(
      ({ body, occurred }) =>
        body.how === 'imported' && back !== undefined && occurred.at <= back.occurred.at,
    )
}

function coordinatorFirst(due: Terms['due'], then: Terms['due']['at']): Terms['silent'] {
  return [
    ['missing-coordinator', due.at],
    ['senior-manager', then],
  ]
}

function managerThen(due: Terms['due'], role: Role, then: Terms['due']['at']): Terms['silent'] {
  return [
    ['team-manager', due.at],
    [role, then],
  ]
}
