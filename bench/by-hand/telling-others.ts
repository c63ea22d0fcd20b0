import type { Role } from '../../src/domain/episode/roles.ts'
import type { EffectiveEntry, EffectiveOf } from '../../src/domain/episode/state.ts'
import type { Facts } from '../../src/domain/protocol/facts.ts'
import type { Obligation } from '../../src/domain/protocol/obligation.ts'
import { answerTo, isBy, onceFor } from './answers.ts'
import { ageOf, later, within, withinWorkingDays, workingDaysAfter } from './due.ts'
import type { Night } from './night.ts'
import { laid, owed, type Act } from './owed.ts'
import { guideSetting, noted, practice, statutory } from './sources.ts'
import { isTrueOf, type Start } from './start.ts'

const tellSocialWorker: Act = {
  duty: 'tell-social-worker',
  title: 'Tell the social worker or the duty team',
  owedBy: 'police',
  source: noted(practice, 'the hour is a setting'),
}
const tellHome: Act = {
  duty: 'tell-home-on-call',
  title: "Tell the home's on-call manager",
  owedBy: 'carer',
  source: practice,
}
const tellCouncil: Act = {
  duty: 'tell-responsible-council',
  title: 'Tell the council that is responsible for the child',
  owedBy: 'carer',
  source: statutory,
}
const tellHost: Act = {
  duty: 'tell-host-council',
  title: 'Tell the council in whose area the child lives',
  owedBy: 'responsible-council',
  source: statutory,
}
const tellParents: Act = {
  duty: 'tell-parents',
  title: 'Tell those with parental responsibility, or say why not',
  owedBy: 'social-worker',
  source: practice,
}
const tellSchool: Act = {
  duty: 'tell-school',
  title: 'Tell the school by morning',
  owedBy: 'carer',
  source: noted(practice, 'twelve hours stand for the morning after an evening report'),
}
const tellOfficer: Act = {
  duty: 'tell-reviewing-officer',
  title: 'Tell the independent reviewing officer',
  owedBy: 'social-worker',
  onlyByOwner: true,
  source: guideSetting,
}
const tellOfficerOfImport: Act = {
  duty: 'tell-reviewing-officer-of-import',
  title: 'Tell the independent reviewing officer of the absence that the return left open',
  owedBy: 'social-worker',
  onlyByOwner: true,
  source: guideSetting,
}

/** Who must hear that the child was reported, and by when. */
export function tellingOthers(night: Night): readonly Obligation[] {
  const [report] = night.all('reported-missing')
  const concerns = night.all('concern-raised')
  const noticed = concerns.find(({ body }) => body.how !== 'imported')
  const imported = concerns.find(({ body }) => body.how === 'imported')
  const reportOfImport =
    imported && night.all('reported-missing').find(({ occurred }) => imported.occurred.at <= occurred.at)
  return [
    ...laid(night, report, (start) => {
      const due = within(night, start, 60, '1 hour')
      const met = told(night, start, ['social-worker', 'duty-team'])
      const silent = [
        ['police-supervisor', due.at] as const,
        ['missing-coordinator', later(due.at, 60)] as const,
      ]
      return owed(night, start, tellSocialWorker, { due, met, silent })
    }),
    ...laid(night, report, (start) => {
      if (!isTrueOf(night, start, isLookedAfter)) return undefined
      const due = within(night, start, 60, '1 hour')
      const met = told(night, start, ['home-on-call', 'provider-manager'])
      const silent = [['provider-manager', due.at] as const, ['duty-team', later(due.at, 60)] as const]
      return owed(night, start, tellHome, { due, met, silent })
    }),
    ...laid(night, report, (start) => {
      if (!isTrueOf(night, start, isLookedAfter)) return undefined
      const due = within(night, start, 60, '1 hour')
      const met = told(night, start, ['responsible-council'])
      const silent = [['home-on-call', due.at] as const, ['duty-team', later(due.at, 60)] as const]
      return owed(night, start, tellCouncil, { due, met, silent })
    }),
    ...laid(night, report, (start) => {
      if (!isTrueOf(night, start, isOutOfArea)) return undefined
      const due = within(night, start, 240, '4 hours')
      const met = told(night, start, ['host-council'])
      const silent = [
        ['team-manager', due.at] as const,
        ['senior-manager', workingDaysAfter(night, due.at, 1)] as const,
      ]
      return owed(night, start, tellHost, { due, met, silent })
    }),
    ...laid(night, report, (start) => parents(night, start)),
    ...laid(night, report, (start) => school(night, start)),
    ...laid(night, noticed, (start) => reviewingOfficer(night, start, tellOfficer)),
    ...laid(night, reportOfImport, (start) => reviewingOfficer(night, start, tellOfficerOfImport)),
  ]
}

function parents(night: Night, start: Start): Obligation {
  const due = within(night, start, 240, '4 hours')
  return owed(night, start, tellParents, {
    due,
    met: told(night, start, ['parents']),
    discharged: notTold(night, start, 'parents'),
    silent: [
      ['duty-team', due.at],
      ['team-manager', workingDaysAfter(night, due.at, 1)],
    ],
  })
}

function school(night: Night, start: Start): Obligation | undefined {
  if (!isTrueOf(night, start, (facts) => (ageOf(facts, start.at) ?? 4) >= 4)) return undefined
  const due = within(night, start, 12 * 60, '12 hours')
  return owed(night, start, tellSchool, {
    due,
    met: answerTo(start, night.all('agency-informed'), (entry) => isTold(entry) && isAbout(entry, 'school')),
    discharged: notTold(night, start, 'school'),
    cancelled: onceFor(start, night.safeReturns),
    silent: [
      ['home-on-call', later(due.at, 120)],
      ['social-worker', workingDaysAfter(night, due.at, 1)],
    ],
  })
}

/** By the social worker alone: an automatic notice, or anyone else's word, leaves it open. */
function reviewingOfficer(night: Night, start: Start, act: Act): Obligation | undefined {
  if (!isTrueOf(night, start, isLookedAfter)) return undefined
  const due = withinWorkingDays(night, start, 1)
  const met = answerTo(
    start,
    night.all('agency-informed'),
    (entry) => isTold(entry) && isAbout(entry, 'reviewing-officer') && isBy(entry, ['social-worker']),
  )
  return owed(night, start, act, {
    due,
    met,
    silent: [
      ['team-manager', due.at],
      ['senior-manager', workingDaysAfter(night, due.at, 2)],
    ],
  })
}

/** One of these roles was told of the report, or of anything that came of it. */
function told(night: Night, start: Start, roles: readonly Role[]): EffectiveEntry | undefined {
  return answerTo(
    start,
    night.all('agency-informed'),
    (entry) =>
      isTold(entry) &&
      roles.includes(entry.body.role) &&
      entry.body.about !== 'concern' &&
      entry.body.about !== 'void',
  )
}

function notTold(night: Night, start: Start, role: Role): EffectiveEntry | undefined {
  return answerTo(start, night.all('agency-informed'), (entry) => !isTold(entry) && isAbout(entry, role))
}

function isTold({ body }: EffectiveOf<'agency-informed'>): boolean {
  return body.told.kind === 'told'
}

function isAbout({ body }: EffectiveOf<'agency-informed'>, role: Role): boolean {
  return body.role === role
}

export function isLookedAfter({ statuses }: Facts): boolean {
  return statuses.includes('looked-after')
}

export function isOutOfArea({ placedOutOfArea }: Facts): boolean {
  return placedOutOfArea
}
