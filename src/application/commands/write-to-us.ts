import { childAt } from '../../domain/child/child-at.ts'
import { childEntryVersions, type NewChildEntry } from '../../domain/child/child.ts'
import type { Directory } from '../../domain/child/directory.ts'
import { childAsPerson, doorOf } from '../../domain/child/own-door.ts'
import type { ChildRecord } from '../../domain/child/record.ts'
import type { Author } from '../../domain/episode/entry.ts'
import { organisationOf } from '../author.ts'
import { withGrant, type Application } from '../carry-out.ts'
import { visitorOf } from '../child-doors.ts'
import { idFrom } from '../ids.ts'
import { jointProtocols } from '../joint-protocols.ts'
import type { CommandKey, LoadedSubject } from '../ports.ts'
import { project } from '../projections/project.ts'
import type { ComeIn } from '../their-own.ts'

export interface Written {
  /** To the letter. */
  readonly words: string
  readonly notSafe: boolean
}

export type WriteOutcome =
  { readonly kind: 'done' } | { readonly kind: 'may-not' } | { readonly kind: 'command-taken' }

/** What a child wrote goes onto their own record as they wrote it, and is owed an answer from that moment. */
export async function writeToUs(
  app: Application,
  comeIn: ComeIn,
  key: CommandKey,
  written: Written,
): Promise<WriteOutcome> {
  const { child } = comeIn
  const { protocols } = app
  return withGrant(
    app.store.write(visitorOf(comeIn), async (session): Promise<WriteOutcome> => {
      const loaded = await session.load(child, key)
      if (loaded.remembered.kind === 'taken') return { kind: 'command-taken' }
      if (loaded.remembered.kind === 'done') return loaded.remembered.answer as WriteOutcome
      const entry = entryOf(app, comeIn, key, written, loaded)
      if (entry === undefined) return { kind: 'may-not' }
      const answer = { kind: 'done' } as const
      const { directory } = loaded
      session.append({
        subject: child,
        command: key,
        answer,
        streams: [{ kind: 'child', stream: child, entries: [entry] }],
        project: (...record) => project({ protocols, directory }, child, ...record),
      })
      return answer
    }),
  )
}

/** Undefined where this access does not last any more. */
function entryOf(
  { protocols }: Application,
  comeIn: ComeIn,
  key: CommandKey,
  { words, notSafe }: Written,
  { child: stream, directory, now }: LoadedSubject,
): NewChildEntry | undefined {
  const record = childAt(stream, now)
  const giver = stream.find(({ id }) => id === comeIn.access)?.by
  if (record.access?.entry !== comeIn.access || giver === undefined) return undefined
  const by = authorOf(comeIn, record, giver, directory)
  const { editions } = jointProtocols(protocols, directory, record, by, now)
  return {
    id: idFrom<'entry'>('entry', key.id),
    type: 'child-wrote',
    version: childEntryVersions['child-wrote'],
    occurred: { at: now, precision: 'minute' },
    by,
    body: { words, ...(notSafe && { notSafe }), editions },
  }
}

/** The child is of no organisation: the council that answers for them stands there, or that of whoever gave access. */
function authorOf(
  { child, access }: ComeIn,
  { name = 'The child', responsibleCouncil }: ChildRecord,
  giver: Author,
  directory: Directory,
): Author {
  const of = organisationOf(directory, responsibleCouncil ?? giver.organisation)
  return {
    person: childAsPerson(child),
    name,
    post: doorOf(access),
    role: 'child',
    organisation: of.id,
    organisationName: of.name,
    organisationKind: of.kind,
  }
}
