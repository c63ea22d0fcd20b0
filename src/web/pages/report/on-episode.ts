import { carryOut, type Outcome } from '../../../application/carry-out.ts'
import { requestHash } from '../../../application/ids.ts'
import { episodePage, type EpisodePage } from '../../../application/queries/episode-page.ts'
import type { EpisodeCommand } from '../../../domain/episode/command.ts'
import type { Chronology } from '../../../domain/episode/entries.ts'
import { entryInWords } from '../../../domain/episode/words.ts'
import { parseId } from '../../../kernel/ids.ts'
import type { Moment } from '../../../kernel/moment.ts'
import { notice } from '../../components/notice.ts'
import { whenWords } from '../../components/time.ts'
import { html, type Html } from '../../html.ts'
import type { Answer, Visit } from '../../route.ts'
import { commandOf } from './asked.ts'

type Handle = (visit: Visit, shown: EpisodePage) => Promise<Answer>

/** A page about one episode, or nothing where the visitor may not see it. */
export function withEpisode(handle: Handle): (visit: Visit) => Promise<Answer> {
  return async (visit) => {
    const id = parseId<'episode'>(visit.params['episode'] ?? '')
    const shown = id && (await episodePage(visit.app, visit.who.visitor, visit.who.author, id))
    return shown === undefined ? { kind: 'not-found' } : handle(visit, shown)
  }
}

/** Carries out what a form asked of this episode. `read` is what was read from it: the same form sent twice is one
    request, another under the same id is refused. */
export function send(
  visit: Visit,
  { id, child }: Pick<EpisodePage, 'id' | 'child'>,
  commands: readonly EpisodeCommand[],
  read: unknown,
): Promise<Outcome> {
  const { app, who, form } = visit
  const shown = Number(form.text('shown'))
  return carryOut(app, {
    visitor: who.visitor,
    author: who.author,
    child,
    episode: id,
    key: { id: commandOf(form), requestHash: requestHash({ episode: id, read }) },
    ...(Number.isInteger(shown) && { shown }),
    levels: [],
    commands,
  })
}

/** What others wrote while this page stood open. */
export function overtakenNotice(since: Chronology, now: Moment): Html {
  return notice({
    kind: 'overtaken',
    title: 'Something was added while you were here. What you typed is still below',
    body: html`<ul class="govuk-list govuk-list--bullet">
        ${since.map(
          ({ type, by, recorded }) =>
            html`<li>${by.name}: ${entryInWords(type)}, saved ${whenWords(recorded, now)}</li>`,
        )}
      </ul>
      <p>Look at it. If what you typed is still right, press the button again.</p>`,
  })
}

/** The form's id was used by another request: nothing was saved by this one. */
export const usedError = {
  message:
    'This page was sent before with other words, and those were saved. Open it again to say something else',
}
