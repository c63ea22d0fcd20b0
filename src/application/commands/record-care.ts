import { mayRecordCare } from '../../domain/access/may.ts'
import { refusalOf, type Refusal } from '../../domain/care/decide.ts'
import {
  careEntryVersions,
  type CareBodies,
  type CareEntryType,
  type CareStream,
  type NewCareEntry,
} from '../../domain/care/record.ts'
import { knownCare } from '../../domain/care/known.ts'
import type { Author, ChildId, EntryId, Occurred } from '../../domain/episode/entry.ts'
import { editionOfCare } from '../care/edition.ts'
import { lifeOf } from '../care/life-of.ts'
import { withGrant, type Application } from '../carry-out.ts'
import { newId } from '../ids.ts'
import type { CommandKey, LoadedCare, Visitor } from '../ports.ts'

export interface CareRequest {
  readonly visitor: Visitor
  readonly author: Author
  readonly child: ChildId
  readonly key: CommandKey
  readonly entry: NewCareEntry
}

export type CareOutcome =
  | { readonly kind: 'done'; readonly child: ChildId }
  | { readonly kind: 'may-not' }
  | { readonly kind: 'command-taken' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

/** What a person records of a child's Care, held to the rules of the field. It only adds, so it goes in at the end. */
export async function recordCare(
  app: Application,
  { visitor, author, child, key, entry }: CareRequest,
): Promise<CareOutcome> {
  return withGrant(
    app.store.writeCare(visitor, async (session): Promise<CareOutcome> => {
      const loaded = await session.load(child, key)
      if (loaded.remembered.kind === 'taken') return { kind: 'command-taken' }
      if (loaded.remembered.kind === 'done') return loaded.remembered.answer as CareOutcome
      if (!mayRecordCare(author, entry.type, aboutOf(entry, loaded.care))) return { kind: 'may-not' }
      const refusal = careRefusal(app, entry, loaded)
      if (refusal !== undefined) return { kind: 'refused', refusal }
      const answer = { kind: 'done', child } as const
      session.append({ child, command: key, answer, entries: [entry] })
      return answer
    }),
  )
}

function careRefusal(
  { expectedCare = [], careAudits = [] }: Application,
  entry: NewCareEntry,
  { child, care, now }: LoadedCare,
): Refusal | undefined {
  const edition = editionOfCare(expectedCare, now)
  if (edition === undefined) throw new Error('No edition of expected Care is in force.')
  return refusalOf(entry, {
    stream: care,
    care: edition,
    life: lifeOf(child, knownCare(care).own),
    questionsOf: (name) =>
      careAudits.find((one) => one.edition === name)?.questions.map(({ question }) => question),
    now,
  })
}

/** The type of the entry that this one is about, where it is about one. */
function aboutOf({ type, body }: NewCareEntry, care: CareStream): CareEntryType | undefined {
  if (type !== 'entry-corrected' && type !== 'recorded-in-error') return undefined
  const id = type === 'entry-corrected' ? body.corrects : body.scope.entry
  return care.find((one) => one.id === id)?.type
}

export function careEntryOf<T extends CareEntryType>(
  by: Author,
  type: T,
  occurred: Occurred,
  body: CareBodies[T],
  id: EntryId = newId<'entry'>(),
): NewCareEntry {
  return { id, type, version: careEntryVersions[type], occurred, by, body } as NewCareEntry
}
