import { stylesheets } from '../assets/mounts.ts'
import { errorSummary, type FieldError } from '../components/errors.ts'
import { telephone } from '../components/numbers-to-ring.ts'
import { govuk } from '../components/official.ts'
import { html, type Html } from '../html.ts'

/** What every page of a child's own needs to know of the request that asked for it. */
export interface OwnVisit {
  readonly csrfToken: string
  /** Somebody has come in. */
  readonly isIn: boolean
  readonly demonstration: boolean
}

interface OwnPage {
  readonly visit: OwnVisit
  readonly heading: string
  readonly here?: 'home' | 'write' | 'list'
  readonly errors?: readonly FieldError[]
  readonly main: Html
}

const places = [
  { place: 'home', href: '/mine', text: 'My page' },
  { place: 'write', href: '/mine/write', text: 'Write to us' },
  { place: 'list', href: '/mine/list', text: 'Who has looked' },
] as const

/** A page for a child. Its title is the same on every page and says nothing: it stands in the browser's history. One
    press leaves for somewhere that says nothing either, with and without script. */
export function ownPage({ visit, heading, here, errors = [], main }: OwnPage): Html {
  return html`<!doctype html>
    <html lang="en-GB" class="govuk-template wa-root">
      <head>
        <meta charset="utf-8" />
        <title>${errors.length > 0 && 'Error: '}My page</title>
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="robots" content="noindex" />
        <meta name="referrer" content="no-referrer" />
        ${stylesheets.map((href) => html`<link rel="stylesheet" href="${href}" />`)}
        <script type="module" src="/client/start.js"></script>
      </head>
      <body class="govuk-template__body wa-body wa-own">
        <a href="#main" class="govuk-skip-link" data-module="govuk-skip-link">Skip to main content</a>
        <header class="wa-own__header">
          <div class="wa-own__inner">
            ${govuk('exit-this-page', { text: 'Leave this page now', redirectUrl: '/mine/exit' })}
            ${visit.isIn && navigation(visit, here)}
          </div>
        </header>
        <main id="main" class="wa-main wa-own__inner wa-measure">
          ${errorSummary(errors)}
          <h1 class="govuk-heading-l">${heading}</h1>
          ${main}
        </main>
        <footer class="wa-own__footer">
          <div class="wa-own__inner">${helplines()} ${visit.demonstration && invented}</div>
        </footer>
      </body>
    </html> `
}

const invented = html`<p>
  This is a demonstration: every person and place is invented. The helplines are real.
</p>`

function navigation({ csrfToken }: OwnVisit, here: OwnPage['here']): Html {
  return html`<nav aria-label="Main">
    <ul class="wa-own__nav">
      ${places.map(
        ({ place, href, text }) =>
          html`<li>
            <a class="govuk-link" href="${href}" ${place === here && html`aria-current="page"`}>${text}</a>
          </li>`,
      )}
      <li>
        <form method="post" action="/mine/leave">
          <input type="hidden" name="_csrf" value="${csrfToken}" /><button class="wa-own__out" type="submit">
            Finish
          </button>
        </form>
      </li>
    </ul>
  </nav>`
}

/** Real public numbers, free to ring in the United Kingdom. */
function helplines(): Html {
  return html`<h2 class="govuk-heading-m">Somebody to talk to, day or night</h2>
    <ul class="wa-own__lines">
      <li><strong>${telephone('999', 'Ring 999')}</strong> if you or somebody else is in danger now.</li>
      <li>
        ${telephone('0800 1111', 'Childline: 0800 1111')}. It is free, and it does not show on a phone bill.
      </li>
      <li>
        ${telephone('116 000', 'Missing People: 116 000')}. Ring or text if you are away from home, or think
        of going.
      </li>
    </ul>`
}
