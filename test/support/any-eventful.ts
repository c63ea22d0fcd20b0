import fc from 'fast-check'
import { plus } from '../../src/kernel/moment.ts'
import type { LondonDate } from '../../src/kernel/london.ts'
import type { Within } from '../../src/kernel/within.ts'
import { meetingKinds, tidings, type Chronology, type EntryType } from '../../src/domain/episode/entries.ts'
import { enquiryOutcomes } from '../../src/domain/episode/protection-bodies.ts'
import { homecomingLeads, tellable } from '../../src/domain/episode/return-bodies.ts'
import { roles } from '../../src/domain/episode/roles.ts'
import type { Facts, FactsAt } from '../../src/domain/protocol/facts.ts'
import { statuses, type Edition } from '../../src/domain/protocol/protocol.ts'
import { anyChoices, anyEntry, type Choices } from './any-chronology.ts'
import { at } from './at.ts'
import { idFor } from './cast.ts'
import { after, type Draft } from './chronology.ts'

/** What a clause of a protocol can ask about, drawn so that it is often what some clause does ask about. */
const details = fc.record({
  far: fc.boolean(),
  role: fc.oneof(fc.constantFrom(...roles), fc.constantFrom('reviewing-officer', 'parents', 'school')),
  about: fc.constantFrom(...tidings),
  told: fc.boolean(),
  kind: fc.constantFrom(...meetingKinds),
  question: fc.constantFrom(
    ...['placement-notice', 'regulator-told', 'section-47', 'plan-for-tonight', 'still-missing'],
    ...['exploitation-assessed', 'national-referral', 'exploitation-team', 'disruption'],
  ),
  led: fc.constantFrom(...homecomingLeads),
  to: fc.constantFrom(...tellable),
  outcome: fc.constantFrom(...enquiryOutcomes),
  answer: fc.constantFrom('suffered', 'at-risk', 'neither'),
  how: fc.constantFrom('noticed', 'told', 'imported'),
  toldBy: fc.option(fc.constantFrom(...roles), { nil: undefined }),
  yes: fc.boolean(),
  duty: fc.nat(),
})

interface Detail {
  readonly choices: Choices
  readonly more: typeof details extends fc.Arbitrary<infer T> ? T : never
}

/** Half of these are what duties begin with and end by. */
const eventful: readonly EntryType[] = [
  ...(['concern-raised', 'reported-missing', 'returned', 'located', 'agency-informed'] as const),
  ...(['agency-informed', 'meeting-held', 'answered', 'asked', 'harm-considered', 'acknowledged'] as const),
  ...(['prevention-check-done', 'prevention-check-not-possible', 'interview-declined'] as const),
  ...(['homecoming-agreed', 'told-now', 'told-now', 'telling-answered', 'telling-answered'] as const),
  ...(['interview-held', 'interview-written-up', 'interview-sent-back', 'interview-approved'] as const),
  ...(['interview-accepted', 'interview-held', 'host-asked', 'host-answered'] as const),
  ...(['finding-recorded', 'action-agreed', 'action-done', 'asked', 'answered'] as const),
  ...(['enquiry-begun', 'enquiry-saw-child', 'enquiry-concluded', 'enquiry-begun'] as const),
  ...(['read-by-reviewing-officer', 'review-called', 'meeting-held', 'harm-considered'] as const),
  ...(['grade-challenged', 'challenge-answered', 'episode-closed', 'threshold-assessed'] as const),
]

/** Any well-typed record in which much happens that an edition asks about, of so many entries at most. */
export function anyEventfulChronology(
  edition: Edition,
  length: { readonly minLength: number; readonly maxLength: number },
): fc.Arbitrary<Chronology> {
  const choices = fc
    .record({ choices: anyChoices, type: fc.option(fc.constantFrom(...eventful), { nil: undefined }) })
    .map(({ choices, type }) => ({ ...choices, ...(type && { type }) }))
  return fc
    .array(fc.record({ choices, more: details }), length)
    .map((all) => all.reduce<Chronology>((so, one) => after(so, drawn(one, so, edition)), []))
}

function drawn({ choices, more }: Detail, so: Chronology, edition: Edition): Draft {
  const minutes = more.far ? choices.minutes * 4 : choices.minutes
  const role = more.yes ? (ordinaryRole(choices.type) ?? choices.role) : choices.role
  const draft = anyEntry({ ...choices, minutes, role }, so)
  const toldBy = more.toldBy && {
    name: 'Somebody',
    role: more.toldBy,
    organisationName: 'Elsewhere',
    means: 'telephone',
  }
  return {
    ...draft,
    body: { ...draft.body, ...said(choices, more, so, edition) },
    ...(toldBy && { toldBy }),
  } as Draft
}

/** Who can do it, where a clause asks. */
function ordinaryRole(type: EntryType): Choices['role'] | undefined {
  return type === 'agency-informed' || type === 'telling-answered' ? 'social-worker' : undefined
}

function said(
  { type, about }: Choices,
  more: Detail['more'],
  so: Chronology,
  edition: Edition,
): object | undefined {
  const duty = edition.clauses[more.duty % edition.clauses.length]?.duty ?? ''
  const target = so[about % (so.length + 1)]?.id ?? idFor<'entry'>('nothing')
  // Often the right one: any entry would seldom be it.
  const named = (of: EntryType) => {
    const fitting = so.filter((one) => one.type === of)
    return more.told ? (fitting[about % fitting.length]?.id ?? target) : target
  }
  const bodies: Partial<Record<EntryType, object>> = {
    'concern-raised': { how: more.how },
    'agency-informed': {
      role: more.role,
      about: more.about,
      told: more.told
        ? { kind: 'told', who: 'Somebody', means: 'telephone' }
        : { kind: 'not-told', because: 'Nobody answers' },
    },
    'meeting-held': { kind: more.kind },
    'threshold-assessed': more.yes ? { whereabouts: 'unknown' } : {},
    asked: { question: more.question },
    answered: { ...(more.yes && { question: more.question }), ...(more.told && { asked: target }) },
    'homecoming-agreed': { led: more.led },
    'told-now': { to: more.to },
    'telling-answered': { telling: named('told-now') },
    'host-answered': { asked: named('host-asked') },
    'interview-written-up': {
      interview: named('interview-held'),
      ...(more.yes && { again: named('interview-sent-back') }),
    },
    'interview-sent-back': { writeUp: named('interview-written-up') },
    'interview-approved': { writeUp: named('interview-written-up') },
    'finding-recorded': { ofConcern: more.yes },
    'action-agreed': { finding: named('finding-recorded'), owner: more.role },
    'no-action-decided': { finding: named('finding-recorded') },
    'action-done': { action: named('action-agreed') },
    'action-ended': { action: named('action-agreed') },
    'enquiry-saw-child': { enquiry: named('enquiry-begun') },
    'enquiry-concluded': { enquiry: named('enquiry-begun'), outcome: more.outcome },
    'harm-considered': { answer: more.answer, ...(more.yes && { exploitation: 'yes' }) },
    'prevention-check-done': { faceToFace: more.yes },
    'interview-declined': { childsOwnAnswer: more.yes },
    'episode-closed': { leftOpen: { [duty]: 'Nothing more can be done' } },
    ...(more.yes && { acknowledged: { of: { kind: 'rung', duty, role: more.role } } }),
  }
  return bodies[type]
}

const earlier = fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 4 }).map((days) =>
  days.map((ago) => ({
    episode: idFor<'episode'>(`${ago} days ago`),
    from: plus(at('2026-03-28T21:40'), `-PT${ago * 24}H`),
  })),
)

const anyFacts: fc.Arbitrary<Facts> = fc
  .record({
    bornOn: fc.option(fc.constantFrom('2011-05-04', '2013-03-29', '2014-01-01', '2023-02-01'), {
      nil: undefined,
    }),
    approximateAge: fc.option(fc.integer({ min: 0, max: 17 }), { nil: undefined }),
    statuses: fc.subarray([...statuses]),
    placedOutOfArea: fc.boolean(),
    reasonableTime: fc.option(fc.constantFrom('PT0S', 'PT30M', 'PT1H30M', 'PT4H'), { nil: undefined }),
    earlierEpisodes: earlier,
  })
  .map(({ bornOn, approximateAge, reasonableTime, ...known }) => ({
    ...known,
    ...(bornOn !== undefined && { bornOn: bornOn as LondonDate }),
    ...(approximateAge !== undefined && { approximateAge }),
    ...(reasonableTime !== undefined && { reasonableTime: reasonableTime as Within }),
  }))

/** Facts of which some were known only later. */
export const anyFactsAt: fc.Arbitrary<FactsAt> = fc
  .record({ now: anyFacts, then: anyFacts, same: fc.boolean() })
  .map(
    ({ now, then, same }): FactsAt =>
      (_, knownAt) =>
        knownAt === undefined || same ? now : then,
  )
