import type { CarePage } from '../../../application/queries/care.ts'
import type { StrandOfCare } from '../../../domain/care/care-of.ts'
import { roleLabel } from '../../../domain/episode/roles.ts'
import { dateInWords, londonDate } from '../../../kernel/london.ts'
import type { Moment } from '../../../kernel/moment.ts'
import { emptyState, notice } from '../../components/notice.ts'
import { govuk } from '../../components/official.ts'
import { callout, summary } from '../../components/summary.ts'
import { whenWords } from '../../components/time.ts'
import type { Asking } from '../../forms/fields.ts'
import { showQuestions } from '../../forms/questions.ts'
import { html, type Html } from '../../html.ts'
import { page } from '../../layout/page.ts'
import type { PageVisit } from '../../layout/visit.ts'
import { calledBy, nameAndAge } from '../../words/child.ts'
import { careDrawing } from './drawing.ts'
import { sighting } from './form.ts'
import { careInWords } from './in-words.ts'

interface ForThisPerson {
  readonly mayAdd: boolean
  readonly isRecorded: boolean
}

/** Where is Care, for one child: drawn, in words and as a table. What nobody recorded here stands apart and is never
    called missing. */
export function carePageView(visit: PageVisit, shown: CarePage, { mayAdd, isRecorded }: ForThisPerson): Html {
  const { record, strands, now, child } = shown
  const recorded = strands.filter(({ whereabouts }) => whereabouts !== 'not-recorded')
  const notYet = strands.filter(({ whereabouts }) => whereabouts === 'not-recorded')
  const lead = summary({
    eyebrow: nameAndAge(record, now),
    sentence: `Where is the Care of ${calledBy(record)}?`,
    detail: sentenceOf(shown),
  })
  const add = mayAdd && shown.mayRead && strands.length > 0
  const button =
    add &&
    html`<div class="wa-on-screen">
      ${govuk('button', { text: 'Record that Care was there', href: `/children/${child}/care/seen` })}
    </div>`
  const isDrawn = recorded.length > 0
  const main = html`${!isDrawn && button} ${careDrawing(calledBy(record), recorded)}
  ${isDrawn && table('What is known', recorded, now)} ${notYet.length > 0 && notRecorded(notYet)}
  ${!shown.mayRead && emptyState({ title: 'You do not read the Care of this child', detail: 'It is read by those who plan their care, and by the home where they live.' })}`
  return page({
    title: 'Where is Care?',
    visit,
    here: 'children',
    breadcrumbs: crumbs(shown),
    ...(isRecorded && { status: notice({ kind: 'done', title: 'Recorded: that Care was there' }) }),
    lead,
    main,
    ...(isDrawn && { aside: html`${careInWords(shown)} ${button}` }),
    wide: true,
  })
}

function crumbs({ child, record }: CarePage) {
  return [
    { text: 'Children', href: '/children' },
    { text: record.name ?? 'The child', href: `/children/${child}` },
  ]
}

/** Counted, and each count with what it is of. */
function sentenceOf({ strands, mayRead }: CarePage): string {
  if (!mayRead) return 'What is recorded of it is not shown to you.'
  if (strands.length === 0) return 'This child is not looked after: nothing is expected here.'
  const count = (where: StrandOfCare['whereabouts']) =>
    strands.filter(({ whereabouts }) => whereabouts === where).length
  const recorded = strands.length - count('not-recorded')
  if (recorded === 0) return `Nothing is recorded here yet, of ${strands.length} parts that are expected.`
  return `Of ${recorded} parts that are recorded here, ${count('where-expected')} are where they are expected, ${count('known-elsewhere')} are somewhere else, and of ${count('unknown')} nobody can say where they are. ${count('not-recorded')} more are not recorded here yet.`
}

const words: Readonly<Record<StrandOfCare['whereabouts'], string>> = {
  unknown: 'Nobody can say',
  'known-elsewhere': 'Somewhere else',
  'where-expected': 'Where it is expected',
  'not-recorded': 'Not recorded here yet',
}
const order = ['unknown', 'known-elsewhere', 'where-expected', 'not-recorded'] as const

function table(caption: string, strands: readonly StrandOfCare[], now: Moment): Html {
  const rows = order.flatMap((where) => strands.filter(({ whereabouts }) => whereabouts === where))
  return html`<div class="wa-table-frame" role="region" tabindex="0" aria-label="${caption}">
    ${govuk('table', {
      caption,
      captionClasses: 'govuk-table__caption--m',
      firstCellIsHeader: true,
      head: ['Part of their Care', 'Where it is', 'Last seen', 'Expected by', 'Held by'].map((text) => ({
        text,
      })),
      rows: rows.map((one) => [
        { text: one.title },
        { text: whereInWords(one) },
        { text: one.lastSeen === undefined ? 'Never, as far as is recorded' : whenWords(one.lastSeen, now) },
        { text: one.dueBy === undefined ? 'Not again' : dateInWords(londonDate(one.dueBy)) },
        { text: roleLabel(one.holderRole) },
      ]),
    })}
  </div>`
}

function whereInWords({ whereabouts, deniedByChild }: StrandOfCare): string {
  return deniedByChild === undefined
    ? words[whereabouts]
    : `${words[whereabouts]}: the child says that it is not there`
}

function notRecorded(strands: readonly StrandOfCare[]): Html {
  return html`<h2 class="wa-heading">Not recorded here yet</h2>
    <p class="govuk-body">
      ${strands.length === 1 ? 'This part is' : `These ${strands.length} parts are`} expected, and nobody has
      recorded anything of them here. That does not say that they are missing.
    </p>
    <ul class="govuk-list govuk-list--bullet">
      ${strands.map(({ title }) => html`<li>${title}</li>`)}
    </ul>`
}

/** One sighting, as one page that asks. */
export function sightingPage(visit: PageVisit, shown: CarePage, command: string, asking: Asking): Html {
  const { child, record, now, strands } = shown
  const title = 'Record that Care was there'
  const back = `/children/${child}/care`
  const form = html`<form id="act" class="wa-measure" method="post" action="${back}/seen" novalidate>
    <input type="hidden" name="_csrf" value="${visit.csrfToken}" />
    <input type="hidden" name="command" value="${command}" />
    ${showQuestions(sighting, shown, asking)}
    <div class="govuk-button-group">
      ${govuk('button', { text: 'Record this', preventDoubleClick: true })}
      <a class="govuk-link" href="${back}">Cancel</a>
    </div>
  </form>`
  const nothing = emptyState({
    title: 'Nothing is expected of a child who is not looked after',
    detail: html`<a class="govuk-link" href="${back}">Back</a>`,
  })
  return page({
    title,
    visit,
    here: 'children',
    breadcrumbs: [...crumbs(shown), { text: 'Where is Care?', href: back }],
    errors: asking.errors,
    lead: summary({ eyebrow: nameAndAge(record, now), sentence: title }),
    main: html`${callout(html`<p>Say what was there, and not what was planned.</p>`)}
    ${strands.length === 0 ? nothing : form}`,
  })
}
