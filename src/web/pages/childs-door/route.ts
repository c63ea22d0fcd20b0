import { handOverCode } from '../../../application/child-sign-in.ts'
import { childsMessages, type ChildsMessages } from '../../../application/queries/childs-messages.ts'
import { mayRegister } from '../../../domain/access/may.ts'
import { parseId } from '../../../kernel/ids.ts'
import { showing, type Answer, type Route, type Visit } from '../../route.ts'
import { codePage, messagesPage } from './view.ts'

const giving = { kind: 'may-register', entry: 'child-access-given' } as const

export const childsDoorRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/children/:child/code',
    may: giving,
    audit: { kind: 'look', what: 'child' },
    handle: (visit: Visit) => code(visit, false),
  },
  {
    method: 'POST',
    path: '/children/:child/code',
    may: giving,
    audit: { kind: 'look', what: 'child' },
    handle: (visit: Visit) => code(visit, true),
  },
  {
    method: 'GET',
    path: '/children/:child/messages',
    may: { kind: 'may-register', entry: 'child-answered' },
    audit: { kind: 'look', what: 'childs messages' },
    handle: messages,
  },
]

/** The code is in the answer itself: an address that led to it would stand in a history. A second press makes another. */
async function code(visit: Visit, making: boolean): Promise<Answer> {
  const shown = await shownTo(visit)
  const { doors, who, page } = visit
  if (shown === undefined || doors === undefined) return { kind: 'not-found' }
  const made = making ? await handOverCode(doors, who.visitor, shown.child) : undefined
  const standing = (await doors.standing(who.visitor, shown.child)) ?? {}
  return showing(codePage(page, shown, standing, made))
}

async function messages(visit: Visit): Promise<Answer> {
  const shown = await shownTo(visit)
  if (shown === undefined) return { kind: 'not-found' }
  return showing(messagesPage(visit.page, shown, mayRegister(visit.who.author, 'child-answered')))
}

async function shownTo({ app, who, params }: Visit): Promise<ChildsMessages | undefined> {
  const child = parseId<'child'>(params['child'] ?? '')
  return child === undefined ? undefined : childsMessages(app, who.visitor, child)
}
