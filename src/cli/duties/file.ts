import { parseLondonDate, type LondonDate } from '../../kernel/london.ts'
import { parseMoment, type Moment } from '../../kernel/moment.ts'
import type { Chronology } from '../../domain/episode/entries.ts'
import type { Facts, FactsAt } from '../../domain/protocol/facts.ts'
import type { Status } from '../../domain/protocol/protocol.ts'
import { readEntry, type Noticing } from './entry.ts'
import { isFields, type Fields } from './reading.ts'
import { unknownNames } from './references.ts'

/** What a file says of one child and one absence, or every problem with it: each with its place and in words. Names that
    are not read are told of, because a name that was mistyped is one of them. */
export type ReadFile =
  | {
      readonly kind: 'read'
      readonly facts: FactsAt
      readonly chronology: Chronology
      readonly notRead: readonly string[]
    }
  | { readonly kind: 'problems'; readonly problems: readonly string[] }

/** Reads the text of a file: JSON with `child` and `entries`. Never throws. */
export function readFile(text: string): ReadFile {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    return { kind: 'problems', problems: [`it is not JSON (${(error as Error).message})`] }
  }
  if (!isFields(value)) return { kind: 'problems', problems: ['it is not one object with child and entries'] }
  const noticing: Noticing = { problems: [], notRead: [] }
  namesOf(value, '', ['child', 'entries'], noticing)
  const facts = factsOf(value['child'], noticing)
  const chronology = chronologyOf(value['entries'], noticing)
  noticing.problems.push(...unknownNames(chronology))
  const { problems, notRead } = noticing
  if (problems.length > 0) return { kind: 'problems', problems }
  return { kind: 'read', facts: () => facts, chronology, notRead }
}

/** In the order of recording, which is what a sequence is. */
function chronologyOf(value: unknown, noticing: Noticing): Chronology {
  if (!Array.isArray(value) || value.length === 0) {
    noticing.problems.push('entries must be a list with at least one entry')
    return []
  }
  const read = (value as readonly unknown[]).flatMap((one, index) => readEntry(one, index, noticing) ?? [])
  const order = (a: Moment, b: Moment) => (a < b ? -1 : a > b ? 1 : 0)
  return read
    .toSorted((a, b) => order(a.recorded, b.recorded))
    .map((entry, index) => ({ ...entry, sequence: index + 1 }))
}

const childFields = ['bornOn', 'lookedAfter', 'placedOutOfArea', 'earlierEpisodes']

/** What is true of the child, throughout. What is not said takes no duty away: such a child counts as looked after, as
    placed out of area and as of any age. */
function factsOf(value: unknown, noticing: Noticing): Facts {
  if (!isFields(value)) {
    noticing.problems.push('child must be an object, such as {"bornOn":"2011-05-04","lookedAfter":true}')
    return { statuses: [], placedOutOfArea: false, earlierEpisodes: [] }
  }
  namesOf(value, 'child.', childFields, noticing)
  const bornOn = bornOnOf(value, noticing)
  const lookedAfter = answerOf(value, 'lookedAfter', noticing)
  return {
    ...(bornOn !== undefined && { bornOn }),
    statuses: (lookedAfter ? ['looked-after'] : []) satisfies readonly Status[],
    placedOutOfArea: answerOf(value, 'placedOutOfArea', noticing),
    earlierEpisodes: earlierOf(value, noticing),
  }
}

function bornOnOf(child: Fields, noticing: Noticing): LondonDate | undefined {
  const given = child['bornOn']
  if (given === undefined || given === null) return undefined
  const day = typeof given === 'string' ? parseLondonDate(given) : undefined
  if (day === undefined) noticing.problems.push('child.bornOn must be a day, such as 2011-05-04')
  return day
}

function answerOf(child: Fields, name: string, noticing: Noticing): boolean {
  const given = child[name] ?? true
  if (typeof given === 'boolean') return given
  noticing.problems.push(`child.${name} must be true or false`)
  return true
}

/** When earlier absences of this child began: a third one in so many days adds a meeting. */
function earlierOf(child: Fields, noticing: Noticing): Facts['earlierEpisodes'] {
  const given = child['earlierEpisodes'] ?? []
  const moments = Array.isArray(given)
    ? (given as readonly unknown[]).map((one) => (typeof one === 'string' ? parseMoment(one) : undefined))
    : [undefined]
  if (moments.includes(undefined))
    noticing.problems.push('child.earlierEpisodes must be a list of moments, such as 2026-03-01T21:00:00Z')
  return moments.flatMap((from, index) =>
    from === undefined
      ? []
      : [{ episode: `earlier-${index}` as Facts['earlierEpisodes'][number]['episode'], from }],
  )
}

function namesOf(value: Fields, at: string, known: readonly string[], noticing: Noticing): void {
  for (const name of Object.keys(value)) if (!known.includes(name)) noticing.notRead.push(`${at}${name}`)
}
