import type { Appointment } from '../domain/interview/appointment.ts'
import type { TakePicture } from './pictures.ts'
import type { Moment } from '../kernel/moment.ts'

/** Rows under headings. A number stays one; every text is made harmless by whoever writes the file. */
export interface Table {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly (string | number | undefined)[])[]
}

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  /** A photograph, as JPEG, and what is said of it to whoever does not see it. */
  | { readonly kind: 'picture'; readonly jpeg: Uint8Array; readonly text: string }

/** A document to read, from top to bottom. */
export interface Paper {
  readonly title: string
  /** The same paper, made again, is the same file. */
  readonly made: Moment
  /** Set as small as can still be read, so that it goes on one page of A4. */
  readonly onOnePage?: true
  readonly blocks: readonly Block[]
}

/** An appointment for a calendar. It holds no name, no place and nothing of what it is about. */
export interface Invitation extends Appointment {
  /** For speech and texts. It says nothing. */
  readonly reference: string
  /** Where it is read by whoever signs in and may. */
  readonly address: string
}

/** How things leave as files, and how a picture comes in. */
export interface Files {
  calendar(invitation: Invitation): Uint8Array
  /** Tagged, in English, with its title: for whoever listens to it as for whoever reads it. */
  paper(paper: Paper): Promise<Uint8Array>
  table(table: Table): Uint8Array
  readonly picture: TakePicture
}

/** Why something leaves, which is on the record before it does. */
export interface Exporting {
  readonly purpose: string
  /** A case, a request or a warrant that the purpose rests on. */
  readonly reference: string
}

/** What the look of a page is called where what it shows leaves as a file. */
export function lookAt(what: string, exporting: Exporting | undefined): string {
  return exporting === undefined ? what : `${what}, exported`
}
