import { parseMoment } from '../../src/kernel/moment.ts'
import type { EffectiveEntry, EffectiveOf } from '../../src/domain/episode/state.ts'
import type { Obligation } from '../../src/domain/protocol/obligation.ts'
import { answerTo, isBy } from './answers.ts'
import { withinWorkingDays, workingDaysAfter } from './due.ts'
import type { Night } from './night.ts'
import { laid, owed, type Act } from './owed.ts'
import { noted, statutory, together } from './sources.ts'
import { isTrueOf, type Start } from './start.ts'
import { isLookedAfter } from './telling-others.ts'

const see: Act = {
  duty: 'see-child-in-enquiry',
  title: 'See the child, alone where that can be, as part of the enquiry',
  owedBy: 'social-worker',
  each: true,
  childFacing: true,
  source: together,
}
const conclude: Act = {
  duty: 'conclude-enquiry',
  title: 'Say what the section 47 enquiry found',
  owedBy: 'social-worker',
  each: true,
  source: together,
}
const confer: Act = {
  duty: 'hold-protection-conference',
  title: 'Hold the initial child protection conference',
  owedBy: 'responsible-council',
  each: true,
  source: noted(together, 'fifteen working days from the strategy meeting that decided on the enquiry'),
}
const readIt: Act = {
  duty: 'read-what-happened',
  title: 'Read what happened, and say what you make of it',
  owedBy: 'reviewing-officer',
  source: noted(statutory, 'it says that the officer is told, and addresses it at the review'),
}
const reviewEarly: Act = {
  duty: 'hold-early-review',
  title: 'Hold the review that the reviewing officer has called early',
  owedBy: 'responsible-council',
  each: true,
  source: noted(statutory, 'the officer sets by when'),
}

/** The steps of an enquiry. */
export function enquiries(night: Night): readonly Obligation[] {
  const begun = night.all('enquiry-begun')
  const atRisk = night.all('enquiry-concluded').filter(({ body }) => body.outcome === 'at-risk')
  return [
    ...begun.flatMap((by) => laid(night, by, (start) => seen(night, start))),
    ...begun.flatMap((by) => laid(night, by, (start) => concluded(night, start))),
    ...atRisk.flatMap((by) => laid(night, by, (start) => conference(night, start, by))),
  ]
}

/** What the reviewing officer owes, and is owed. */
export function reviewing(night: Night): readonly Obligation[] {
  const told = night
    .all('agency-informed')
    .find(({ body }) => body.role === 'reviewing-officer' && body.told.kind === 'told')
  return [
    ...laid(night, told, (start) => reading(night, start)),
    ...night.all('review-called').flatMap((by) => laid(night, by, (start) => review(night, start, by))),
  ]
}

type OfOne = { readonly body: { readonly enquiry: string } }

function seen(night: Night, start: Start): Obligation {
  const due = withinWorkingDays(night, start, 2)
  return owed(night, start, see, {
    due,
    met: answerTo(start, night.all('enquiry-saw-child'), ({ body }: OfOne) => body.enquiry === start.by.id),
    silent: managers(night, due.at, 1),
  })
}

function concluded(night: Night, start: Start): Obligation {
  const due = withinWorkingDays(night, start, 10)
  return owed(night, start, conclude, {
    due,
    met: answerTo(start, night.all('enquiry-concluded'), ({ body }: OfOne) => body.enquiry === start.by.id),
    silent: managers(night, due.at, 2),
  })
}

function conference(night: Night, start: Start, by: EffectiveOf<'enquiry-concluded'>): Obligation {
  const enquiry: EffectiveEntry = night.entries.find(({ id }) => id === by.body.enquiry) ?? by
  const meeting = night
    .all('meeting-held')
    .findLast(({ body, occurred }) => body.kind === 'strategy' && occurred.at <= enquiry.occurred.at)
  const from = meeting ?? enquiry
  const due = withinWorkingDays(night, { by: from, at: from.occurred.at }, 15)
  return owed(night, start, confer, {
    due,
    met: answerTo(start, night.all('meeting-held'), ({ body }) => body.kind === 'protection-conference'),
    silent: managers(night, due.at, 1),
  })
}

function reading(night: Night, start: Start): Obligation | undefined {
  if (!isTrueOf(night, start, isLookedAfter)) return undefined
  const due = withinWorkingDays(night, start, 5)
  return owed(night, start, readIt, {
    due,
    met: answerTo(start, night.all('read-by-reviewing-officer'), (entry) =>
      isBy(entry, ['reviewing-officer']),
    ),
    silent: [
      ['team-manager', workingDaysAfter(night, due.at, 2)],
      ['senior-manager', workingDaysAfter(night, due.at, 5)],
    ],
  })
}

function review(night: Night, start: Start, by: EffectiveOf<'review-called'>): Obligation {
  const at = parseMoment(by.body.byWhen) ?? start.at
  const because = `the time that ${by.by.name} set at ${night.words(by.occurred.at)}`
  return owed(night, start, reviewEarly, {
    due: { at, endOfDay: false, provisional: false, because },
    met: answerTo(start, night.all('meeting-held'), ({ body }) => body.kind === 'early-review'),
    silent: managers(night, at, 2),
  })
}

function managers(night: Night, at: Start['at'], days: number) {
  return [
    ['team-manager', at],
    ['senior-manager', workingDaysAfter(night, at, days)],
  ] as const
}
