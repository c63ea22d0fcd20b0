import type { EpisodeCard } from '../../../application/projections/rows.ts'
import { unreachable } from '../../../kernel/unreachable.ts'
import { longDate, whenWords } from '../../components/time.ts'
import { html, type Html } from '../../html.ts'
import { referenceInWords } from '../../words/reference.ts'

/** The child's other episodes, each as a sentence: never a number of them. `isHeld`: this one is about a living child
    and was not recorded in error. */
export function otherEpisodes(others: readonly EpisodeCard[], now: string, isHeld: boolean): Html | null {
  if (others.length === 0) return null
  return html`<h2 class="wa-heading">Other episodes</h2>
    ${isHeld && html`<p class="govuk-body">None of them makes this one safer.</p>`}
    <ul class="govuk-list">
      ${others.map(
        (card) =>
          html`<li>
            <a class="govuk-link" href="/episodes/${card.episode}">${longDate(card.from, now)}</a>:
            ${stateOf(card, now)} <span class="wa-evidence__source">${referenceInWords(card.reference)}</span>
          </li>`,
      )}
    </ul>`
}

function stateOf({ voided, response, returnedAt }: EpisodeCard, now: string): string {
  if (voided) return 'recorded in error.'
  switch (response) {
    case 'concern':
    case 'searching':
      return 'being looked for now.'
    case 'reported':
      return 'missing now; police know.'
    case 'returned':
      return `back ${returnedAt === undefined ? '' : whenWords(returnedAt, now)}, and something is still owed.`
    case 'closed':
      return returnedAt === undefined ? 'closed.' : `back ${whenWords(returnedAt, now)}, and closed.`
    default:
      return unreachable(response)
  }
}
