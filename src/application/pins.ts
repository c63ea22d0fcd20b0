import type { Visitor } from './ports.ts'
import type { AtThisHome, Devices } from './devices.ts'
import { isPassword } from './passwords.ts'
import type { PostId } from '../domain/episode/entry.ts'

/** What is wrong with a new PIN; undefined for a good one. Digits only: they are typed on a tablet, in a hurry, by whoever
    has cold hands. */
export function pinProblem(pin: string): string | undefined {
  if (!/^\d{6}$/.test(pin)) return 'The PIN must be six digits'
  if (
    new Set(pin).size < 3 ||
    '01234567890 98765432109'.includes(pin) ||
    /^(\d\d)\1\1$|^(\d{3})\2$/.test(pin)
  )
    return 'That PIN is too easy to guess. Choose six digits that follow no pattern'
  return undefined
}

/** Spaces are how people read six digits. */
export const pinIn = (typed: string): string => typed.replaceAll(/\s/g, '')

export type PinTried =
  | { readonly kind: 'in'; readonly who: AtThisHome; readonly visitor: Visitor }
  | {
      readonly kind: 'refused'
      readonly person?: AtThisHome['person']
      readonly why: 'wrong' | 'too many tries'
    }

/** Tries a PIN at the device of a home. The try is counted for this device and this person before anything is hashed, so
    that nobody at another device uses them up; the answer takes as long for somebody who has none. */
export async function tryPin(
  devices: Devices,
  {
    secret,
    device,
    post,
    pin,
  }: { readonly secret: string; readonly device: string; readonly post: PostId; readonly pin: string },
): Promise<PinTried> {
  const who = await devices.atHome(secret, post)
  const counted = `PIN at ${device} for ${who?.person ?? post}`
  const refused = (why: 'wrong' | 'too many tries'): PinTried => ({
    kind: 'refused',
    ...(who && { person: who.person }),
    why,
  })
  if (!(await devices.takeAttempt(counted))) return refused('too many tries')
  const isRight = await isPassword(pinIn(pin), who?.pin)
  if (!isRight || who === undefined) return refused('wrong')
  await devices.giveBackAttempt(counted)
  return { kind: 'in', who, visitor: { person: who.person, post } }
}
