import type { ChildId, EntryId, PersonId, PostId } from '../episode/entry.ts'
import { isOwnType, type OwnEntry } from '../protocol/own-record.ts'
import type { Moment } from '../../kernel/moment.ts'
import type { ChildStream } from './child.ts'
import { corrected } from './corrected.ts'

/** Whoever comes in by the child's own door is the child, and acts in no post: where a post is asked for, the entry that
    gave them access stands, and where a person is, the child. */
export function doorOf(given: EntryId): PostId {
  return given as string as PostId
}

export function childAsPerson(child: ChildId): PersonId {
  return child as string as PersonId
}

/** The entries of a child's own record that a protocol may ask about, as they stood when so much was known (absent: now). */
export function ownEntriesOf(stream: ChildStream, knownAt?: Moment): readonly OwnEntry[] {
  return corrected(stream, knownAt).flatMap((entry) => (isOwn(entry) ? [{ ...entry, corrections: [] }] : []))
}

function isOwn(
  entry: ChildStream[number],
): entry is Extract<ChildStream[number], { type: OwnEntry['type'] }> {
  return isOwnType(entry.type)
}
