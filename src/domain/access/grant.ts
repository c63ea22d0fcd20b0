import type { Moment } from '../../kernel/moment.ts'
import type { ChildId, EpisodeId, PostId } from '../episode/entry.ts'
import type { Section } from '../episode/sections.ts'

/** One post may read one section of one child's record, from a moment until a moment, because of a relationship.
    With an episode, of that episode alone: police receive an episode by report, not a child. */
export interface Grant {
  readonly post: PostId
  readonly child: ChildId
  readonly episode?: EpisodeId
  readonly section: Section
  readonly from: Moment
  readonly until?: Moment
  /** In words, for the page that says why someone may see this. */
  readonly because: string
}
