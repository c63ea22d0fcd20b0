import type { Disclosure } from '../../../application/disclosures.ts'
import { disposedInWords } from '../../../application/record-paper.ts'
import { undecided, type Standing } from '../../../domain/access/disclosure/standing.ts'
import type { Directory } from '../../../domain/child/directory.ts'
import { dateInWords } from '../../../kernel/london.ts'
import type { FieldError } from '../../components/errors.ts'
import { govuk } from '../../components/official.ts'
import { exportForm } from '../../forms/export-fields.ts'
import { emptyForm, type Form } from '../../forms/form.ts'
import { showFields, type Asking, type Fields } from '../../forms/fields.ts'
import { html, type Html } from '../../html.ts'
import { page } from '../../layout/page.ts'
import type { PageVisit } from '../../layout/visit.ts'
import { actList } from './act-list.ts'
import { formatFields, longerFields, wordsFields } from './request-fields.ts'
import { passageInWords, path, sectionInWords, standingWords, whoseRecord } from './words.ts'

/** Which of the forms of the page was sent, and what was wrong with it. */
export interface SentTo {
  readonly kind: 'longer' | 'words' | 'export'
  readonly form: Form
  readonly errors: readonly FieldError[]
}

export interface RequestShown {
  readonly visit: PageVisit
  readonly found: Disclosure
  readonly directory: Directory
  readonly command: string
  /** The place of the first passage that is shown. */
  readonly from: number
  readonly sent?: SentTo
}

const atOnce = 50

export function requestPage(shown: RequestShown): Html {
  const { visit, found, sent } = shown
  const title = `Record of ${whoseRecord(found.child)}`
  const main = html`<h1 class="govuk-heading-l">${title}</h1>
    ${head(found)} ${passages(shown)}
    <h2 class="wa-heading">Withhold words wherever they stand</h2>
    ${asked(shown, 'words', wordsFields, 'Withhold them')} ${leaving(shown)}
    ${found.access.extended === undefined && longer(shown)}
    <h2 class="wa-heading">Everything that was decided</h2>
    ${actList(found, shown.directory)}`
  const breadcrumbs = [{ text: 'Requests for a record', href: path }]
  return page({ title, visit, here: 'children', breadcrumbs, errors: sent?.errors ?? [], main })
}

function head({ access: { received, due, extended, exports }, gone, disposed }: Disclosure): Html {
  const { said } = received
  return html`<p class="govuk-body">
      ${said.askedBy} asked on ${dateInWords(said.on)},
      ${said.as === 'the-child' ? 'for themselves' : 'on behalf of the child'}: “${said.asked}”
    </p>
    <p class="govuk-body">
      <strong>Due on ${dateInWords(due)}</strong>${
        extended === undefined
          ? said.dueByRule
            ? ': one month from the day on which it came. This time is not verified: hold it to your own advice.'
            : ', a day that was set.'
          : html`, made longer: ${extended.said.reason}`
      }
      ${exports.length > 0 && 'It has been answered.'}
    </p>
    ${
      disposed.length > 0 &&
      html`<ul class="govuk-list">
        ${disposed.map((one) => html`<li>${disposedInWords(one)}</li>`)}
      </ul>`
    }
    ${
      gone > 0 &&
      html`<p class="govuk-body">
        ${gone} ${gone === 1 ? 'passage' : 'passages'} that something was decided about are not in the record
        any more: they were disposed of.
      </p>`
    }`
}

/** What is to be decided first, then everything. */
function passages({ found, from }: RequestShown): Html {
  const { standings, controller } = found
  const waiting = undecided(standings)
  const page = standings.slice(from, from + atOnce)
  const to = from + page.length
  return html`<h2 class="wa-heading">To decide (${waiting.length})</h2>
    ${
      waiting.length === 0
        ? html`<p class="govuk-body">Every passage is decided about.</p>`
        : list(waiting.slice(0, atOnce), found, controller.id)
    }
    <h2 class="wa-heading">
      The whole record: ${page.length === 0 ? 'no' : `${from + 1} to ${to} of ${standings.length}`} passages
    </h2>
    ${list(page, found, controller.id)}
    <p class="govuk-body">
      ${from > 0 && html`<a class="govuk-link" href="?from=${Math.max(0, from - atOnce)}">Those before</a> `}
      ${to < standings.length && html`<a class="govuk-link" href="?from=${to}">Those after</a>`}
    </p>`
}

function list(standings: readonly Standing[], { request, now }: Disclosure, own: string): Html {
  return html`<ul class="wa-evidence govuk-!-margin-bottom-6">
    ${standings.map((one) => {
      const { passage, standing } = one
      const whose = passage.controller.organisation === own ? 'yours' : passage.controller.name
      return html`<li>
        <a class="govuk-link" href="${path}/${request}/${passage.id}">${passageInWords(one, now)}</a>
        <span class="wa-evidence__source">${whose}${sectionInWords(one)}: ${standingWords[standing]}</span>
      </li>`
    })}
  </ul>`
}

function leaving(shown: RequestShown): Html {
  const { visit, found, command } = shown
  const waiting = undecided(found.standings).length
  const form = exportForm({
    visit,
    action: `${path}/${found.request}/export`,
    asking: asking(shown, 'export'),
    before: formatFields,
    hidden: [['command', command]],
    button: 'Save what is disclosed',
  })
  return html`<h2 class="wa-heading">Save what is disclosed</h2>
    ${
      waiting === 0 || shown.sent?.kind === 'export'
        ? form
        : html`<p class="govuk-body">
            It can be saved when every passage is decided about: ${waiting} to decide.
          </p>`
    }`
}

function longer(shown: RequestShown): Html {
  const form = asked(shown, 'longer', longerFields, 'Make it longer')
  return html`${govuk('details', { summaryText: 'It takes longer', html: form, open: shown.sent?.kind === 'longer' })}`
}

function asked(shown: RequestShown, kind: 'longer' | 'words', fields: Fields, button: string): Html {
  const { visit, found, command } = shown
  return html`<form class="wa-measure" method="post" action="${path}/${found.request}/${kind}" novalidate>
    <input type="hidden" name="_csrf" value="${visit.csrfToken}" />
    <input type="hidden" name="command" value="${command}" />
    ${showFields(fields, asking(shown, kind))}
    ${govuk('button', { text: button, classes: 'govuk-button--secondary', preventDoubleClick: true })}
  </form>`
}

function asking({ visit, sent }: RequestShown, kind: SentTo['kind']): Asking {
  return sent?.kind === kind
    ? { form: sent.form, errors: sent.errors, now: visit.now }
    : { form: emptyForm, errors: [], now: visit.now }
}
