import type { Moment } from '../kernel/moment.ts'
import type { Visitor } from './ports.ts'

/** A field of a form by its name, as often as it was sent. */
export type Typed = readonly (readonly [name: string, value: string])[]

/** What somebody typed on one page and has not sent. It belongs to the person, whatever post they act in. */
export interface Draft {
  /** The command that the form will be: sending it twice is one request, also across a flat battery. */
  readonly form: string
  /** The page's address, with what it asks about and without the id of its form. */
  readonly address: string
  readonly fields: Typed
  readonly began: Moment
  readonly saved: Moment
  /** When it goes, unless it is saved again before. */
  readonly until: Moment
}

/** `outlasts`: it stays when its person signs out, for as long as any. */
type Kept = Pick<Draft, 'form' | 'address' | 'fields'> & { readonly outlasts?: true }

/** Drafts on the server, for three days. `place` is the path of the page. */
export interface Drafts {
  /** Says whether it is kept: not after it was sent or thrown away, however late what was typed arrives. */
  keep(visitor: Visitor, place: string, draft: Kept): Promise<boolean>
  /** One draft that several pages write, each its own part: nothing that is written at the same time is lost. The draft as
      it then stands; undefined where it is not there, or would be larger than is kept. */
  change(
    visitor: Visitor,
    place: string,
    form: string,
    to: (fields: Typed) => Typed,
  ): Promise<Draft | undefined>
  /** Newest first. */
  at(visitor: Visitor, place: string): Promise<readonly Draft[]>
  drop(visitor: Visitor, place: string, form: string): Promise<void>
  dropAll(visitor: Visitor): Promise<void>
  /** Under which a browser of this person seals what it keeps while there is no network: 256 bits as base64url. The
      server can make it again and keeps it nowhere. */
  deviceKey(visitor: Visitor): string
}
