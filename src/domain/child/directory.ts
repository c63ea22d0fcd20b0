import type { OrganisationId, OrganisationKind, PersonId, PostId } from '../episode/entry.ts'
import type { Role } from '../episode/roles.ts'
import { londonDate, type LondonDate } from '../../kernel/london.ts'
import type { Moment } from '../../kernel/moment.ts'
import type { Shift } from './shift.ts'

export interface Organisation {
  readonly id: OrganisationId
  readonly name: string
  readonly kind: OrganisationKind
  /** The number that is answered now, and for a council the one out of hours. */
  readonly telephone: string
  readonly outOfHoursTelephone?: string
  /** Risk levels that this force uses for children; other kinds have none. */
  readonly levels: readonly string[]
  /** The joint protocol of this council's area, by the name of its folder. */
  readonly jointProtocol?: string
  /** The police force of this council's area. */
  readonly force?: OrganisationId
}

/** One person in one role in one organisation, from a day until a day. A person acts in one post at a time. */
export interface Post {
  readonly id: PostId
  readonly person: PersonId
  readonly personName: string
  readonly organisation: OrganisationId
  readonly team?: string
  readonly role: Role
  readonly telephone: string
  readonly from: LondonDate
  readonly until?: LondonDate
  /** Works outside office hours: the duty team, the control room. */
  readonly allHours: boolean
  /** A carer who cares for children in their own home, and not in one where people come to work. */
  readonly fosters?: boolean
  /** Let in at the device of a home for one shift, by a name that nobody checked: who vouched for them, and from when
      until when. Such a post is no person's of the directory. */
  readonly vouchedBy?: PersonId
  readonly startsAt?: Moment
  readonly endsAt?: Moment
  /** Where notices for the post are sent. They say nothing of a child: a mailbox is read by whoever has its password. */
  readonly mail?: string
}

/** A post's days are half open: on its last named day it is no longer held. A shift ends to the minute. */
export function isHeld({ from, until, startsAt, endsAt }: Post, at: Moment): boolean {
  const day = londonDate(at)
  const isDay = from <= day && (until === undefined || day < until)
  return isDay && (startsAt === undefined || startsAt <= at) && (endsAt === undefined || at < endsAt)
}

/** Everyone who could answer, as the partnership keeps it. Not about any child. */
export interface Directory {
  readonly organisations: readonly Organisation[]
  readonly posts: readonly Post[]
  /** The rota of the duty teams. Without one a whole team is on duty. */
  readonly shifts?: readonly Shift[]
}
