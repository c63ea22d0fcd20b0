import type { Opening } from '../application/sessions.ts'
import { seeing, type Answer, type OpenVisit } from './route.ts'

/** The end of every way in: opens the session and leads to where the person was going, or to what they had typed when
    their last one ended. `to` is any text that a browser sent. */
export async function openSession({ door }: OpenVisit, opening: Opening, to: string): Promise<Answer> {
  await door.open(opening)
  const held = door.holding ? await door.held(opening) : undefined
  return seeing(held === undefined ? ownPath(to) : '/held')
}

/** Only a path of this product: an address that leaves it, or that a browser reads as leaving it, becomes the board. */
export function ownPath(to: string): string {
  return /^\/(?![/\\])[\w\-/?=&%.:]*$/.test(to) ? to : '/board'
}
