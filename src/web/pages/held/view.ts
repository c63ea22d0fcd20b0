import type { HeldForm } from '../../../application/sessions.ts'
import { govuk } from '../../components/official.ts'
import { html, type Html } from '../../html.ts'
import { page } from '../../layout/page.ts'
import type { PageVisit } from '../../layout/visit.ts'
import { inSeconds } from '../refused/view.ts'

/** Says of a form that it was held, so that it is held no longer once it has arrived. */
export const heldField = '_held'

/** What was typed before the session ended, to be sent or not. */
export function heldPage(visit: PageVisit, held: HeldForm): Html {
  return typedPage(visit, held, {
    title: 'Send what you had typed?',
    said: 'Your session had ended when you sent this, so none of it is recorded yet. Here it is as you typed it.',
    field: heldField,
    drop: html`<form method="post" action="/held/drop">
      <input type="hidden" name="_csrf" value="${visit.csrfToken}" />
      ${govuk('button', { text: 'Do not send it', classes: 'govuk-button--secondary' })}
    </form>`,
  })
}

/** A form that was open too long, or that another window made stale. */
export function againPage(visit: PageVisit, typed: HeldForm): Html {
  return typedPage(visit, typed, {
    title: 'Send it again?',
    said: 'Nothing was recorded: the page had been open so long, or beside another, that its form was no longer valid. Here is what you typed.',
  })
}

/** A form that came while its sender was asked to wait. */
export function waitPage(visit: PageVisit, typed: HeldForm, seconds: number): Html {
  return typedPage(visit, typed, {
    title: 'Send it again in a moment',
    said: `Nothing was recorded: more was asked for from here in a minute than the service gives to one. Wait ${inSeconds(seconds)}, then send it. Here is what you typed.`,
  })
}

type Offer = { readonly title: string; readonly said: string; readonly field?: string; readonly drop?: Html }

function typedPage(visit: PageVisit, { path, fields }: HeldForm, { title, said, field, drop }: Offer): Html {
  const shown = fields.filter(([name, value]) => !unsaid.has(name) && value.trim() !== '')
  const rows = shown.map(([name, value]) => ({ key: { text: inWords(name) }, value: { text: value } }))
  const main = html`<h1 class="govuk-heading-l">${title}</h1>
    <p class="govuk-body">${said}</p>
    ${rows.length > 0 && govuk('summary-list', { rows, classes: 'wa-typed' })}
    <form method="post" action="${path}">
      <input type="hidden" name="_csrf" value="${visit.csrfToken}" />
      ${field !== undefined && html`<input type="hidden" name="${field}" value="yes" />`}
      ${fields.map(([name, value]) => html`<textarea name="${name}" hidden>${leadingLine(value)}</textarea>`)}
      ${govuk('button', { text: 'Send it now' })}
    </form>
    ${drop}`
  return page({ title, visit, main })
}

/** A browser drops the first line break of a text area. A hidden input would drop all of them. */
function leadingLine(value: string): string {
  return value.startsWith('\n') || value.startsWith('\r') ? `\n${value}` : value
}

const unsaid: ReadonlySet<string> = new Set(['command', 'shown', 'form'])

/** `heardFrom-time` as "heard from time". */
function inWords(name: string): string {
  const words = name.replaceAll(/[-_]+|(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
