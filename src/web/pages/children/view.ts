import type { Found } from '../../../application/ports.ts'
import type { ChildCard } from '../../../application/projections/rows.ts'
import { dateInWords } from '../../../kernel/london.ts'
import type { Moment } from '../../../kernel/moment.ts'
import { errorOf, type FieldError } from '../../components/errors.ts'
import { emptyState } from '../../components/notice.ts'
import { govuk } from '../../components/official.ts'
import { html, type Html } from '../../html.ts'
import { page } from '../../layout/page.ts'
import type { PageVisit } from '../../layout/visit.ts'
import { nameAndAge } from '../../words/child.ts'

interface Searched {
  readonly visit: PageVisit
  /** As it was typed. */
  readonly text: string
  /** Absent: nothing was looked for. */
  readonly found?: Found
  readonly errors?: readonly FieldError[]
  /** What may be asked outside one's own relationships. */
  readonly ways?: readonly { readonly href: string; readonly text: string }[]
}

/** Find a child. What the visitor may not see is not there, and nothing says so. */
export function childrenPage(props: Searched): Html {
  const { visit, found, errors = [], ways = [] } = props
  const main = html`<h1 class="govuk-heading-l">Find a child</h1>
    ${search(props)} ${found !== undefined && results(found, props.text, visit.now)}
    <p class="govuk-body">
      Is a child not where they should be now?
      <a class="govuk-link" href="/report">Report it</a>.
    </p>
    ${
      ways.length > 0 &&
      html`<ul class="govuk-list govuk-list--spaced">
        ${ways.map(({ href, text }) => html`<li><a class="govuk-link" href="${href}">${text}</a></li>`)}
      </ul>`
    }`
  const title = found === undefined ? 'Find a child' : `Find a child: ${props.text}`
  return page({ title, visit, here: 'children', errors, main })
}

function search({ text, errors = [] }: Searched): Html {
  const error = errorOf(errors, 'q')
  return html`<form method="get" action="/children" role="search" novalidate>
    ${govuk('input', {
      id: 'q',
      name: 'q',
      label: {
        text: 'Name, nickname, date of birth, phone number, address or home',
        classes: 'govuk-label--s',
      },
      hint: { text: 'For example Mercer, JJ, 3/4/2012 or Oakfield House. Every word must fit.' },
      value: text,
      autocomplete: 'off',
      ...(error && { errorMessage: error }),
    })}
    ${govuk('button', { text: 'Search' })}
  </form>`
}

function results({ cards, more }: Found, text: string, now: Moment): Html {
  if (cards.length === 0)
    return emptyState({
      title: `No child is found by “${text}”`,
      detail: 'Try fewer words, a part of the name, or the nickname.',
    })
  return html`<h2 class="wa-heading">${countInWords(cards.length, more)} found by “${text}”</h2>
    <ul class="wa-pick">
      ${cards.map((card) => row(card, now))}
    </ul>
    ${more && html`<p class="govuk-body">There are more. Add a word to narrow the search.</p>`}`
}

function countInWords(count: number, more: boolean): string {
  if (more) return `The first ${count}`
  return count === 1 ? 'One child' : `${count} children`
}

function row(card: ChildCard, now: Moment): Html {
  const facts = [
    card.otherNames.length === 0 ? undefined : `called ${card.otherNames.join(', ')}`,
    card.bornOn === undefined ? undefined : `born ${dateInWords(card.bornOn)}`,
    card.placement ?? 'no placement recorded',
  ]
  return html`<li>
    <a class="wa-pick__who" href="/children/${card.child}">${nameAndAge(card, now)}</a>
    <span class="wa-pick__facts">${facts.filter((fact) => fact !== undefined).join(' · ')}</span>
  </li>`
}
