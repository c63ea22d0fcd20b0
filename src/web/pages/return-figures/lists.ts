import type { CountedRow, ReturnsKnown } from '../../../application/queries/return-figures.ts'
import type { Counting, Figure } from '../../../domain/patterns/figures.ts'
import { lateIn } from '../../../domain/patterns/late.ts'
import { govuk } from '../../components/official.ts'
import { whenWords } from '../../components/time.ts'
import { html, type Html } from '../../html.ts'
import { dutyWords, figureWords, outcomeWords, partWords } from './words.ts'

/** On a page; all of them are in the table. */
const atMost = 100

/** Which returns were late in something, the latest return first. */
export function lateList({ at, returns }: ReturnsKnown): Html {
  const late = latestFirst(returns)
    .map((row) => ({ row, late: lateIn(row, at) }))
    .filter(({ late }) => late.length > 0)
  const lines = late.slice(0, atMost).map(({ row, late }) => {
    const what = late.map(({ duty, outcome }) => `${dutyWords[duty]}: ${outcomeWords(outcome)}`).join('; ')
    return html`<li>${masked(row, at)}: ${what}</li>`
  })
  return html`<h2 class="wa-heading">What was late</h2>
    ${
      late.length === 0
        ? html`<p class="govuk-body">Nothing in these days.</p>`
        : html`<p class="govuk-body">
              ${late.length} of ${returns.length} returns. Late stays late, also when it was done, excused or
              closed afterwards.
            </p>
            <ul class="govuk-list govuk-list--spaced">
              ${lines}
            </ul>
            ${more(late.length)}`
    }`
}

/** Who is left out of each figure, and why. */
export function excludedList(figures: readonly Figure<CountedRow>[], at: ReturnsKnown['at']): Html {
  const withSome = figures.filter(({ excluded }) => excluded.length > 0)
  return html`<h2 class="wa-heading">Who is left out</h2>
    ${
      withSome.length === 0
        ? html`<p class="govuk-body">Nobody.</p>`
        : withSome.map(({ name, excluded }) =>
            govuk('details', {
              summaryText: figureWords[name],
              html: html`${excluded.map((one) => leftOut(one, at))}`,
            }),
          )
    }`
}

function leftOut({ part, returns }: Counting<CountedRow>, at: ReturnsKnown['at']): Html {
  return html`<p class="govuk-body"><strong>${returns.length} ${partWords[part]}</strong></p>
    <ul class="govuk-list govuk-list--spaced">
      ${latestFirst(returns)
        .slice(0, atMost)
        .map((row) => html`<li>${masked(row, at)}</li>`)}
    </ul>
    ${more(returns.length)}`
}

function more(all: number): Html | undefined {
  return all > atMost
    ? html`<p class="govuk-body">The other ${all - atMost} are in the table.</p>`
    : undefined
}

function latestFirst(returns: readonly CountedRow[]): readonly CountedRow[] {
  return returns.toSorted((a, b) => (a.back.returned.at < b.back.returned.at ? 1 : -1))
}

/** Without a name, also for whoever may read the episode: they follow it there. */
function masked({ initial, counted, back, episode, readable }: CountedRow, at: string): Html {
  const age = counted.age === undefined ? 'age not known' : `${counted.age} years`
  const { at: when, precision } = back.returned
  const words = `${initial ?? '?'}•••, ${age}, back ${whenWords(when, at, precision)}`
  return readable
    ? html`<a class="govuk-link" href="/episodes/${episode}">${words}</a>`
    : html`${words}, ${episode.slice(0, 8)}`
}
