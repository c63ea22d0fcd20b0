import type { Chronology } from '../../../domain/episode/entries.ts'
import { govuk } from '../../components/official.ts'
import { emptyState, notice } from '../../components/notice.ts'
import { summary } from '../../components/summary.ts'
import { whenWords } from '../../components/time.ts'
import { html, join, type Html } from '../../html.ts'
import { page } from '../../layout/page.ts'
import type { PageVisit } from '../../layout/visit.ts'
import type { Asking } from '../../forms/fields.ts'
import { headlineOf } from '../episode/headlines.ts'
import { policeAreToBeTold, policeNotTold } from '../episode/police-know.ts'
import type { About, Act } from './act.ts'
import { onBehalf } from './on-behalf.ts'
import { referenceInWords } from '../../words/reference.ts'

/** Why the form is asked again. What is wrong or refused stands in the list of errors. */
export type Again =
  | { readonly kind: 'problems' }
  | { readonly kind: 'overtaken'; readonly since: Chronology }
  | { readonly kind: 'used' }

export interface ActPage {
  readonly visit: PageVisit
  readonly act: Act
  readonly about: About
  readonly asking: Asking
  /** Where the form is sent: this page, with what its address names. */
  readonly action: string
  /** Made with the page, so that a second press is the same request. */
  readonly command: string
  /** How many entries the decision rests on. */
  readonly shown: number
  readonly again?: Again
}

export function actPage(props: ActPage): Html {
  const { visit, act, about, asking, again } = props
  const { id, episode, record } = about.page
  const title = act.title(about)
  const nothing = act.nothing?.(about)
  const who = about.child.age === undefined ? about.child.full : `${about.child.full}, ${about.child.age}`
  const urgent =
    policeAreToBeTold(episode) && act.command !== 'report-missing' ? policeNotTold(id, visit, episode) : null
  const beside = act.beside?.(about)
  return page({
    title,
    visit,
    breadcrumbs: [
      { text: 'Board', href: '/board' },
      { text: record.name ?? 'The child', href: `/episodes/${id}` },
    ],
    errors: asking.errors,
    status: html`${again && stateOf(again, about)}${urgent}`,
    lead: summary({
      eyebrow: join([who, referenceInWords(episode.raised?.body.reference)], ' · '),
      sentence: title,
    }),
    main: html`${act.above?.(about)}
    ${
      nothing === undefined
        ? formOf(props)
        : emptyState({
            title: nothing,
            detail: html`<a class="govuk-link" href="/episodes/${id}">Back to the episode</a>`,
          })
    }`,
    ...(beside && { aside: beside }),
  })
}

function formOf({ visit, act, about, asking, action, command, shown }: ActPage): Html {
  return html`<form id="act" class="wa-measure" method="post" action="${action}" novalidate>
    <input type="hidden" name="_csrf" value="${visit.csrfToken}" />
    <input type="hidden" name="command" value="${command}" />
    <input type="hidden" name="shown" value="${shown}" />
    ${act.show(about, asking)} ${onBehalf.show('told-by', asking)}
    <div class="govuk-button-group">
      ${govuk('button', { text: act.button(about), preventDoubleClick: true })}
      <a class="govuk-link" href="/episodes/${about.page.id}">Cancel</a>
    </div>
  </form>`
}

function stateOf(again: Again, about: About): Html | null {
  switch (again.kind) {
    case 'problems':
      return null
    case 'used':
      return notice({
        kind: 'refused',
        title: 'This form has been sent before with other answers',
        body: html`<p>
          What was sent first stands on the record.
          <a class="govuk-link" href="/episodes/${about.page.id}">Look at the episode</a> before you send this
          as well.
        </p>`,
      })
    case 'overtaken':
      return notice({
        kind: 'overtaken',
        title: 'Someone wrote while you were writing. Nothing of yours was recorded yet',
        body: html`<p>What you typed is kept below. This is what changed:</p>
          ${changes(again.since, about)}
          <p>If yours is still right, send it again.</p>`,
      })
  }
}

function changes(since: Chronology, about: About): Html {
  return html`<ul class="govuk-list govuk-list--bullet">
    ${since.map((entry) => {
      const { headline, detail } = headlineOf(entry, about.reading)
      const when = whenWords(entry.occurred.at, about.page.at)
      return html`<li>
        <strong>${when}: ${headline}</strong> ${detail} ${entry.by.name}, ${entry.by.organisationName}
      </li>`
    })}
  </ul>`
}
