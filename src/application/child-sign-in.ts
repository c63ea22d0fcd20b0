import { parseReference } from '../kernel/reference.ts'
import type { ChildId } from '../domain/episode/entry.ts'
import type { ChildDoors } from './child-doors.ts'
import { newReference } from './ids.ts'
import { isPassword, passwordHash } from './passwords.ts'
import type { Visitor } from './ports.ts'
import type { ComeIn } from './their-own.ts'

export interface DoorParts {
  readonly doors: ChildDoors
  readonly matches?: typeof isPassword
}

/** Makes a code to hand over in person: four signs that find it and four that are kept as a hash. Undefined for whoever
    may not, and where the child has no access. */
export async function handOverCode(
  doors: ChildDoors,
  visitor: Visitor,
  child: ChildId,
): Promise<string | undefined> {
  const code = newReference()
  const [half = '', rest = ''] = code.split('-')
  return (await doors.handOver(visitor, child, half, await passwordHash(rest))) ? code : undefined
}

export interface FirstTime {
  readonly code: string
  readonly signIn: string
  readonly pin: string
}

export type ByCode =
  { readonly kind: 'in'; readonly comeIn: ComeIn } | { readonly kind: 'wrong' | 'too-many' | 'taken' }

/** Tries a code, and makes the door of one that is right: it is good once. The try is counted before anything is hashed,
    and what is answered and how long it takes does not say whether there is such a code. */
export async function comeInByCode(
  { doors, matches = isPassword }: DoorParts,
  { code, signIn, pin }: FirstTime,
): Promise<ByCode> {
  const [half, rest] = parseReference(code)?.split('-') ?? []
  if (half === undefined || rest === undefined) return { kind: 'wrong' }
  const counted = `a child's code: ${half}`
  if (!(await doors.takeAttempt(counted))) return { kind: 'too-many' }
  const found = await doors.codeOf(half)
  const isRight = await matches(rest, found?.hash)
  const hash = await passwordHash(pin)
  if (!isRight || found === undefined) return { kind: 'wrong' }
  const comeIn = { child: found.child, access: found.access }
  const outcome = await doors.use(comeIn, half, signIn, hash)
  if (outcome === 'gone') return { kind: 'wrong' }
  await doors.giveBackAttempt(counted)
  return outcome === 'taken' ? { kind: 'taken' } : { kind: 'in', comeIn }
}

export type ByPin =
  | { readonly kind: 'in'; readonly comeIn: ComeIn }
  | { readonly kind: 'wrong' | 'too-many'; readonly comeIn?: ComeIn }

/** Tries a name and a PIN. Wrong ones from anywhere use up one count; a browser in which the child has come in before has
    its own, so that nobody who knows the name keeps the child out of their own telephone. A new code has another. */
export async function comeInByPin(
  { doors, matches = isPassword }: DoorParts,
  { signIn, pin, device }: { readonly signIn: string; readonly pin: string; readonly device?: string },
): Promise<ByPin> {
  const found = await doors.named(signIn)
  const comeIn = found && { child: found.child, access: found.access }
  const whose = found?.child ?? nobody
  const isKnown = device !== undefined && (await doors.isKnownDevice(device, whose))
  const plain = signIn.toLowerCase()
  const counted = isKnown ? `a child's browser: ${device} ${plain}` : `a child's name: ${plain}`
  const refused = (kind: 'wrong' | 'too-many'): ByPin => ({ kind, ...(comeIn && { comeIn }) })
  if (!(await doors.takeAttempt(counted))) return refused('too-many')
  if (!(await matches(pin, found?.pin)) || comeIn === undefined) return refused('wrong')
  await doors.giveBackAttempt(counted)
  return { kind: 'in', comeIn }
}

/** What is asked of the database for a name that nobody has, so that it takes as long. */
const nobody = '00000000-0000-0000-0000-000000000000' as ChildId

/** What is wrong with a name or a PIN that a child chooses, in words for the child. */
export function signInProblem(signIn: string): string | undefined {
  if (signIn.trim() === '') return 'Choose a name to come in with'
  return /^[\p{L}\p{N}][\p{L}\p{N} _.-]{2,29}$/u.test(signIn)
    ? undefined
    : 'Use 3 to 30 letters and numbers for your name'
}

export function pinProblem(pin: string): string | undefined {
  if (!/^\d{6,12}$/.test(pin)) return 'Choose a PIN of 6 to 12 numbers'
  const steps = new Set(Array.from(pin.slice(1), (digit, place) => Number(digit) - Number(pin[place])))
  return steps.size === 1 || new Set(pin).size < 3
    ? 'That PIN is too easy to guess. Mix the numbers up, and do not use your birthday'
    : undefined
}
