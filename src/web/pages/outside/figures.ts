import type { Figure } from '../../../application/outside.ts'
import { figures, revealName, type Figures } from '../../../application/queries/outside.ts'
import { parseId } from '../../../kernel/ids.ts'
import type { FieldError } from '../../components/errors.ts'
import { emptyState, notice } from '../../components/notice.ts'
import { whenWords } from '../../components/time.ts'
import { emptyForm, type Form } from '../../forms/form.ts'
import { pick } from '../../forms/fields-choice.ts'
import { exportFields, exportForm } from '../../forms/export-fields.ts'
import { longText } from '../../forms/fields-text.ts'
import { readFields, showFields } from '../../forms/fields.ts'
import { govuk } from '../../components/official.ts'
import { html, type Html } from '../../html.ts'
import { page } from '../../layout/page.ts'
import type { PageVisit } from '../../layout/visit.ts'
import { showing, type Answer, type Route, type Visit } from '../../route.ts'

const path = '/figures'
const may = { kind: 'may-use', use: 'see-figures' } as const

export const figuresRoutes: readonly Route[] = [
  {
    method: 'GET',
    path,
    may,
    audit: { kind: 'look', what: 'figures, naming the children in them' },
    handle: async ({ app, who, page: visit }: Visit) =>
      showing(figuresPage(visit, await figures(app, who.visitor), nothingSent)),
  },
  {
    method: 'POST',
    path,
    may,
    audit: { kind: 'look', what: 'name revealed' },
    handle: reveal,
  },
  {
    method: 'POST',
    path: `${path}/export`,
    may,
    confirms: true,
    audit: { kind: 'look', what: 'figures, exported, naming the children in them' },
    handle: exported,
  },
]

interface Sent {
  readonly form: Form
  readonly errors: readonly FieldError[]
  /** What was sent for an export. */
  readonly exporting?: Pick<Sent, 'form' | 'errors'>
  /** For this one page. */
  readonly name?: string
}

const nothingSent = { form: emptyForm, errors: [] } as const

async function exported({ app, who, files, form, page: visit }: Visit): Promise<Answer> {
  const asked = readFields(exportFields, form, visit.now)
  if (asked.kind === 'problems') {
    const exporting = { form, errors: asked.problems }
    return showing(figuresPage(visit, await figures(app, who.visitor), { ...nothingSent, exporting }), 400)
  }
  const { rows } = await figures(app, who.visitor, asked.value)
  const body = files.table({ columns: figuresColumns, rows: rows.map(figureCells) })
  return { kind: 'file', name: 'figures.csv', type: 'text/csv; charset=utf-8', body }
}

const figuresColumns = ['Episode', 'Age at the beginning', 'Stage', 'From', 'Back', 'Risk']

/** Without the first letter of the name too: a file goes further than a page. */
function figureCells({ age, response, from, returnedAt, risk, episode }: Figure) {
  return [episode.slice(0, 8), age, response, from, returnedAt, risk]
}

function fieldsFor(rows: readonly Figure[], now: string) {
  return {
    child: pick({
      label: 'Whose name?',
      options: rows.map((row) => ({ value: row.episode, text: inWords(row, now) })),
      missing: 'Choose whose name',
    }),
    reason: longText({
      label: 'What do you need the name for?',
      missing: 'Enter what you need the name for',
    }),
  }
}

async function reveal({ app, who, form, page: visit }: Visit): Promise<Answer> {
  const all = await figures(app, who.visitor)
  const found = readFields(fieldsFor(all.rows, all.now), form, visit.now)
  if (found.kind === 'problems')
    return showing(figuresPage(visit, all, { form, errors: found.problems }), 400)
  const episode = parseId<'episode'>(found.value.child)
  const row = all.rows.find((one) => one.episode === episode)
  const name = row && (await revealName(app, who.visitor, row.child, found.value.reason))
  if (row === undefined || typeof name !== 'string') return { kind: 'not-found' }
  const revealed = `${name}: ${inWords(row, all.now)}`
  return showing(figuresPage(visit, all, { ...nothingSent, name: revealed }))
}

function figuresPage(
  visit: PageVisit,
  { now, rows }: Figures,
  { form, errors, name, exporting = nothingSent }: Sent,
): Html {
  const title = 'Figures without names'
  const main = html`<h1 class="govuk-heading-l">${title}</h1>
    ${
      rows.length === 0
        ? emptyState({ title: 'There is no episode to count' })
        : html`<ul class="govuk-list govuk-list--spaced">
              ${rows.map((row) => html`<li>${inWords(row, now)}</li>`)}
            </ul>
            <h2 class="wa-heading">Reveal one name</h2>
            <p class="govuk-body">
              It is shown on one page, and kept with your reason for whoever reviews it.
            </p>
            <form class="wa-measure" method="post" action="${path}" novalidate>
              <input type="hidden" name="_csrf" value="${visit.csrfToken}" />
              ${showFields(fieldsFor(rows, now), { form, errors, now: visit.now })}
              ${govuk('button', { text: 'Reveal the name', preventDoubleClick: true })}
            </form>
            <h2 class="wa-heading">Take the figures away as a table</h2>
            <p class="govuk-body">A file (CSV) with these episodes, without names and first letters.</p>
            ${exportForm({ visit, action: `${path}/export`, asking: { ...exporting, now: visit.now }, button: 'Save the table' })}`
    }`
  const status =
    name === undefined
      ? undefined
      : notice({ kind: 'plain', title: name, body: html`<p>Shown on this page alone.</p>` })
  const all = [...errors, ...exporting.errors]
  return page({ title, visit, here: 'children', errors: all, ...(status && { status }), main })
}

function inWords({ initial, age, response, from, returnedAt, risk, episode }: Figure, now: string): string {
  const parts = [
    `${initial ?? '?'}•••`,
    age === undefined ? 'age not known' : `${age} years`,
    `from ${whenWords(from, now)}`,
    returnedAt === undefined ? undefined : `back ${whenWords(returnedAt, now)}`,
    response,
    risk === undefined ? undefined : `risk ${risk}`,
    episode.slice(0, 8),
  ]
  return parts.filter((part) => part !== undefined).join(', ')
}
