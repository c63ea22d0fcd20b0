import { showing, type Route } from '../../../route.ts'
import { withEpisode } from '../on-episode.ts'
import { progressPage } from './view.ts'

export const progressRoute: Route = {
  method: 'GET',
  path: '/episodes/:episode/report',
  may: { kind: 'may', command: 'raise-concern' },
  audit: { kind: 'look', what: 'episode, as a report' },
  handle: withEpisode(({ page, who }, shown) =>
    Promise.resolve(
      showing(
        progressPage({
          visit: page,
          shown,
          isPolice: who.author.organisationKind === 'police',
          post: who.post,
          directory: who.directory,
        }),
      ),
    ),
  ),
}
