import { mayFrom, type DeviceKind } from '../domain/access/device.ts'
import type { Route } from './route.ts'

/** What everybody needs who types on a device: to stay, to leave, and to send what was typed before. */
const own: ReadonlySet<string> = new Set([
  'GET /held',
  'POST /held/drop',
  'POST /lock',
  'POST /drafts/drop',
  'GET /you',
  'POST /you/stay',
])

/** What a night in a home asks to read. */
const ofTheHome: ReadonlySet<string> = new Set([
  'GET /board',
  'GET /duties',
  'GET /children/:child',
  'GET /children/:child/photographs/:photograph',
  'GET /episodes/:episode',
  'GET /episodes/:episode/duties/*',
])

/** Whether this page may be asked for from such a device, by whomever. What is for anyone is not asked about. The database
    holds to the same by itself: it shows a device less, and takes nothing from a wall. */
export function mayAskFrom(device: DeviceKind | undefined, { method, path, may }: Route): boolean {
  const asked = `${method} ${path}`
  switch (device) {
    case undefined:
      return true
    case 'wallboard':
      return asked === 'GET /board'
    case 'home':
      if (may.kind === 'may-register') return path === '/report/new-child'
      return may.kind === 'may' ? mayFrom(device, may.command) : own.has(asked) || ofTheHome.has(asked)
    case 'foster-carer':
      return may.kind === 'may' ? isReport(path) && mayFrom(device, may.command) : own.has(asked)
  }
}

/** Of those who are known here: a telephone registers nobody. */
function isReport(path: string): boolean {
  return path !== '/report/new-child' && /^\/report(?:$|\/)|^\/episodes\/:episode\/report(?:$|\/)/.test(path)
}
