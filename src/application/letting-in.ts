import type { OrganisationId, PersonId, PostId } from '../domain/episode/entry.ts'
import type { Moment } from '../kernel/moment.ts'
import type { Visitor } from './ports.ts'

/** A request of somebody who stands at the device of a home without a PIN. */
export interface LettingIn {
  readonly name: string
  /** Four signs that are read out to whoever vouches. */
  readonly code: string
  readonly state: 'waiting' | 'ready' | 'taken' | 'over'
}

/** As it stands on the list of whoever may vouch. */
export interface WaitingOutside {
  readonly id: string
  readonly name: string
  /** Somebody of the directory; else a name that nobody has here yet. */
  readonly known: boolean
  readonly device: string
  readonly home: string
  readonly asked: Moment
}

/** Somebody who is in on somebody's word, until the shift is over. */
export interface ShiftNow {
  readonly id: string
  readonly name: string
  readonly home: string
  readonly until: Moment
  /** Who vouched. */
  readonly by?: string
}

export interface ShiftOf {
  readonly post: PostId
  readonly organisation: OrganisationId
  readonly home: string
}

export interface LetIn {
  readonly person: PersonId
  readonly post: PostId
  /** When the shift is over. */
  readonly until: Moment
}

export interface Vouching {
  /** By name, or as a post of that home. Undefined: this browser is no device of a home. */
  ask(secret: string, asking: { readonly name: string; readonly post?: PostId }): Promise<string | undefined>
  here(secret: string, id: string): Promise<LettingIn | undefined>
  waiting(visitor: Visitor): Promise<readonly WaitingOutside[]>
  /** Gives the post, made where there was none; undefined for another code, and where it is not the visitor's. A look. */
  vouch(visitor: Visitor, id: string, code: string, until: Moment): Promise<ShiftOf | undefined>
  /** Whoever waits may go in from now on. */
  done(visitor: Visitor, id: string): Promise<void>
  /** Whose shifts the visitor may end. */
  shifts(visitor: Visitor): Promise<readonly ShiftNow[]>
  /** Ends one before its time; undefined where it is over already, or not the visitor's. A look. */
  end(visitor: Visitor, id: string): Promise<ShiftOf | undefined>
  /** Once, with a PIN as it is kept. */
  takeUp(secret: string, id: string, pin: string): Promise<LetIn | undefined>
}
