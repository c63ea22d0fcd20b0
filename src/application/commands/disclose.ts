import type { Act, ActId, RequestId, Said } from '../../domain/access/disclosure/acts.ts'
import { disclosedOf, type Disclosed } from '../../domain/access/disclosure/disclosed.ts'
import { undecided } from '../../domain/access/disclosure/standing.ts'
import type { Author, ChildId, Occurred, OrganisationId } from '../../domain/episode/entry.ts'
import type { LondonDate } from '../../kernel/london.ts'
import type { Moment } from '../../kernel/moment.ts'
import type { Application } from '../carry-out.ts'
import { organisationNamed, passagesOf, readDisclosure, type Disclosure } from '../disclosures.ts'
import type { ChildToDisclose, DisposedOf } from '../disclosure.ts'
import type { Exporting } from '../files.ts'
import { idFrom, requestHash } from '../ids.ts'
import type { Visitor } from '../ports.ts'

/** Begins a request for one child's record. Pressed twice it begins one. */
export async function receiveRequest(
  app: Application,
  visitor: Visitor,
  { organisation }: Author,
  command: string,
  child: ChildId,
  said: Extract<Said, { kind: 'received' }>,
): Promise<RequestId> {
  const request = idFrom<'disclosure'>('disclosure', child, command)
  await app.store.disclosure(visitor, async (session) => {
    const acts = numbered(command, [said])
    await session.keep({ child, request, command, controller: organisation, acts })
    await session.look({ what: 'request for a record', children: [child] })
  })
  return request
}

/** Decides about a request as it stands: `decided` is given it, and answers what is said of it, or why nothing can be. */
export async function decideOn<R>(
  app: Application,
  visitor: Visitor,
  { organisation }: Author,
  { request, command }: { readonly request: RequestId; readonly command: string },
  decided: (disclosure: Disclosure) => { readonly said: readonly Said[] } | { readonly refused: R },
): Promise<{ readonly kind: 'done' | 'not-found' } | { readonly kind: 'refused'; readonly refused: R }> {
  const directory = await app.directory()
  return app.store.disclosure(visitor, async (session) => {
    await session.lock(request)
    const found = await readDisclosure(session, directory, organisation, request)
    if (found === undefined) return { kind: 'not-found' }
    if (await session.isKept(request, command)) return { kind: 'done' }
    const answer = decided(found)
    if ('refused' in answer) return { kind: 'refused', refused: answer.refused }
    const { child } = found.child
    const acts = numbered(command, answer.said)
    await session.keep({ child, request, command, controller: organisation, acts })
    await session.look({ what: 'request for a record', children: [child] })
    return { kind: 'done' }
  })
}

/** What leaves, whole: a reader needs nothing else to know what it is. */
export interface ExportedRecord {
  readonly document: 'subject access' | 'case record'
  readonly from: string
  readonly made: Moment
  readonly child: { readonly name?: string; readonly bornOn?: LondonDate }
  readonly request?: { readonly askedBy: string; readonly on: LondonDate; readonly due: LondonDate }
  readonly reference: string
  readonly passages: Disclosed['passages']
  readonly withheld: Disclosed['withheld']
  /** From the register of disposals: whose, when, and how many entries. */
  readonly disposed: readonly Omit<DisposedOf, 'controller'>[]
}

export type Exported =
  | { readonly kind: 'exported'; readonly record: ExportedRecord }
  | { readonly kind: 'undecided'; readonly passages: number }
  /** The same command saved something before, and it cannot be given again as it was. */
  | { readonly kind: 'not-the-same' }
  | { readonly kind: 'not-found' }

interface AskedToExport extends Exporting {
  readonly request: RequestId
  readonly command: string
  readonly format: 'pdf' | 'json'
}

/** What one request discloses. It is kept with its hash, and a look that names the child, before anything leaves; it waits
    until every passage is decided about. The same command, sent again, is given the same file or none. */
export async function exportDisclosure(
  app: Application,
  visitor: Visitor,
  { organisation }: Author,
  asked: AskedToExport,
): Promise<Exported> {
  const directory = await app.directory()
  const { request, command, format, purpose, reference } = asked
  return app.store.disclosure(visitor, async (session) => {
    await session.lock(request)
    const before = actIdOf(command, 0)
    const kept = (await session.request(request))?.acts.find(({ id }) => id === before)
    const found = await readDisclosure(session, directory, organisation, request, before)
    if (found === undefined) return { kind: 'not-found' }
    const waiting = undecided(found.standings).length
    if (waiting > 0)
      return kept === undefined ? { kind: 'undecided', passages: waiting } : { kind: 'not-the-same' }
    const made = kept?.said.kind === 'exported' ? kept.said.made : found.now
    const record = recordOf(found, organisation, asked, made)
    const said: Said = { kind: 'exported', format, made, sha256: hashOf(record), purpose, reference }
    if (kept !== undefined && !isBy(visitor, kept, said)) return { kind: 'not-the-same' }
    const { child } = found.child
    await session.keep({ child, request, command, controller: organisation, acts: numbered(command, [said]) })
    await session.look({ what: 'subject access, exported', children: [child], purpose, reference })
    return { kind: 'exported', record }
  })
}

function recordOf(
  { access: { received, due }, child, controller, disposed, standings }: Disclosure,
  organisation: OrganisationId,
  { reference }: AskedToExport,
  made: Moment,
): ExportedRecord {
  return {
    document: 'subject access',
    ...headOf(child, controller.name, made),
    request: { askedBy: received.said.askedBy, on: received.said.on, due },
    reference,
    ...disclosedOf(standings, organisation),
    disposed: disposed.map(saidOf),
  }
}

function hashOf({ made: _made, ...said }: ExportedRecord): string {
  return requestHash(said)
}

/** Whether the same person, in the same post, has said the very same. */
function isBy({ person, post }: Visitor, kept: Act, said: Said): boolean {
  return kept.person === person && kept.post === post && requestHash(kept.said) === requestHash(said)
}

/** What an organisation wrote itself of one child, whole: its own case record. A look that names the child comes first. */
export async function exportCaseRecord(
  app: Application,
  visitor: Visitor,
  { organisation }: Author,
  { child: id, purpose, reference }: Exporting & { readonly child: ChildId },
): Promise<Exported> {
  const directory = await app.directory()
  return app.store.disclosure(visitor, async (session) => {
    const [child] = await session.children({ kind: 'these', children: [id] })
    if (child === undefined) return { kind: 'not-found' }
    const passages = passagesOf(await session.passages(id), directory, child)
    const own = passages.filter(({ by, lines }) => by.organisation === organisation && lines !== undefined)
    await session.look({ what: 'case record, exported', children: [id], purpose, reference })
    const record: ExportedRecord = {
      document: 'case record',
      ...headOf(child, organisationNamed(directory, organisation), await session.now()),
      reference,
      passages: own.map(({ occurred, type, by, lines = [] }) => ({
        occurred: whenOf(occurred),
        what: type.replaceAll('-', ' '),
        by: by.name,
        organisation: by.organisationName,
        lines: lines.map(({ field, text }) => ({ field, text })),
      })),
      withheld: [],
      disposed: (await session.disposed(id))
        .filter(({ controller }) => controller === organisation)
        .map(saidOf),
    }
    return { kind: 'exported', record }
  })
}

function saidOf({ organisation, on, entries }: DisposedOf) {
  return { organisation, on, entries }
}

function headOf({ name, bornOn }: ChildToDisclose, from: string, made: Moment) {
  return { from, made, child: { ...(name !== undefined && { name }), ...(bornOn && { bornOn }) } }
}

function whenOf({ at, precision }: Occurred): Occurred {
  return { at, precision }
}

/** The same command gives the same ids. */
function numbered(
  command: string,
  all: readonly Said[],
): readonly { readonly id: ActId; readonly said: Said }[] {
  return all.map((said, place) => ({ id: actIdOf(command, place), said }))
}

function actIdOf(command: string, place: number): ActId {
  return idFrom<'act'>('act', command, String(place))
}
