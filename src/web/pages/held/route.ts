import { seeing, showing, type Answer, type Route, type Visit } from '../../route.ts'
import { firstPage } from '../../way-in.ts'
import { heldPage } from './view.ts'

const audit = { kind: 'nothing', because: 'only what the visitor typed, not yet recorded' } as const

export const heldRoutes: readonly Route[] = [
  { method: 'GET', path: '/held', may: { kind: 'signed-in' }, audit, handle: show },
  { method: 'POST', path: '/held/drop', may: { kind: 'signed-in' }, audit, handle: drop },
]

async function show({ page, door, who }: Visit): Promise<Answer> {
  const held = await door.held(who.visitor)
  return held === undefined ? seeing(firstPage(who.visitor.from)) : showing(heldPage(page, held))
}

async function drop({ door, who }: Visit): Promise<Answer> {
  await door.drop()
  return seeing(firstPage(who.visitor.from))
}
