import type { LooksAsked } from '../../../application/ports.ts'
import { searchLooks } from '../../../application/queries/search-looks.ts'
import { whoLooked } from '../../../application/queries/who-looked.ts'
import { parseId } from '../../../kernel/ids.ts'
import { addDays, londonDate } from '../../../kernel/london.ts'
import { present, readFields, type Values } from '../../forms/fields.ts'
import { showing, type Answer, type Route, type Visit } from '../../route.ts'
import { searchFields, searchLooksPage } from './search-view.ts'
import { dayFields, looksPage } from './view.ts'

export const looksRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/children/:child/looks',
    may: { kind: 'signed-in' },
    audit: { kind: 'look', what: 'who has looked' },
    handle: show,
  },
  {
    method: 'GET',
    path: '/looks',
    may: { kind: 'signed-in' },
    audit: { kind: 'look', what: 'search of looks, naming the children found' },
    handle: search,
  },
]

/** How many days are searched where nobody says. */
const daysSearched = 7

async function search({ app, who, query, page }: Visit): Promise<Answer> {
  const today = londonDate(page.now)
  const lately = { from: addDays(today, 1 - daysSearched), until: today }
  const read = readFields(searchFields, query, page.now)
  // With a fault in the question the last days are shown, and everything that was typed.
  const { words, from, until }: Partial<Values<typeof searchFields>> = read.kind === 'read' ? read.value : {}
  const errors = read.kind === 'problems' ? read.problems : []
  const person = parseId<'person'>(query.text('person'))
  const span = { from: from ?? (until === undefined ? lately.from : until), until: until ?? today }
  const asked = { ...span, ...(words !== undefined && { words }), ...(person !== undefined && { person }) }
  const found = await searchLooks(app, who.visitor, asked)
  return showing(searchLooksPage({ visit: page, found, span, query, errors }), errors.length > 0 ? 400 : 200)
}

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
