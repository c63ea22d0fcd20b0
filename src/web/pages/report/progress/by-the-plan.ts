import type { EpisodePage } from '../../../../application/queries/episode-page.ts'
import { dateInWords } from '../../../../kernel/london.ts'
import { html, type Html } from '../../../html.ts'
import { firstName } from '../../../words/child.ts'

/** Whom to call first and where to look, in order, as the child's plan says it. Past its review it is still the best that
    anybody has written down, and says that it is past. */
export function byThePlan({ record }: Pick<EpisodePage, 'record'>): Html | null {
  const held = record.plan ?? record.lapsedPlan
  const version = record.plans.find(({ entry }) => entry === held?.entry)
  if (held === undefined || version === undefined) return null
  const { callFirst, whereToLook } = version.draft
  const places = whereToLook
    .split(/\r?\n/u)
    .map((place) => place.trim())
    .filter((place) => place !== '')
  return html`<h2 class="wa-heading">What the plan for ${firstName(record)} says</h2>
    ${
      record.plan === undefined &&
      html`<p class="govuk-body">
        It was to be reviewed by ${dateInWords(held.reviewBy)}: what it says may have changed.
      </p>`
    }
    <h3 class="govuk-heading-s">Call first</h3>
    <p class="govuk-body wa-lines">${callFirst}</p>
    <h3 class="govuk-heading-s">Where to look, in this order</h3>
    <ol class="govuk-list govuk-list--number">
      ${places.map((place) => html`<li>${place}</li>`)}
    </ol>`
}
