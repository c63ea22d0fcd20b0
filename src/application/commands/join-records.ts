import { mayRegister } from '../../domain/access/may.ts'
import type { NewChildEntry } from '../../domain/child/child.ts'
import type { Author, ChildId } from '../../domain/episode/entry.ts'
import { withGrant, type Application } from '../carry-out.ts'
import { idFrom, newId } from '../ids.ts'
import type { CommandKey, Visitor } from '../ports.ts'
import { project } from '../projections/project.ts'
import { loadJoined } from './load-joined.ts'
import type { RegisterOutcome } from './register-child.ts'

type SameChild = Extract<NewChildEntry, { readonly type: 'same-child' }>

/** Two records that are of one child, or are not after all: each of them says it of the other, in one transaction, and
    whoever is kept out of one is kept out of both and of every record that is joined with them from that moment. */
export async function joinRecords(
  { protocols, store }: Application,
  visitor: Visitor,
  author: Author,
  child: ChildId,
  key: CommandKey,
  entry: SameChild,
): Promise<RegisterOutcome> {
  if (!mayRegister(author, 'same-child')) return { kind: 'may-not' }
  const other = entry.body.as
  const back = { ...entry, id: newId<'entry'>(), body: { ...entry.body, as: child } }
  const backKey = { ...key, id: idFrom<'command'>('the other record', key.id) }
  return withGrant(
    store.write(visitor, async (session): Promise<RegisterOutcome> => {
      await session.lockJoined([child, other])
      const one = await session.load(child, key)
      if (one.remembered.kind === 'taken') return { kind: 'command-taken' }
      if (one.remembered.kind === 'done') return one.remembered.answer as RegisterOutcome
      const two = await session.load(other, backKey)
      const inputs = { protocols, directory: one.directory }
      const both = new Set([child, other])
      const ofOne = await loadJoined(session, child, one.child, both)
      const ofTwo = await loadJoined(session, other, two.child, new Set([...both, ...ofOne]))
      const answer = { kind: 'done', child } as const
      for (const [subject, command, said] of [
        [child, key, entry],
        [other, backKey, back],
      ] as const)
        session.append({
          subject,
          command,
          answer,
          streams: [{ kind: 'child', stream: subject, entries: [said] }],
          project: (...record) => project(inputs, subject, ...record),
        })
      for (const [of, those] of [
        [child, ofOne],
        [other, ofTwo],
      ] as const)
        for (const subject of those)
          session.rework({ of, subject, project: (...record) => project(inputs, subject, ...record) })
      return answer
    }),
  )
}
