import type { Through } from '../application/identity-providers.ts'
import type { DeviceKind } from '../domain/access/device.ts'
import type { OpeningHere } from '../application/devices.ts'
import type { Visitor } from '../application/ports.ts'
import type { HeldForm, How, Opening, Session } from '../application/sessions.ts'
import type { PersonId, PostId } from '../domain/episode/entry.ts'
import type { There } from './oidc/relying-party.ts'

/** What a page may do with the session of the browser that asked for it. */
export interface Door {
  /** Also one that is locked or over. */
  readonly session?: Session
  /** By what this browser says that somebody has signed in with it before. */
  readonly device?: string
  readonly keepDevice: (secret: string) => void
  /** By what this browser says that it is an enrolled device. */
  readonly enrolled?: string
  readonly enrol: (secret: string, kind: DeviceKind) => void
  readonly unenrol: () => void
  /** Opens a session on the device in place of any other of this browser. */
  readonly openHere: (kind: DeviceKind, opening: OpeningHere) => Promise<void>
  /** Something that was typed waits for somebody to sign in. */
  readonly holding: boolean
  /** For all ways in: opens a session in place of any other of this browser. */
  readonly open: (opening: Opening) => Promise<void>
  /** Records that somebody was refused; nobody, when it is not known who. */
  readonly refused: (who: PersonId | undefined, why: string) => Promise<void>
  /** False unless it is one of the person's own posts. */
  readonly actIn: (post: PostId) => Promise<boolean>
  readonly lock: () => Promise<void>
  readonly authenticatedAgain: (how: How, through?: Through) => Promise<void>
  /** Where to sign out at the provider through which the session was opened. Asked before it ends. */
  readonly leavingFor: () => Promise<There | undefined>
  readonly end: () => Promise<void>
  readonly endEverywhere: () => Promise<void>
  readonly hold: (form: HeldForm) => Promise<void>
  readonly held: (visitor: Visitor) => Promise<HeldForm | undefined>
  readonly drop: () => Promise<void>
}
