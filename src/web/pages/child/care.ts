import type { ChildPage } from '../../../application/queries/child-page.ts'
import type { EpisodeCard } from '../../../application/projections/rows.ts'
import type { Moment } from '../../../kernel/moment.ts'
import { panel } from '../../components/summary.ts'
import { whenWords } from '../../components/time.ts'
import { html, type Html } from '../../html.ts'
import type { PageVisit } from '../../layout/visit.ts'
import { firstName } from '../../words/child.ts'
import { possessive } from '../report/words.ts'
import { referenceInWords } from '../../words/reference.ts'

/** Care that is missing, apart from the absences of the child and after them. */
export function careOfChild({ care, record, now, child, died }: ChildPage): Html | null {
  if (died && care.length === 0) return null
  const whose = possessive(firstName(record))
  return html`<h2 class="wa-heading">${whose.charAt(0).toUpperCase()}${whose.slice(1)} Care</h2>
    ${
      care.length > 0 &&
      html`<ul class="govuk-list govuk-list--spaced">
        ${care.map((card) => careItem(card, now))}
      </ul>`
    }
    ${
      !died &&
      html`<p class="govuk-body">
        <a class="govuk-link" href="/children/${child}/care-missing">Say that something of it is missing</a>
      </p>`
    }`
}

function careItem(card: EpisodeCard, now: Moment): Html {
  const what = card.care?.strands.map(({ title }) => title).join('; ') ?? ''
  const state = card.voided
    ? 'recorded in error'
    : {
        concern: 'missing; nobody who must act has been told',
        searching: 'being looked for; nobody who must act has been told',
        reported: 'missing, and reported',
        returned: 'back, and something is still owed',
        closed: 'closed',
      }[card.response]
  return html`<li>
    <a class="govuk-link" href="/episodes/${card.episode}">${what}, from ${whenWords(card.from, now)}</a>:
    ${state}
    <span class="wa-evidence__source">${referenceInWords(card.reference)}</span>
  </li>`
}

export function careLink({ child, record }: ChildPage, { device }: PageVisit): Html | null {
  if (device !== undefined || record.lookedAfter === undefined) return null
  return panel('Care', html`<p><a class="govuk-link" href="/children/${child}/care">Where is Care?</a></p>`)
}
