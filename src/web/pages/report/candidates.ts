import type { Candidate } from '../../../application/queries/children-to-report.ts'
import type { EpisodeId } from '../../../domain/episode/entry.ts'
import { dateInWords } from '../../../kernel/london.ts'
import type { Moment } from '../../../kernel/moment.ts'
import { html, type Html } from '../../html.ts'
import { nameAndAge } from '../../words/child.ts'

/** Children to choose from, each a row that a thumb can hit. One who is being looked for already leads to that episode. */
export function candidateList(
  candidates: readonly Candidate[],
  now: Moment,
  beside: EpisodeId | undefined,
): Html {
  return html`<ul class="wa-pick">
    ${candidates.map((candidate) => row(candidate, now, beside))}
  </ul>`
}

function row({ card, open }: Candidate, now: Moment, beside: EpisodeId | undefined): Html {
  const called = card.otherNames.length === 0 ? undefined : `called ${card.otherNames.join(', ')}`
  const born = card.bornOn === undefined ? undefined : `born ${dateInWords(card.bornOn)}`
  const facts = [called, born, card.placement].filter((fact) => fact !== undefined).join(' · ')
  const href =
    open === undefined ? `/report/${card.child}/worried${besideQuery(beside)}` : `/episodes/${open}/report`
  return html`<li>
    <a class="wa-pick__who" href="${href}">${nameAndAge(card, now)}</a>
    ${facts !== '' && html`<span class="wa-pick__facts">${facts}</span>`}
    ${open !== undefined && html`<strong class="wa-pick__open">Being looked for now: go on with that</strong>`}
  </li>`
}

export function besideQuery(beside: EpisodeId | undefined): string {
  return beside === undefined ? '' : `?with=${beside}`
}
