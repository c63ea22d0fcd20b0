import type { How } from '../../../application/sessions.ts'
import { govuk } from '../../components/official.ts'
import { html, type Html } from '../../html.ts'
import type { OpenVisit } from '../../route.ts'

/** For whoever signed in by an organisation's own directory: to show there who they are, afresh. Null for others.
    `to`: a path of this product, where they go on. */
export async function againThere(
  { page, providers }: Pick<OpenVisit, 'page' | 'providers'>,
  how: How | undefined,
  to: string,
): Promise<Html | null> {
  if (how?.startsWith('oidc:') !== true) return null
  const offers = (await providers?.offers()) ?? []
  const offer = offers.find(({ provider }) => how === `oidc:${provider.issuer}`)
  if (offer?.discovered === undefined)
    return html`<p class="govuk-body">
      ${offer?.provider.name ?? 'Your organisation'}’s own sign-in cannot be reached just now. Try again in a
      minute.
    </p>`
  const { id, name } = offer.provider
  return html`<form method="post" action="/sign-in/with/${id}">
    <input type="hidden" name="_csrf" value="${page.csrfToken}" />
    <input type="hidden" name="to" value="${to}" />
    <input type="hidden" name="again" value="yes" />
    ${govuk('button', { text: `Show ${name} that it is you` })}
  </form>`
}
