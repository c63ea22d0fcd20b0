import type { ImportAnswer, ImportAsked } from '../application/commands/import-report.ts'
import type { OrganisationKind } from '../domain/episode/entry.ts'
import type { Edition } from '../domain/protocol/protocol.ts'
import type { LondonDate } from '../kernel/london.ts'
import type { Asked } from './generated/asked.ts'
import type { Loaded } from './generated/load.ts'
import type { Disposing, RestoreAnyway } from './disposing.ts'
import type { Progress } from './progress-bar.ts'

/** What the verbs may ask of the house. The composition root builds it, so that no verb knows the store. */
export type House = {
  /** Runs until it is asked to stop. Gives the exit code. */
  readonly start: () => Promise<number>
  readonly migrate: () => Promise<{ readonly applied: readonly string[]; readonly at: number }>
  /** Takes a folder of a statutory return into the record, as the maintainer. */
  readonly importReturn: (asked: ImportAsked) => Promise<ImportAnswer>
  /** Fills an empty database with an invented partnership, as the maintainer. */
  readonly makeDemonstration: (asked: Asked, progress: Progress) => Promise<Loaded>
  /** With checkpoints that others keep, and public keys of earlier times, by their files. */
  readonly verify: (progress: Progress, files: WitnessFiles) => Promise<Verified>
  /** What an outsider needs to hold the record to its checkpoints, into a new file. */
  readonly exportAudit: (asked: ExportAskedFor) => Promise<ExportAnswer>
  /** One checkpoint now, sent to every receiver. */
  readonly checkpoint: () => Promise<Checkpointed>
  readonly rebuild: (repair: boolean, progress: Progress) => Promise<Rebuilt>
  /** Every edition with what its check says. Needs no database. */
  readonly protocols: () => Promise<readonly CheckedProtocol[]>
  readonly tokens: Tokens
  readonly users: Users
  readonly devices: Devices
  readonly providers: Providers
  /** Undefined where it has to be asked for. */
  readonly backupPassphrase: string | undefined
  /** One moment of the whole database into a new file. */
  readonly backUp: (file: string, passphrase: string, progress: Progress) => Promise<BackedUp>
  /** A backup into an empty database, and then everything that `verify` looks at. */
  readonly restore: (
    file: string,
    passphrase: string,
    progress: RestoreProgress,
    anyway: RestoreAnyway,
  ) => Promise<Restored>
  readonly disposing: Disposing
}

/** The tokens of the API. A machine acts as whoever holds the post. */
type Tokens = {
  /** By the id of a post, or the name of a person who holds one. The token is answered once and kept nowhere. */
  readonly create: (
    post: string,
    name: string,
  ) => Promise<
    | { readonly kind: 'made'; readonly id: string; readonly token: string; readonly acts: string }
    | { readonly kind: 'no-post'; readonly found: number }
  >
  readonly list: () => Promise<
    readonly {
      readonly id: string
      readonly name: string
      readonly acts: string
      readonly created: string
      readonly revoked?: string
    }[]
  >
  /** Whether there was one that still opened something. */
  readonly revoke: (id: string) => Promise<boolean>
}

/** Enrolled devices, as an operator sees them. */
type Devices = {
  readonly list: () => Promise<
    readonly {
      readonly id: string
      readonly name: string
      /** In words. */
      readonly standsFor: string
      readonly enrolled: string
      readonly until: string
      readonly ended?: string
    }[]
  >
  /** Whether there was one that still opened something. */
  readonly withdraw: (id: string) => Promise<boolean>
}

/** Who there is: organisations, people, their posts, and how they first sign in. */
type Users = {
  /** Adds an organisation, or brings the one of that name up to date. */
  readonly organisation: (asked: {
    readonly name: string
    readonly kind: OrganisationKind
    readonly telephone: string
    readonly outOfHours?: string
    readonly levels: readonly string[]
    readonly protocol?: string
    /** By its name. */
    readonly force?: string
  }) => Promise<UserAnswer>
  /** A new person in one post, with an invitation. */
  readonly add: (asked: PostAsked & { readonly name: string; readonly signIn: string }) => Promise<UserAnswer>
  /** One more post for somebody. */
  readonly post: (asked: PostAsked & { readonly signIn: string }) => Promise<UserAnswer>
  /** A shift of an organisation's duty team: a new one, or the one of that name brought up to date. */
  readonly shift: (asked: {
    /** By its name or its id. */
    readonly organisation: string
    readonly name: string
    readonly hours: string
    /** By their ids; empty is the whole team. */
    readonly posts: readonly string[]
    readonly from?: LondonDate
    readonly until?: LondonDate
  }) => Promise<UserAnswer>
  /** Where notices for one post are sent; without an address, nowhere. */
  readonly mail: (asked: { readonly post: string; readonly mail?: string }) => Promise<UserAnswer>
  readonly invite: (signIn: string) => Promise<UserAnswer>
  /** One post, or without its id everything. */
  readonly end: (signIn: string, post: string | undefined) => Promise<UserAnswer>
  readonly list: () => Promise<
    readonly {
      readonly name: string
      readonly signIn: string
      readonly waiting: boolean
      readonly passkeys: number
      readonly ended?: string
      readonly posts: readonly { readonly id: string; readonly words: string; readonly mail?: string }[]
    }[]
  >
}

export type PostAsked = {
  /** By its name or its id. */
  readonly organisation: string
  readonly role: string
  readonly team?: string
  readonly telephone: string
  readonly allHours: boolean
  /** Of a carer: in their own home. */
  readonly fosters?: boolean
  readonly from?: LondonDate
  readonly until?: LondonDate
  /** Where notices for it are sent. */
  readonly mail?: string
}

export type UserAnswer =
  | { readonly kind: 'done'; readonly id: string; readonly words: string; readonly link?: string }
  | { readonly kind: 'refused'; readonly why: string }

/** Organisations' own sign-in. */
type Providers = {
  readonly add: (asked: ProviderAsked) => Promise<
    | {
        readonly kind: 'added'
        readonly id: string
        readonly secret: SecretIn
        /** The addresses that the provider has to know. */
        readonly register: {
          readonly redirect: string
          readonly afterSignOut: string
          readonly backChannel: string
        }
      }
    | Refused
  >
  readonly list: () => Promise<
    readonly {
      readonly id: string
      readonly name: string
      readonly organisation: string
      readonly issuer: string
      readonly claim: string
      readonly people: number
      readonly domains: readonly { readonly domain: string; readonly role: string }[]
      readonly secret: SecretIn
      readonly removed?: string
    }[]
  >
  /** Lets somebody who holds a post in that organisation in, under what the claim says of them. */
  readonly admit: (asked: {
    readonly id: string
    readonly person: string
    readonly as: string
  }) => Promise<{ readonly kind: 'admitted'; readonly person: string } | Refused>
  /** Signs somebody in no longer, and out where they are in through it. */
  readonly dismiss: (asked: {
    readonly id: string
    readonly person: string
  }) => Promise<{ readonly kind: 'dismissed'; readonly person: string } | Refused>
  /** Whether there was one that still let anybody in. */
  readonly remove: (id: string) => Promise<boolean>
}

type SecretIn = 'environment' | 'data folder' | 'nowhere'
type Refused = { readonly kind: 'refused'; readonly why: string }

export type ProviderAsked = {
  /** By its name or its id. */
  readonly organisation: string
  readonly issuer: string
  readonly clientId: string
  readonly claim: string
  readonly domains: readonly { readonly domain: string; readonly role: string }[]
  readonly via: readonly string[]
  readonly name?: string
  readonly secret?: string
}

/** Loading, and then verifying what was loaded. */
export type RestoreProgress = { readonly loading: Progress; readonly verifying: Progress }

type BackedUp = {
  /** The last moment on which it is good. */
  readonly until?: string
  readonly file: string
  readonly schema: number
  readonly tables: number
  readonly rows: number
}

type Restored = Verified & {
  /** Lines of the register of which the backup still had something. */
  readonly disposedAgain: number
  readonly made: string
  readonly from: number
  readonly at: number
  readonly tables: number
  readonly rows: number
}

/** Days of London, as they were typed. */
export type ExportAskedFor = {
  readonly file: string
  readonly from?: string
  readonly to?: string
  readonly withContent: boolean
  readonly purpose?: string
  readonly reference?: string
}

export type ExportAnswer =
  | { readonly kind: 'made'; readonly from: number; readonly until: number }
  | { readonly kind: 'refused'; readonly because: string }

export type WitnessFiles = { readonly checkpoints: readonly string[]; readonly keys: readonly string[] }

type Checkpointed =
  /** Somebody else's database, and no key was given. */
  | { readonly kind: 'no-key' }
  | {
      readonly kind: 'made'
      readonly number: number
      readonly position: number
      readonly hash: string
      readonly at: string
      readonly key: string
      readonly sent: readonly {
        readonly receiver: string
        readonly checkpoint: number
        readonly trouble?: string
      }[]
    }
  /** The record is not what was signed before: nothing was signed. */
  | { readonly kind: 'refused'; readonly because: string }

type Verified = {
  readonly entries: number
  readonly disposed: number
  readonly newer: number
  readonly attested?: { readonly number: number; readonly position: number; readonly at: string }
  readonly faults: readonly { readonly kind: string; readonly where: string }[]
}

type Rebuilt = {
  readonly subjects: number
  readonly repaired: number
  readonly differences: readonly { readonly kind: string; readonly table: string; readonly subject: string }[]
}

type CheckedProtocol = {
  readonly edition: Edition
  readonly problems: readonly string[]
  readonly cells: number
}
