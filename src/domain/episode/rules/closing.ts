import { isBlank, type Rule } from './question.ts'

/** Closed is for a child who is back, a child who has died, and an episode that never was. */
export const closesOnlyAfterReturn: Rule = ({ entry, episode }) =>
  entry.type === 'episode-closed' && !hasEnding(episode) ? { kind: 'not-returned' } : undefined

/** What is still owed is done, or it is written down why it may stay undone. */
export const dutiesOpen: Rule = ({ entry, circumstances }) => {
  if (entry.type !== 'episode-closed') return undefined
  const { leftOpen } = entry.body
  const reasonFor = (duty: string): string | undefined =>
    Object.hasOwn(leftOpen, duty) ? leftOpen[duty] : undefined
  const duties = circumstances.stillOwed.filter(
    ({ duty }) => isBlank(reasonFor(duty)) && isBlank(reasonFor(clauseOf(duty))),
  )
  return duties.length === 0 ? undefined : { kind: 'duties-open', duties }
}

export function hasEnding(episode: {
  readonly returned?: object
  readonly died: boolean
  readonly voided: boolean
}): boolean {
  return episode.returned !== undefined || episode.died || episode.voided
}

/** A duty that starts more than once has its clause before the slash: one reason may be for all of them. */
function clauseOf(duty: string): string {
  return duty.split('/')[0] ?? duty
}
