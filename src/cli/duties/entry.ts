import { isStillToCome } from '../../domain/episode/occurred.ts'
import { entryTypes, entryVersions, type EntryType, type EpisodeEntry } from '../../domain/episode/entries.ts'
import type { EpisodeId, Precision } from '../../domain/episode/entry.ts'
import { isRole, roles, type Role } from '../../domain/episode/roles.ts'
import { parseSaidMoment, type Moment } from '../../kernel/moment.ts'
import { fieldsOfData } from './bodies.ts'
import { authorIn, notSaid, ordinaryWriter } from './not-said.ts'
import { isFields, type Fields, type Taking } from './reading.ts'

/** What a reader found wrong, and the names that it passed over, each with its place. */
export interface Noticing {
  readonly problems: string[]
  readonly notRead: string[]
}

const names = ['type', 'occurredAt', 'recordedAt', 'data', 'id', 'by', 'precision']
const precisions: readonly Precision[] = ['minute', 'about', 'day']

/** One entry of a file. Its sequence is still to be given. Undefined after a problem. */
export function readEntry(value: unknown, index: number, noticing: Noticing): EpisodeEntry | undefined {
  const at = `entries[${index}]`
  const before = noticing.problems.length
  if (!isFields(value)) {
    noticing.problems.push(`${at} must be an object with a type and an occurredAt`)
    return undefined
  }
  for (const name of Object.keys(value)) if (!names.includes(name)) noticing.notRead.push(`${at}.${name}`)
  const type = typeOf(value['type'], at, noticing)
  const occurred = momentOf(value, 'occurredAt', at, noticing)
  const recorded = value['recordedAt'] === undefined ? occurred : momentOf(value, 'recordedAt', at, noticing)
  const precision = precisionOf(value['precision'], at, noticing)
  const role = type === undefined ? undefined : writerOf(value['by'], type, at, noticing)
  const body = type === undefined ? undefined : bodyOf(value['data'], type, `${at}.data`, noticing)
  if (occurred && recorded && isStillToCome({ at: occurred, precision }, recorded))
    noticing.problems.push(`${at}.occurredAt is later than its recordedAt`)
  if (noticing.problems.length > before || type === undefined || role === undefined) return undefined
  return {
    id: typeof value['id'] === 'string' ? value['id'] : `entry ${index + 1}`,
    stream: 'the episode' as EpisodeId,
    sequence: 0,
    type,
    version: entryVersions[type],
    occurred: { at: occurred, precision },
    recorded,
    by: authorIn(role),
    body,
  } as unknown as EpisodeEntry
}

function typeOf(value: unknown, at: string, { problems }: Noticing): EntryType | undefined {
  const found = entryTypes.find((type) => type === value)
  if (found === undefined) problems.push(`${at}.type must be one of ${entryTypes.join(', ')}`)
  return found
}

function momentOf(entry: Fields, name: string, at: string, { problems }: Noticing): Moment | undefined {
  const given = entry[name]
  const found = typeof given === 'string' ? parseSaidMoment(given) : undefined
  if (found === undefined)
    problems.push(`${at}.${name} must be a moment with its zone, such as 2026-03-28T22:40:00Z`)
  return found
}

function precisionOf(value: unknown, at: string, { problems }: Noticing): Precision {
  const found = precisions.find((precision) => precision === (value ?? 'minute'))
  if (found === undefined) problems.push(`${at}.precision must be one of ${precisions.join(', ')}`)
  return found ?? 'minute'
}

function writerOf(value: unknown, type: EntryType, at: string, { problems }: Noticing): Role {
  if (value === undefined) return ordinaryWriter(type)
  if (typeof value === 'string' && isRole(value)) return value
  problems.push(`${at}.by must be one of the roles ${roles.join(', ')}`)
  return ordinaryWriter(type)
}

/** What is said, over what is not said. */
function bodyOf(value: unknown, type: EntryType, at: string, noticing: Noticing): Fields {
  const body: Record<string, unknown> = { ...notSaid[type] }
  if (value === undefined || value === null) return body
  if (!isFields(value)) {
    noticing.problems.push(`${at} must be an object`)
    return body
  }
  const known: Readonly<Record<string, Taking>> = fieldsOfData[type]
  for (const [name, given] of Object.entries(value)) {
    const take = Object.hasOwn(known, name) ? known[name] : undefined
    if (take === undefined) {
      noticing.notRead.push(`${at}.${name}`)
      continue
    }
    const taken = take(given)
    if ('wanted' in taken) noticing.problems.push(`${at}.${name} must be ${taken.wanted}`)
    else body[name] = taken.value
  }
  return body
}
