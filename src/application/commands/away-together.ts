import { effective } from '../../domain/episode/effective.ts'
import type { Chronology } from '../../domain/episode/entries.ts'
import type { Author, ChildId, EpisodeId, Occurred } from '../../domain/episode/entry.ts'
import type { EpisodeCommand } from '../../domain/episode/command.ts'
import { carryOut, type Application, type Outcome } from '../carry-out.ts'
import { idFrom, requestHash } from '../ids.ts'
import type { Visitor } from '../ports.ts'
import { entryOf } from './begin-episode.ts'

/** Questions whose answer is about the night and not about one child: asked once, kept with each. */
export const sharedQuestions: ReadonlySet<string> = new Set(['circumstances'])

/** An episode of another child who is away with this one, as far as the visitor may see it. */
export interface Companion {
  readonly episode: EpisodeId
  readonly child: ChildId
  readonly chronology: Chronology
}

/** Everyone who is away together with the child of this episode: those it is linked to, and those they are linked to. */
export async function companionsOf(
  app: Application,
  visitor: Visitor,
  episode: EpisodeId,
): Promise<readonly Companion[]> {
  return app.store.read(visitor, async (session) => {
    const found = new Map<EpisodeId, Companion>()
    const toVisit: EpisodeId[] = [episode]
    for (let next = toVisit.pop(); next !== undefined; next = toVisit.pop()) {
      if (found.has(next)) continue
      const read = await session.chronology(next)
      if (read === undefined) continue
      found.set(next, { episode: next, ...read })
      toVisit.push(...linkedTogether(read.chronology))
    }
    await session.look({
      what: 'episodes of children away together',
      children: [...found.values()].map(({ child }) => child),
    })
    return [...found.values()].filter((companion) => companion.episode !== episode)
  })
}

/** A new episode was begun for a child who is away with others: their episodes are linked to it, and it gets the answers
    that were given once for all of them. A retry of the same command writes nothing twice. */
export async function joinTogether(
  app: Application,
  visitor: Visitor,
  author: Author,
  commandId: string,
  begun: { readonly child: ChildId; readonly episode: EpisodeId; readonly noticed: Occurred },
  others: readonly Companion[],
): Promise<readonly Outcome[]> {
  const shared = others
    .map(({ chronology }) => sharedAnswers(author, chronology))
    .find(({ length }) => length > 0)
  const outcomes: Outcome[] = []
  const write = async (child: ChildId, episode: EpisodeId, commands: readonly EpisodeCommand[]) => {
    const key = {
      id: idFrom('together', commandId, episode),
      requestHash: requestHash({ begun: begun.episode, episode }),
    }
    outcomes.push(await carryOut(app, { visitor, author, child, episode, key, levels: [], commands }))
  }
  if (shared !== undefined) await write(begun.child, begun.episode, shared)
  for (const { child, episode, chronology } of others) {
    if (linkedTogether(chronology).includes(begun.episode)) continue
    const link = entryOf(author, 'episode-linked', begun.noticed, { to: begun.episode, as: 'together' })
    await write(child, episode, [{ name: 'link-episode', entry: link }])
  }
  return outcomes
}

function linkedTogether(chronology: Chronology): readonly EpisodeId[] {
  return effective(chronology).flatMap((entry) =>
    entry.type === 'episode-linked' && entry.body.as === 'together' ? [entry.body.to] : [],
  )
}

/** The last answer to each shared question, written again as this author's, with the time at which it was true. */
function sharedAnswers(author: Author, chronology: Chronology): readonly EpisodeCommand[] {
  const last = new Map<string, EpisodeCommand>()
  for (const entry of effective(chronology)) {
    if (entry.type !== 'answered' || !sharedQuestions.has(entry.body.question)) continue
    const { question, text } = entry.body
    const answer = entryOf(author, 'answered', entry.occurred, { question, text })
    last.set(question, { name: 'answer', entry: answer })
  }
  return [...last.values()]
}
