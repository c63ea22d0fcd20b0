import type { OpeningHere } from '../application/devices.ts'
import type { Opening } from '../application/sessions.ts'
import type { DeviceKind } from '../domain/access/device.ts'
import type { Door } from './door.ts'
import { seeing, type Answer, type OpenVisit } from './route.ts'

/** The end of every way in: opens the session and leads to where the person was going, or to what they had typed when
    their last one ended. `to` is any text that a browser sent. */
export async function openSession({ door }: OpenVisit, opening: Opening, to: string): Promise<Answer> {
  await door.open(opening)
  const held = door.holding ? await door.held(opening) : undefined
  return seeing(held === undefined ? ownPath(to) : '/held')
}

/** The same on an enrolled device. */
export async function openHere(
  { door }: OpenVisit,
  device: DeviceKind,
  opening: OpeningHere,
  to: string,
): Promise<Answer> {
  await door.openHere(device, opening)
  const held = door.holding ? await door.held(opening) : undefined
  return seeing(held === undefined ? to : '/held')
}

/** Where whoever is not signed in is sent: an enrolled device has a door of its own. */
export function doorPath({ session, enrolled }: Pick<Door, 'session' | 'enrolled'>): string {
  if (session?.state === 'locked') return '/locked'
  return enrolled === undefined ? '/sign-in' : '/here'
}

/** What stands first for whoever comes in there. */
export function firstPage(device: DeviceKind | undefined): string {
  return device === 'foster-carer' ? '/report' : '/board'
}

/** Only a path of this product: an address that leaves it, or that a browser reads as leaving it, becomes the board. */
export function ownPath(to: string): string {
  return /^\/(?![/\\])[\w\-/?=&%.:]*$/.test(to) ? to : '/board'
}
