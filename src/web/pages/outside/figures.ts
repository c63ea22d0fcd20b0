import type { Figure } from '../../../application/outside.ts'
import { figures, revealName, type Figures } from '../../../application/queries/outside.ts'
import { parseId } from '../../../kernel/ids.ts'
import type { FieldError } from '../../components/errors.ts'
import { emptyState, notice } from '../../components/notice.ts'
import { whenWords } from '../../components/time.ts'
import { emptyForm, type Form } from '../../forms/form.ts'
import { pick } from '../../forms/fields-choice.ts'
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
      showing(figuresPage(visit, await figures(app, who.visitor), { form: emptyForm, errors: [] })),
  },
  {
    method: 'POST',
    path,
    may,
    audit: { kind: 'look', what: 'name revealed' },
    handle: reveal,
  },
]

interface Sent {
  readonly form: Form
  readonly errors: readonly FieldError[]
  /** For this one page. */
  readonly name?: string
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
  if (name === undefined) return { kind: 'not-found' }
  return showing(figuresPage(visit, all, { form: emptyForm, errors: [], name }))
}

function figuresPage(visit: PageVisit, { now, rows }: Figures, { form, errors, name }: Sent): Html {
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
            </form>`
    }`
  const status = name === undefined ? undefined : notice({ kind: 'plain', title: `The name is ${name}` })
  return page({ title, visit, here: 'children', errors, ...(status && { status }), main })
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
