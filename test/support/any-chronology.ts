import fc from 'fast-check'
import { latest, plus, type Moment } from '../../src/kernel/moment.ts'
import {
  authorisations,
  entryTypes,
  locatedOutcomes,
  riskLevels,
  whereaboutsValues,
  type Chronology,
  type EntryType,
} from '../../src/domain/episode/entries.ts'
import type { EntryId } from '../../src/domain/episode/entry.ts'
import { roles } from '../../src/domain/episode/roles.ts'
import { at } from './at.ts'
import { cast, idFor } from './cast.ts'
import { after, entry, type Draft } from './chronology.ts'

const noticed = at('2026-03-28T21:40')

/** Choices that any entry can be made from once it is known what was written before it. */
export interface Choices {
  readonly type: EntryType
  /** Minutes from the concern: much is written down late, and some of it happened before. */
  readonly minutes: number
  readonly late: number
  readonly precision: 'minute' | 'about' | 'day'
  readonly role: (typeof roles)[number]
  /** Which earlier entry it is about, where it is about one. */
  readonly about: number
  readonly yes: boolean
  readonly body: Readonly<Record<string, unknown>>
}

/** Half of all entries are of the types that change what is so. */
const weighty: readonly EntryType[] = [
  'threshold-assessed',
  'reported-missing',
  'risk-assessed',
  'answered',
  'located',
  'returned',
  'acknowledged',
  'entry-corrected',
  'recorded-in-error',
  'episode-closed',
  'episode-reopened',
]

const body = fc.record({
  worriedNow: fc.boolean(),
  whereabouts: fc.constantFrom(...whereaboutsValues),
  authorisation: fc.constantFrom(...authorisations),
  placeOfSafety: fc.boolean(),
  outcome: fc.constantFrom(...locatedOutcomes),
  level: fc.constantFrom(...riskLevels),
  question: fc.constantFrom('last-seen', 'left', 'clothing'),
})

export const anyChoices: fc.Arbitrary<Choices> = fc.record({
  type: fc.oneof(fc.constantFrom(...entryTypes), fc.constantFrom(...weighty)),
  minutes: fc.integer({ min: -300, max: 3000 }),
  late: fc.integer({ min: 0, max: 600 }),
  precision: fc.constantFrom('minute', 'minute', 'about', 'day'),
  role: fc.constantFrom(...roles),
  about: fc.nat({ max: 30 }),
  yes: fc.boolean(),
  body,
})

const concern: Choices = {
  type: 'concern-raised',
  minutes: 0,
  late: 0,
  precision: 'minute',
  role: 'carer',
  about: 0,
  yes: true,
  body: { whereabouts: 'unknown', authorisation: 'not-authorised' },
}

const disorderly: readonly EntryType[] = ['concern-raised', 'entry-corrected', 'recorded-in-error']

/** A record in which everything happened after the concern and at a minute that is known. */
export const anyOrderlyChronology: fc.Arbitrary<Chronology> = fc
  .array(anyChoices, { maxLength: 24 })
  .map((choices) =>
    written([
      concern,
      ...choices
        .filter(({ type }) => !disorderly.includes(type))
        .map((choice): Choices => ({ ...choice, minutes: Math.abs(choice.minutes), precision: 'minute' })),
    ]),
  )

/** Any well-typed record, however little sense it makes: nobody has asked the rules. */
export const anyChronology: fc.Arbitrary<Chronology> = fc
  .array(anyChoices, { maxLength: 24 })
  .map((choices) => written(choices))

/** The same, beginning with a concern as every record does. */
export const anyBegunChronology: fc.Arbitrary<Chronology> = fc
  .array(anyChoices, { maxLength: 24 })
  .map((choices) => written([concern, ...choices]))

function written(choices: readonly Choices[]): Chronology {
  return choices.reduce<Chronology>((so, choice) => after(so, anyEntry(choice, so)), [])
}

/** One entry made from these choices to follow this record. */
export function anyEntry(choices: Choices, so: Chronology): Draft {
  const { type, minutes, late, precision, role, yes } = choices
  const occurred = plus(noticed, `${minutes < 0 ? '-' : ''}PT${Math.abs(minutes)}M`)
  const told = entry(type, occurred, bodyOf(choices, so), {
    id: `${so.length} ${type}`,
    by: cast[role],
    precision,
  })
  const recorded = latest(noticed, plus(occurred, `PT${late}M`))
  return { ...told, recorded: yes ? recorded : occurred }
}

function bodyOf({ type, about, yes, body, minutes }: Choices, so: Chronology): object {
  const target: EntryId = so[about % (so.length + 1)]?.id ?? idFor<'entry'>('nothing')
  const stated = (...fields: readonly string[]) =>
    Object.fromEntries(Object.entries(body).filter(([field]) => fields.includes(field)))
  const moved: Moment = plus(noticed, `PT${Math.abs(minutes)}M`)
  const bodies: Partial<Record<EntryType, object>> = {
    'concern-raised': stated('whereabouts', 'authorisation'),
    'threshold-assessed': yes ? stated('worriedNow') : stated('worriedNow', 'whereabouts', 'authorisation'),
    'risk-assessed': { ...stated('level'), ...(yes && { supervisor: 'Aoife Brennan' }) },
    answered: stated('question'),
    located: stated('outcome'),
    returned: yes ? {} : stated('placeOfSafety'),
    acknowledged: { of: { kind: 'entry', entry: target } },
    'challenge-answered': { challenge: target },
    'entry-corrected': {
      corrects: target,
      ...(yes ? { occurred: { at: moved, precision: 'minute' } } : { changes: body }),
      needsSecond: about % 2 === 0,
      evidence: 'A log',
    },
    'recorded-in-error': { scope: about % 7 === 0 ? { kind: 'episode' } : { kind: 'entry', entry: target } },
  }
  return bodies[type] ?? {}
}
