import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { cast } from '../../src/cli/demonstration/cast.ts'
import { childIdOf } from '../../src/cli/demonstration/child-plan.ts'
import { episodeIdOf } from '../../src/cli/demonstration/episode-plan.ts'
import type { Operation } from '../../src/web/api/operation.ts'
import { operations } from '../../src/web/api/operations.ts'
import type { Schema } from '../../src/web/api/shape.ts'
import { isLetBy } from '../../src/web/api/who-may.ts'
import type { Replied } from './api.ts'

/** Every command that the API takes. */
export const posts = operations.filter(({ method }) => method === 'POST')
/** What stands in the addresses. */
export const ids: Readonly<Record<string, string>> = {
  episode: episodeIdOf('jay, high risk'),
  child: childIdOf('jay'),
}
const those = [
  cast.ruth,
  cast.sam,
  cast.imran,
  cast.noor,
  cast.karl,
  cast.grace,
  cast.dawn,
  cast.ruby,
  cast.colm,
]

/** Its address, about Jay. */
export function addressOf({ path }: Operation): string {
  return path.replaceAll(/\{(\w+)\}/gu, (_all, name: string) => ids[name] ?? name)
}

/** Somebody who knows Jay and may do it. */
export function whoMay({ may }: Operation) {
  const found = those.find(
    ({ author }) => may.kind === 'anyone' || may.kind === 'signed-in' || isLetBy(may, author),
  )
  assert.ok(found)
  return found
}

/** A body in which every place of the schema holds this, as far as it is a text; what is right everywhere else. A function
    gives each place its own. Every moment is `when`. */
export function filled(schema: Schema, value: unknown, when = '2026-01-01T00:00:00Z'): unknown {
  if (schema.oneOf) return filled(schema.oneOf[0]!, value, when)
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  if (schema.format === 'date-time') return when
  if (schema.format === 'date') return '2012-01-01'
  if (schema.format === 'uuid') return randomUUID()
  if (schema.type === 'boolean') return true
  if (schema.type === 'integer') return 14
  if (schema.type === 'array') return [filled(schema.items!, value, when)]
  if (schema.type !== 'object') return typeof value === 'function' ? (value as () => unknown)() : value
  if (schema.properties === undefined) return { [typeof value === 'string' ? value : 'name']: value }
  return Object.fromEntries(
    Object.entries(schema.properties).map(([name, part]) => [name, filled(part, value, when)]),
  )
}

/** No fault of ours, and what is wrong is a problem in words. */
export function holds(reply: Replied, operation: Operation, what: string): void {
  const where = `${operation.operationId}, ${what}: ${reply.status} ${reply.text.slice(0, 300)}`
  assert.ok(reply.status < 500, where)
  if (reply.status < 300) return
  assert.match(String(reply.headers['content-type']), /^application\/problem\+json/u, where)
  assert.equal(reply.body['status'], reply.status, where)
  assert.ok(String(reply.body['detail']).length > 10, where)
}
