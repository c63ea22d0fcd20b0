import type { AddedType } from '../../domain/child/addition.ts'
import { healthKinds, type ChildBodies, type GradedPerson, type Setting } from '../../domain/child/child.ts'
import { means } from '../../domain/episode/entry.ts'
import { sections } from '../../domain/episode/sections.ts'
import { otherChildren } from './common-bodies.ts'
import { detailAsked } from './detail-shape.ts'
import { planLengths } from '../../domain/child/plan-fields.ts'
import { planShape } from './plan-shape.ts'
import {
  count,
  day,
  described,
  flag,
  id,
  kinds,
  list,
  constant,
  maybe,
  object,
  oneOf,
  text,
  type Shape,
} from './shape.ts'

/** What an addition asks: the role of whoever is allocated is that of their post, and what a statutory return calls a
    child or a home is the import's to say. */
interface AskedOtherwise {
  'child-registered': Omit<ChildBodies['child-registered'], 'returnKey'>
  'worker-allocated': Omit<ChildBodies['worker-allocated'], 'role'>
  placed: { readonly setting: Omit<Setting, 'code'> }
}

type Asked<T extends AddedType> = T extends keyof AskedOtherwise ? AskedOtherwise[T] : ChildBodies[T]

const setting: Shape<Omit<Setting, 'code'>> = object({
  name: text,
  kind: oneOf([
    'childrens-home',
    'foster-home',
    'supported-accommodation',
    'family',
    'school',
    'secure',
    'other',
  ]),
  provider: maybe(
    described(id<'organisation'>(), 'Who runs it. Absent: family, or nobody in the directory.'),
  ),
  areaCouncil: maybe(
    described(id<'organisation'>(), 'The council in whose area it stands, where it is known.'),
  ),
  telephone: maybe(described(text, 'The number that is answered there at night.')),
})

export const gradedPerson: Shape<GradedPerson> = object({
  name: maybe(text),
  source: described(text, 'Who says so.'),
  sourceGrade: described(oneOf(['A', 'B', 'C', 'D', 'E']), 'From always reliable to untested. Not verified.'),
  informationGrade: described(
    oneOf(['1', '2', '3', '4', '5']),
    'From known to be true to suspected to be false. Not verified.',
  ),
  reviewBy: day,
  expires: described(day, 'From the day after it stands beside no grade. It stays on record.'),
})

/** What each addition to a child's own record says. A field that the record gains does not compile until it is here too. */
export const childBodies: { readonly [T in AddedType]: Shape<Asked<T>> } = {
  'child-registered': object({
    name: maybe(described(text, 'Absent: not known yet.')),
    otherNames: list(text),
    bornOn: maybe(day),
    approximateAge: maybe(count),
    description: maybe(text),
    telephone: maybe(text),
    address: maybe(text),
    pronoun: oneOf(['he', 'she', 'they']),
  }),
  'concern-known': object({
    kind: oneOf(['harm', 'place', 'adult']),
    text,
    graded: maybe(described(gradedPerson, 'Of an adult: needed, and of nothing else.')),
  }),
  'plan-agreed': object({
    reasonableTime: described(
      oneOf(planLengths),
      'How long may be looked before police are told, at most. It can shorten what the protocol allows, never lengthen it.',
    ),
    reviewBy: described(day, 'Until then it holds.'),
    says: text,
    easyWords: maybe(described(constant(true), 'The child needs short questions in easy words.')),
  }),
  'plan-drafted': planShape(text),
  'plan-agreed-by': object({
    drafted: described(id<'entry'>(), 'What is agreed to: `entry` of the last of the child’s `plans`.'),
  }),
  'plan-reviewed': object({
    plan: described(id<'entry'>(), 'What was looked at: `entry` of the `plan`, or of the `lapsedPlan`.'),
    reviewBy: described(day, 'Until then it holds.'),
    says: described(text, 'What was looked at, and with whom.'),
  }),
  'health-known': object({
    kind: oneOf(healthKinds),
    text,
    without: maybe(described(text, 'What happens without it, and how soon.')),
  }),
  'health-ended': object({
    known: described(id<'entry'>(), 'What ends: `entry` of one of the child’s `health`.'),
    why: text,
  }),
  'detail-known': object({
    detail: described(
      detailAsked,
      'What is known. The number of a card or an account and a password are refused: a bank stands by its name.',
    ),
    suppliedBy: described(text, 'Who said so.'),
    instead: maybe(
      described(id<'entry'>(), 'What it changes: `entry` of one of the `details`, which stands no longer.'),
    ),
    otherChildren,
  }),
  'detail-confirmed': object({
    known: described(id<'entry'>(), 'What is still so: `entry` of one of the child’s `details`.'),
  }),
  'detail-ended': object({
    known: described(id<'entry'>(), 'What ends: `entry` of one of the child’s `details`.'),
    why: text,
  }),
  'address-protected': object({
    address: text,
    keptFrom: described(text, 'From whom it is kept.'),
    why: text,
  }),
  'address-protection-ended': object({
    protected: described(id<'entry'>(), 'What ends: `entry` of one of the `protectedAddresses`.'),
    why: text,
  }),
  'photograph-withdrawn': object({
    photograph: described(id<'entry'>(), 'What is withdrawn: `entry` of one of the child’s `photographs`.'),
    why: text,
  }),
  placed: object({ setting }),
  'placement-ended': object({
    placed: described(id<'entry'>(), 'The placement that ends: `entry` of the child’s `placement`.'),
    why: maybe(text),
  }),
  'worker-allocated': object({ post: id<'post'>(), sharesWords: maybe(flag) }),
  'worker-ended': object({
    allocated: described(id<'entry'>(), 'The allocation that ends: `entry` of one of the child’s `workers`.'),
  }),
  'looked-after-from': object({ legalStatus: maybe(text) }),
  'looked-after-ended': object({ why: maybe(text) }),
  'status-recorded': object({
    status: oneOf(['in-need', 'protection-plan']),
    ended: maybe(described(flag, 'Absent: it has begun.')),
  }),
  'responsible-council-set': object({ council: id<'organisation'>() }),
  'partner-named': object({ organisation: id<'organisation'>(), why: text }),
  'partner-ended': object({
    named: described(id<'entry'>(), 'What ends: `entry` of one of the child’s `partners`.'),
  }),
  'person-shut-out': object({
    person: id<'person'>(),
    name: described(text, 'As they are called today.'),
    scope: kinds({
      record: {},
      episode: { episode: id<'episode'>() },
      section: { section: oneOf(sections) },
    }),
    reason: text,
    reviewBy: day,
  }),
  'shut-out-ended': object({
    shutOut: described(id<'entry'>(), 'What ends: `entry` of one of those shut out.'),
    why: text,
  }),
  'record-restricted': object({
    named: described(list(id<'post'>()), 'The posts that may see the child, and nobody else.'),
    reason: text,
    reviewBy: day,
  }),
  'restriction-ended': object({
    restricted: described(id<'entry'>(), 'What ends: `entry` of the restriction.'),
    why: text,
  }),
  'child-access-given': object({
    view: described(text, 'Why this child is old enough, and what they understand.'),
    explained: described(text, 'What was explained to the child.'),
    language: described(text, 'In which language, or by which means of communication.'),
  }),
  'child-access-ended': object({
    given: described(id<'entry'>(), 'What ends: `entry` of the child’s `access`.'),
    why: text,
  }),
  'child-answered': object({
    wrote: described(id<'entry'>(), 'What is answered: `entry` of one of the child’s `messages`.'),
    answer: described(text, 'What the child was told, as they will read it.'),
    means: described(
      oneOf(means),
      'How. An answer by message alone does not meet the duty to speak with a child who is not safe.',
    ),
  }),
  'same-child': object({
    as: described(id<'child'>(), 'The other record of this child.'),
    undone: maybe(described(flag, 'They are two children after all.')),
  }),
}
