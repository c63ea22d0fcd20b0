import assert from 'node:assert/strict'
import { test } from 'node:test'
import { frameOf, framesIn, type Frame } from './frames.ts'

const frames: readonly Frame[] = [
  { kind: 'said', value: { table: 'entry', of: ['a “name”', null] } },
  { kind: 'rows', bytes: Buffer.from('1\t\\N\n') },
  { kind: 'rows', bytes: Buffer.alloc(0) },
  { kind: 'said', value: [] },
]
const whole = Buffer.concat(frames.map(frameOf))

async function read(bytes: Buffer, step: number): Promise<readonly Frame[]> {
  const pieces = Array.from({ length: Math.ceil(bytes.length / step) }, (_, at) =>
    bytes.subarray(at * step, (at + 1) * step),
  )
  return Array.fromAsync(framesIn(toAsync(pieces)))
}

async function* toAsync(pieces: readonly Buffer[]): AsyncGenerator<Buffer> {
  for (const piece of pieces) yield await Promise.resolve(piece)
}

test('Frames come back the same wherever their stream is cut into pieces.', async () => {
  for (let step = 1; step <= whole.length; step++)
    assert.deepEqual(await read(whole, step), frames, `${step}`)
})

test('A stream that ends within a frame, or that is none, is refused.', async () => {
  await assert.rejects(read(whole.subarray(0, -1), 7), /ends within a frame/)
  await assert.rejects(read(Buffer.from('PGDMP and more'), 100), /ends within a frame|unknown kind/)
})
