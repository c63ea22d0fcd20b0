import { soWhat, type SoWhatOf } from '../../../application/queries/so-what.ts'
import { mayDo } from '../../../domain/access/may.ts'
import { commands } from '../../../domain/episode/command.ts'
import { mayAnswer } from '../../../domain/episode/rules/kept-by-police.ts'
import { parseId } from '../../../kernel/ids.ts'
import { showing, type Answer, type AuditLine, type Route, type Visit } from '../../route.ts'
import type { May } from './finding-item.ts'
import { soWhatPage } from './view.ts'

const may = { kind: 'signed-in' } as const
const audit: AuditLine = { kind: 'look', what: 'so what, naming the children of whom something was learned' }

export const soWhatRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/so-what',
    may,
    audit,
    handle: (visit: Visit) => show(visit, { kind: 'everything' }),
  },
  {
    method: 'GET',
    path: '/children/:child/so-what',
    may,
    audit,
    handle: (visit: Visit) => {
      const child = parseId<'child'>(visit.params['child'] ?? '')
      return show(visit, child && { kind: 'child', child })
    },
  },
  {
    method: 'GET',
    path: '/episodes/:episode/so-what',
    may,
    audit,
    handle: (visit: Visit) => {
      const episode = parseId<'episode'>(visit.params['episode'] ?? '')
      return show(visit, episode && { kind: 'episode', episode })
    },
  },
]

async function show({ app, who, page }: Visit, of: SoWhatOf | undefined): Promise<Answer> {
  const found = of && (await soWhat(app, who.visitor, of))
  if (found === undefined) return { kind: 'not-found' }
  const may: May = (command, { body }) =>
    mayDo(who.author, command) && mayAnswer(who.author.role, commands[command], body.owner)
  return showing(soWhatPage(page, found, may))
}
