import { closeSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { CannotStart } from './trouble.ts'

/** The number that names the socket file; nothing listens on a network port of that number. */
export const socketPort = 5432

const longestPath = process.platform === 'linux' ? 107 : 103

export type SocketFolder = { readonly host: string; readonly close: () => void }

/**
 * The folder of a cluster's socket, as a database client's `host`.
 * The kernel takes 107 bytes of path and no more; a deeper folder is reached through an open handle on it,
 * whose path is short and cannot be swapped for another's. Such a host means nothing to another process.
 */
export function socketFolder(cluster: string): SocketFolder {
  const path = join(cluster, `.s.PGSQL.${socketPort}`)
  if (Buffer.byteLength(path) <= longestPath) return { host: cluster, close: () => undefined }
  if (process.platform !== 'linux') throw new CannotStart({ kind: 'folder-path-too-long', folder: cluster })
  const handle = openSync(cluster, 'r')
  return { host: `/proc/self/fd/${handle}`, close: () => closeSync(handle) }
}
