import { errorSummary, type FieldError } from '../../components/errors.ts'
import { longDate, clockTime } from '../../components/time.ts'
import { html, type Html } from '../../html.ts'
import { document } from '../../layout/document.ts'
import { footer } from '../../layout/footer.ts'
import { reportHeader } from '../../layout/header.ts'
import { openedNotice } from '../../layout/opened.ts'
import type { PageVisit } from '../../layout/visit.ts'
import type { UnderWay } from './under-way.ts'

interface Frame {
  readonly title: string
  readonly visit: PageVisit
  readonly draft: UnderWay['draft']
  readonly errors?: readonly FieldError[]
  /** Read by the child too: larger, and with nothing on it that is not for them. */
  readonly isAskedOfAChild?: boolean
  readonly main: Html
}

/** A page of an interview that is under way: it never lets what is kept pass for what is recorded, and says until when it
    is kept. */
export function framed({ title, visit, draft, errors = [], isAskedOfAChild = false, main }: Frame): Html {
  const sent = { headline: 'Not recorded yet.', detail: `Kept until ${untilWords(draft, visit)}.` }
  const body = html`${reportHeader(sent)}
    <div class="wa-page wa-page--report wa-page--ask ${isAskedOfAChild && 'wa-page--child'}">
      <main id="main" class="wa-main wa-measure">${openedNotice(visit)}${errorSummary(errors)}${main}</main>
      <p class="govuk-visually-hidden" role="status" id="wa-announcer"></p>
    </div>
    ${isAskedOfAChild ? null : footer(visit, false)}`
  return document({ title, hasErrors: errors.length > 0, bodyClass: 'wa-body', visit, body })
}

/** "Tuesday 1 December, 14:02". */
export function untilWords({ until }: Pick<UnderWay['draft'], 'until'>, { now }: PageVisit): string {
  return `${longDate(until, now)}, ${clockTime(until)}`
}

/** Where the script says whether what stands on the page is saved; without it the line says when it will be. */
export function savedLine({ saved }: UnderWay['draft'], key: string): Html {
  const words = `Saved at ${clockTime(saved)}.`
  return html`<p class="wa-ask__saved" id="wa-drafts" data-key="${key}" data-saved="${words}">
    ${words} What you type now is saved when you press a button.
  </p>`
}
