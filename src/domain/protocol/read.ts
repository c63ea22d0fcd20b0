import type { Clause, Edition, ReasonableTime, SearchLead, Source } from './protocol.ts'
import { changed } from './read-changes.ts'
import { readClause, readSource, roleOf, type Sources } from './read-clause.ts'
import {
  dayOf,
  fieldsOf,
  flagOf,
  isMap,
  listOf,
  nameOf,
  numberOf,
  oneOf,
  report,
  shown,
  textOf,
  within,
  withinOf,
  type Fields,
  type Place,
} from './read-fields.ts'

export type ParsedEdition =
  | { readonly kind: 'edition'; readonly edition: Edition }
  | { readonly kind: 'problems'; readonly problems: readonly string[] }

const editionFields = [
  ...['protocol', 'edition', 'title', 'owner', 'adopted-by', 'from', 'until', 'last-reviewed', 'review-due'],
  ...['extends', 'sources', 'practice-guidance', 'reasonable-time', 'changes', 'duties'],
  ...['subject', 'search-led-by'],
]

/** An edition from its parsed file: plain values, as YAML gives them. Strict: a name that is not known is a problem in
    words, never a thing left out. `base` is the edition that the file extends, where it names one. Never throws.
    Whether the edition is a good one is for `checkEdition` to say. */
export function parseEdition(value: unknown, base?: Edition): ParsedEdition {
  const place: Place = { at: 'edition', problems: [] }
  const fields = fieldsOf(value, editionFields, place)
  const sources = readSources(fields['sources'], within(place, 'sources'))
  const from = startingPoint(fields, base, place)
  const changes = listOf(fields['changes'])
  for (const duty of twice(changes)) report(place, `changes ${duty} twice`)
  const clauses = [
    ...changes.reduce<readonly Clause[]>(
      (found, change, index) => changed(found, change, sources, within(place, `change ${index + 1}`)),
      from?.clauses ?? [],
    ),
    ...listOf(fields['duties']).map((clause, index) =>
      readClause(clause, sources, within(place, `duty ${index + 1}`)),
    ),
  ]
  const edition: Edition = {
    protocol: nameOf(fields, 'protocol', place),
    edition: nameOf(fields, 'edition', place),
    title: textOf(fields, 'title', place),
    owner: textOf(fields, 'owner', place),
    adoptedBy: textOf(fields, 'adopted-by', place),
    from: dayOf(fields, 'from', place),
    ...(fields['until'] !== undefined && { until: dayOf(fields, 'until', place) }),
    lastReviewed: dayOf(fields, 'last-reviewed', place),
    reviewDue: dayOf(fields, 'review-due', place),
    ...(from && { extends: refOf(from) }),
    ...(fields['practice-guidance'] !== undefined && {
      practice: readPractice(fields['practice-guidance'], within(place, 'practice-guidance')),
    }),
    subject:
      fields['subject'] === undefined
        ? (from?.subject ?? 'child')
        : (oneOf(fields['subject'], ['child', 'care'] as const, 'child or care', place) ?? 'child'),
    searchLeads:
      fields['search-led-by'] === undefined
        ? (from?.searchLeads ?? [])
        : listOf(fields['search-led-by']).map((row) =>
            readSearchLead(row, sources, within(place, 'search-led-by')),
          ),
    reasonableTime:
      fields['reasonable-time'] === undefined
        ? (from?.reasonableTime ?? [])
        : listOf(fields['reasonable-time']).map((row) =>
            readReasonableTime(row, sources, within(place, 'reasonable-time')),
          ),
    clauses,
  }
  return place.problems.length > 0
    ? { kind: 'problems', problems: place.problems }
    : { kind: 'edition', edition }
}

/** `protocol/edition`, as `extends` names it. Undefined: the file extends nothing. */
export function extendsOf(value: unknown): string | undefined {
  const named = isMap(value) ? value['extends'] : undefined
  return typeof named === 'string' ? named : undefined
}

export function refOf(edition: Edition): string {
  return `${edition.protocol}/${edition.edition}`
}

function startingPoint(fields: Fields, base: Edition | undefined, place: Place): Edition | undefined {
  if (fields['extends'] === undefined) {
    if (fields['changes'] !== undefined) report(place, 'changes are made to an edition that this one extends')
    return undefined
  }
  if (base === undefined || fields['extends'] !== refOf(base)) {
    report(place, `extends ${shown(fields['extends'])}, which is not there`)
    return undefined
  }
  // A second step could loosen what the first had taken from a verified source under another name.
  if (base.extends !== undefined) report(place, `extends ${refOf(base)}, which extends another itself`)
  return base
}

function twice(changes: readonly unknown[]): readonly string[] {
  const duties = changes.map((change) => (isMap(change) ? shown(change['duty']) : ''))
  return duties.filter((duty, index) => duty !== '' && duties.indexOf(duty) < index)
}

/** The documents that an edition names, each under its name. */
export function readSources(value: unknown, place: Place): Sources {
  if (value === undefined) return {}
  if (!isMap(value)) {
    report(place, 'sources have names')
    return {}
  }
  return Object.fromEntries(
    Object.entries(value).map(([name, one]): [string, Source] => {
      const here = within(place, name)
      const fields = fieldsOf(one, ['document', 'verified'], here)
      return [
        name,
        { document: textOf(fields, 'document', here), verified: flagOf(fields, 'verified', false, here) },
      ]
    }),
  )
}

function readPractice(value: unknown, place: Place) {
  const fields = fieldsOf(value, ['title', 'address'], place)
  const address = textOf(fields, 'address', place)
  if (address !== '' && !/^https:\/\/[\w.-]+(?:[/?#]\S*)?$/u.test(address))
    report(place, `"${address}" is not an address such as https://partnership.example/missing`)
  return { title: textOf(fields, 'title', place), address }
}

function readSearchLead(value: unknown, sources: Sources, place: Place): SearchLead {
  const fields = fieldsOf(value, ['held-by', 'led-by', 'source'], place)
  return {
    heldBy: roleOf(fields['held-by'], within(place, 'held-by')),
    ledBy: roleOf(fields['led-by'], within(place, 'led-by')),
    source: readSource(fields['source'], sources, place),
  }
}

function readReasonableTime(value: unknown, sources: Sources, place: Place): ReasonableTime {
  const fields = fieldsOf(value, ['age-at-most', 'from-hour', 'to-hour', 'within', 'source'], place)
  return {
    ...(fields['age-at-most'] !== undefined && { ageAtMost: numberOf(fields, 'age-at-most', place) }),
    ...(fields['from-hour'] !== undefined && { fromHour: numberOf(fields, 'from-hour', place) }),
    ...(fields['to-hour'] !== undefined && { toHour: numberOf(fields, 'to-hour', place) }),
    within: withinOf(fields, 'within', place),
    source: readSource(fields['source'], sources, place),
  }
}
