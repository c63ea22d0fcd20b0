import type { LooksAsked } from '../../../application/ports.ts'
import { whoLooked } from '../../../application/queries/who-looked.ts'
import { parseId } from '../../../kernel/ids.ts'
import { present, readFields } from '../../forms/fields.ts'
import { showing, type Answer, type Route, type Visit } from '../../route.ts'
import { dayFields, looksPage } from './view.ts'

export const looksRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/children/:child/looks',
    may: { kind: 'signed-in' },
    audit: { kind: 'look', what: 'who has looked' },
    handle: show,
  },
]

async function show({ app, who, params, query, page }: Visit): Promise<Answer> {
  const child = parseId<'child'>(params['child'] ?? '')
  if (child === undefined) return { kind: 'not-found' }
  const days = readFields(dayFields, query, page.now)
  const person = parseId<'person'>(query.text('person'))
  const asked: LooksAsked = {
    ...(days.kind === 'read' && present(days.value)),
    ...(person !== undefined && { person }),
  }
  const looked = await whoLooked(app, who.visitor, child, asked)
  // The same as for a child who is not there: whoever may not ask learns nothing.
  if (looked === undefined) return { kind: 'not-found' }
  const errors = days.kind === 'problems' ? days.problems : []
  const forTheChild = query.text('for') === 'child'
  return showing(
    looksPage({ visit: page, looked, query, errors, forTheChild }),
    errors.length > 0 ? 400 : 200,
  )
}
