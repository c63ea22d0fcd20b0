import type { Emergency, ToReview } from '../../../application/outside.ts'
import {
  knowOfEmergency,
  reviewEmergency,
  toReview,
  type Review,
} from '../../../application/queries/outside.ts'
import type { Directory } from '../../../domain/child/directory.ts'
import { parseId } from '../../../kernel/ids.ts'
import { referenceOf } from '../../../application/notices.ts'
import type { FieldError } from '../../components/errors.ts'
import { emptyState } from '../../components/notice.ts'
import { govuk } from '../../components/official.ts'
import { clockTime, whenWords } from '../../components/time.ts'
import { longText } from '../../forms/fields-text.ts'
import { showFields } from '../../forms/fields.ts'
import { emptyForm, type Form } from '../../forms/form.ts'
import { html, type Html } from '../../html.ts'
import { page } from '../../layout/page.ts'
import type { PageVisit } from '../../layout/visit.ts'
import { seeing, showing, type Answer, type Route, type Visit } from '../../route.ts'
import { toldByMail } from './told-by-mail.ts'

const path = '/review'
const may = { kind: 'may-use', use: 'review' } as const

export const reviewRoutes: readonly Route[] = [
  {
    method: 'GET',
    path,
    may,
    audit: { kind: 'look', what: 'what was opened and asked, for review' },
    handle: async (visit: Visit) => showing(await shown(visit)),
  },
  {
    method: 'POST',
    path: `${path}/:emergency`,
    may,
    audit: { kind: 'entry', what: 'the review of what was opened in an emergency' },
    handle: review,
  },
  {
    method: 'POST',
    path: `${path}/:emergency/known`,
    may,
    audit: { kind: 'entry', what: 'that one knows of what was opened in an emergency' },
    handle: know,
  },
]

const said = longText({
  label: 'What did you find, and what follows?',
  missing: 'Enter what you found and what follows',
})

async function review(visit: Visit): Promise<Answer> {
  const { app, who, params, form, page: layout } = visit
  const id = parseId(params['emergency'] ?? '')
  const read = said.read('said', form, layout.now)
  if (id === undefined) return { kind: 'not-found' }
  if (read.kind === 'problems') return showing(await shown(visit, { id, form, errors: read.problems }), 400)
  const outcome = await reviewEmergency(app, who.visitor, id, read.value)
  return outcome === 'not-found' ? { kind: 'not-found' } : seeing(path)
}

/** Where there is nothing to know of, the list shows what there is. */
async function know({ app, who, params }: Visit): Promise<Answer> {
  const id = parseId(params['emergency'] ?? '')
  if (id !== undefined) await knowOfEmergency(app, who.visitor, id)
  return seeing(path)
}

interface Sent {
  readonly id: string
  readonly form: Form
  readonly errors: readonly FieldError[]
}

async function shown({ app, who, query, page: visit }: Visit, sent?: Sent): Promise<Html> {
  const review = await toReview(app, who.visitor)
  const waiting = review.emergencies.filter(
    (one) => one.reviewed === undefined && one.person !== who.author.person,
  )
  const chosen = sent?.id ?? waiting.find(({ id }) => id === query.text('of'))?.id ?? waiting[0]?.id
  return reviewPage({
    visit,
    directory: who.directory,
    person: who.author.person,
    ...(sent && { sent }),
    ...(chosen !== undefined && { chosen }),
    review,
  })
}

interface Shown {
  readonly visit: PageVisit
  readonly directory: Directory
  /** Who reads it. */
  readonly person: string
  readonly review: Review
  readonly sent?: Sent
  /** Whose form stands open: one at a time. */
  readonly chosen?: string
}

function reviewPage(all: Shown): Html {
  const { visit, directory, sent, review } = all
  const { now, emergencies, questions, revealed } = review
  const title = 'Opened and asked outside a relationship'
  const line = ({ at, person: by, text, child }: ToReview) =>
    html`<li>${whenWords(at, now)}, ${nameOf(directory, by)}: “${text}” (${child.slice(0, 8)})</li>`
  const list = (these: readonly ToReview[], none: string) =>
    these.length === 0
      ? emptyState({ title: none })
      : html`<ul class="govuk-list">
          ${these.map(line)}
        </ul>`
  const main = html`<h1 class="govuk-heading-l">${title}</h1>
    <h2 class="wa-heading">Records opened in an emergency</h2>
    ${
      emergencies.length === 0
        ? emptyState({ title: 'None was opened' })
        : emergencies.map((one) => emergencyItem(one, all))
    }
    <h2 class="wa-heading">Asked whether a child is missing</h2>
    ${list(questions, 'Nobody asked about a child of this council')}
    <h2 class="wa-heading">Names that were revealed</h2>
    ${list(revealed, 'No name was revealed')}`
  return page({ title, visit, here: 'duties', errors: sent?.errors ?? [], main })
}

function emergencyItem(one: Emergency, shown: Shown): Html {
  const { id, at, until, person: by, reason, looks, child, told } = one
  const { directory, review } = shown
  return html`<section class="govuk-!-margin-bottom-6">
    <h3 class="govuk-heading-s">
      ${nameOf(directory, by)}, ${whenWords(at, review.now)} until ${clockTime(until)} (${child.slice(0, 8)})
    </h3>
    <p class="govuk-body">“${reason}” Reference ${referenceOf(id)}.</p>
    <ul class="govuk-list">
      ${looks.map(({ at: looked, what }) => html`<li>${clockTime(looked)} looked at: ${what}</li>`)}
    </ul>
    ${toldByMail(told, directory, review.now)} ${known(one, shown)} ${outcome(one, shown)}
    ${sayKnown(one, shown)}
  </section>`
}

function known({ known: by }: Emergency, { directory }: Shown): Html {
  const names = by.map((one) => nameOf(directory, one))
  return html`<p class="govuk-body">
    ${names.length === 0 ? 'Nobody has said yet that they know.' : `Known to ${names.join(' and ')}.`}
  </p>`
}

/** For whoever has to be told and has not said yet that they are. */
function sayKnown({ id, known: by, person: openedBy }: Emergency, { visit, person }: Shown): Html | null {
  if (openedBy === person || by.some((one) => one === person)) return null
  return html`<form method="post" action="${path}/${id}/known">
    <input type="hidden" name="_csrf" value="${visit.csrfToken}" />
    ${govuk('button', { text: 'I know of this', classes: 'govuk-button--secondary', preventDoubleClick: true })}
  </form>`
}

function outcome(
  { id, person: by, reviewed }: Emergency,
  { visit, directory, person, review, sent, chosen }: Shown,
): Html {
  if (reviewed !== undefined)
    return html`<p class="govuk-body">
      Reviewed by ${nameOf(directory, reviewed.by)}, ${whenWords(reviewed.at, review.now)}: ${reviewed.said}
    </p>`
  if (by === person) return html`<p class="govuk-body">Somebody else reviews what you opened.</p>`
  if (id !== chosen)
    return html`<p class="govuk-body"><a class="govuk-link" href="${path}?of=${id}">Review this one</a></p>`
  const { form, errors } = sent ?? { form: emptyForm, errors: [] }
  return html`<form class="wa-measure" method="post" action="${path}/${id}" novalidate>
    <input type="hidden" name="_csrf" value="${visit.csrfToken}" />
    ${showFields({ said }, { form, errors, now: visit.now })}
    ${govuk('button', { text: 'Record the review', preventDoubleClick: true })}
  </form>`
}

function nameOf({ posts }: Directory, person: string): string {
  return posts.find((post) => post.person === person)?.personName ?? 'Somebody no longer in the directory'
}
