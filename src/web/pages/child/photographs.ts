import type { ChildPage } from '../../../application/queries/child-page.ts'
import { isStale } from '../../../domain/child/photograph.ts'
import { dateInWords } from '../../../kernel/london.ts'
import { withinInWords } from '../../../kernel/within.ts'
import { html, type Html } from '../../html.ts'
import { calledBy } from '../../words/child.ts'

/** What the child looks like, the newest first, each with its day. An old one is shown and says so. */
export function photographs({ child, record, now, photographsFreshFor: fresh }: ChildPage): Html {
  const all = record.photographs
  if (all.length === 0)
    return html`<h2 class="wa-heading">Photographs</h2>
      <p class="govuk-body">There is none. Police ask for one first.</p>`
  return html`<h2 class="wa-heading">Photographs</h2>
    <ul class="wa-photographs">
      ${all.map(
        ({ entry, taken, shows, suppliedBy, width, height, ...rest }) =>
          html`<li>
            <img
              class="wa-photographs__picture"
              src="/children/${child}/photographs/${entry}"
              width="${width}"
              height="${height}"
              alt="Photograph of ${calledBy(record)}: ${shows}"
            />
            <p class="govuk-body">
              ${shows}. Taken on ${dateInWords(taken)}.
              ${
                isStale({ ...rest, taken }, now, fresh) &&
                html`<strong>It is more than ${withinInWords(fresh)} old: add a newer one.</strong>`
              }
              <span class="wa-evidence__source">From ${suppliedBy}</span>
            </p>
          </li>`,
      )}
    </ul>`
}
