import { govuk } from '../../components/official.ts'
import { html, type Html } from '../../html.ts'
import type { PageVisit } from '../../layout/visit.ts'
import type { Offer } from '../../oidc/discovered.ts'

/** A button for each organisation whose own sign-in can be used, and a line for each that cannot be reached. Null where
    there is none. `to`: where the person was going. */
export function providerChoices(visit: PageVisit, offers: readonly Offer[], to: string): Html | null {
  if (offers.length === 0) return null
  return html`<h2 class="govuk-heading-m">With your organisation’s own sign-in</h2>
    ${offers.map((offer) => choice(visit, offer, to))}`
}

function choice(visit: PageVisit, { provider, discovered }: Offer, to: string): Html {
  if (discovered === undefined)
    return html`<p class="govuk-body">
      ${provider.name}’s own sign-in cannot be reached just now. Try again in a minute; the other ways still
      work.
    </p>`
  return html`<form method="post" action="/sign-in/with/${provider.id}">
    <input type="hidden" name="_csrf" value="${visit.csrfToken}" />
    <input type="hidden" name="to" value="${to}" />
    ${govuk('button', { text: `Sign in with ${provider.name}` })}
  </form>`
}
