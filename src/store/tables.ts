import type { Moment } from '../kernel/moment.ts'
import type { LondonDate } from '../kernel/london.ts'
import type { Section } from '../domain/episode/sections.ts'
import type { StreamKind } from './shapes.ts'

/** Columns as they are read: times as Moment, days as LondonDate, counts as numbers, `bytea` as Buffer. */
export interface Tables {
  readonly organisation: {
    readonly id: string
    readonly name: string
    readonly kind: string
    readonly telephone: string
    readonly out_of_hours_telephone: string | null
    readonly levels: readonly string[]
    readonly joint_protocol: string | null
    readonly force: string | null
  }
  readonly post: {
    readonly id: string
    readonly person: string
    readonly person_name: string
    readonly organisation: string
    readonly team: string | null
    readonly role: string
    readonly telephone: string
    readonly from_day: LondonDate
    readonly until_day: LondonDate | null
    readonly all_hours: boolean
    readonly fosters: boolean | null
    readonly vouched_by: string | null
    readonly starts_at: Moment | null
    readonly ends_at: Moment | null
    readonly mail: string | null
  }
  readonly shift: {
    readonly id: string
    readonly organisation: string
    readonly name: string
    readonly hours: string
    readonly posts: readonly string[]
    readonly from_day: LondonDate
    readonly until_day: LondonDate | null
  }
  readonly stream: {
    readonly subject: string
    readonly id: string
    readonly kind: StreamKind
    readonly head: number
    readonly recorded: Moment
  }
  readonly entry: {
    readonly subject: string
    readonly id: string
    readonly stream: string
    readonly sequence: number
  }
  readonly entry_content: {
    readonly subject: string
    readonly entry: string
    readonly stream: string
    readonly section: Section
    readonly bytes: Buffer
  }
  readonly access_grant: {
    readonly subject: string
    readonly post: string
    readonly stream: string | null
    readonly section: Section
    readonly from_at: Moment
    readonly until_at: Moment | null
  }
  readonly child_card: { readonly subject: string; readonly name: string | null; readonly found_by: string }
  readonly episode_card: {
    readonly subject: string
    readonly episode: string
    readonly response: string
    readonly voided: boolean
    readonly care: unknown
    readonly from_at: Moment
  }
  readonly board: { readonly subject: string; readonly episode: string; readonly from_at: Moment }
  readonly duty: {
    readonly subject: string
    readonly episode: string
    readonly id: string
    readonly due_at: Moment
    readonly met_at: Moment | null
    readonly discharged_at: Moment | null
    readonly cancelled_at: Moment | null
  }
}
