import { notice, emptyState } from '../../components/notice.ts'
import { govuk } from '../../components/official.ts'
import { summary } from '../../components/summary.ts'
import type { Asking } from '../../forms/fields.ts'
import { html, type Html } from '../../html.ts'
import { page } from '../../layout/page.ts'
import type { PageVisit } from '../../layout/visit.ts'
import { nameAndAge } from '../../words/child.ts'
import { onBehalf } from '../act/on-behalf.ts'
import type { About, ChildAct } from './act.ts'

export interface ChildActPage {
  readonly visit: PageVisit
  readonly act: ChildAct
  readonly about: About
  readonly asking: Asking
  /** Made with the page, so that a second press is the same request. */
  readonly command: string
  /** The form was sent before with other answers: what was sent first stands. */
  readonly used?: boolean
}

/** One addition to a child's own record, as one page that asks. */
export function childActPage(props: ChildActPage): Html {
  const { visit, act, about, asking, used = false } = props
  const { record, now, child } = about.page
  const title = act.title(about)
  const nothing = act.nothing?.(about.page)
  const back = `/children/${child}`
  return page({
    title,
    visit,
    here: 'children',
    breadcrumbs: [
      { text: 'Children', href: '/children' },
      { text: record.name ?? 'The child', href: back },
    ],
    errors: asking.errors,
    ...(used && { status: sentBefore(back) }),
    lead: summary({ eyebrow: nameAndAge(record, now), sentence: title }),
    main: html`${act.above?.(about)}
    ${
      nothing === undefined
        ? formOf(props, back)
        : emptyState({
            title: nothing,
            detail: html`<a class="govuk-link" href="${back}">Back to the child</a>`,
          })
    }`,
  })
}

function formOf({ visit, act, about, asking, command }: ChildActPage, back: string): Html {
  return html`<form id="act" class="wa-measure" method="post" action="${back}/${act.path}" novalidate>
    <input type="hidden" name="_csrf" value="${visit.csrfToken}" />
    <input type="hidden" name="command" value="${command}" />
    ${act.show(about, asking)} ${onBehalf.show('told-by', asking)}
    <div class="govuk-button-group">
      ${govuk('button', { text: 'Record this', preventDoubleClick: true })}
      <a class="govuk-link" href="${back}">Cancel</a>
    </div>
  </form>`
}

/** Two forms with one id: what was sent first stands, and leads to the child at `back`. */
export function sentBefore(back: string): Html {
  return notice({
    kind: 'refused',
    title: 'This form has been sent before with other answers',
    body: html`<p>
      What was sent first stands on the record.
      <a class="govuk-link" href="${back}">Look at the child</a> before you send this as well.
    </p>`,
  })
}
