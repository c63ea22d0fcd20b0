import type { Application } from '../../application/carry-out.ts'
import type { ChildDoors } from '../../application/child-doors.ts'
import type { ComeIn } from '../../application/their-own.ts'
import type { Form } from '../forms/form.ts'
import type { Html } from '../html.ts'
import type { AuditLine } from '../route.ts'
import type { OwnVisit } from './layout.ts'

export interface Invented {
  readonly name: string
  readonly comeIn: ComeIn
}

/** A request at a child's own door. Nothing of it knows of posts, and no post of anybody comes this way. */
export interface OwnRequest {
  readonly app: Application
  readonly doors: ChildDoors
  readonly form: Form
  readonly query: Form
  readonly visit: OwnVisit
  /** A child of the demonstration, who comes in without a PIN. */
  readonly invented?: Invented
  /** The secret by which this browser is known, if it is. */
  readonly device?: string
  /** Opens a session and knows the browser from now on. */
  readonly open: (comeIn: ComeIn, how: string) => Promise<void>
  readonly end: () => Promise<void>
}

export type OwnAnswer =
  | { readonly kind: 'page'; readonly html: Html; readonly status?: 200 | 400 | 403 | 409 | 413 | 429 }
  | { readonly kind: 'see'; readonly location: string }
  /** Away, to a page that says nothing: this browser forgets on the way. */
  | { readonly kind: 'exit' }

/** Why what was sent was not even looked at. */
export type NotTaken =
  | { readonly kind: 'stale' }
  /** More came from here than the service gives to one. */
  | { readonly kind: 'too-often'; readonly seconds: number }

interface Address {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly audit: AuditLine
  /** The form again with everything that was typed: nothing that a child wrote is lost. */
  readonly notTaken?: (request: OwnRequest, why: NotTaken) => OwnAnswer | Promise<OwnAnswer>
}

export type OwnRoute =
  | (Address & {
      readonly may: 'anyone'
      readonly handle: (request: OwnRequest) => OwnAnswer | Promise<OwnAnswer>
    })
  | (Address & {
      /** A child who has come in. Others are asked to. */
      readonly may: 'the-child'
      readonly handle: (request: OwnRequest & { readonly comeIn: ComeIn }) => Promise<OwnAnswer>
      /** For whoever is in no longer; left out, they are led to come in. */
      readonly atTheDoor?: (request: OwnRequest) => OwnAnswer
    })
