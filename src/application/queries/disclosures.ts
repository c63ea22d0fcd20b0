import { subjectAccessOf, type SubjectAccess } from '../../domain/access/disclosure/request.ts'
import type { RequestId } from '../../domain/access/disclosure/acts.ts'
import type { Author } from '../../domain/episode/entry.ts'
import type { Moment } from '../../kernel/moment.ts'
import type { Application } from '../carry-out.ts'
import { readDisclosure, type Disclosure } from '../disclosures.ts'
import type { ChildToDisclose, Sought } from '../disclosure.ts'
import type { Visitor } from '../ports.ts'

export interface RequestListed {
  readonly request: RequestId
  readonly child: ChildToDisclose
  readonly access: SubjectAccess
}

export interface Requests {
  readonly now: Moment
  /** Whoever has to be answered soonest first; those that were answered last. */
  readonly requests: readonly RequestListed[]
}

/** Every request for a record that the visitor's organisation answers. Records one look. */
export async function disclosures(app: Application, visitor: Visitor): Promise<Requests> {
  return app.store.disclosure(visitor, async (session) => {
    const found = await session.requests()
    const children = await session.children({ kind: 'these', children: found.map(({ child }) => child) })
    const requests = found.flatMap(({ request, child: id, acts }) => {
      const child = children.find((one) => one.child === id)
      const access = subjectAccessOf(acts)
      return child === undefined || access === undefined ? [] : [{ request, child, access }]
    })
    await session.look({
      what: 'requests for a record',
      children: [...new Set(requests.map(({ child }) => child.child))],
    })
    return { now: await session.now(), requests: requests.toSorted(bySoonest) }
  })
}

function bySoonest({ access: a }: RequestListed, { access: b }: RequestListed): number {
  const key = ({ exports, due }: SubjectAccess): string => `${exports.length > 0 ? 1 : 0} ${due}`
  return key(a) < key(b) ? -1 : 1
}

/** One request with every passage. Records one look, naming the child; undefined where there is none. */
export async function disclosure(
  app: Application,
  visitor: Visitor,
  { organisation }: Author,
  request: RequestId,
): Promise<Disclosure | undefined> {
  const directory = await app.directory()
  return app.store.disclosure(visitor, async (session) => {
    const found = await readDisclosure(session, directory, organisation, request)
    if (found !== undefined)
      await session.look({ what: 'request for a record', children: [found.child.child] })
    return found
  })
}

/** The child whose record is asked for: undefined where none or more than one fits. Records one look. */
export async function childToDisclose(
  app: Application,
  visitor: Visitor,
  sought: Sought,
): Promise<ChildToDisclose | undefined> {
  return app.store.disclosure(visitor, async (session) => {
    const found = await session.children(sought)
    const [child] = found
    const only = found.length === 1 ? child : undefined
    await session.look({ what: 'search for a record that is asked for', children: only ? [only.child] : [] })
    return only
  })
}

/** Of whom the visitor's organisation holds anything, by name. */
export async function childrenToDisclose(
  app: Application,
  visitor: Visitor,
): Promise<readonly ChildToDisclose[]> {
  return app.store.disclosure(visitor, async (session) => {
    const children = await session.children({ kind: 'all' })
    await session.look({
      what: 'children whose record may be exported',
      children: children.map(({ child }) => child),
    })
    return children
  })
}
