import { freezePack } from '../../../application/commands/freeze-pack.ts'
import { newId } from '../../../application/ids.ts'
import { packPaper } from '../../../application/pack/pack-paper.ts'
import {
  frozenPack,
  packForTheSafe,
  packOfEpisode,
  type PackPage,
} from '../../../application/queries/pack.ts'
import { mayRegister } from '../../../domain/access/may.ts'
import { londonDate } from '../../../kernel/london.ts'
import { parseId } from '../../../kernel/ids.ts'
import { seeing, showing, type Answer, type Route, type Visit } from '../../route.ts'
import { packPage } from './view.ts'

const may = { kind: 'may-use', use: 'open-pack' } as const
const look = { kind: 'look', what: 'police pack' } as const

export const packRoutes: readonly Route[] = [
  { method: 'GET', path: '/episodes/:episode/pack', may, audit: look, handle: show },
  {
    method: 'POST',
    path: '/episodes/:episode/pack',
    may,
    audit: { kind: 'entry', what: 'pack-frozen' },
    handle: freeze,
  },
  { method: 'GET', path: '/episodes/:episode/pack/paper', may, audit: look, handle: paper },
  {
    method: 'GET',
    path: '/episodes/:episode/pack/frozen/:pack',
    may,
    audit: { kind: 'look', what: 'frozen police pack' },
    handle: opened,
  },
  {
    method: 'GET',
    path: '/children/:child/grab-pack',
    may: { kind: 'may-use', use: 'print-grab-pack' },
    audit: { kind: 'look', what: 'grab pack' },
    handle: forTheSafe,
  },
]

async function show(visit: Visit): Promise<Answer> {
  const shown = await packHere(visit)
  if (shown === undefined) return { kind: 'not-found' }
  const mayFreeze = mayRegister(visit.who.author, 'pack-frozen')
  const person = { mayFreeze, frozen: visit.query.has('kept'), command: newId<'command'>() }
  return showing(packPage(visit.page, shown, person))
}

async function freeze(visit: Visit): Promise<Answer> {
  const { app, who, form, files, params } = visit
  const { visitor, author } = who
  const occasion = parseId<'command'>(form.text('command'))
  if (occasion === undefined) return noPress(visit)
  const episode = parseId<'episode'>(params['episode'] ?? '')
  const outcome = episode && (await freezePack(app, files, { visitor, author, episode, occasion }))
  if (outcome === undefined || outcome.kind === 'not-found') return { kind: 'not-found' }
  if (outcome.kind === 'may-not') return { kind: 'may-not' }
  return seeing(`/episodes/${episode}/pack${outcome.kind === 'done' ? '?kept=1' : ''}`)
}

/** A page that was tampered with: it cannot be a press of its button. */
async function noPress(visit: Visit): Promise<Answer> {
  const shown = await packHere(visit)
  if (shown === undefined) return { kind: 'not-found' }
  const mayFreeze = mayRegister(visit.who.author, 'pack-frozen')
  const person = { mayFreeze, frozen: false, command: newId<'command'>(), isNoPress: true } as const
  return showing(packPage(visit.page, shown, person), 400)
}

async function paper(visit: Visit): Promise<Answer> {
  const shown = await packHere(visit)
  return shown === undefined ? { kind: 'not-found' } : onPaper(visit, shown, 'police-pack')
}

async function forTheSafe(visit: Visit): Promise<Answer> {
  const child = parseId<'child'>(visit.params['child'] ?? '')
  const shown = child && (await packForTheSafe(visit.app, visit.who.visitor, child))
  return shown === undefined ? { kind: 'not-found' } : onPaper(visit, shown, 'grab-pack')
}

async function onPaper(
  { files }: Visit,
  { pack, picture, fresh, now }: PackPage,
  name: string,
): Promise<Answer> {
  const body = await files.paper(packPaper(pack, picture, fresh))
  return { kind: 'file', name: `${name}-${londonDate(now)}.pdf`, type: 'application/pdf', body }
}

async function opened({ app, who, params }: Visit): Promise<Answer> {
  const episode = parseId<'episode'>(params['episode'] ?? '')
  const entry = parseId<'entry'>(params['pack'] ?? '')
  const body = episode && entry && (await frozenPack(app, who.visitor, episode, entry))
  return body === undefined
    ? { kind: 'not-found' }
    : { kind: 'file', name: 'police-pack.pdf', type: 'application/pdf', body }
}

async function packHere({ app, who, params }: Visit): Promise<PackPage | undefined> {
  const episode = parseId<'episode'>(params['episode'] ?? '')
  return episode && packOfEpisode(app, who.visitor, who.author, episode)
}
