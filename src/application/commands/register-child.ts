import { mayRegister } from '../../domain/access/may.ts'
import type { ChildBodies, ChildEntryType, NewChildEntry } from '../../domain/child/child.ts'
import { childEntryVersions } from '../../domain/child/child.ts'
import { reachesOthers } from '../../domain/child/joined.ts'
import type { Author, ChildId, EntryId, Occurred } from '../../domain/episode/entry.ts'
import { withGrant, type Application } from '../carry-out.ts'
import { idFrom, newId, requestHash } from '../ids.ts'
import type { CommandKey, LoadedSubject, Visitor } from '../ports.ts'
import { project } from '../projections/project.ts'
import { loadJoined } from './load-joined.ts'

export type RegisterOutcome =
  | { readonly kind: 'done'; readonly child: ChildId }
  | { readonly kind: 'may-not' }
  | { readonly kind: 'command-taken' }

/** A child who is not yet known here. The name may be unknown; the record is joined to another later, if there is one. */
export async function registerChild(
  app: Application,
  visitor: Visitor,
  author: Author,
  commandId: string,
  body: ChildBodies['child-registered'],
  at: Occurred,
): Promise<RegisterOutcome> {
  const child = idFrom<'child'>('child', commandId)
  const entries = [childEntryOf(author, 'child-registered', at, body)]
  return addToChild(
    app,
    visitor,
    author,
    child,
    { id: commandId, requestHash: requestHash({ child, body }) },
    entries,
  )
}

/** Entries of a child's own stream. They only add, so they go in at its end. */
export async function addToChild(
  app: Application,
  visitor: Visitor,
  author: Author,
  child: ChildId,
  key: CommandKey,
  entries: readonly NewChildEntry[],
): Promise<RegisterOutcome> {
  return addUnlessRefused<never>(app, { visitor, author, child, key, entries }, () => undefined)
}

export interface ChildRequest {
  readonly visitor: Visitor
  readonly author: Author
  readonly child: ChildId
  readonly key: CommandKey
  readonly entries: readonly NewChildEntry[]
  /** Bytes of which one of the entries says the SHA-256. */
  readonly file?: { readonly of: EntryId; readonly bytes: Uint8Array }
}

/** The same, unless a rule says no to it: asked under the lock of the child's row, and never of a retry. */
export async function addUnlessRefused<R>(
  app: Application,
  { visitor, author, child, key, entries, file }: ChildRequest,
  refusal: (loaded: LoadedSubject) => R | undefined,
): Promise<RegisterOutcome | R> {
  if (!entries.every(({ type }) => mayRegister(author, type))) return { kind: 'may-not' }
  const { protocols } = app
  return withGrant(
    app.store.write(visitor, async (session): Promise<RegisterOutcome | R> => {
      const reaches = entries.some(({ type }) => reachesOthers(type))
      if (reaches) await session.lockJoined([child])
      const loaded = await session.load(child, key)
      if (loaded.remembered.kind === 'taken') return { kind: 'command-taken' }
      if (loaded.remembered.kind === 'done') return loaded.remembered.answer as RegisterOutcome
      const { directory } = loaded
      const refused = refusal(loaded)
      if (refused !== undefined) return refused
      const joined = reaches ? await loadJoined(session, child, loaded.child) : []
      const answer = { kind: 'done', child } as const
      session.append({
        subject: child,
        command: key,
        answer,
        streams: [{ kind: 'child', stream: child, entries }],
        project: (...record) => project({ protocols, directory }, child, ...record),
      })
      if (file !== undefined) session.keepFile(child, file.of, file.bytes)
      for (const other of joined)
        session.rework({
          of: child,
          subject: other,
          project: (...record) => project({ protocols, directory }, other, ...record),
        })
      return answer
    }),
  )
}

/** Whether this very request was carried out: what it ended cannot be read from a page a second time. */
export async function wasAdded(
  app: Application,
  visitor: Visitor,
  child: ChildId,
  key: CommandKey,
): Promise<boolean> {
  const loaded = await withGrant(app.store.write(visitor, (session) => session.load(child, key)))
  return 'remembered' in loaded && loaded.remembered.kind === 'done'
}

export function childEntryOf<T extends ChildEntryType>(
  author: Author,
  type: T,
  occurred: Occurred,
  body: ChildBodies[T],
): NewChildEntry {
  return {
    id: newId<'entry'>(),
    type,
    version: childEntryVersions[type],
    occurred,
    by: author,
    body,
  } as NewChildEntry
}
