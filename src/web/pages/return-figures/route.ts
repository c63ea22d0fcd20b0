import { daysCounted, returnFigures } from '../../../application/queries/return-figures.ts'
import { londonDate } from '../../../kernel/london.ts'
import { exportFields } from '../../forms/export-fields.ts'
import { readFields, type Values } from '../../forms/fields.ts'
import type { Form } from '../../forms/form.ts'
import { showing, type Answer, type Route, type Visit } from '../../route.ts'
import { askedFields } from './fields.ts'
import { returnsTable } from './table.ts'
import { returnFiguresPage } from './view.ts'

const path = '/return-figures'
const may = { kind: 'may-use', use: 'see-return-figures' } as const

export const returnFiguresRoutes: readonly Route[] = [
  {
    method: 'GET',
    path,
    may,
    audit: { kind: 'look', what: 'figures of returns, naming the children in them' },
    handle: (visit: Visit) => show(visit, visit.query),
  },
  {
    method: 'POST',
    path: `${path}/export`,
    may,
    confirms: true,
    audit: { kind: 'look', what: 'figures of returns, exported, naming the children in them' },
    handle: (visit: Visit) => show(visit, visit.form, visit.form),
  },
]

/** `query` is what is asked for; `form` what was sent to take it away as a file. A year where nobody says. */
async function show({ app, who, files, page }: Visit, query: Form, form?: Form): Promise<Answer> {
  const read = readFields(askedFields, query, page.now)
  const sent = form && readFields(exportFields, form, page.now)
  const { from, until, known, by }: Partial<Values<typeof askedFields>> =
    read.kind === 'read' ? read.value : {}
  const errors = read.kind === 'problems' ? read.problems : []
  const asked = daysCounted({ from, until, knownOn: known }, londonDate(page.now))
  const exporting = sent?.kind === 'read' && errors.length === 0 ? sent.value : undefined
  const found = await returnFigures(app, who.visitor, asked, exporting)
  if (exporting !== undefined) {
    const body = files.table(returnsTable(found, who.directory))
    return { kind: 'file', name: 'returns.csv', type: 'text/csv; charset=utf-8', body }
  }
  const faults = sent?.kind === 'problems' ? sent.problems : []
  const shown = returnFiguresPage({
    visit: page,
    directory: who.directory,
    found,
    asked,
    by: by ?? 'council',
    query,
    errors,
    ...(form && { sent: { form, errors: faults } }),
  })
  return showing(shown, errors.length + faults.length > 0 ? 400 : 200)
}
