import type { NewChildEntry } from '../../domain/child/child.ts'
import type { Author, ChildId } from '../../domain/episode/entry.ts'
import type { Application } from '../carry-out.ts'
import { idFrom, newId } from '../ids.ts'
import type { CommandKey, Visitor } from '../ports.ts'
import { addToChild, type RegisterOutcome } from './register-child.ts'

type SameChild = Extract<NewChildEntry, { readonly type: 'same-child' }>

/** Two records that are of one child, or are not after all: each of them says it of the other. They are two subjects and
    so two transactions; sent again after only one of them, the same request writes the one that is wanting. */
export async function joinRecords(
  app: Application,
  visitor: Visitor,
  author: Author,
  child: ChildId,
  key: CommandKey,
  entry: SameChild,
): Promise<RegisterOutcome> {
  const outcome = await addToChild(app, visitor, author, child, key, [entry])
  if (outcome.kind !== 'done') return outcome
  const back = { ...entry, id: newId<'entry'>(), body: { ...entry.body, as: child } }
  const backKey = { ...key, id: idFrom<'command'>('the other record', key.id) }
  const other = await addToChild(app, visitor, author, entry.body.as, backKey, [back])
  return other.kind === 'done' ? outcome : other
}
