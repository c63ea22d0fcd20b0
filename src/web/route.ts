import type { Accounts } from '../application/accounts.ts'
import type { Devices } from '../application/devices.ts'
import type { InventedDevice } from '../application/invented-devices.ts'
import type { Application } from '../application/carry-out.ts'
import type { Files } from '../application/files.ts'
import type { ChildDoors } from '../application/child-doors.ts'
import type { Visitor } from '../application/ports.ts'
import type { CareEntryType } from '../domain/care/record.ts'
import type { ChildEntryType } from '../domain/child/child.ts'
import type { Use } from '../domain/access/may.ts'
import type { CommandName } from '../domain/episode/command.ts'
import type { Directory, Post } from '../domain/child/directory.ts'
import type { Author } from '../domain/episode/entry.ts'
import type { Form } from './forms/form.ts'
import type { Html } from './html.ts'
import type { PageVisit } from './layout/visit.ts'
import type { Session } from '../application/sessions.ts'
import type { Door } from './door.ts'
import type { DraftsHere } from './drafts-here.ts'
import type { ProvidersHere } from './oidc/here.ts'
import type { There } from './oidc/relying-party.ts'

/** Who may. What may be seen of a child is the database's to say: a child whom the visitor may not see is not found. */
export type Permission =
  | { readonly kind: 'anyone' }
  | { readonly kind: 'signed-in' }
  /** Whoever may do this command, by role. */
  | { readonly kind: 'may'; readonly command: CommandName }
  /** Whoever may write this entry of a child's own record, by role. */
  | { readonly kind: 'may-register'; readonly entry: ChildEntryType }
  /** Whoever may write this entry of a child's Care, by role. */
  | { readonly kind: 'may-care'; readonly entry: CareEntryType }
  /** Whoever may ask or see this outside their own relationships, by role. */
  | { readonly kind: 'may-use'; readonly use: Use }

/** What is written down. A look is committed before a byte is sent. */
export type AuditLine =
  | { readonly kind: 'nothing'; readonly because: string }
  | { readonly kind: 'look'; readonly what: string }
  | { readonly kind: 'entry'; readonly what: string }

/** Who is here, in the post that they act in now. */
export interface SignedIn {
  readonly post: Post
  readonly author: Author
  readonly visitor: Visitor
  readonly directory: Directory
  /** Absent for a machine. */
  readonly session?: Session
}

export interface OpenVisit {
  readonly app: Application
  readonly params: Readonly<Record<string, string>>
  readonly query: Form
  readonly form: Form
  /** Absent before sign-in. */
  readonly who?: SignedIn
  /** What the layout needs. */
  readonly page: PageVisit
  readonly door: Door
  /** Absent before sign-in. */
  readonly drafts?: DraftsHere
  readonly accounts: Accounts
  /** The children's own doors; left out where there are none. */
  readonly doors?: ChildDoors
  readonly files: Files
  /** What came with the form, where its route takes a file. */
  readonly sentFile?: SentFile
  readonly devices: Devices
  /** Devices of the demonstration that anybody may try; none elsewhere. */
  readonly invented: readonly InventedDevice[]
  /** Where this browser reaches the pages: `https://whereabouts.example.org`. */
  readonly origin: string
  /** Absent where nobody signs in by an organisation's own directory: in the demonstration. */
  readonly providers?: ProvidersHere
}

/** What was chosen on a form: its bytes up to the limit, nothing of it where none was chosen. */
export interface SentFile {
  readonly bytes: Uint8Array
  /** More came than is taken. */
  readonly tooLarge: boolean
}

export interface Visit extends OpenVisit {
  readonly who: SignedIn
  /** What somebody typed on this page before and has not sent; absent where the page is asked for anew. */
  readonly typed?: Form
}

/** Every GET is safe; every POST answers 303, gives the file that it exports, or asks again. */
export type Answer =
  | { readonly kind: 'page'; readonly html: Html; readonly status?: 200 | 400 | 403 | 404 | 409 | 503 }
  | { readonly kind: 'see'; readonly location: string }
  /** Away from the product: to an identity provider and nowhere else. */
  | { readonly kind: 'leave'; readonly to: There }
  | { readonly kind: 'picture'; readonly svg: string }
  /** Of a child: kept nowhere, and asked for anew each time that it is shown. */
  | { readonly kind: 'photograph'; readonly jpeg: Uint8Array }
  /** What was exported, kept by the browser and shown by no page. */
  | { readonly kind: 'file'; readonly name: string; readonly type: FileType; readonly body: Uint8Array }
  /** For our own script. */
  | { readonly kind: 'json'; readonly body: object }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'may-not' }
  /** This person may, and not from an enrolled device. */
  | { readonly kind: 'not-from-here' }

interface Address {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly audit: AuditLine
  /** Asked again of whoever has not shown within minutes who they are: an export, a record opened in an emergency. What
      was typed is kept over it. */
  readonly confirms?: true
  /** The form carries one file, and is sent in parts. */
  readonly takesFile?: true
}

/** Permission and audit line are part of a route's type: a route without them does not compile. */
export type Route =
  | (Address & {
      readonly may: Extract<Permission, { kind: 'anyone' }>
      readonly handle: (visit: OpenVisit) => Promise<Answer>
    })
  | (Address & {
      readonly may: Exclude<Permission, { kind: 'anyone' }>
      readonly handle: (visit: Visit) => Promise<Answer>
    })

export type FileType =
  | 'text/csv; charset=utf-8'
  | 'application/pdf'
  | 'application/json; charset=utf-8'
  | 'text/calendar; charset=utf-8'

export function showing(html: Html, status: 200 | 400 | 409 = 200): Answer {
  return { kind: 'page', html, status }
}

export function seeing(location: string): Answer {
  return { kind: 'see', location }
}

export function leaving(to: There): Answer {
  return { kind: 'leave', to }
}
