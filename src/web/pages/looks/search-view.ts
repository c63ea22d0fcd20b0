import {
  manyChildren,
  type LookedFor,
  type SearchedLooks,
} from '../../../application/queries/search-looks.ts'
import { dateInWords, type LondonDate } from '../../../kernel/london.ts'
import type { FieldError } from '../../components/errors.ts'
import { emptyState } from '../../components/notice.ts'
import { govuk } from '../../components/official.ts'
import { showFields, type Asking } from '../../forms/fields.ts'
import { optionalText } from '../../forms/fields-text.ts'
import type { Form } from '../../forms/form.ts'
import { html, type Html } from '../../html.ts'
import { page } from '../../layout/page.ts'
import type { PageVisit } from '../../layout/visit.ts'
import { nameAndAge } from '../../words/child.ts'
import { dayFields, looksByDay, reviewersWords, takeAway, timesInWords } from './view.ts'

interface Shown {
  readonly visit: PageVisit
  readonly found: SearchedLooks
  readonly span: { readonly from: LondonDate; readonly until: LondonDate }
  readonly query: Form
  readonly errors: readonly FieldError[]
  /** What was sent to take it away as a file, and was not right. */
  readonly sent?: Pick<Asking, 'form' | 'errors'>
}

export const searchFields = {
  words: optionalText({ label: 'Words of the purpose or the reference' }),
  ...dayFields,
}

/** Looks at every record that the reader answers for, by person, purpose and day; and whoever opened many. */
export function searchLooksPage(shown: Shown): Html {
  const { visit, found, errors, span } = shown
  const main = html`<h1 class="govuk-heading-l">Looks at the records that you answer for</h1>
    ${form(shown)}
    <p class="govuk-body">From ${dateInWords(span.from)} to ${dateInWords(span.until)}.</p>
    ${results(found)} ${found.looks.length > 0 && takeAway(shown, '/looks/export')}`
  const all = [...errors, ...(shown.sent?.errors ?? [])]
  return page({ title: 'Looks at records', visit, here: 'children', errors: all, main })
}

function form({ found, query, errors, visit }: Shown): Html {
  const chosen = query.text('person')
  const people = found.people.map(({ person, name }) => ({
    value: person,
    text: name,
    selected: person === chosen,
  }))
  return html`<form class="wa-on-screen" method="get" action="/looks" novalidate>
    ${govuk('select', {
      id: 'person',
      name: 'person',
      label: { text: 'Who', classes: 'govuk-label--s' },
      items: [{ value: '', text: 'Everyone', selected: chosen === '' }, ...people],
    })}
    ${showFields(searchFields, { form: query, errors, now: visit.now })}
    ${govuk('button', { text: 'Search' })}
  </form>`
}

function results(found: SearchedLooks): Html {
  const line = (look: LookedFor): Html => {
    const card = found.cards.get(look.child)
    const whose = card === undefined ? 'A child whom you do not read about' : nameAndAge(card, found.now)
    return html`<li>
      ${reviewersWords(look)}
      <span class="wa-evidence__source">
        ${timesInWords(look)}. <a class="govuk-link" href="/children/${look.child}/looks">${whose}</a>
      </span>
    </li>`
  }
  return html`${many(found)}
  ${
    found.looks.length === 0
      ? emptyState({
          title: 'No look is found',
          detail: 'Only looks at records that you answer for are searched.',
        })
      : looksByDay(found.looks, line)
  }
  ${found.more && html`<p class="govuk-body">There are more. Choose fewer days, or one person.</p>`}`
}

/** Evidence for a person to ask about: no score, and no order but the name's. */
function many({ many }: SearchedLooks): Html {
  const lines = many.map(
    ({ name, children, withoutLeave }) =>
      html`<li>
        <strong>${name}</strong> opened the records of ${children}
        children${withoutLeave > 0 && `; of ${withoutLeave} of them they may read nothing now`}.
      </li>`,
  )
  return html`<h2 class="wa-heading">Who opened many records</h2>
    <p class="govuk-body">
      ${manyChildren} children or more in these days, lists not counted. It may be their work: ask.
    </p>
    ${
      lines.length === 0
        ? html`<p class="govuk-body">Nobody.</p>`
        : html`<ul class="wa-evidence govuk-!-margin-bottom-6">
            ${lines}
          </ul>`
    }`
}
