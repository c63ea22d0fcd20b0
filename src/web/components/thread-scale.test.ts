import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { laidOut } from './thread-scale.ts'

const noon = Date.parse('2026-11-21T12:00:00.000Z')
const at = (minutes: number): string => new Date(noon + minutes * 60_000).toISOString()
const now = at(0)

const points = fc
  .array(
    fc.record({
      minutes: fc.integer({ min: -9000, max: 9000 }),
      label: fc.string({ minLength: 1, maxLength: 18 }),
    }),
    {
      maxLength: 8,
    },
  )
  .map((made) =>
    made.sort((a, b) => a.minutes - b.minutes).map(({ minutes, label }) => ({ at: at(minutes), label })),
  )

test('points keep their order, stay on the line, and are to scale on each side of now', () => {
  fc.assert(
    fc.property(points, (given) => {
      const placed = laidOut(given, now).map(({ x }) => x)
      assert.deepEqual(
        placed,
        [...placed].sort((a, b) => a - b),
      )
      for (const x of placed) assert.ok(x >= 1.5 && x <= 98.5)
    }),
  )
  const [first, middle, last] = laidOut(
    [-60, -30, 0].map((minutes) => ({ at: at(minutes), label: 'x' })),
    now,
  )
  assert.equal((first!.x + last!.x) / 2, middle!.x)
})

test('no two labels run into each other', () => {
  fc.assert(
    fc.property(points, (given) => {
      const drawn = laidOut(given, now).filter(({ row }) => row !== null)
      for (const one of drawn) {
        for (const other of drawn) {
          if (one === other || one.row !== other.row) continue
          const [left, right] = one.x <= other.x ? [one, other] : [other, one]
          const width = (placed: typeof one): number => (placed.point.label.length * 7.2 * 100) / 460
          const end = { start: width(left), middle: width(left) / 2, end: 0 }[left.anchor] + left.x
          const start = right.x - { start: 0, middle: width(right) / 2, end: width(right) }[right.anchor]
          assert.ok(end < start, `${left.point.label} and ${right.point.label}`)
        }
      }
    }),
  )
})

test('a past of hours beside a future of days is still a third of the line', () => {
  const placed = laidOut(
    [
      { at: at(-190), label: 'noticed' },
      { at: at(4300), label: '72 h' },
    ],
    now,
  )
  assert.deepEqual(
    placed.map(({ x, coming, anchor }) => ({ x, coming, anchor })),
    [
      { x: 1.5, coming: false, anchor: 'start' },
      { x: 98.5, coming: true, anchor: 'end' },
    ],
  )
})
