import type { Moment } from '../../kernel/moment.ts'
import type { ChildId, EntryId, EpisodeId, PostId } from '../episode/entry.ts'
import type { Section } from '../episode/sections.ts'

/** What can be read beside the sections of a record, and opens none of them: that there is an episode, as figures without
    a name; what was opened in an emergency and who asked about the child; what one's own organisation recorded; what the
    child may read of their own record, and whoever stands beside them with it, without or with the child's own words; and every passage of the record, to decide what the organisation discloses of it
    to whom it is about. */
export const readingsApart = [
  'figures',
  'review',
  'own',
  'theirs',
  'beside',
  'beside-words',
  'disclosure',
] as const

export type Reading = Section | (typeof readingsApart)[number]

/** One post may read one section of one child's record, from a moment until a moment, because of a relationship. */
export interface Grant {
  readonly post: PostId
  readonly child: ChildId
  /** Absent: the whole record. The child's own id: who they are, and no episode. An episode's id: that episode alone. An
      entry's id: a passage of an interview, and nothing else.
      Police receive an episode by report and the child's identity with it, never the concerns that were not reported. */
  readonly stream?: ChildId | EpisodeId | EntryId
  /** `kept-out` opens nothing: it says what somebody is shut out of. */
  readonly section: Reading | 'kept-out' | `kept-out:${Section}`
  /** Half open, and about when the reader asks: a grant that has ended lets nobody read, whatever was written in it. */
  readonly from: Moment
  readonly until?: Moment
  /** In words, for the page that says why someone may see this. */
  readonly because: string
}
