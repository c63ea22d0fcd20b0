import type { CareBodies, CareEntryType, CareStream, NewCareEntry } from '../../src/domain/care/record.ts'
import { careEntryVersions } from '../../src/domain/care/record.ts'
import type { EntryId } from '../../src/domain/episode/entry.ts'
import { cast, idFor } from './cast.ts'
import { noon } from './expected-care.ts'

/** An entry of a child's Care that happened at noon of a day, written by their social worker. */
export function ofCare<T extends CareEntryType>(
  type: T,
  date: string,
  body: CareBodies[T],
  as = `${type} ${date} ${JSON.stringify(body)}`,
): NewCareEntry {
  return {
    id: idFor<'entry'>(as),
    type,
    version: careEntryVersions[type],
    occurred: { at: noon(date), precision: 'minute' },
    by: cast['social-worker'],
    body,
  } as unknown as NewCareEntry
}

/** As it stands on record: each written down when it happened. */
export function careStream(...entries: readonly NewCareEntry[]): CareStream {
  return entries.map((entry, index) => ({
    ...entry,
    stream: idFor('care'),
    sequence: index + 1,
    recorded: entry.occurred.at,
  }))
}

export const visitSeen = (date: string, more: Partial<CareBodies['care-seen']> = {}): NewCareEntry =>
  ofCare('care-seen', date, {
    strand: 'social-worker-visit',
    who: 'Daniel Osei, their social worker',
    inPerson: true,
    childSaw: true,
    ...more,
  })

export const wordOn = (
  date: string,
  word: CareBodies['care-childs-word']['word'],
  strand = 'social-worker-visit',
): NewCareEntry => ofCare('care-childs-word', date, { strand, word })

export const putRight = (
  date: string,
  corrects: EntryId,
  changes: Readonly<Record<string, unknown>>,
): NewCareEntry => ofCare('entry-corrected', date, { corrects, changes, reason: 'Written down wrongly' })

export const inError = (date: string, entry: EntryId): NewCareEntry =>
  ofCare('recorded-in-error', date, { scope: { kind: 'entry', entry }, reason: 'It did not happen' })
