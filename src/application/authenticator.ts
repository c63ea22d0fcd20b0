import { createHash, randomInt } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import { millisecondsOf, type Moment } from '../kernel/moment.ts'

const period = 30

function totp(secret: string, label?: string): TOTP {
  return new TOTP({
    secret: Secret.fromBase32(secret),
    period,
    issuer: 'Whereabouts',
    ...(label && { label }),
  })
}

/** 160 random bits, base32: what a telephone and this server know together. */
export function newAuthenticator(): string {
  return new Secret({ size: 20 }).base32
}

export function isAuthenticator(text: string): boolean {
  return /^[A-Z2-7]{32}$/.test(text)
}

/** What the square on the page says to the telephone. */
export function authenticatorUri(secret: string, signIn: string): string {
  return totp(secret, signIn).toString()
}

/** The time step that a code of six digits belongs to, now or one beside it; undefined for a wrong one. */
export function stepOf(secret: string, code: string, now: Moment): number | undefined {
  const token = code.replaceAll(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return undefined
  const timestamp = millisecondsOf(now)
  const delta = totp(secret).validate({ token, timestamp, window: 1 })
  return delta === null ? undefined : Math.floor(timestamp / (period * 1000)) + delta
}

/** Letters and digits that nobody takes for another. */
const signs = '23456789abcdefghjkmnpqrstuvwxyz'
const group = () => Array.from({ length: 5 }, () => signs.charAt(randomInt(signs.length))).join('')

/** Ten codes of 99 random bits, each good once. */
export function newRecoveryCodes(): readonly string[] {
  return Array.from({ length: 10 }, () => [group(), group(), group(), group()].join('-'))
}

/** A recovery code as it is kept; undefined for what cannot be one. Nobody guesses one, so a plain hash does. */
export function recoveryCodeHash(code: string): Buffer | undefined {
  const plain = code.toLowerCase().replaceAll(/[\s-]/g, '')
  if (!/^[2-9a-z]{20}$/.test(plain)) return undefined
  return createHash('sha256').update(plain).digest()
}
