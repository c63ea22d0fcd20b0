import { companionsOf } from '../../../../application/commands/away-together.ts'
import { childrenToReport } from '../../../../application/queries/children-to-report.ts'
import type { EpisodePage } from '../../../../application/queries/episode-page.ts'
import { showing, type Answer, type Route, type Visit } from '../../../route.ts'
import { firstName } from '../../../words/child.ts'
import { withEpisode } from '../on-episode.ts'
import { nextAfter } from '../questions/catalogue.ts'
import { togetherPage } from './view.ts'

export const togetherRoute: Route = {
  method: 'GET',
  path: '/episodes/:episode/report/together',
  may: { kind: 'may', command: 'raise-concern' },
  audit: { kind: 'look', what: 'episode, and the children of the home' },
  handle: withEpisode(ask),
}

async function ask({ app, who, page }: Visit, shown: EpisodePage): Promise<Answer> {
  const { here } = await childrenToReport(app, who.visitor, who.post, '')
  const companions = await companionsOf(app, who.visitor, shown.id)
  const away = new Set(companions.map(({ child }) => child))
  const linked = here.filter(({ card }) => away.has(card.child)).map(({ card }) => firstName(card))
  const candidates = here.filter(({ card, open }) => card.child !== shown.child && open === undefined)
  const next = nextAfter(shown)
  const list = `/episodes/${shown.id}/report`
  return showing(
    togetherPage({
      visit: page,
      shown,
      candidates,
      linked,
      next: next === undefined ? list : `${list}/${next.slug}`,
    }),
  )
}
