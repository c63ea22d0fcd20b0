import type { LondonDate } from '../../kernel/london.ts'
import type { EntryId } from '../episode/entry.ts'
import type { Refusal } from './addition-refusal.ts'
import type { ChildBodies } from './child.ts'
import { fieldsOf, type Detail } from './detail-kinds.ts'
import type { ChildRecord } from './record.ts'
import { secretIn } from './secret-in.ts'

export type Known = {
  [T in 'detail-known' | 'detail-confirmed']: { readonly type: T; readonly body: ChildBodies[T] }
}['detail-known' | 'detail-confirmed']

export function knownRule(
  { type, body }: Known,
  record: ChildRecord,
  today: LondonDate,
): Refusal | undefined {
  if (type === 'detail-confirmed') return standsRule(record, body.known)
  const refusal = detailRule(body, today)
  return refusal ?? (body.instead === undefined ? undefined : standsRule(record, body.instead))
}

/** Something is said, nothing that could be used against the child, and a review to come. */
export function detailRule(
  { detail, suppliedBy }: ChildBodies['detail-known'],
  today: LondonDate,
): Refusal | undefined {
  if (Object.keys(detail).length === 1)
    return { kind: 'detail-says-nothing', field: fieldsOf(detail.kind)[0]?.[0] ?? 'suppliedBy' }
  const secret = secretIn(suppliedBy)
  if (secret !== undefined) return { kind: secret, field: 'suppliedBy' }
  if (detail.kind === 'warning' && detail.reviewBy < today) return { kind: 'review-is-past' }
  if (detail.kind === 'telephone' && !isImei(detail.imei)) return { kind: 'not-an-imei' }
  return secretRule(detail)
}

function secretRule(detail: Detail): Refusal | undefined {
  const values: Readonly<Record<string, unknown>> = detail
  for (const [field, { number }] of fieldsOf(detail.kind)) {
    const value = values[field]
    const secret = typeof value === 'string' ? secretIn(value, number) : undefined
    if (secret !== undefined) return { kind: secret, field }
  }
  return undefined
}

/** With the digits of its software version it has 16. */
function isImei(typed: string | undefined): boolean {
  return typed === undefined || /^\d{15,16}$/.test(typed.replace(/[ /-]/g, ''))
}

/** What somebody says is still so, or changes, must stand now. */
export function standsRule({ details }: ChildRecord, named: EntryId): Refusal | undefined {
  return details.some(({ entry }) => entry === named) ? undefined : { kind: 'not-known-now' }
}
