import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseMoment } from '../../kernel/moment.ts'
import { closed, hoisted, type Components } from './schemas.ts'
import { kinds, list, mapOf, maybe, moment, named, object, text, without } from './shape.ts'
import { occurredAsKept, take } from './take.ts'
import { unkeepable } from './keepable.ts'

const told = object({
  at: moment,
  by: kinds({ rang: { when: moment }, wrote: { text } }),
  each: list(moment),
  some: maybe(mapOf(moment)),
})

test('moments are taken as the record writes them, wherever they stand', () => {
  const sent = {
    at: '2026-03-28T22:40:00+01:00',
    by: { kind: 'rang', when: '2026-03-28t22:40:00.1239z' },
    each: ['2026-03-28 22:40Z'],
    some: { x: '2026-03-28T22:40:00Z' },
  }
  assert.deepEqual(take(told, sent), {
    kind: 'taken',
    value: {
      at: '2026-03-28T21:40:00.000Z',
      by: { kind: 'rang', when: '2026-03-28T22:40:00.123Z' },
      each: ['2026-03-28T22:40:00.000Z'],
      some: { x: '2026-03-28T22:40:00.000Z' },
    },
  })
})

test('a moment that is none is wrong at its own place, names with strokes included', () => {
  const sent = {
    at: '2300-01-01T00:00:00Z',
    by: { kind: 'wrote', text: 'x' },
    each: [],
    some: { 'a/b~c': '0' },
  }
  const taken = take(told, sent)
  assert.ok(taken.kind === 'wrong')
  assert.deepEqual(
    taken.errors.map(({ pointer }) => pointer),
    ['#/at', '#/some/a~1b~0c'],
  )
})

test('some time on a day is kept as the last moment of that London day', () => {
  const at = parseMoment('2026-06-01T23:30:00Z')!
  assert.deepEqual(occurredAsKept({ at, precision: 'day' }), {
    at: '2026-06-02T22:59:59.999Z',
    precision: 'day',
  })
  assert.deepEqual(occurredAsKept({ at, precision: 'about' }), { at, precision: 'about' })
})

test('NUL, half a surrogate pair, a prototype and a tower are found, and what can be kept is not', () => {
  const tower = JSON.parse(`${'['.repeat(40)}${']'.repeat(40)}`) as unknown
  const pointers = [
    { a: ['x\u0000'] },
    { 'b\ud800': 1 },
    JSON.parse('{"a":{"__proto__":1}}') as unknown,
    tower,
  ].map((body) => unkeepable(body)?.pointer)
  assert.deepEqual(pointers, ['#/a/0', '#', '#/a', '#'])
  assert.equal(unkeepable({ a: [null, 1, true, 'Zoë 🦊'], constructor: { b: [[[]]] } }), undefined)
})

test('what is asked is closed all the way down, and what is named becomes a component', () => {
  const inner = named('Inner', object({ text }))
  const outer = object({ inner, all: list(inner) })
  assert.equal(closed(outer).properties?.['inner']?.additionalProperties, false)
  assert.equal(closed(outer).properties?.['all']?.items?.additionalProperties, false)
  const components: Components = new Map()
  const ref = { $ref: '#/components/schemas/Inner' }
  assert.deepEqual(hoisted(outer, components), {
    type: 'object',
    properties: { inner: ref, all: { type: 'array', items: ref } },
    required: ['inner', 'all'],
  })
  assert.deepEqual([...components.keys()], ['Inner'])
})

test('a field that is left out is neither a property nor required', () => {
  assert.deepEqual(without(object({ a: text, b: text }), 'a'), object({ b: text }))
  assert.deepEqual(without(object({ a: text, b: maybe(text) }), 'a'), object({ b: maybe(text) }))
})
