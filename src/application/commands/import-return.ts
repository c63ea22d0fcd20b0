import type { Directory, Organisation } from '../../domain/child/directory.ts'
import type { Author, ChildId } from '../../domain/episode/entry.ts'
import { idFrom, newId, requestHash } from '../ids.ts'
import type { CommandKey, Store, WriteSession } from '../ports.ts'
import { project } from '../projections/project.ts'
import type { Protocols } from '../protocols.ts'
import type { ChildToImport } from './import-child.ts'
import { takeAll, type Imported, type Importer } from './import-take.ts'

/** The record as the maintainer's role has it: any child, many in one transaction, and every run on record. */
export interface ImportStore extends Pick<Store, 'directory' | 'write'> {
  /** Keeps that there was a run of this verb, and why. */
  recordRun(run: string, verb: string, reason: string): Promise<void>
}

export interface ImportRun {
  readonly store: ImportStore
  readonly protocols: Protocols
  readonly council: Organisation
  /** Why, in words, for the record of runs. */
  readonly reason: string
  readonly progress: (done: number, total: number) => void
}

/** The same council and the same key of its return are the same child in every run. */
export function importedChild(council: Organisation, key: string): ChildId {
  return idFrom<'child'>('child of a return', council.id, key)
}

/** The council of that name, whatever its case. */
export function councilNamed(directory: Directory, name: string): Organisation | undefined {
  const wanted = name.trim().toLowerCase()
  return directory.organisations.find((one) => one.kind === 'council' && one.name.toLowerCase() === wanted)
}

/** Takes the children of a council's return into the record, each wholly or not at all. Stopped half way it is simply run
    again: what is on record already is left as it is. */
export async function importReturn(run: ImportRun, children: readonly ChildToImport[]): Promise<Imported> {
  const { store, protocols, council, reason } = run
  const id = newId<'run'>()
  await store.recordRun(id, 'import ssda903', reason)
  const importer = { author: authorFor(council), directory: await store.directory(), protocols }
  // One order for all, so that two imports at once wait for each other and never in a circle.
  const inOrder = children.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const parts: Imported[] = []
  for (let from = 0; from < inOrder.length; from += batch) {
    run.progress(from, inOrder.length)
    parts.push(await importBatch(store, importer, id, inOrder.slice(from, from + batch)))
  }
  run.progress(inOrder.length, inOrder.length)
  return together(parts)
}

/** Enough that commits do not count, few enough that nobody waits a second for a child's row. */
const batch = 50

/** No person wrote these entries: they are the council's own return. */
function authorFor({ id, name, kind }: Organisation): Author {
  return {
    person: idFrom<'person'>('import of a return', id),
    name: 'Import of the SSDA903 return',
    post: idFrom<'post'>('import of a return', id),
    role: 'responsible-council',
    organisation: id,
    organisationName: name,
    organisationKind: kind,
  }
}

function importBatch(
  store: ImportStore,
  importer: Importer,
  run: string,
  children: readonly ChildToImport[],
): Promise<Imported> {
  return store.write(importer.author, async (session) => {
    const parts: Imported[] = []
    for (const child of children) parts.push(await importOne(session, importer, run, child))
    return together(parts)
  })
}

async function importOne(
  session: WriteSession,
  importer: Importer,
  run: string,
  child: ChildToImport,
): Promise<Imported> {
  const command: CommandKey = { id: run, requestHash: requestHash(child) }
  const { streams, ...imported } = takeAll(importer, await session.load(child.id, command), child)
  if (streams.length === 0) return imported
  session.append({
    subject: child.id,
    command,
    answer: { kind: 'done' },
    streams,
    project: (...record) => project(importer, child.id, ...record),
  })
  return imported
}

function together(parts: readonly Imported[]): Imported {
  return {
    landed: parts.flatMap(({ landed }) => landed),
    warned: parts.flatMap(({ warned }) => warned),
    asked: parts.reduce((sum, { asked }) => sum + asked, 0),
  }
}
