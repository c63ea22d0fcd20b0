import type { ChildId } from '../../domain/episode/entry.ts'
import type { Moment } from '../../kernel/moment.ts'
import { withGrant, type Application } from '../carry-out.ts'
import { idFrom, requestHash } from '../ids.ts'
import type { ShiftOf, Vouching } from '../letting-in.ts'
import type { Visitor } from '../ports.ts'
import { project } from '../projections/project.ts'
import { placedWith } from '../queries/children-to-report.ts'

/** Lets somebody in who waits at the device of a home: they get a post until the shift is over, the read side of each child
    of the home is worked out anew so that they may read it, and only then may they go in. What was broken off is done by
    the same again. False: another code, or it is not the visitor's to say. */
export async function vouch(
  app: Application,
  vouching: Vouching,
  visitor: Visitor,
  { id, code, until }: { readonly id: string; readonly code: string; readonly until: Moment },
): Promise<boolean> {
  const vouched = await vouching.vouch(visitor, id, code, until)
  if (vouched === undefined) return false
  await workOutHome(app, visitor, vouched, [id, vouched.post])
  await vouching.done(visitor, id)
  return true
}

/** Ends the shift of somebody who was let in, before its time: they are gone at once, and then the read side of each child
    of the home says so too. False: it is over already, or it is not the visitor's to say. */
export async function endShift(
  app: Application,
  vouching: Vouching,
  visitor: Visitor,
  id: string,
): Promise<boolean> {
  const ended = await vouching.end(visitor, id)
  if (ended === undefined) return false
  await workOutHome(app, visitor, ended, [id, ended.post, 'ended'])
  return true
}

async function workOutHome(
  app: Application,
  visitor: Visitor,
  { organisation, home }: ShiftOf,
  parts: readonly string[],
): Promise<void> {
  const directory = await app.directory()
  const children = await app.store.read(visitor, async (session) => [
    ...(await placedWith(session, directory, { organisation, team: home })).map(({ child }) => child),
    ...(await session.board()).map(({ child }) => child),
  ])
  for (const child of new Set(children)) await workOutAnew(app, visitor, child, parts)
}

/** Writes no entry: who may read follows from the directory, which has changed. */
async function workOutAnew(
  app: Application,
  visitor: Visitor,
  child: ChildId,
  parts: readonly string[],
): Promise<void> {
  const command = { id: idFrom<'command'>('vouching', child, ...parts), requestHash: requestHash(parts) }
  await withGrant(
    app.store.write(visitor, async (session) => {
      const { remembered, directory } = await session.load(child, command)
      if (remembered.kind !== 'new') return
      session.append({
        subject: child,
        command,
        answer: { kind: 'done' },
        streams: [],
        project: (...record) => project({ protocols: app.protocols, directory }, child, ...record),
      })
    }),
  )
}
