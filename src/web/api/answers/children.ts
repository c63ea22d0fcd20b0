import type { ChildPage } from '../../../application/queries/child-page.ts'
import type { ChildCard, EpisodeCard } from '../../../application/projections/rows.ts'
import { additions, type AdditionName } from '../../../domain/child/addition.ts'
import type { Acting } from '../../../domain/access/may.ts'
import { healthKinds } from '../../../domain/child/child.ts'
import type { ChildRecord } from '../../../domain/child/record.ts'
import { means } from '../../../domain/episode/entry.ts'
import { sections } from '../../../domain/episode/sections.ts'
import { responses } from '../../../domain/episode/state.ts'
import { statuses } from '../../../domain/protocol/protocol.ts'
import { additionsFor } from '../../pages/child-act/acts.ts'
import { gradedPerson } from '../child-bodies.ts'
import { occurred, postRole, role } from '../bodies.ts'
import {
  anyText,
  count,
  day,
  kinds,
  described,
  flag,
  id,
  list,
  maybe,
  moment,
  named,
  object,
  oneOf,
  type ValueOf,
} from '../shape.ts'
import { holder, holderAnswer } from './duties.ts'
import { author } from './entries.ts'
import { knownDetail } from './known.ts'
import { plan, planVersion } from './plan.ts'

const pronoun = oneOf(['he', 'she', 'they'])
const additionNames = Object.keys(additions) as readonly AdditionName[]

export const childSummary = named(
  'ChildSummary',
  object({
    child: id<'child'>(),
    name: maybe(described(anyText, 'Absent: not known yet.')),
    otherNames: list(anyText),
    bornOn: maybe(day),
    approximateAge: maybe(count),
    pronoun,
    telephone: maybe(anyText),
    address: maybe(anyText),
    placement: maybe(anyText),
  }),
)

export const children = named('Children', object({ children: list(childSummary), more: flag }))

export const episodeSummary = named(
  'EpisodeSummary',
  object({
    child: id<'child'>(),
    episode: id<'episode'>(),
    reference: anyText,
    response: oneOf(responses),
    voided: flag,
    from: moment,
    returnedAt: maybe(moment),
    sequence: count,
  }),
)

const setting = named(
  'Setting',
  object({
    name: anyText,
    kind: oneOf([
      'childrens-home',
      'foster-home',
      'supported-accommodation',
      'family',
      'school',
      'secure',
      'other',
    ]),
    provider: maybe(id<'organisation'>()),
    areaCouncil: maybe(id<'organisation'>()),
    telephone: maybe(anyText),
    code: maybe(anyText),
  }),
)

/** From when and until when, where it has an end. */
const lasting = { entry: id<'entry'>(), from: moment, until: maybe(moment) } as const

const placement = named('Placement', object({ ...lasting, setting, endedWhy: maybe(anyText) }))

const knownConcern = named(
  'KnownConcern',
  object({
    entry: id<'entry'>(),
    kind: oneOf(['harm', 'place', 'adult']),
    text: anyText,
    at: moment,
    graded: maybe(gradedPerson),
  }),
)

const healthNeed = named(
  'HealthNeed',
  object({ ...lasting, kind: oneOf(healthKinds), text: anyText, without: maybe(anyText) }),
)

const protectedAddress = named(
  'ProtectedAddress',
  object({ ...lasting, address: anyText, keptFrom: anyText, why: anyText }),
)

const photograph = named(
  'Photograph',
  object({
    ...lasting,
    taken: day,
    shows: anyText,
    suppliedBy: anyText,
    sha256: described(anyText, 'Of the picture, in hexadecimal.'),
    width: count,
    height: count,
  }),
)

const partner = named('Partner', object({ ...lasting, organisation: id<'organisation'>() }))

const shutOut = named(
  'ShutOut',
  object({
    ...lasting,
    person: id<'person'>(),
    name: anyText,
    scope: kinds({
      record: {},
      episode: { episode: id<'episode'>() },
      section: { section: oneOf(sections) },
    }),
    reason: anyText,
    reviewBy: day,
  }),
)

const restriction = named(
  'Restriction',
  object({ ...lasting, named: list(id<'post'>()), reason: anyText, reviewBy: day }),
)

const worker = named(
  'Worker',
  object({
    ...lasting,
    role: postRole,
    post: id<'post'>(),
    sharesWords: maybe(described(flag, 'Of an advocate: they read the child’s words, as the child wishes.')),
  }),
)

const spell = named(
  'ImportedSpell',
  object({
    entry: id<'entry'>(),
    kind: oneOf(['missing', 'away']),
    from: day,
    until: maybe(day),
    source: anyText,
    answer: maybe(
      object({
        entry: id<'entry'>(),
        stillMissing: flag,
        until: maybe(day),
        episode: maybe(id<'episode'>()),
      }),
    ),
  }),
)

/** Who a child is, as far as it is known at the moment of the answer. */
export const childRecord = named(
  'ChildRecord',
  object({
    name: maybe(anyText),
    otherNames: list(anyText),
    bornOn: maybe(day),
    approximateAge: maybe(count),
    description: maybe(anyText),
    telephone: maybe(anyText),
    address: maybe(anyText),
    pronoun,
    responsibleCouncil: maybe(id<'organisation'>()),
    hostCouncil: maybe(id<'organisation'>()),
    statuses: list(oneOf(statuses)),
    lookedAfter: maybe(object({ ...lasting, legalStatus: maybe(anyText) })),
    placement: maybe(placement),
    placements: list(placement),
    workers: described(list(worker), 'Whoever is allocated now, one in each role.'),
    partners: list(partner),
    shutOut: described(list(shutOut), 'Empty for whoever may not know of it.'),
    restriction: maybe(restriction),
    concernsKnown: list(knownConcern),
    concernsExpired: described(list(knownConcern), 'On record, and beside no grade.'),
    health: described(list(healthNeed), 'Empty also for whoever may not know of it, as are the addresses.'),
    protectedAddresses: list(protectedAddress),
    photographs: described(
      list(photograph),
      'Those that are shown, the newest first. The picture is asked for apart.',
    ),
    details: described(
      list(knownDetail),
      'What is known for when the child must be found, while it stands. Empty for whoever may not know of it.',
    ),
    plan: maybe(plan),
    lapsedPlan: maybe(described(plan, 'The last plan, where its review is past: it changes no time.')),
    access: maybe(object({ ...lasting, view: anyText, explained: anyText, language: anyText })),
    messages: described(
      list(
        object({
          entry: id<'entry'>(),
          at: moment,
          words: anyText,
          notSafe: flag,
          answers: list(
            object({
              entry: id<'entry'>(),
              answer: anyText,
              means: oneOf(means),
              told: occurred,
              by: author,
            }),
          ),
        }),
      ),
      'What the child wrote. Empty for whoever may not read it.',
    ),
    plans: described(list(planVersion), 'Every version that was drafted here.'),
    spells: described(list(spell), 'From statutory returns: days only, and no duty runs from them.'),
    sameAs: list(id<'child'>()),
  }),
)

export const childAnswer = named(
  'Child',
  object({
    now: moment,
    child: id<'child'>(),
    record: childRecord,
    died: flag,
    episodes: list(episodeSummary),
    mayAdd: described(list(oneOf(additionNames)), 'What this post can add to the record now.'),
    answering: described(
      list(object({ role, holder })),
      'Who answers for the child at this hour, in each role that somebody may have to ring.',
    ),
  }),
)

export function childSummaryOf({
  answerable: _answerable,
  foundBy: _foundBy,
  ...card
}: ChildCard): ValueOf<typeof childSummary> {
  return card
}

export function episodeSummaryOf({
  counted: _counted,
  ...card
}: EpisodeCard): ValueOf<typeof episodeSummary> {
  return card
}

export function childRecordOf(record: ChildRecord): ValueOf<typeof childRecord> {
  const { workers, returnKeys: _keys, ...told } = record
  return { ...told, workers: Object.values(workers) }
}

/** What this post can add, likewise as links on the child's page. */
export function childAnswerOf(page: ChildPage, author: Acting): ValueOf<typeof childAnswer> {
  const entries = new Set(additionsFor(author, page).map(({ entry }) => entry))
  return {
    now: page.now,
    child: page.child,
    record: childRecordOf(page.record),
    died: page.died,
    mayAdd: additionNames.filter((name) => entries.has(additions[name])),
    episodes: page.episodes.map(episodeSummaryOf),
    answering: page.workers.map(({ role: held, holder: by }) => ({ role: held, holder: holderAnswer(by) })),
  }
}
