import type { DeviceKind } from '../../domain/access/device.ts'
import type { Moment } from '../../kernel/moment.ts'

/** Whoever holds the duty for children out of hours, and the number that reaches them now. */
export type DutyTeam = {
  readonly name: string
  readonly telephone: string
  /** Who that is, until when, where there is a rota. */
  readonly onDuty?: string
}

/** A draft of the page that is shown, or of the same page begun at another time. */
export interface DraftShown {
  readonly form: string
  readonly began: Moment
  readonly address: string
  /** Where it is continued. */
  readonly href: string
}

/** What a page that takes words knows of what was typed on it before. */
export interface PageDrafts {
  /** The one that the form below is filled from. */
  readonly continued?: DraftShown
  readonly others: readonly DraftShown[]
  /** For the script alone: a device seals under it what cannot reach us. */
  readonly key: string
}

/** What every page needs to know of the request that asked for it. Plain values: nothing here can be looked up. */
export type PageVisit = {
  /** Null before sign-in. */
  readonly person: { readonly name: string; readonly post: string } | null
  /** How many duties this person owes that are open or overdue; null when not known. */
  readonly dutiesOwed: number | null
  /** How many records were opened in an emergency of which this person answers for the child and has not said yet that
      they know. */
  readonly opened?: number
  readonly dutyTeam: DutyTeam | null
  /** Every person and place is invented, and the page says so. */
  readonly demonstration: boolean
  /** The token that sign-out posts. */
  readonly csrfToken: string
  /** The server's moment (UTC): the browser's clocks are set by it. */
  readonly now: Moment
  /** On a page that takes words: what was begun on it before. */
  readonly drafts?: PageDrafts
  /** What this is, where it is an enrolled device: then only what may be done from there is offered. */
  readonly device?: DeviceKind
  /** When the visitor's session ends: if nothing more is done, and at the latest. Absent without one. */
  readonly ends?: { readonly idle: Moment; readonly last: Moment }
}

/** Where the reader is in the navigation. */
export type Place = 'board' | 'report' | 'duties' | 'children' | 'protocol'
