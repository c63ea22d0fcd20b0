import { html, type Html } from '../html.ts'
import { govuk } from './official.ts'
import { panel } from './summary.ts'

/** Something that this person may do now. The address is a page that asks, never a link that does. */
export type Act = { readonly text: string; readonly href: string }

/** The likeliest act first. A fourth does not compile: choosing is the page's work. */
export type Acts = readonly [] | readonly [Act] | readonly [Act, Act] | readonly [Act, Act, Act]

const buttons = (acts: Acts): Html =>
  html`<div class="wa-acts">
    ${acts.map(({ text, href }, index) =>
      govuk('button', { text, href, classes: index === 0 ? 'wa-act' : 'govuk-button--secondary wa-act' }),
    )}
  </div>`

/** The panel "What you can do now"; says so when there is nothing. `more` stands folded under the likeliest. */
export function whatYouCanDoNow(acts: Acts, more: Html | null = null): Html {
  const nothing = html`<p class="govuk-body">Nothing is yours to do here now.</p>`
  return panel('What you can do now', html`${acts.length === 0 ? nothing : buttons(acts)}${more}`)
}
