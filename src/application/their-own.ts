import type { Moment } from '../kernel/moment.ts'
import type { LondonDate } from '../kernel/london.ts'
import type { ChildsWords, SharedWords } from '../domain/episode/childs-words.ts'
import type { ChildId, EntryId, OrganisationKind } from '../domain/episode/entry.ts'
import type { Role } from '../domain/episode/roles.ts'
import type { OwnEntry } from '../domain/protocol/own-record.ts'
import type { Answerable } from './projections/rows.ts'

/** A child who has come in by their own door, and the entry that gave them access. */
export interface ComeIn {
  readonly child: ChildId
  readonly access: EntryId
}

/** Who looked at the child's record on one day: no name of a person and none of a home. */
export interface LookedAtThem {
  readonly day: LondonDate
  readonly role: Role
  readonly kind: OrganisationKind
  /** Of the council that is responsible for the child. */
  readonly ofTheirCouncil: boolean
  readonly times: number
}

export interface OwedToThem {
  readonly duty: string
  readonly startsAt: Moment
  readonly dueAt: Moment
  readonly endOfDay: boolean
}

export interface TheirAbsence {
  readonly from: Moment
  readonly returnedAt: Moment
}

/** Whoever stands beside children as their advocate: what each of them may see, and no more. */
export interface BesideSession {
  now(): Promise<Moment>
  look(what: string, children: readonly ChildId[]): Promise<void>
  children(): Promise<readonly { readonly child: ChildId; readonly name?: string }[]>
  /** Answers nothing of a child beside whom the visitor does not stand. */
  of(child: ChildId): Omit<TheirSession, 'looks'>
}

/** What a child may read of their own record: the database answers nobody else, and with nothing more. */
export interface TheirSession {
  now(): Promise<Moment>
  look(what: string): Promise<void>
  /** Undefined where the child has access no longer. */
  card(): Promise<{ readonly name?: string; readonly answerable: Answerable } | undefined>
  messages(): Promise<readonly OwnEntry[]>
  /** Over, and latest first. */
  absences(): Promise<readonly TheirAbsence[]>
  /** What the child said, and what of it was given to whom. The latest first. */
  said(): Promise<{ readonly words: readonly ChildsWords[]; readonly shared: readonly SharedWords[] }>
  owed(): Promise<readonly OwedToThem[]>
  looks(): Promise<readonly LookedAtThem[]>
  read(): Promise<readonly { readonly at: Moment; readonly role: Role }[]>
}
