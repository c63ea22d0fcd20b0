import type {
  BesideChild,
  PeopleOfConcern,
  PersonOfConcern,
} from '../../../application/queries/people-of-concern.ts'
import type { Moment } from '../../../kernel/moment.ts'
import { emptyState } from '../../components/notice.ts'
import { whenWords } from '../../components/time.ts'
import { html, type Html } from '../../html.ts'
import { page } from '../../layout/page.ts'
import type { PageVisit } from '../../layout/visit.ts'
import { relianceInWords } from '../../words/reliance.ts'

/** Adults of concern across children: for police and the missing service alone. */
export function peopleOfConcernPage(visit: PageVisit, { now, people }: PeopleOfConcern): Html {
  const title = 'Adults of concern'
  const main = html`<h1 class="govuk-heading-l">${title}</h1>
    <p class="govuk-body">
      Adults who are named as a concern beside the children whom you may read. None of them can answer what
      stands here: ask the source before you act on it. Two who have one name may be two people.
    </p>
    ${people.length === 0 ? emptyState({ title: 'No adult is recorded beside a child whom you may read' }) : people.map((one) => personItem(one, now))}`
  return page({ title, visit, here: 'children', main })
}

function personItem({ name, beside }: PersonOfConcern, now: Moment): Html {
  return html`<section>
    <h2 class="wa-heading">${name ?? 'An adult without a name'}</h2>
    <ul class="wa-evidence">
      ${beside.map((one) => besideItem(one, now))}
    </ul>
  </section>`
}

function besideItem({ child, childName, concern, expired }: BesideChild, now: Moment): Html {
  const { text, at, graded } = concern
  return html`<li>
    ${expired && html`<strong>Expired, kept on record.</strong> `}Beside
    <a class="govuk-link" href="/children/${child}">${childName ?? 'a child, name not known'}</a>: ${text}
    <span class="wa-evidence__source">
      Known ${whenWords(at, now, 'day')}.
      ${graded === undefined ? 'Recorded without a source' : relianceInWords(graded, now)}.
    </span>
  </li>`
}
