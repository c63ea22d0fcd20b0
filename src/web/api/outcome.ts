import type { Outcome } from '../../application/carry-out.ts'
import { episodePage } from '../../application/queries/episode-page.ts'
import type { EpisodeId } from '../../domain/episode/entry.ts'
import { unreachable } from '../../kernel/unreachable.ts'
import { etagOf } from './answers/episodes.ts'
import { problemReply, type Call, type Reply } from './operation.ts'
import { problem, refusalProblem } from './problem.ts'

type Undone = Exclude<Outcome, { kind: 'done' }>

/** Why a command was not carried out. What someone else wrote meanwhile is read again as this visitor may see it: what the
    lock saw is for nobody. */
export async function undoneReply(call: Call, episode: EpisodeId, outcome: Undone): Promise<Reply> {
  switch (outcome.kind) {
    case 'refused':
      return problemReply(refusalProblem(outcome.refusal))
    case 'may-not':
      return mayNot()
    case 'command-taken':
      return keyUsed()
    case 'overtaken':
      return overtaken(call, episode)
    default:
      return unreachable(outcome)
  }
}

export function mayNot(): Reply {
  return problemReply(problem('may-not', 'This is not for this post to do.'))
}

export function keyUsed(): Reply {
  const detail = 'Send it again under a new Idempotency-Key, if it is another request.'
  return problemReply(problem('key-used', detail))
}

async function overtaken(call: Call, episode: EpisodeId): Promise<Reply> {
  const { app, who, shown = 0 } = call
  const page = await episodePage(app, who.visitor, who.author, episode)
  const since = page?.chronology.filter(({ sequence }) => sequence > shown) ?? []
  const detail =
    'What was written since is in `since`. Read it, decide again, and send that under the new ETag and a new key.'
  return problemReply(problem('overtaken', detail, { since }), page && etagOf(page.shown))
}
