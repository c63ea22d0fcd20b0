import { ownRecord, type OwnRecord } from '../../../application/queries/outside.ts'
import { emptyState } from '../../components/notice.ts'
import { whenWords } from '../../components/time.ts'
import { html, type Html } from '../../html.ts'
import { page } from '../../layout/page.ts'
import type { PageVisit } from '../../layout/visit.ts'
import { showing, type Route, type Visit } from '../../route.ts'

export const ownRecordRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/our-record',
    may: { kind: 'may-use', use: 'see-own-record' },
    audit: { kind: 'look', what: 'what we recorded of children who have left' },
    handle: async ({ app, who, page: visit }: Visit) =>
      showing(ownRecordPage(visit, await ownRecord(app, who.visitor))),
  },
]

/** Each entry as it was written: with the texts in it, and nothing that others wrote beside it. */
function ownRecordPage(visit: PageVisit, { now, entries }: OwnRecord): Html {
  const title = 'What we recorded of children who have left'
  const byStream = Map.groupBy(entries, ({ stream }) => stream)
  const main = html`<h1 class="govuk-heading-l">${title}</h1>
    ${
      byStream.size === 0
        ? emptyState({ title: 'Nothing was recorded here of a child who has left' })
        : [...byStream].map(
            ([stream, own]) =>
              html`<section>
                <h2 class="wa-heading">${stream.slice(0, 8)}</h2>
                <ul class="govuk-list govuk-list--spaced">
                  ${own.map(
                    ({ type, occurred, by, body }) =>
                      html`<li>
                        ${whenWords(occurred.at, now, occurred.precision)}, ${by.name}:
                        ${type.replaceAll('-', ' ')}. ${textsIn(body)}
                      </li>`,
                  )}
                </ul>
              </section>`,
          )
    }`
  return page({ title, visit, here: 'children', main })
}

/** Everything that somebody typed. */
function textsIn(body: object): string {
  return Object.values(body)
    .filter((value): value is string => typeof value === 'string' && value.includes(' '))
    .join(' · ')
}
