import type { Candidate } from '../../../../application/queries/children-to-report.ts'
import type { EpisodePage } from '../../../../application/queries/episode-page.ts'
import { govuk } from '../../../components/official.ts'
import { html, type Html } from '../../../html.ts'
import { reportPage } from '../../../layout/page.ts'
import type { PageVisit } from '../../../layout/visit.ts'
import { firstName, pronounsOf } from '../../../words/child.ts'
import { candidateList } from '../candidates.ts'
import { sentOf } from '../sent.ts'

interface Together {
  readonly visit: PageVisit
  readonly shown: EpisodePage
  /** Children of the same home who are not being looked for yet. */
  readonly candidates: readonly Candidate[]
  /** Names of those who are linked already. */
  readonly linked: readonly string[]
  /** Where to go on when nobody else is away. */
  readonly next: string
}

/** Each child who is away gets a question of worry of their own: one of them may be in more danger than the other. */
export function togetherPage({ visit, shown, candidates, linked, next }: Together): Html {
  const name = firstName(shown.record)
  const { them } = pronounsOf(shown.record)
  const heading = `Is another child with ${name}?`
  const main = html`<h1>${heading}</h1>
    ${
      linked.length > 0 &&
      html`<p class="govuk-body">Already linked: ${linked.join(', ')}. Is there anyone else?</p>`
    }
    <p class="govuk-body">
      Each child is asked about alone, and what happened is asked once for all of them.
    </p>
    ${candidates.length > 0 && candidateList(candidates, visit.now, shown.id)}
    <p class="govuk-body">
      <a class="govuk-link" href="/report?with=${shown.id}">Find another child who is with ${them}</a>
    </p>
    ${govuk('button', { text: linked.length > 0 ? 'No one else' : `No, or not known`, href: next })}`
  return reportPage({
    title: heading,
    visit,
    sent: sentOf(shown.episode, shown.chronology, visit.now),
    caption: shown.record.name ?? 'Child, name not known',
    back: `/episodes/${shown.id}/report`,
    main,
  })
}
