import { once } from 'node:events'
import { createServer } from 'node:net'
import { CannotStart } from './trouble.ts'

/** Refuses an address that the web pages could not be served on, before the slower work begins. Port 0 is any. */
export async function refuseTakenPort(host: string, port: number): Promise<void> {
  const probe = createServer()
  try {
    probe.listen({ host, port, exclusive: true })
    await once(probe, 'listening')
  } catch (error) {
    throw listenTrouble(error, host, port) ?? error
  }
  probe.close()
  await once(probe, 'close')
}

/** Reads why listening failed from its error code; undefined when it is something else. */
export function listenTrouble(error: unknown, host: string, port: number): CannotStart | undefined {
  switch ((error as NodeJS.ErrnoException).code ?? '') {
    case 'EADDRINUSE':
      return new CannotStart({ kind: 'port-taken', host, port }, error)
    case 'EACCES':
      return new CannotStart({ kind: 'port-forbidden', port }, error)
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new CannotStart({ kind: 'host-not-here', host }, error)
    default:
      return undefined
  }
}
