import type { ChildPage } from '../../../application/queries/child-page.ts'
import { whenWords } from '../../components/time.ts'
import { html, type Html } from '../../html.ts'
import { relianceInWords } from '../../words/reliance.ts'

/** What can raise a grade, each with when it was; of an adult also who says so. */
export function earlierKnown({ record, now }: ChildPage): Html {
  return html`<h2 class="wa-heading">Harms, places and adults of concern</h2>
    ${
      record.concernsKnown.length === 0
        ? html`<p class="govuk-body">None is recorded. That is not evidence that there is none.</p>`
        : html`<ul class="wa-evidence">
            ${record.concernsKnown.map(
              ({ kind, text, at, graded }) =>
                html`<li>
                  ${concernWords[kind]}: ${text}
                  <span class="wa-evidence__source"
                    >${whenWords(at, now, 'day')}${
                      graded !== undefined && html`. ${relianceInWords(graded, now)}`
                    }</span
                  >
                </li>`,
            )}
          </ul>`
    }${
      record.concernsExpired.length > 0 &&
      html`<p class="govuk-body">
        ${record.concernsExpired.length} more about an adult has expired: it stays on record and stands beside
        no grade.
      </p>`
    }`
}

const concernWords = { harm: 'Harm', place: 'Place', adult: 'Adult of concern' }
