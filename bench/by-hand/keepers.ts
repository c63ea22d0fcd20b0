import type { Moment } from '../../src/kernel/moment.ts'
import type { Stage } from '../../src/domain/episode/state.ts'
import type { Obligation } from '../../src/domain/protocol/obligation.ts'
import { later, within, withinReasonableTime, withinWorkingDays, workingDaysAfter } from './due.ts'
import type { Night } from './night.ts'
import { isLaid, kept, type Act, type Terms } from './owed.ts'
import { framework, house, noted, police } from './sources.ts'
import type { Start } from './start.ts'

const holdConcern: Act = {
  duty: 'hold-concern',
  title: 'Say whether you are worried now, and act on the answer',
  owedBy: 'carer',
  each: true,
  source: noted(framework, 'the ten minutes are a setting'),
}
const holdSearch: Act = {
  duty: 'hold-search',
  title: 'Look for the child until they are found or police are told',
  owedBy: 'carer',
  each: true,
  source: framework,
}
const holdReport: Act = {
  duty: 'hold-report',
  title: 'Find the child and see them to a place of safety',
  owedBy: 'police',
  each: true,
  source: noted(police, 'after a day the search is looked at again by others'),
}
const holdReturn: Act = {
  duty: 'hold-return',
  title: 'See every duty done, and close the episode',
  owedBy: 'missing-service',
  each: true,
  source: house,
}

/** Somebody holds the child at every stage. */
export function keepers(night: Night): readonly Obligation[] {
  return [
    ...keeper(night, 'concern', holdConcern, (start) => {
      const due = within(night, start, 10, '10 minutes')
      return { due, silent: onCallThenDutyTeam(due.at) }
    }),
    ...keeper(night, 'searching', holdSearch, (start) => {
      const due = withinReasonableTime(night, start)
      return { due, silent: onCallThenDutyTeam(due.at) }
    }),
    ...keeper(night, 'reported', holdReport, (start) => {
      const due = within(night, start, 24 * 60, '24 hours')
      const silent: Terms['silent'] = [
        ['police-supervisor', due.at],
        ['missing-coordinator', later(due.at, 12 * 60)],
        ['responsible-council', later(due.at, 24 * 60)],
      ]
      return { due, silent }
    }),
    ...keeper(night, 'returned', holdReturn, (start) => {
      const due = withinWorkingDays(night, start, 20)
      const silent: Terms['silent'] = [
        ['missing-coordinator', due.at],
        ['senior-manager', workingDaysAfter(night, due.at, 5)],
        ['responsible-council', workingDaysAfter(night, due.at, 10)],
      ]
      return { due, silent }
    }),
  ]
}

function keeper(night: Night, stage: Stage, act: Act, terms: (start: Start) => Terms): readonly Obligation[] {
  return night.spans
    .filter(({ response }) => response === stage)
    .flatMap((span) => {
      const by = night.entries.find(({ id }) => id === span.because)
      const start = by && { by, at: span.from }
      return start && isLaid(night, span.from) ? [kept(night, start, act, terms(start), span)] : []
    })
}

function onCallThenDutyTeam(due: Moment): Terms['silent'] {
  return [
    ['home-on-call', due],
    ['duty-team', later(due, 10)],
  ]
}
