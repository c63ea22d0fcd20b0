import type { Moment } from '../../kernel/moment.ts'
import type { EntryId, EpisodeId, OrganisationId } from './entry.ts'
import type { Role } from './roles.ts'

/** Who and what can be met again in another interview, of this child or of another. */
export const namedKinds = ['person', 'place', 'vehicle', 'telephone', 'online-name'] as const
export type NamedKind = (typeof namedKinds)[number]

/** One factor of the dated list, with its label as on that day; or somebody or something by name, number or address. */
export type Subject =
  | { readonly kind: 'factor'; readonly code: string; readonly edition: string; readonly label: string }
  | { readonly kind: NamedKind; readonly name: string; readonly known?: string }

/** What was learned, and what it rests on: what the child said, a reason, or both. */
export interface Learned {
  readonly what: Subject
  readonly quote?: string
  readonly reason?: string
}

export interface Agreed {
  readonly what: string
  readonly service: string
  /** What will show that it was done. */
  readonly shownBy: string
}

/** Said once: where everybody in the response reads it, or apart, because what it came from is read by few. */
export interface Kept<T> {
  readonly open?: T
  /** By those who read interviews. */
  readonly restricted?: T
  /** By police alone, who read what it came from. */
  readonly intelligence?: T
}

/** What was said, wherever the reader reads it. */
export function saidIn<T>({ open, restricted, intelligence }: Kept<T>): T | undefined {
  return open ?? restricted ?? intelligence
}

/** What was learned, and what became of it. That something was learned is for everybody in the response; what it is, for
    those who read what it was learned from. */
export interface FindingBodies {
  'finding-recorded': Kept<Learned> & {
    /** The entry that it was learned from. */
    readonly from: EntryId
    readonly ofConcern: boolean
    /** Of what only police read: they answer for it. Written by the rules, and by nobody else. */
    readonly owner?: 'police'
  }
  /** It may go in the next pack for police. Whoever may not read the finding does not learn that it was asked. */
  'finding-released': { readonly finding: EntryId }
  'finding-kept': { readonly finding: EntryId; readonly why: string }
  /** Whether two findings are about the same person, place, vehicle, telephone or online name. Nothing is merged. */
  'findings-compared': {
    readonly finding: EntryId
    readonly other: { readonly episode: EpisodeId; readonly finding: EntryId }
    readonly same: boolean
    readonly why: string
  }
  'action-agreed': Kept<Agreed> & {
    readonly finding: EntryId
    readonly owner: Role
    readonly byWhen: Moment
    /** The organisation that does it, which reads what is agreed. */
    readonly with?: OrganisationId
    /** Its name on that day. */
    readonly name?: string
  }
  'no-action-decided': Kept<string> & { readonly finding: EntryId }
  /** What shows that it was done. */
  'action-done': Kept<string> & { readonly action: EntryId }
  /** It is not done, and will not be: why. */
  'action-ended': Kept<string> & { readonly action: EntryId }
}
