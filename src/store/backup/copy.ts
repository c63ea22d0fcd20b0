import { once } from 'node:events'
import type { Socket } from 'node:net'
import { Readable } from 'node:stream'
import type { ClientBase, Submittable } from 'pg'

/** The driver speaks COPY and has no door to it: a statement of our own is put in its queue and told of each message. */
interface Wire {
  readonly stream: Socket
  readonly query: (text: string) => void
  readonly sendCopyFromChunk: (chunk: Buffer) => void
  readonly endCopyFrom: () => void
}

type Handlers = Submittable & {
  readonly handleCopyInResponse?: (wire: Wire) => void
  readonly handleCopyData?: (message: { readonly chunk: Buffer }) => void
  readonly handleCommandComplete: (message: { readonly text: string }) => void
  readonly handleReadyForQuery: () => void
  readonly handleError: (error: Error) => void
}

/** What COPY … TO STDOUT says, in pieces of any size. No faster than it is read. */
export async function* copyOut(client: ClientBase, statement: string): AsyncGenerator<Buffer> {
  let wire: Wire | undefined
  const rows = new Readable({ highWaterMark: 256 * 1024, read: () => wire?.stream.resume() })
  const handlers: Handlers = {
    submit: (connection) => {
      wire = connection as unknown as Wire
      wire.query(statement)
    },
    handleCopyData: ({ chunk }) => {
      // The driver's buffer is used again for what comes next.
      if (!rows.push(Buffer.from(chunk))) wire?.stream.pause()
    },
    handleCommandComplete: () => undefined,
    handleReadyForQuery: () => rows.push(null),
    handleError: (error) => rows.destroy(error),
  }
  client.query(handlers)
  try {
    yield* gathered(rows)
  } finally {
    wire?.stream.resume()
  }
}

const gatheredSize = 64 * 1024

/** A message for each row is too many to handle one by one. */
async function* gathered(rows: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let [some, size]: [Buffer[], number] = [[], 0]
  for await (const row of rows) {
    some.push(row)
    size += row.length
    if (size < gatheredSize) continue
    yield Buffer.concat(some)
    ;[some, size] = [[], 0]
  }
  if (size > 0) yield Buffer.concat(some)
}

/** A COPY … FROM STDIN under way. After a throw its connection is of no more use. */
export interface CopyIn {
  readonly send: (rows: Buffer) => Promise<void>
  /** Ends it, and says how many rows there were. */
  readonly end: () => Promise<number>
}

export async function copyIn(client: ClientBase, statement: string): Promise<CopyIn> {
  let rows = 0
  const begun = Promise.withResolvers<Wire>()
  const ended = Promise.withResolvers<undefined>()
  // Both are asked for later, if at all.
  for (const { promise } of [begun, ended]) promise.catch(() => undefined)
  const handlers: Handlers = {
    submit: (connection) => (connection as unknown as Wire).query(statement),
    handleCopyInResponse: (wire) => begun.resolve(wire),
    handleCommandComplete: ({ text }) => (rows = Number(/^COPY (\d+)$/.exec(text)?.[1])),
    handleReadyForQuery: () => ended.resolve(undefined),
    handleError: (error) => {
      begun.reject(error)
      ended.reject(error)
    },
  }
  client.query(handlers)
  const wire = await begun.promise
  return {
    send: async (bytes) => {
      wire.sendCopyFromChunk(bytes)
      if (wire.stream.writableNeedDrain) await Promise.race([once(wire.stream, 'drain'), ended.promise])
    },
    end: async () => {
      wire.endCopyFrom()
      await ended.promise
      return rows
    },
  }
}
