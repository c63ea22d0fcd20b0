import type { Role } from '../../src/domain/episode/roles.ts'
import type { EffectiveEntry } from '../../src/domain/episode/state.ts'
import type { Obligation } from '../../src/domain/protocol/obligation.ts'
import { answerTo, isBy } from './answers.ts'
import { later, within, withinWorkingDays, workingDaysAfter } from './due.ts'
import type { Night } from './night.ts'
import { laid, owed, type Act } from './owed.ts'
import { enquiries } from './protection.ts'
import { guideSetting, noted, placement, practice, regulations } from './sources.ts'
import { isTrueOf, type Start } from './start.ts'
import { isLookedAfter, isOutOfArea } from './telling-others.ts'

const confirmNotice: Act = {
  duty: 'confirm-placement-notice',
  title: 'Confirm that the host council had notice of the placement',
  owedBy: 'responsible-council',
  source: placement,
}
const decideRegulator: Act = {
  duty: 'decide-regulator',
  title: 'Decide whether the regulator must be told',
  owedBy: 'provider-manager',
  source: noted(regulations, 'missing alone is not a trigger'),
}
const harmAtReport: Act = {
  duty: 'consider-harm-at-report',
  title: 'Decide whether the child has suffered, or is at risk of, significant harm',
  owedBy: 'social-worker',
  source: guideSetting,
}
const harmAtReturn: Act = {
  duty: 'consider-harm-at-return',
  title: 'Decide again, now that the child is back, whether they suffered or risk significant harm',
  owedBy: 'social-worker',
  source: guideSetting,
}
const holdStrategyMeeting: Act = {
  duty: 'hold-strategy-meeting',
  title: 'Hold a strategy meeting now',
  owedBy: 'social-worker',
  each: true,
  source: guideSetting,
}
const startSection47: Act = {
  duty: 'start-section-47',
  title: 'Begin a section 47 enquiry, or say why the strategy meeting decided against it',
  owedBy: 'social-worker',
  each: true,
  source: guideSetting,
}

const socialCare: readonly Role[] = ['social-worker', 'team-manager', 'duty-team']
const council: readonly Role[] = [
  ...socialCare,
  'responsible-council',
  'missing-coordinator',
  'senior-manager',
]

/** The council that placed the child, the regulator, and what follows from harm. */
export function harm(night: Night): readonly Obligation[] {
  const [report] = night.all('reported-missing')
  const back = report && night.safeReturns[0]
  const saidExploited = night.all('harm-considered').filter(({ body }) => body.exploitation === 'yes')
  const harms = night.all('harm-considered').filter(({ body }) => body.answer !== 'neither')
  return [
    ...laid(night, report, (start) => notice(night, start)),
    ...laid(night, report, (start) => regulator(night, start)),
    ...laid(night, report, (start) => considering(night, start, harmAtReport, 120, '2 hours')),
    ...laid(night, back, (start) => considering(night, start, harmAtReturn, 360, '6 hours')),
    ...harms.flatMap((by) => laid(night, by, (start) => strategyMeeting(night, start))),
    ...harms.flatMap((by) => laid(night, by, (start) => section47(night, start))),
    ...enquiries(night),
    ...exploited.flatMap((one) =>
      saidExploited.flatMap((by) => laid(night, by, (start) => exploitation(night, start, one))),
    ),
  ]
}

function notice(night: Night, start: Start): Obligation | undefined {
  if (!isTrueOf(night, start, isOutOfArea)) return undefined
  const due = withinWorkingDays(night, start, 1)
  return owed(night, start, confirmNotice, {
    due,
    met: answered(night, start, 'placement-notice', council),
    silent: [
      ['team-manager', due.at],
      ['senior-manager', workingDaysAfter(night, due.at, 2)],
    ],
  })
}

function regulator(night: Night, start: Start): Obligation | undefined {
  if (!isTrueOf(night, start, isLookedAfter)) return undefined
  const due = within(night, start, 24 * 60, '24 hours')
  return owed(night, start, decideRegulator, {
    due,
    met: answered(night, start, 'regulator-told', ['provider-manager', 'home-on-call']),
    silent: [
      ['responsible-council', due.at],
      ['senior-manager', later(due.at, 24 * 60)],
    ],
  })
}

function considering(night: Night, start: Start, act: Act, minutes: number, length: string): Obligation {
  const due = within(night, start, minutes, length)
  return owed(night, start, act, {
    due,
    met: answerTo(start, night.all('harm-considered'), (entry) => isBy(entry, socialCare)),
    silent: [
      ['duty-team', due.at],
      ['senior-manager', later(due.at, 120)],
    ],
  })
}

function strategyMeeting(night: Night, start: Start): Obligation {
  const due = within(night, start, 240, '4 hours')
  return owed(night, start, holdStrategyMeeting, {
    due,
    met: answerTo(start, night.all('meeting-held'), ({ body }) => body.kind === 'strategy'),
    silent: [
      ['duty-team', due.at],
      ['senior-manager', later(due.at, 120)],
    ],
  })
}

function section47(night: Night, start: Start): Obligation {
  const due = withinWorkingDays(night, start, 1)
  return owed(night, start, startSection47, {
    due,
    met: answerTo(start, night.all('enquiry-begun')),
    discharged: answered(night, start, 'section-47', socialCare),
    silent: [
      ['team-manager', due.at],
      ['senior-manager', workingDaysAfter(night, due.at, 1)],
    ],
  })
}

interface Exploited {
  readonly act: Act
  readonly days: number
  readonly question: string
  readonly by: readonly Role[]
  readonly silent: readonly [Role, Role, number]
}

const exploited: readonly Exploited[] = [
  {
    act: {
      ...ofExploitation('assess-exploitation', 'Assess how the child is exploited, and what keeps them safe'),
    },
    days: 5,
    question: 'exploitation-assessed',
    by: ['social-worker', 'team-manager'],
    silent: ['team-manager', 'senior-manager', 2],
  },
  {
    act: {
      ...ofExploitation(
        'decide-national-referral',
        'Refer the child to the National Referral Mechanism, or say why not',
      ),
    },
    days: 2,
    question: 'national-referral',
    by: [...socialCare, 'police', 'police-supervisor'],
    silent: ['team-manager', 'senior-manager', 2],
  },
  {
    act: {
      ...ofExploitation(
        'refer-to-exploitation-team',
        'Refer the child to the exploitation team, or say why not',
      ),
    },
    days: 1,
    question: 'exploitation-team',
    by: socialCare,
    silent: ['team-manager', 'senior-manager', 1],
  },
  {
    act: {
      ...ofExploitation('agree-disruption', 'Say who does what to stop whoever exploits the child'),
      owedBy: 'police',
    },
    days: 2,
    question: 'disruption',
    by: ['police', 'police-supervisor', 'social-worker', 'team-manager'],
    silent: ['police-supervisor', 'missing-coordinator', 2],
  },
]

function ofExploitation(duty: string, title: string): Act {
  return { duty, title, owedBy: 'social-worker', each: true, source: practice }
}

function exploitation(
  night: Night,
  start: Start,
  { act, days, question, by, silent }: Exploited,
): Obligation {
  const due = withinWorkingDays(night, start, days)
  const [first, then, after] = silent
  return owed(night, start, act, {
    due,
    met: answered(night, start, question, by),
    silent: [
      [first, due.at],
      [then, workingDaysAfter(night, due.at, after)],
    ],
  })
}

function answered(
  night: Night,
  start: Start,
  question: string,
  by: readonly Role[],
): EffectiveEntry | undefined {
  return answerTo(
    start,
    night.all('answered'),
    (entry) => entry.body.question === question && isBy(entry, by),
  )
}
