import type { Directory } from '../../domain/child/directory.ts'
import { html, type Html } from '../html.ts'

/** The public guide of each joint protocol that a council here shares, for whoever is not signed in. */
export function guideLinks({ organisations }: Pick<Directory, 'organisations'>): Html {
  const protocols = organisations.flatMap(({ jointProtocol }) => jointProtocol ?? [])
  return html`${[...new Set(protocols)].map(
    (protocol) =>
      html`<p class="govuk-body">
        <a class="govuk-link" href="/guide/${protocol}">What to do when a child is missing, on one page</a>
      </p>`,
  )}`
}
