import { disclosures, type RequestListed } from '../../../application/queries/disclosures.ts'
import { dateInWords, londonDate } from '../../../kernel/london.ts'
import { emptyState } from '../../components/notice.ts'
import { html, type Html } from '../../html.ts'
import { page } from '../../layout/page.ts'
import { showing, type Answer, type Visit } from '../../route.ts'
import { path, whoseRecord } from './words.ts'

export async function listRequests({ app, who, page: visit }: Visit): Promise<Answer> {
  const { requests, now } = await disclosures(app, who.visitor)
  const title = 'Requests for a record'
  const today = londonDate(now)
  const main = html`<h1 class="govuk-heading-l">${title}</h1>
    <p class="govuk-body"><a class="govuk-link" href="${path}/begin">Somebody asks for their record</a></p>
    ${
      requests.length === 0
        ? emptyState({ title: 'Nobody has asked yet' })
        : html`<ul class="govuk-list govuk-list--spaced">
            ${requests.map((one) => html`<li>${item(one, today)}</li>`)}
          </ul>`
    }`
  return showing(page({ title, visit, here: 'children', main }))
}

function item({ request, child, access }: RequestListed, today: string): Html {
  const { received, due, exports } = access
  const standing =
    exports.length > 0
      ? 'answered'
      : due < today
        ? `overdue since ${dateInWords(due)}`
        : `due on ${dateInWords(due)}`
  return html`<a class="govuk-link" href="${path}/${request}">${whoseRecord(child)}</a>, asked for by
    ${received.said.askedBy} on ${dateInWords(received.said.on)}: ${standing}`
}
