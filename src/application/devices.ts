import type { DeviceKind } from '../domain/access/device.ts'
import type { OrganisationId, PersonId, PostId } from '../domain/episode/entry.ts'
import type { Moment } from '../kernel/moment.ts'
import type { Vouching } from './letting-in.ts'
import type { Visitor } from './ports.ts'
import type { OnDevice } from './sessions.ts'

/** What a device stands for: a home, by the name of its team, or one post of a carer or of a room. */
export type StandsFor =
  | { readonly kind: 'home'; readonly organisation: OrganisationId; readonly home: string }
  | {
      readonly kind: Exclude<DeviceKind, 'home'>
      readonly organisation: OrganisationId
      readonly post: PostId
    }

export type Device = StandsFor & {
  readonly id: string
  /** What is written on it: "Tablet in the office". */
  readonly name: string
}

export type KeptDevice = Device & {
  readonly enrolled: Moment
  readonly until: Moment
  readonly ended?: Moment
}

/** Whoever holds a post at the home of a device, with their PIN as it is kept. Without one they have none, or it is over. */
export interface AtThisHome {
  readonly person: PersonId
  readonly pin?: string
  /** When the PIN is over, where it is somebody's for one shift. */
  readonly until?: Moment
}

export interface OpeningHere extends Visitor {
  readonly how: OnDevice
  /** Earlier than the session would end by itself. */
  readonly ends?: Moment
}

/** Enrolled devices as the application may use them: one at a time, by the secret of its cookie; a list of them only as
    whoever keeps them. */
export interface Devices {
  readonly vouching: Vouching
  here(secret: string): Promise<Device | undefined>
  /** The code is shown once, and good once. Undefined: it is not the visitor's to offer. */
  offer(visitor: Visitor, device: StandsFor & { readonly name: string }): Promise<string | undefined>
  /** Gives the secret that makes a browser this device; undefined for a code that is good no more. */
  enrol(code: string): Promise<string | undefined>
  kept(visitor: Visitor): Promise<readonly KeptDevice[]>
  /** Ends it and every session on it. */
  end(visitor: Visitor, id: string): Promise<boolean>
  atHome(secret: string, post: PostId): Promise<AtThisHome | undefined>
  /** Argon2id in its usual text. */
  setPin(visitor: Visitor, pin: string, until?: Moment): Promise<void>
  hasPin(visitor: Visitor): Promise<boolean>
  /** Counts a try of something before it is made; false when no more are allowed for now. */
  takeAttempt(what: string): Promise<boolean>
  giveBackAttempt(what: string): Promise<void>
  /** Records the sign-in as a look and opens a session on the device. Gives the secret of it. */
  open(device: string, kind: DeviceKind, opening: OpeningHere): Promise<string>
}

/** How long a device is one, in days: then whoever keeps it looks at it again. */
export const deviceLasts: Readonly<Record<DeviceKind, number>> = {
  home: 180,
  'foster-carer': 180,
  wallboard: 365,
}
