import { entryOf } from '../../../../application/commands/begin-episode.ts'
import type { EpisodePage } from '../../../../application/queries/episode-page.ts'
import type { Author } from '../../../../domain/episode/entry.ts'
import { unreachable } from '../../../../kernel/unreachable.ts'
import type { FieldError } from '../../../components/errors.ts'
import { withFormId } from '../../../forms/form-id.ts'
import { seeing, showing, type Answer, type Route, type Visit } from '../../../route.ts'
import { askedAgain, firstAsked, refusedAt } from '../asked.ts'
import { overtakenNotice, send, usedError, withEpisode } from '../on-episode.ts'
import { readTold } from './form.ts'
import { noNeedToRingPage, ringPage } from './view.ts'

const path = '/episodes/:episode/report/ring'
const may = { kind: 'may', command: 'report-missing' } as const

export const ringRoutes: readonly Route[] = [
  {
    method: 'GET',
    path,
    may,
    audit: { kind: 'look', what: 'episode, to tell police' },
    handle: withFormId(withEpisode(ask)),
  },
  {
    method: 'POST',
    path,
    may,
    audit: { kind: 'entry', what: 'reported-missing' },
    handle: withEpisode(tell),
  },
]

function ask(visit: Visit, shown: EpisodePage): Promise<Answer> {
  const { reported, returned, voided } = shown.episode
  if (reported !== undefined || returned !== undefined || voided)
    return Promise.resolve(showing(noNeedToRingPage({ visit: visit.page, shown })))
  return Promise.resolve(
    showing(
      ringPage({
        ...callerOf(visit),
        shown,
        asked: firstAsked(visit.page.csrfToken, visit.query, visit.typed),
      }),
    ),
  )
}

async function tell(visit: Visit, shown: EpisodePage): Promise<Answer> {
  const { who, page, form } = visit
  const read = readTold(form, who.post, isPolice(who.author), page.now)
  if (read.kind === 'problems') return again(visit, shown, read.problems)
  const { police, at } = read.value
  const entry = entryOf(who.author, 'reported-missing', at, { police })
  const outcome = await send(visit, shown, [{ name: 'report-missing', entry }], read.value)
  switch (outcome.kind) {
    case 'done':
      return seeing(`/episodes/${outcome.episode}/report/together`)
    case 'refused':
      return again(visit, shown, refusedAt('at-time', outcome.refusal))
    case 'may-not':
      return { kind: 'may-not' }
    case 'overtaken': {
      if (shown.episode.reported !== undefined) return showing(noNeedToRingPage({ visit: page, shown }), 409)
      const asked = askedAgain(page.csrfToken, form, [])
      const status = overtakenNotice(outcome.since, page.now)
      return showing(ringPage({ ...callerOf(visit), shown, asked, status }), 409)
    }
    case 'command-taken':
      return again(visit, shown, [{ field: 'at-time', ...usedError }], 409)
    default:
      return unreachable(outcome)
  }
}

function again(
  visit: Visit,
  shown: EpisodePage,
  errors: readonly FieldError[],
  status: 400 | 409 = 400,
): Promise<Answer> {
  const asked = askedAgain(visit.page.csrfToken, visit.form, errors)
  return Promise.resolve(showing(ringPage({ ...callerOf(visit), shown, asked }), status))
}

function callerOf({ page, who }: Visit) {
  const { post, author } = who
  return {
    visit: page,
    from: isPolice(author) ? author.organisationName : (post.team ?? author.organisationName),
    isPolice: isPolice(author),
  }
}

function isPolice({ organisationKind }: Author): boolean {
  return organisationKind === 'police'
}
