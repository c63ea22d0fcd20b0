import { fromLondon, parseLondonDate } from '../../src/kernel/london.ts'
import type { Moment } from '../../src/kernel/moment.ts'

/** '2026-03-28T22:40' on London's clocks. In the October hour that happens twice, say which. */
export function at(wall: string, which?: 'first' | 'second'): Moment {
  const date = parseLondonDate(wall.slice(0, 10))
  const typed = date === undefined ? undefined : fromLondon(date, wall.slice(11))
  if (typed?.kind === 'once') return typed.at
  if (typed?.kind === 'twice' && which !== undefined) return typed[which]
  throw new Error(`not one moment in London: ${wall}`)
}
