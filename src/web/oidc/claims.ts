import type { IdentityProvider, Through, Vouched } from '../../application/identity-providers.ts'
import { momentOf } from '../../kernel/moment.ts'

export type Claims = Readonly<Record<string, unknown>>

/** Whom the claims mean; undefined where the subject is none that can be kept. An address for mail counts only where
    the provider says that it has verified it: elsewhere anybody could write somebody else's. */
export function vouchedBy(claims: Claims, { claim }: Pick<IdentityProvider, 'claim'>): Vouched | undefined {
  const subject = text(claims['sub'])
  if (subject === undefined || subject.length > 255) return undefined
  const counts = claim !== 'email' || claims['email_verified'] === true
  const value = counts ? text(claims[claim])?.trim() : undefined
  const name = text(claims['name'])
  return { subject, ...(value !== undefined && { value }), ...(name !== undefined && { name }) }
}

/** What is kept with the session, of claims that were checked. */
export function throughOf(claims: Claims, provider: IdentityProvider, idToken: string): Through | undefined {
  const subject = text(claims['sub'])
  if (subject === undefined) return undefined
  const [sid, acr, amr, at] = [text(claims['sid']), text(claims['acr']), claims['amr'], claims['auth_time']]
  return {
    provider: provider.id,
    subject,
    ...(sid !== undefined && { sid }),
    ...(acr !== undefined && { acr }),
    amr: Array.isArray(amr) ? amr.flatMap((one: unknown) => text(one) ?? []) : [],
    ...(isTime(at) && { authenticated: momentOf(Temporal.Instant.fromEpochMilliseconds(at * 1000)) }),
    idToken,
  }
}

function isTime(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 2 ** 33
}

/** Not empty, and such as the database can hold. */
function text(value: unknown): string | undefined {
  if (typeof value !== 'string' || !value.isWellFormed() || value.includes('\0')) return undefined
  return value.trim() === '' || value.length > 500 ? undefined : value
}
