/** What a backup is made of before it is compressed: things that are said, as JSON, and rows as PostgreSQL copies them. */
export type Frame =
  { readonly kind: 'said'; readonly value: unknown } | { readonly kind: 'rows'; readonly bytes: Buffer }

const letters = { said: 0x53, rows: 0x52 }
const headSize = 5

/** One letter, the length of what follows in four bytes, and what follows. */
export function frameOf(frame: Frame): Buffer {
  const body = frame.kind === 'rows' ? frame.bytes : Buffer.from(JSON.stringify(frame.value))
  const head = Buffer.alloc(headSize)
  head.writeUInt8(letters[frame.kind], 0)
  head.writeUInt32BE(body.length, 1)
  return Buffer.concat([head, body])
}

/** The frames of a stream that is cut anywhere. Throws for bytes that are no frames. */
export async function* framesIn(plain: AsyncIterable<Buffer>): AsyncGenerator<Frame> {
  let waiting = Buffer.alloc(0)
  for await (const bytes of plain) {
    waiting = Buffer.concat([waiting, bytes])
    for (;;) {
      const size = waiting.length < headSize ? Infinity : headSize + waiting.readUInt32BE(1)
      if (waiting.length < size) break
      yield frameIn(waiting.readUInt8(0), waiting.subarray(headSize, size))
      waiting = waiting.subarray(size)
    }
  }
  if (waiting.length > 0) throw new Error('A backup ends within a frame')
}

function frameIn(letter: number, body: Buffer): Frame {
  if (letter === letters.rows) return { kind: 'rows', bytes: Buffer.from(body) }
  if (letter === letters.said) return { kind: 'said', value: JSON.parse(body.toString()) as unknown }
  throw new Error(`A backup has a frame of an unknown kind: ${letter}`)
}
