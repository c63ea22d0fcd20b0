import { handOverCode } from '../../../application/child-sign-in.ts'
import { besidePage, besideWhom } from '../../../application/queries/their-own.ts'
import { parseId } from '../../../kernel/ids.ts'
import { showing, type Answer, type Route, type Visit } from '../../route.ts'
import { childPage, listPage } from './view.ts'

const may = { kind: 'may-use', use: 'stand-beside' } as const

/** What an advocate sees: the children beside whom they stand, and of each what the child sees. */
export const besideRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/beside',
    may,
    audit: { kind: 'look', what: 'whose advocate they are' },
    handle: async ({ app, who, page }: Visit) => showing(listPage(page, await besideWhom(app, who.visitor))),
  },
  {
    method: 'GET',
    path: '/beside/:child',
    may,
    audit: { kind: 'look', what: 'beside the child' },
    handle: (visit: Visit) => beside(visit, false),
  },
  {
    method: 'POST',
    path: '/beside/:child/code',
    may,
    audit: { kind: 'look', what: 'beside the child' },
    handle: (visit: Visit) => beside(visit, true),
  },
]

/** The code is in the answer itself: an address that led to it would stand in a history. */
async function beside({ app, who, params, page, doors }: Visit, making: boolean): Promise<Answer> {
  const child = parseId<'child'>(params['child'] ?? '')
  const shown = child && (await besidePage(app, who.visitor, child))
  if (child === undefined || shown === undefined) return { kind: 'not-found' }
  if (!making || doors === undefined) return showing(childPage(page, child, shown))
  const code = await handOverCode(doors, who.visitor, child)
  return showing(childPage(page, child, shown, code ?? 'no way in'))
}
