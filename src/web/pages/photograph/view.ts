import type { ChildPage } from '../../../application/queries/child-page.ts'
import { errorOf } from '../../components/errors.ts'
import { govuk } from '../../components/official.ts'
import { callout, summary } from '../../components/summary.ts'
import { showFields, type Asking } from '../../forms/fields.ts'
import { html, type Html } from '../../html.ts'
import { page } from '../../layout/page.ts'
import type { PageVisit } from '../../layout/visit.ts'
import { nameAndAge, pronounsOf } from '../../words/child.ts'
import { onBehalf } from '../act/on-behalf.ts'
import { sentBefore } from '../child-act/view.ts'
import { photographFields, pictureField } from './form.ts'

export interface AddPhotographPage {
  readonly visit: PageVisit
  readonly shown: ChildPage
  readonly asking: Asking
  /** Made with the page, so that a second press is the same request. */
  readonly command: string
  /** The form was sent before with other answers: what was sent first stands. */
  readonly used?: boolean
}

/** One photograph, with the day on which it was taken and who gave it. */
export function addPhotographPage({ visit, shown, asking, command, used = false }: AddPhotographPage): Html {
  const { record, now, child } = shown
  const title = 'Add a photograph'
  const back = `/children/${child}`
  const error = errorOf(asking.errors, pictureField)
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
    main: html`${callout(
        html`<p>
          Everybody who may see who ${pronounsOf(record).they} ${pronounsOf(record).are} sees it, and each
          time is on the record. The place and the time that a camera writes into a picture are taken out.
        </p>`,
      )}
      <form
        id="act"
        class="wa-measure"
        method="post"
        action="${back}/photograph-added"
        enctype="multipart/form-data"
        novalidate
      >
        <input type="hidden" name="_csrf" value="${visit.csrfToken}" />
        <input type="hidden" name="command" value="${command}" />
        ${showFields(photographFields, asking)}
        ${govuk('file-upload', {
          id: pictureField,
          name: pictureField,
          label: { text: 'The photograph', classes: 'govuk-label--s' },
          hint: { text: 'JPEG, PNG or WebP, up to 10 megabytes.' },
          attributes: { accept: 'image/jpeg,image/png,image/webp' },
          ...(error && { errorMessage: error }),
        })}
        ${onBehalf.show('told-by', asking)}
        <div class="govuk-button-group">
          ${govuk('button', { text: 'Add this photograph', preventDoubleClick: true })}
          <a class="govuk-link" href="${back}">Cancel</a>
        </div>
      </form>`,
  })
}
