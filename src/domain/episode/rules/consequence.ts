import type { EntryType } from '../entries.ts'
import { episodeOf } from '../evolve.ts'
import { isOpen } from '../response.ts'
import { hasEnding } from './closing.ts'
import { recorded } from './recorded.ts'
import type { Rule } from './question.ts'

/** While a child is being looked for in one episode, everyone looks there: no other begins beside it, and none comes back
    to life by reopening, correcting or taking back. */
export const opensBesideAnother: Rule = (question) => {
  const { episode, circumstances, chronology } = question
  if (circumstances.openElsewhere === undefined || isOpen(episode)) return undefined
  return isOpen(episodeOf([...chronology, recorded(question)]))
    ? { kind: 'already-open', episode: circumstances.openElsewhere }
    : undefined
}

/** Nor behind a closed door: an episode whose ending is taken away is reopened first, so that someone holds the child. */
export const losesItsEnding: Rule = (question) => {
  const { episode, chronology } = question
  if (episode.response !== 'closed' || !hasEnding(episode)) return undefined
  const then = episodeOf([...chronology, recorded(question)])
  return then.response === 'closed' && !hasEnding(then) ? { kind: 'closed' } : undefined
}

/** Behind a closed door nobody looks for what is owed, so nothing comes to be owed there: it is reopened first. */
export const owesAgain: Rule = ({ entry, episode, circumstances }) =>
  episode.response === 'closed' && entry.type !== 'episode-reopened' && circumstances.owedAfter
    ? { kind: 'closed' }
    : undefined

/** What takes a reopening away closes the episode a second time: not while the child is not back,
    and not while something is owed that has no reason. */
export const closesAgain: Rule = (question) => {
  const { entry, episode, chronology, circumstances } = question
  if (!takesBack.has(entry.type) || episode.response === 'closed') return undefined
  const then = episodeOf([...chronology, recorded(question)])
  if (then.response !== 'closed') return undefined
  if (!hasEnding(then)) return { kind: 'not-returned' }
  const { stillOwed: duties } = circumstances
  return duties.length === 0 ? undefined : { kind: 'duties-open', duties }
}

const takesBack: ReadonlySet<EntryType> = new Set(['entry-corrected', 'recorded-in-error', 'acknowledged'])
