import { mayRegister } from '../../domain/access/may.ts'
import type { ChildBodies, ChildEntryType, NewChildEntry } from '../../domain/child/child.ts'
import { childEntryVersions } from '../../domain/child/child.ts'
import type { Author, ChildId, Occurred } from '../../domain/episode/entry.ts'
import { withGrant, type Application } from '../carry-out.ts'
import { idFrom, newId, requestHash } from '../ids.ts'
import type { CommandKey, Visitor } from '../ports.ts'
import { project } from '../projections/project.ts'

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
  if (!entries.every(({ type }) => mayRegister(author, type))) return { kind: 'may-not' }
  const { protocols } = app
  const directory = await app.directory()
  return withGrant(
    app.store.write(visitor, async (session): Promise<RegisterOutcome> => {
      const { remembered } = await session.load(child, key)
      if (remembered.kind === 'taken') return { kind: 'command-taken' }
      if (remembered.kind === 'done') return remembered.answer as RegisterOutcome
      const answer = { kind: 'done', child } as const
      await session.append({
        subject: child,
        command: key,
        answer,
        streams: [{ kind: 'child', stream: child, entries }],
        project: (stream, episodes) => project({ protocols, directory }, child, stream, episodes),
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
