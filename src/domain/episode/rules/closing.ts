import { isBefore } from '../../../kernel/moment.ts'
import { earliestOf } from '../occurred.ts'
import { isBack } from '../response.ts'
import type { Episode } from '../state.ts'
import { isBlank, type Rule } from './question.ts'

/** Closed is for a child who is back, a child who has died, and an episode that never was; and not from a time on at which
    someone was still to be looked for. */
export const closesOnlyAfterReturn: Rule = ({ entry, episode }) => {
  if (entry.type !== 'episode-closed') return undefined
  const { returned, careReturned, located, voided } = episode
  const ending = returned ?? careReturned ?? located
  const isEarly = !voided && ending !== undefined && isBefore(entry.occurred.at, earliestOf(ending.occurred))
  return isEarly || !hasEnding(episode) ? { kind: 'not-returned' } : undefined
}

/** A reopening from before the closing would open nothing. One of an episode that is open was refused before. */
export const reopensAfterClosing: Rule = ({ entry, episode }) => {
  const since = episode.spans.at(-1)?.from
  return entry.type === 'episode-reopened' && since !== undefined && isBefore(entry.occurred.at, since)
    ? { kind: 'not-closed' }
    : undefined
}

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

export function hasEnding(episode: Pick<Episode, 'returned' | 'careReturned' | 'died' | 'voided'>): boolean {
  return isBack(episode) || episode.died || episode.voided
}

/** A duty that starts more than once has its clause before the slash: one reason may be for all of them. */
function clauseOf(duty: string): string {
  return duty.split('/')[0] ?? duty
}
