import { stylesheets } from '../assets/mounts.ts'
import { html, type Html } from '../html.ts'
import { endsOf, stayNotice } from './stay.ts'
import type { PageVisit } from './visit.ts'

type Document = {
  readonly title: string
  readonly hasErrors: boolean
  readonly bodyClass: string
  readonly visit: PageVisit
  readonly body: Html
}

/** The whole HTML document around a page. The script is the same on every page and adds; nothing waits for it. */
export function document({ title, hasErrors, bodyClass, visit, body }: Document): Html {
  return html`<!doctype html>
    <html lang="en-GB" class="govuk-template wa-root">
      <head>
        <meta charset="utf-8" />
        <title>${hasErrors && 'Error: '}${title} – Whereabouts</title>
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="theme-color" content="#18405a" />
        <meta name="robots" content="noindex" />
        <link rel="icon" href="/assets/mark.svg" type="image/svg+xml" />
        ${stylesheets.map((href) => html`<link rel="stylesheet" href="${href}" />`)}
        <script type="module" src="/client/start.js"></script>
      </head>
      <body class="govuk-template__body ${bodyClass}" data-now="${visit.now}" ${endsOf(visit)}>
        <a href="#main" class="govuk-skip-link" data-module="govuk-skip-link">Skip to main content</a>
        ${stayNotice(visit)}${body}
      </body>
    </html> `
}
