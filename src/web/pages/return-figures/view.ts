import type { ReturnFigures, ReturnsKnown } from '../../../application/queries/return-figures.ts'
import type { Directory } from '../../../domain/child/directory.ts'
import { figureNames, figure, figuresOf, type FigureName } from '../../../domain/patterns/figures.ts'
import { grouped, small } from '../../../domain/patterns/grouped.ts'
import { interviewsHeld } from '../../../domain/patterns/interviews-held.ts'
import { dateInWords, type LondonDate } from '../../../kernel/london.ts'
import type { FieldError } from '../../components/errors.ts'
import { emptyState } from '../../components/notice.ts'
import { govuk } from '../../components/official.ts'
import { exportForm } from '../../forms/export-fields.ts'
import { showFields, type Asking } from '../../forms/fields.ts'
import { emptyForm, type Form } from '../../forms/form.ts'
import { html, type Html } from '../../html.ts'
import { page } from '../../layout/page.ts'
import type { PageVisit } from '../../layout/visit.ts'
import { askedFields, groupings, type Grouping } from './fields.ts'
import { keyOf, keyWords } from './groups.ts'
import { excludedList, lateList } from './lists.ts'
import { countWords, shareWords } from './share.ts'
import { figureWords } from './words.ts'

export interface Shown {
  readonly visit: PageVisit
  readonly directory: Directory
  readonly found: ReturnFigures
  readonly asked: { readonly from: LondonDate; readonly until: LondonDate; readonly knownOn?: LondonDate }
  readonly by: Grouping
  readonly query: Form
  readonly errors: readonly FieldError[]
  /** What was sent for an export. */
  readonly sent?: Pick<Asking, 'form' | 'errors'>
}

const title = 'Figures of returns'

/** What was owed to children who came back, and what of it was done in time: each figure with what it is of, and with
    who is left out. */
export function returnFiguresPage(shown: Shown): Html {
  const { visit, found, asked, errors } = shown
  const { at, returns } = found.now
  const days = `From ${dateInWords(asked.from)} to ${dateInWords(asked.until)}`
  const figures = figuresOf(returns, at)
  const main = html`<h1 class="govuk-heading-l">${title}</h1>
    ${form(shown)}
    <p class="govuk-body">${days}: ${returns.length} returns to a place of safety.</p>
    ${
      returns.length === 0 && (found.then?.returns.length ?? 0) === 0
        ? emptyState({ title: 'No return is counted in these days' })
        : html`${summary(shown)} ${severalWords(found.now)} ${sideBySide(shown)} ${lateList(found.now)}
          ${excludedList(figures, at)} ${takeAway(shown)}`
    }`
  const all = [...errors, ...(shown.sent?.errors ?? [])]
  return page({ title, visit, here: 'children', errors: all, main, wide: true })
}

function form({ query, errors, visit }: Shown): Html {
  return html`<form class="wa-on-screen wa-measure" method="get" action="/return-figures" novalidate>
    ${showFields(askedFields, { form: query, errors, now: visit.now })}
    ${govuk('button', { text: 'Show', classes: 'govuk-button--secondary' })}
  </form>`
}

function summary({ found: { now, then }, asked }: Shown): Html {
  const rows = figureNames.map((name) => {
    const one = figure(name, now.returns, now.at)
    return [
      { text: figureWords[name] },
      { text: shareWords(one) },
      ...(then ? [{ text: shareWords(figure(name, then.returns, then.at)) }] : []),
      { text: countWords(one.rest) },
      { text: countWords(one.excluded) },
    ]
  })
  const known = asked.knownOn === undefined ? [] : [{ text: `Known on ${dateInWords(asked.knownOn)}` }]
  return html`<div class="wa-table-frame" tabindex="0" role="group" aria-label="Figures">
      ${govuk('table', {
        caption: 'What was owed, and done',
        captionClasses: 'govuk-table__caption--m',
        firstCellIsHeader: true,
        head: [
          { text: 'Figure' },
          { text: 'Known now' },
          ...known,
          { text: 'The others' },
          { text: 'Left out' },
        ],
        rows,
      })}
    </div>
    <p class="govuk-body wa-measure">
      In time follows from the time of the return and the time of the act, as they are known. Where only a day
      is known and either is possible, it is neither in time nor late. An interview proves no offer: one that
      was held without an offer on record counts among those held, and never among the offers.
    </p>`
}

function severalWords({ returns }: ReturnsKnown): Html {
  const { interviews, episodes, shared, several } = interviewsHeld(returns)
  return html`<p class="govuk-body">
    ${interviews} interviews about ${episodes} returns: ${shared} served more than one of them, and ${several}
    returns had more than one.
  </p>`
}

const besideEachOther: readonly FigureName[] = [
  'check-in-time',
  'offered-in-time',
  'held',
  'held-in-time',
  'significance-in-time',
]

function sideBySide({ found: { now }, by, directory }: Shown): Html {
  const without = now.returns.some(({ readable }) => !readable)
  const groups = grouped(now.returns, keyOf(by), without ? small : 0)
  const rows = groups.map(({ keys, returns }) => [
    { text: keys.map((key) => keyWords(by, key, directory)).join(', ') },
    { text: String(returns.length) },
    ...besideEachOther.map((name) => ({ text: shareWords(figure(name, returns, now.at)) })),
  ])
  const words = groupings.find(({ value }) => value === by)?.text ?? ''
  return html`<div class="wa-table-frame" tabindex="0" role="group" aria-label="By ${words.toLowerCase()}">
      ${govuk('table', {
        caption: `By ${words.toLowerCase()}`,
        captionClasses: 'govuk-table__caption--m',
        firstCellIsHeader: true,
        head: [
          { text: words },
          { text: 'Returns' },
          ...besideEachOther.map((name) => ({ text: figureWords[name] })),
        ],
        rows,
      })}
    </div>
    <p class="govuk-body">
      Council, home, status and age are those at the return, as known now.
      ${without && html`Groups of fewer than ${small} stand together.`}
    </p>`
}

function takeAway({ visit, query, sent }: Shown): Html {
  const hidden = ['from', 'until', 'known', 'by']
    .filter((name) => query.has(name))
    .map((name) => [name, query.typed(name)] as const)
  const asking = { ...(sent ?? { form: emptyForm, errors: [] }), now: visit.now }
  return html`<h2 class="wa-heading wa-on-screen">Take the figures away as a table</h2>
    <p class="govuk-body wa-on-screen">A file (CSV) with a line a return, without names and first letters.</p>
    ${exportForm({ visit, action: '/return-figures/export', asking, hidden, button: 'Save the table' })}`
}
