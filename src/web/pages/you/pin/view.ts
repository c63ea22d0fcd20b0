import type { FieldError } from '../../../components/errors.ts'
import { notice } from '../../../components/notice.ts'
import { govuk } from '../../../components/official.ts'
import { html, type Html } from '../../../html.ts'
import { page } from '../../../layout/page.ts'
import type { PageVisit } from '../../../layout/visit.ts'
import { pinQuestion } from '../../here/view.ts'

interface PinShown {
  readonly hasPin: boolean
  readonly done: boolean
  readonly errors?: readonly FieldError[]
}

/** Where a worker of a home chooses what they type on its devices. */
export function pinPage(visit: PageVisit, { hasPin, done, errors = [] }: PinShown): Html {
  const main = html`<h1 class="govuk-heading-l">Your PIN for the devices of your home</h1>
    <p class="govuk-body">
      ${hasPin ? 'You have one. A new one takes its place.' : 'You have none yet.'} It lets you in on a device
      of the home that you work in, to report and to do what a night asks for. It opens nothing anywhere else.
    </p>
    <form method="post" novalidate>
      <input type="hidden" name="_csrf" value="${visit.csrfToken}" />
      ${pinQuestion(errors, { label: 'New PIN', hint: 'Six digits that follow no pattern' })}
      ${pinQuestion(errors, { name: 'again', label: 'The same again' })}
      ${govuk('button', { text: 'Keep it' })}
    </form>`
  const status = done && notice({ kind: 'done', title: 'Your PIN is kept' })
  const breadcrumbs = [{ text: 'Your sign-in', href: '/you' }]
  return page({ title: 'Your PIN', visit, breadcrumbs, errors, main, ...(status && { status }) })
}
