import type { ChildStream } from '../../domain/child/child.ts'
import { everNamed } from '../../domain/child/joined.ts'
import type { ChildId } from '../../domain/episode/entry.ts'
import type { WriteSession } from '../ports.ts'

/** Takes the locks of every record that was ever joined with this one, also by way of others, and answers which they are:
    what is written here may keep somebody out of them, or let them in again. */
export async function loadJoined(
  session: WriteSession,
  of: ChildId,
  stream: ChildStream,
  known: ReadonlySet<ChildId> = new Set([of]),
): Promise<readonly ChildId[]> {
  const loaded = new Set(known)
  const wanted = [...everNamed(stream)]
  const others: ChildId[] = []
  for (let next = wanted.shift(); next !== undefined; next = wanted.shift()) {
    if (loaded.has(next)) continue
    loaded.add(next)
    others.push(next)
    wanted.push(...everNamed(await session.loadJoined(of, next)))
  }
  return others
}
