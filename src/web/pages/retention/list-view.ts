import type { DueForReview, Retained } from '../../../application/queries/retention.ts'
import { classRules } from '../../../domain/access/retention.ts'
import { dateInWords } from '../../../kernel/london.ts'
import { emptyState, notice } from '../../components/notice.ts'
import { html, type Html } from '../../html.ts'
import { page } from '../../layout/page.ts'
import type { PageVisit } from '../../layout/visit.ts'
import { lengthInWords } from './words.ts'

/** What falls due for one organisation, and what was decided about it. */
export function dueForReviewPage(visit: PageVisit, organisation: string, found: DueForReview): Html {
  const title = 'Due for review'
  const { due, decided, held, heldAll, next } = found
  const main = html`<h1 class="govuk-heading-l">${title}</h1>
    <p class="govuk-body">
      Records of children in which ${organisation} recorded something and whose time has run out. Decide to
      keep one, to hold it, or to propose its disposal; a second person of ${organisation} confirms a
      disposal. Each decision is kept.
    </p>
    ${heldAll.length > 0 && notice({ kind: 'plain', title: `Every record of ${organisation} is on hold`, body: html`<a class="govuk-link" href="/retention/all">Why, and how it ends</a>` })}
    <h2 class="wa-heading">To decide</h2>
    ${records(due, 'Nothing is due for review')}
    ${
      next !== undefined &&
      html`<p class="govuk-body">
        More are due: <a class="govuk-link" href="/retention?after=${next}">the next of them</a>.
      </p>`
    }
    <h2 class="wa-heading">Proposed and confirmed</h2>
    ${records(decided, 'Nothing is proposed for disposal')}
    <h2 class="wa-heading">On hold</h2>
    ${records(held, 'Nothing that is due is on hold')}
    <p class="govuk-body">
      <a class="govuk-link" href="/retention/all">Hold every record of ${organisation}</a>
    </p>`
  return page({ title, visit, here: 'children', main })
}

function records(all: readonly Retained[], none: string): Html {
  if (all.length === 0) return emptyState({ title: none })
  return html`<ul class="govuk-list govuk-list--spaced">
    ${all.map(
      (one) =>
        html`<li>
          <a class="govuk-link" href="/retention/record?child=${one.child}">${whose(one)}</a>
          ${standing(one)}
        </li>`,
    )}
  </ul>`
}

/** A record that is for named people alone is not named here. */
export function whose({ name, bornOn, restricted, child }: Retained): string {
  if (restricted) return `A restricted record (${child.slice(0, 8)})`
  const born = bornOn === undefined ? 'date of birth not known' : `born ${dateInWords(bornOn)}`
  return `${name ?? 'Name not known'}, ${born}`
}

function standing({ class: of, review: { due, inUse, decided } }: Retained): Html {
  const state =
    decided.confirmed !== undefined
      ? 'Confirmed by two people: it goes with the next run.'
      : decided.proposal !== undefined
        ? 'Its disposal is proposed and waits for a second person.'
        : undefined
  return html`<br />${classRules[of].label}${
      due.kind === 'on' && html`, due ${dateInWords(due.day)} (${due.because}; ${lengthInWords(due.length)})`
    }.
    ${state} ${inUse && 'An episode is open or a duty is owed.'}`
}
