import ical, {
  ICalCalendarMethod,
  ICalEventBusyStatus,
  ICalEventClass,
  ICalEventStatus,
} from 'ical-generator'
import type { Invitation } from '../../application/files.ts'

/** Nobody reads mail there, and none is sent: a calendar wants an address. */
const nowhere = (who: string) => `${who}@whereabouts.invalid`

/** An hour is kept free: how long it takes, nobody knows. */
const kept = { minutes: 60 }

/** An invitation (RFC 5545 and 5546) with times in UTC, so that it needs no zone of its own. It says no name, no place
    and nothing of what it is about: calendars are read over shoulders, on telephones and by whoever they are shared with. */
export function calendarFile({
  id,
  changes,
  at,
  stands,
  changed,
  reference,
  address,
}: Invitation): Uint8Array {
  const calendar = ical({
    prodId: { company: 'Whereabouts', product: 'Whereabouts', language: 'EN' },
    method: stands ? ICalCalendarMethod.REQUEST : ICalCalendarMethod.CANCEL,
  })
  const start = Temporal.Instant.from(at)
  calendar.createEvent({
    id: `${id}@whereabouts.invalid`,
    sequence: changes,
    stamp: dateOf(Temporal.Instant.from(changed)),
    start: dateOf(start),
    end: dateOf(start.add(kept)),
    summary: `Appointment ${reference}`,
    description: `Sign in to see what it is about and where: ${address}`,
    url: address,
    class: ICalEventClass.PRIVATE,
    busystatus: stands ? ICalEventBusyStatus.BUSY : ICalEventBusyStatus.FREE,
    status: stands ? ICalEventStatus.CONFIRMED : ICalEventStatus.CANCELLED,
    organizer: { name: 'Whereabouts', email: nowhere('nobody') },
    attendees: [{ email: nowhere('interviewer'), rsvp: false }],
  })
  return new TextEncoder().encode(calendar.toString())
}

function dateOf(instant: Temporal.Instant): Date {
  return new Date(instant.epochMilliseconds)
}
