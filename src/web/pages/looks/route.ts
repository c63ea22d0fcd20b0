import type { Files } from '../../../application/files.ts'
import type { LooksAsked } from '../../../application/looks-kept.ts'
import { searchLooks } from '../../../application/queries/search-looks.ts'
import { whoLooked } from '../../../application/queries/who-looked.ts'
import { parseId } from '../../../kernel/ids.ts'
import { addDays, londonDate } from '../../../kernel/london.ts'
import { exportFields } from '../../forms/export-fields.ts'
import type { Form } from '../../forms/form.ts'
import { present, readFields, type Values } from '../../forms/fields.ts'
import { showing, type Answer, type Route, type Visit } from '../../route.ts'
import { looksTable } from './export.ts'
import { searchFields, searchLooksPage } from './search-view.ts'
import { dayFields, looksPage } from './view.ts'

export const looksRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/children/:child/looks',
    may: { kind: 'signed-in' },
    audit: { kind: 'look', what: 'who has looked' },
    handle: (visit: Visit) => show(visit, visit.query),
  },
  {
    method: 'POST',
    path: '/children/:child/looks/export',
    may: { kind: 'signed-in' },
    confirms: true,
    audit: { kind: 'look', what: 'who has looked, exported' },
    handle: (visit: Visit) => show(visit, visit.form, visit.form),
  },
  {
    method: 'GET',
    path: '/looks',
    may: { kind: 'signed-in' },
    audit: { kind: 'look', what: 'search of looks, naming the children found' },
    handle: (visit: Visit) => search(visit, visit.query),
  },
  {
    method: 'POST',
    path: '/looks/export',
    may: { kind: 'signed-in' },
    confirms: true,
    audit: { kind: 'look', what: 'search of looks, exported, naming the children found' },
    handle: (visit: Visit) => search(visit, visit.form, visit.form),
  },
]

/** How many days are searched where nobody says. */
const daysSearched = 7

/** `query` is what is looked for; `form` what was sent to take it away as a file. */
async function search({ app, who, files, page }: Visit, query: Form, form?: Form): Promise<Answer> {
  const today = londonDate(page.now)
  const lately = { from: addDays(today, 1 - daysSearched), until: today }
  const read = readFields(searchFields, query, page.now)
  const sent = form && readFields(exportFields, form, page.now)
  // With a fault in the question the last days are shown, and everything that was typed.
  const { words, from, until }: Partial<Values<typeof searchFields>> = read.kind === 'read' ? read.value : {}
  const errors = read.kind === 'problems' ? read.problems : []
  const person = parseId<'person'>(query.text('person'))
  const span = { from: from ?? (until === undefined ? lately.from : until), until: until ?? today }
  const asked = { ...span, ...(words !== undefined && { words }), ...(person !== undefined && { person }) }
  const exporting = sent?.kind === 'read' && errors.length === 0 ? sent.value : undefined
  const found = await searchLooks(app, who.visitor, asked, exporting)
  if (exporting !== undefined) return tableOf(files, found.looks)
  const faults = sent?.kind === 'problems' ? sent.problems : []
  const shown = searchLooksPage({
    visit: page,
    found,
    span,
    query,
    errors,
    ...(form && { sent: { form, errors: faults } }),
  })
  return showing(shown, errors.length + faults.length > 0 ? 400 : 200)
}

async function show({ app, who, files, params, page }: Visit, query: Form, form?: Form): Promise<Answer> {
  const child = parseId<'child'>(params['child'] ?? '')
  if (child === undefined) return { kind: 'not-found' }
  const days = readFields(dayFields, query, page.now)
  const sent = form && readFields(exportFields, form, page.now)
  const person = parseId<'person'>(query.text('person'))
  const asked: LooksAsked = {
    ...(days.kind === 'read' && present(days.value)),
    ...(person !== undefined && { person }),
  }
  const errors = days.kind === 'problems' ? days.problems : []
  const exporting = sent?.kind === 'read' && errors.length === 0 ? sent.value : undefined
  const looked = await whoLooked(app, who.visitor, child, asked, exporting)
  // The same as for a child who is not there: whoever may not ask learns nothing.
  if (looked === undefined) return { kind: 'not-found' }
  if (exporting !== undefined) return tableOf(files, looked.looks)
  const forTheChild = query.text('for') === 'child'
  const faults = sent?.kind === 'problems' ? sent.problems : []
  const shown = looksPage({
    visit: page,
    looked,
    query,
    errors,
    forTheChild,
    ...(form && { sent: { form, errors: faults } }),
  })
  return showing(shown, errors.length + faults.length > 0 ? 400 : 200)
}

function tableOf(files: Files, looks: Parameters<typeof looksTable>[0]): Answer {
  return {
    kind: 'file',
    name: 'looks.csv',
    type: 'text/csv; charset=utf-8',
    body: files.table(looksTable(looks)),
  }
}
