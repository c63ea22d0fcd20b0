import { controllerOf, type Passage } from '../domain/access/disclosure/passage.ts'
import { linesOf, type Named } from '../domain/access/disclosure/lines.ts'
import { subjectAccessOf, type SubjectAccess } from '../domain/access/disclosure/request.ts'
import { standingsOf, type Standing } from '../domain/access/disclosure/standing.ts'
import { plainName, wordsOf } from '../domain/access/disclosure/third-parties.ts'
import type { ActId, RequestId } from '../domain/access/disclosure/acts.ts'
import type { Directory } from '../domain/child/directory.ts'
import type { OrganisationId } from '../domain/episode/entry.ts'
import type { Moment } from '../kernel/moment.ts'
import type { ChildToDisclose, DisposedOf, RequestActs, StoredPassage } from './disclosure.ts'
import type { DisclosureSession } from './ports.ts'

/** One request with everything that is decided about. */
export interface Disclosure {
  readonly now: Moment
  readonly request: RequestId
  readonly child: ChildToDisclose
  readonly controller: { readonly id: OrganisationId; readonly name: string }
  readonly acts: RequestActs['acts']
  readonly access: SubjectAccess
  readonly standings: readonly Standing[]
  /** How many passages something was decided about that are not in the record any more: they were disposed of. */
  readonly gone: number
  readonly disposed: readonly DisposedOf[]
}

/** Undefined where there is no such request of the visitor's organisation. `before`: as it stood before that act. */
export async function readDisclosure(
  session: DisclosureSession,
  directory: Directory,
  controller: OrganisationId,
  request: RequestId,
  before?: ActId,
): Promise<Disclosure | undefined> {
  const found = until(await session.request(request), before)
  const access = found && subjectAccessOf(found.acts)
  const [child] =
    found === undefined ? [] : await session.children({ kind: 'these', children: [found.child] })
  if (found === undefined || access === undefined || child === undefined) return undefined
  const passages = passagesOf(await session.passages(found.child), directory, child)
  const there = new Set(passages.map(({ id }) => id))
  return {
    now: await session.now(),
    request,
    child,
    controller: { id: controller, name: organisationNamed(directory, controller) },
    acts: found.acts,
    access,
    standings: standingsOf(passages, access, controller, knownNames(child, passages, directory)),
    gone: [...access.rulings.keys()].filter((id) => !there.has(id)).length,
    disposed: await session.disposed(found.child),
  }
}

function until(found: RequestActs | undefined, act: ActId | undefined): RequestActs | undefined {
  const place = found?.acts.findIndex(({ id }) => id === act) ?? -1
  return found === undefined || place === -1 ? found : { ...found, acts: found.acts.slice(0, place) }
}

/** Passages as they are decided about: whose each is, and everything that it says. In the order in which it happened. */
export function passagesOf(
  stored: readonly StoredPassage[],
  directory: Directory,
  child: Pick<ChildToDisclose, 'council'>,
): readonly Passage[] {
  const council = directory.organisations.find(({ id }) => id === child.council)
  const named = namedIn(directory)
  return stored
    .map(({ stream, entry, section, type, occurred, by, toldBy, body }): Passage => ({
      id: `${entry}.${section}`,
      stream,
      section,
      type,
      occurred,
      by,
      controller: controllerOf(section, by, council),
      ...(body && {
        lines: [
          ...linesOf(body, named),
          ...(toldBy ? linesOf({ toldBy: `${toldBy.name}, ${toldBy.organisationName}` }, named) : []),
        ],
      }),
    }))
    .toSorted((a, b) => (a.occurred.at < b.occurred.at ? -1 : a.occurred.at > b.occurred.at ? 1 : 0))
}

export function organisationNamed({ organisations }: Directory, id: OrganisationId): string {
  return organisations.find((one) => one.id === id)?.name ?? 'an organisation'
}

function namedIn({ organisations, posts }: Directory): Named {
  const names = new Map<string, string>([
    ...organisations.map(({ id, name }) => [id, name] as const),
    ...posts.map(({ id, personName }) => [id, personName] as const),
    ...posts.map(({ person, personName }) => [person, personName] as const),
  ])
  return (id) => names.get(id)
}

/** The words of the child's own names and of whoever wrote in the record; and the whole names of everybody in the
    directory, whose first names alone are those of half the children. */
function knownNames(
  { name, otherNames }: ChildToDisclose,
  passages: readonly Passage[],
  { organisations, posts }: Directory,
): ReadonlySet<string> {
  const own = [name, ...otherNames, ...passages.flatMap(({ by }) => [by.name, by.organisationName])]
  const inDirectory = [
    ...organisations.map((one) => one.name),
    ...posts.flatMap(({ personName, team }) => [personName, ...(team === undefined ? [] : [team])]),
  ]
  return new Set([...wordsOf(...own), ...inDirectory.map(plainName)])
}
