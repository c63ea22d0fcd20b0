import type { ChildrenToReport } from '../../../../application/queries/children-to-report.ts'
import type { EpisodeId } from '../../../../domain/episode/entry.ts'
import { emptyState } from '../../../components/notice.ts'
import type { FieldError } from '../../../components/errors.ts'
import { errorOf } from '../../../components/errors.ts'
import { govuk } from '../../../components/official.ts'
import { html, type Html } from '../../../html.ts'
import { reportPage } from '../../../layout/page.ts'
import type { Sent } from '../../../layout/header.ts'
import type { PageVisit } from '../../../layout/visit.ts'
import { besideQuery, candidateList } from '../candidates.ts'
import { notSent } from '../sent.ts'

interface Who {
  readonly visit: PageVisit
  readonly children: ChildrenToReport
  /** What was looked for, as it was typed. */
  readonly text: string
  readonly errors?: readonly FieldError[]
  /** Children are away together: the episode that the first of them has, and their name. */
  readonly beside?: { readonly episode: EpisodeId; readonly name: string; readonly sent: Sent }
}

/** Question 1: who. The children of this home first, then a search, then a child whom nobody here knows. */
export function whoPage(props: Who): Html {
  const { visit, children, beside, errors = [] } = props
  const heading =
    beside === undefined ? 'Who is not where they should be?' : `Who is away with ${beside.name}?`
  const main = html`<h1>${heading}</h1>
    ${children.here.length > 0 && candidateList(children.here, visit.now, beside?.episode)}
    ${visit.device === 'foster-carer' ? onTheTelephone(props) : anyOther(props)}`
  return reportPage({
    title: heading,
    visit,
    sent: beside?.sent ?? notSent,
    caption: 'Question 1',
    ...backTo(props),
    errors,
    main,
  })
}

/** A foster carer's telephone knows those who are placed there, and no other child. */
function onTheTelephone({ children }: Who): Html {
  return html`<p class="govuk-body">
    ${
      children.here.length === 0
        ? 'No child is recorded as placed with you now. If a child in your care is missing, ring: the duty team records it for you.'
        : 'Is it another child? Ring: the duty team records it for you.'
    }
  </p>`
}

function anyOther(props: Who): Html {
  return html`${search(props)} ${results(props)}
    <p class="govuk-body">
      Or
      <a class="govuk-link" href="/report/new-child${besideQuery(props.beside?.episode)}"
        >a child who is not known here</a
      >. You need not know their name.
    </p>`
}

function backTo({ visit, beside }: Who) {
  if (beside !== undefined) return { back: `/episodes/${beside.episode}/report` }
  return visit.device === 'foster-carer' ? {} : { back: '/board' }
}

function search({ children, text, beside, errors = [] }: Who): Html {
  const error = errorOf(errors, 'q')
  return html`<form method="get" action="/report" role="search" novalidate>
    ${beside !== undefined && html`<input type="hidden" name="with" value="${beside.episode}" />`}
    ${govuk('input', {
      id: 'q',
      name: 'q',
      label: {
        text: children.here.length > 0 ? 'Find another child' : 'Find the child',
        classes: 'govuk-label--s',
      },
      hint: { text: 'A name, nickname, date of birth, phone number or address' },
      value: text,
      autocomplete: 'off',
      ...(error && { errorMessage: error }),
    })}
    ${govuk('button', { text: 'Search', classes: 'govuk-button--secondary' })}
  </form>`
}

function results({ visit, children: { found }, text, beside }: Who): Html | null {
  if (found === undefined) return null
  const body =
    found.candidates.length === 0
      ? emptyState({
          title: 'No child that you can see is found by that',
          detail:
            'Try a part of the name, or the nickname. If you cannot find them, go on below: do not wait.',
        })
      : candidateList(found.candidates, visit.now, beside?.episode)
  return html`<h2 class="wa-heading">Found by “${text}”</h2>
    ${body} ${found.more && html`<p class="govuk-body">There are more. Add a word to narrow the search.</p>`}`
}
