import { once } from 'node:events'
import { createConnection, createServer, type AddressInfo, type Socket } from 'node:net'

export type Pooler = { readonly port: number; readonly stop: () => Promise<void> }

/**
 * A transaction pooler in front of a PostgreSQL that trusts everybody: a client has a server connection only while
 * it is in a transaction, and the one that was freed last is given out first, as the common ones do.
 */
export async function startPooler(socketPath: string): Promise<Pooler> {
  const idle = new Map<string, Upstream[]>()
  const open = new Set<Socket>()
  const borrow = async (startup: Buffer): Promise<Upstream> => {
    const spare = idle.get(startup.toString())?.pop()
    if (spare !== undefined) return spare
    const upstream = await connect(socketPath, startup)
    open.add(upstream.socket)
    return upstream
  }
  const giveBack = (startup: Buffer, upstream: Upstream) => {
    idle.set(startup.toString(), [...(idle.get(startup.toString()) ?? []), upstream])
  }
  const server = createServer((client) => {
    open.add(client)
    client.on('error', () => undefined)
    void attend(client, borrow, giveBack)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    stop: async () => {
      for (const socket of open) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

type Upstream = { readonly socket: Socket; readonly messages: AsyncGenerator<Message, void, undefined> }
type Message = { readonly type: string; readonly bytes: Buffer }

async function attend(
  client: Socket,
  borrow: (startup: Buffer) => Promise<Upstream>,
  giveBack: (startup: Buffer, upstream: Upstream) => void,
): Promise<void> {
  const reading = readMessages(client, true)
  const startup = (await reading.next()).value?.bytes
  if (startup === undefined) return
  client.write(Buffer.concat([message('R', Buffer.alloc(4)), message('Z', Buffer.from('I'))]))
  let held: Upstream | undefined
  for await (const { type, bytes } of reading) {
    if (type === 'X') break
    held ??= await borrow(startup)
    held.socket.write(bytes)
    // Query, Sync: the server answers these, and says at the end whether a transaction is open.
    if (type !== 'Q' && type !== 'S') continue
    if ((await relay(held, client)) !== 'I') continue
    giveBack(startup, held)
    held = undefined
  }
  held?.socket.destroy()
  client.end()
}

async function relay(upstream: Upstream, client: Socket): Promise<string> {
  for (;;) {
    const next = await upstream.messages.next()
    if (next.done === true) return 'gone'
    client.write(next.value.bytes)
    if (next.value.type === 'Z') return next.value.bytes.toString('latin1', 5)
  }
}

async function connect(socketPath: string, startup: Buffer): Promise<Upstream> {
  const socket = createConnection(socketPath)
  socket.on('error', () => undefined)
  socket.write(startup)
  const messages = readMessages(socket, false)
  for (let next = await messages.next(); next.done !== true && next.value.type !== 'Z';)
    next = await messages.next()
  return { socket, messages }
}

/** Cuts a stream into the protocol's messages; the first of a client has no type letter before its length. */
async function* readMessages(socket: Socket, fromClient: boolean): AsyncGenerator<Message, void, undefined> {
  let left = Buffer.alloc(0)
  let before = fromClient ? 0 : 1
  for await (const chunk of socket as AsyncIterable<Buffer>) {
    left = Buffer.concat([left, chunk])
    while (left.length >= before + 4 && left.length >= before + left.readInt32BE(before)) {
      const length = before + left.readInt32BE(before)
      yield { type: before === 0 ? '' : left.toString('latin1', 0, 1), bytes: left.subarray(0, length) }
      left = left.subarray(length)
      before = 1
    }
  }
}

function message(type: string, body: Buffer): Buffer {
  const head = Buffer.alloc(5)
  head.write(type, 'latin1')
  head.writeInt32BE(body.length + 4, 1)
  return Buffer.concat([head, body])
}
