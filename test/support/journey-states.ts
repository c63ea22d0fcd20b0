import type { CastName } from '../../src/cli/demonstration/cast.ts'

/** An invented device, by its key. */
export type DeviceOnStage = 'tablet' | 'telephone' | 'wall'

/** A state that a page can be in, and how to bring it there. */
export interface PageState {
  readonly kind: 'empty' | 'filled' | 'error'
  /** Nobody: before sign-in. */
  readonly as?: CastName
  /** On an enrolled device; nobody is let in on it where `as` is absent. */
  readonly at?: DeviceOnStage
  readonly path: string
  /** What the server answers in the end; 200 for a page that is opened, 400 for a form that is asked again. */
  readonly status?: number
  /** What is typed before the form is sent, by the names of its fields. */
  readonly sends?: Readonly<Record<string, string>>
  /** The address that the form is sent to, where it is not the first one of the page. */
  readonly form?: string
  /** What the browser keeps and does not show. */
  readonly keeps?: 'application/pdf' | 'image/jpeg'
}

export type States = Readonly<Record<string, readonly PageState[]>>
