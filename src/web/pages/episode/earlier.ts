import type { Earlier } from '../../../application/queries/earlier.ts'
import { longDate } from '../../components/time.ts'
import { panel } from '../../components/summary.ts'
import type { Moment } from '../../../kernel/moment.ts'
import { relianceInWords } from '../../words/reliance.ts'
import { html, type Html } from '../../html.ts'
import type { ChildWords } from './child-words.ts'

const kinds = { harm: 'Harm', place: 'Place', adult: 'Adult of concern' } as const

/** What can raise risk, each with its date and its source. Open, never folded, never a count. */
export function earlierKnown(earlier: readonly Earlier[], child: ChildWords, now = ''): Html {
  const body =
    earlier.length === 0
      ? html`<p class="govuk-body">
          Nothing is recorded here about ${child.first} from before. That is not evidence of safety: ask those
          who know ${child.him}.
        </p>`
      : html`<ul class="wa-evidence">
          ${earlier.map(
            ({ kind, text, at, episode, graded }) =>
              html`<li>
                <strong>${kinds[kind]}:</strong> ${text}
                <span class="wa-evidence__source">
                  ${longDate(at, now === '' ? at : now)}${
                    episode !== undefined &&
                    html`, <a class="govuk-link" href="/episodes/${episode}">from an earlier episode</a>`
                  }${graded !== undefined && html`. ${relianceInWords(graded, (now === '' ? at : now) as Moment)}`}
                </span>
              </li>`,
          )}
        </ul>`
  return panel('Earlier harms, places and adults of concern', body)
}
