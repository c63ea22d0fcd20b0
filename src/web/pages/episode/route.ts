import { appointmentOf } from '../../../application/queries/appointment.ts'
import { episodePage } from '../../../application/queries/episode-page.ts'
import { editionOf } from '../../../application/protocols.ts'
import { mayFrom } from '../../../domain/access/device.ts'
import { mayDo, mayUndo, mayUse } from '../../../domain/access/may.ts'
import { commands, type CommandName } from '../../../domain/episode/command.ts'
import { answersFor } from '../../../domain/protocol/rungs.ts'
import { parseId } from '../../../kernel/ids.ts'
import { parseMoment } from '../../../kernel/moment.ts'
import { seeing, showing, type Answer, type Route, type Visit } from '../../route.ts'
import { actsNow } from './acts-now.ts'
import { childWords } from './child-words.ts'
import { episodeView } from './view.ts'

export const episodeRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/episodes/:episode',
    may: { kind: 'signed-in' },
    audit: { kind: 'look', what: 'episode' },
    handle: show,
  },
  {
    method: 'GET',
    path: '/episodes/:episode/appointment.ics',
    may: { kind: 'signed-in' },
    audit: { kind: 'look', what: 'an appointment, for a calendar' },
    handle: appointment,
  },
]

async function appointment({ app, files, origin, params, who }: Visit): Promise<Answer> {
  const id = parseId<'episode'>(params['episode'] ?? '')
  const found = id === undefined ? undefined : await appointmentOf(app, who.visitor, id, origin)
  if (id === undefined || found === undefined) return { kind: 'not-found' }
  // Held meanwhile, by whoever followed an old page.
  if (found === 'none') return seeing(`/episodes/${id}`)
  const type = 'text/calendar; charset=utf-8'
  return { kind: 'file', name: 'appointment.ics', type, body: files.calendar(found) }
}

async function show(visit: Visit): Promise<Answer> {
  const { app, params, query, who } = visit
  const id = parseId<'episode'>(params['episode'] ?? '')
  const knownAt = parseMoment(query.text('as-known-at'))
  const page = id === undefined ? undefined : await episodePage(app, who.visitor, who.author, id, knownAt)
  if (page === undefined) return { kind: 'not-found' }
  const editions = (page.episode.raised?.body.editions ?? []).map((ref) => editionOf(app.protocols, ref))
  const child = childWords(page.record, page.at)
  const done = query.text('done')
  const held = page.asKnown ? undefined : await visit.drafts?.whole(`/episodes/${page.id}/interview`)
  return showing(
    episodeView({
      visit: visit.page,
      page,
      acts: actsNow(page, who.post, editions, child),
      person: who.author.person,
      mayOpenPack: mayUse(who.author, 'open-pack'),
      mayUndo: (type) =>
        mayDo(who.author, 'correct-entry') &&
        mayFrom(who.visitor.from, 'correct-entry') &&
        mayUndo(who.author, type),
      mayAcknowledge: (tell) =>
        !page.asKnown && mayDo(who.author, 'acknowledge') && answersFor(who.author.role, tell),
      ...(held && { interviewUntil: held.until }),
      ...(isCommand(done) && { done: commands[done] }),
    }),
  )
}

function isCommand(text: string): text is CommandName {
  return Object.hasOwn(commands, text)
}
