import type { Moment } from '../kernel/moment.ts'
import { childAsPerson, doorOf } from '../domain/child/own-door.ts'
import type { ChildId } from '../domain/episode/entry.ts'
import type { Visitor } from './ports.ts'
import type { ComeIn } from './their-own.ts'

export function visitorOf({ child, access }: ComeIn): Visitor {
  return { person: childAsPerson(child), post: doorOf(access) }
}

/** How a child's door stands, for whoever keeps it. */
export interface DoorStanding {
  /** The name that the child chose, and when. Absent until a code has been used. */
  readonly signIn?: string
  readonly made?: Moment
  readonly code?: { readonly given: Moment; readonly until: Moment; readonly used?: Moment }
  readonly cameIn?: Moment
}

/** The children's own doors: one at a time, by what a child shows or by whoever hands over a code. No list is read. */
export interface ChildDoors {
  /** False for whoever may not, and where the child has no access. */
  handOver(visitor: Visitor, child: ChildId, half: string, hash: string): Promise<boolean>
  /** Undefined for whoever does not read what the child writes. */
  standing(visitor: Visitor, child: ChildId): Promise<DoorStanding | undefined>
  codeOf(half: string): Promise<(ComeIn & { readonly hash: string }) | undefined>
  /** Makes the door of a code that was right, once. */
  use(comeIn: ComeIn, half: string, signIn: string, pin: string): Promise<'done' | 'taken' | 'gone'>
  named(signIn: string): Promise<(ComeIn & { readonly pin: string }) | undefined>
  isKnownDevice(secret: string, child: ChildId): Promise<boolean>
  /** Counts a try of something before it is made; false when no more are allowed for now. */
  takeAttempt(what: string): Promise<boolean>
  giveBackAttempt(what: string): Promise<void>
  /** Records it as a look and opens a session, both or neither. Gives the secrets of the session and of the browser. */
  open(comeIn: ComeIn, how: string): Promise<{ readonly session: string; readonly device: string }>
  refused(comeIn: ComeIn | undefined, why: string): Promise<void>
  find(session: string): Promise<ComeIn | undefined>
  end(session: string): Promise<void>
}
