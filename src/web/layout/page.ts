import { errorSummary, type FieldError } from '../components/errors.ts'
import { numbersToRing } from '../components/numbers-to-ring.ts'
import { govuk } from '../components/official.ts'
import { html, type Html } from '../html.ts'
import { document } from './document.ts'
import { draftLine, draftNotices } from './drafts.ts'
import { footer } from './footer.ts'
import { header, reportHeader, type Sent } from './header.ts'
import { openedNotice } from './opened.ts'
import type { PageVisit, Place } from './visit.ts'

type Page = {
  /** Without the product's name, which is added, and without "Error: ", which the errors add. */
  readonly title: string
  readonly visit: PageVisit
  readonly here?: Place
  readonly breadcrumbs?: readonly { readonly text: string; readonly href: string }[]
  readonly errors?: readonly FieldError[]
  /** A notice or an as-known-at bar, above the page's own heading. */
  readonly status?: Html
  readonly main: Html
  /** Above both columns: the state in one sentence. */
  readonly lead?: Html
  /** What is owed and what can be done: a second column at the right, and first where there is room for one. */
  readonly aside?: Html
  /** Full width of the window's column: the board, a table. Otherwise lines stay readable. */
  readonly wide?: boolean
  /** The address to take fresh content from each minute, in the browser, while nobody is typing. */
  readonly live?: string
}

/** A whole page. Pages open with their state in one plain sentence: `main` brings its own h1. */
export function page(props: Page): Html {
  const { title, visit, here, errors = [], main, aside, status } = props
  const trail = props.breadcrumbs
    ? govuk('breadcrumbs', { items: [...props.breadcrumbs], collapseOnMobile: true })
    : null
  const width = aside ? 'wa-columns' : props.wide ? 'wa-full' : 'wa-measure'
  const content = aside
    ? html`<div class="wa-columns__aside">${aside}</div>
        <div class="wa-columns__main">${main}</div>`
    : main
  const body = html`${header(visit, here)}
    <div class="wa-page">
      ${trail}
      <main id="main" class="wa-main" ${props.live !== undefined && html`data-live="${props.live}"`}>
        ${openedNotice(visit)}${errorSummary(errors)}${draftNotices(visit)}${status}${props.lead}
        <div class="${width}">${content}</div>
        ${draftLine(visit)}
      </main>
      <p class="govuk-visually-hidden" role="status" id="wa-announcer"></p>
    </div>
    ${footer(visit, visit.device !== 'wallboard')}`
  return document({ title, hasErrors: errors.length > 0, bodyClass: 'wa-body', visit, body })
}

type ReportPage = {
  readonly title: string
  readonly visit: PageVisit
  readonly sent: Sent
  /** Who and which question: "Jay Mercer · question 2". */
  readonly caption?: string
  readonly back?: string
  readonly errors?: readonly FieldError[]
  readonly main: Html
}

/** One question of a report, made for a phone held in one hand. The numbers to ring follow the question. */
export function reportPage(props: ReportPage): Html {
  const { title, visit, errors = [] } = props
  const body = html`${reportHeader(props.sent)}
    <div class="wa-page wa-page--report">
      ${props.back !== undefined && govuk('back-link', { href: props.back, text: 'Back' })}
      <main id="main" class="wa-main wa-measure">
        ${openedNotice(visit)}${errorSummary(errors)}${draftNotices(visit)}
        ${props.caption !== undefined && html`<p class="wa-eyebrow">${props.caption}</p>`}${props.main}
        ${draftLine(visit)}
        <aside class="wa-report-numbers" aria-label="Numbers to ring">
          ${numbersToRing({ dutyTeam: visit.dutyTeam })}
        </aside>
      </main>
    </div>
    ${footer(visit, false)}`
  return document({ title, hasErrors: errors.length > 0, bodyClass: 'wa-body', visit, body })
}
