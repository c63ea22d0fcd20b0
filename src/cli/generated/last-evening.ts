import type { Asked } from './asked.ts'

/** What somebody is in the middle of on the last evening: each state in which an episode can be found. */
export const eveningStates = [
  'concern',
  'searching',
  'reported',
  'graded',
  'returned',
  'closed',
  'error',
] as const
export type EveningState = (typeof eveningStates)[number]

/** Fewer children cannot show every state. */
export const fewestChildren = 10

/** The first children show a state each; in a large partnership one in a hundred more is away that evening too. */
export function eveningOf({ children }: Asked, index: number): EveningState | undefined {
  const first = eveningStates[index]
  if (first !== undefined) return first
  const open = eveningStates.slice(1, 5)
  return index < eveningStates.length + Math.floor(children / 100) ? open[index % open.length] : undefined
}
