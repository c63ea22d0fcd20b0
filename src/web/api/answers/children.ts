import type { ChildPage } from '../../../application/queries/child-page.ts'
import type { ChildCard, EpisodeCard } from '../../../application/projections/rows.ts'
import type { ChildRecord } from '../../../domain/child/record.ts'
import { responses } from '../../../domain/episode/state.ts'
import { statuses } from '../../../domain/protocol/protocol.ts'
import { role } from '../bodies.ts'
import {
  anyText,
  count,
  day,
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

const pronoun = oneOf(['he', 'she', 'they'])

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

const placement = named(
  'Placement',
  object({ entry: id<'entry'>(), from: moment, until: maybe(moment), setting, endedWhy: maybe(anyText) }),
)

const knownConcern = named(
  'KnownConcern',
  object({ entry: id<'entry'>(), kind: oneOf(['harm', 'place', 'adult']), text: anyText, at: moment }),
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
    placement: maybe(placement),
    placements: list(placement),
    concernsKnown: list(knownConcern),
    sameAs: list(id<'child'>()),
  }),
)

export const childAnswer = named(
  'Child',
  object({
    now: moment,
    child: id<'child'>(),
    record: childRecord,
    episodes: list(episodeSummary),
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

export function episodeSummaryOf(card: EpisodeCard): ValueOf<typeof episodeSummary> {
  return card
}

export function childRecordOf(record: ChildRecord): ValueOf<typeof childRecord> {
  const { workers: _workers, plan: _plan, lapsedPlan: _lapsed, returnKeys: _keys, ...rest } = record
  const { lookedAfter: _lookedAfter, spells: _spells, ...told } = rest
  return told
}

export function childAnswerOf(page: ChildPage): ValueOf<typeof childAnswer> {
  return {
    now: page.now,
    child: page.child,
    record: childRecordOf(page.record),
    episodes: page.episodes.map(episodeSummaryOf),
    answering: page.workers.map(({ role: held, holder: by }) => ({ role: held, holder: holderAnswer(by) })),
  }
}
