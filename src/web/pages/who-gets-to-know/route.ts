import { episodePage } from '../../../application/queries/episode-page.ts'
import { mayFrom } from '../../../domain/access/device.ts'
import { mayDo } from '../../../domain/access/may.ts'
import { parseId } from '../../../kernel/ids.ts'
import { showing, type Answer, type Route, type Visit } from '../../route.ts'
import { childWords } from '../episode/child-words.ts'
import { whoGetsToKnowPage } from './view.ts'

/** Of every interview of an episode: who was given a part of it, who was not, and of whom nothing is decided. */
export const whoGetsToKnowRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/episodes/:episode/who-gets-to-know',
    may: { kind: 'signed-in' },
    audit: { kind: 'look', what: 'episode, who gets to know what was said' },
    handle: show,
  },
]

async function show({ app, who, page, params }: Visit): Promise<Answer> {
  const id = parseId<'episode'>(params['episode'] ?? '')
  const found = id && (await episodePage(app, who.visitor, who.author, id))
  if (found === undefined) return { kind: 'not-found' }
  return showing(
    whoGetsToKnowPage({
      visit: page,
      child: childWords(found.record, found.at),
      episode: found.id,
      chronology: found.chronology,
      may: (command) => mayDo(who.author, command) && mayFrom(who.visitor.from, command),
    }),
  )
}
