import type { Act, ActId, RequestId, Said } from '../domain/access/disclosure/acts.ts'
import type { LondonDate } from '../kernel/london.ts'
import type {
  Author,
  ChildId,
  EntryId,
  Occurred,
  OrganisationId,
  StreamId,
  ToldBy,
} from '../domain/episode/entry.ts'
import type { Section } from '../domain/episode/sections.ts'

/** A child of whom an organisation may have to disclose what it holds. */
export interface ChildToDisclose {
  readonly child: ChildId
  readonly name?: string
  readonly otherNames: readonly string[]
  readonly bornOn?: LondonDate
  /** The council that is responsible now. */
  readonly council?: OrganisationId
}

/** By the reference of an episode, or by the whole name, with the date of birth where it is known. */
export type Sought =
  | { readonly kind: 'all' }
  | { readonly kind: 'these'; readonly children: readonly ChildId[] }
  | { readonly kind: 'reference'; readonly reference: string }
  | { readonly kind: 'name'; readonly name: string; readonly bornOn?: LondonDate }

/** One section of one entry as it is stored. */
export interface StoredPassage {
  readonly stream: StreamId
  readonly entry: EntryId
  readonly section: Section
  readonly type: string
  readonly occurred: Occurred
  readonly by: Author
  /** Said once, where the entry itself stands. */
  readonly toldBy?: ToldBy
  /** Absent where the visitor may not read it. */
  readonly body?: object
}

/** What was disposed of: how much, by whom and when, from the register. What it said is nowhere. */
export interface DisposedOf {
  readonly controller: OrganisationId
  readonly organisation: string
  readonly on: LondonDate
  readonly entries: number
}

export interface RequestActs {
  readonly request: RequestId
  readonly child: ChildId
  readonly acts: readonly Act[]
}

export interface ToKeep {
  readonly child: ChildId
  readonly request: RequestId
  /** Pressed twice, it is kept once. */
  readonly command: string
  readonly controller: OrganisationId
  readonly acts: readonly { readonly id: ActId; readonly said: Said }[]
}
