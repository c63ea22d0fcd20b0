import type { Emergency, ToReview } from '../../../application/outside.ts'
import { reviewEmergency, toReview, type Review } from '../../../application/queries/outside.ts'
import type { Directory } from '../../../domain/child/directory.ts'
import { parseId } from '../../../kernel/ids.ts'
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
  return outcome === 'done' ? seeing(path) : { kind: 'not-found' }
}

interface Sent {
  readonly id: string
  readonly form: Form
  readonly errors: readonly FieldError[]
}

async function shown({ app, who, page: visit }: Visit, sent?: Sent): Promise<Html> {
  return reviewPage(visit, await toReview(app, who.visitor), who.directory, who.author.person, sent)
}

function reviewPage(
  visit: PageVisit,
  { now, emergencies, questions, revealed }: Review,
  directory: Directory,
  person: string,
  sent?: Sent,
): Html {
  const title = 'Opened and asked outside a relationship'
  const line = ({ at, person: by, text, child }: ToReview) =>
    html`<li>${whenWords(at, now)}, ${nameOf(directory, by)}: “${text}” (${child.slice(0, 8)})</li>`
  const list = (all: readonly ToReview[], none: string) =>
    all.length === 0
      ? emptyState({ title: none })
      : html`<ul class="govuk-list">
          ${all.map(line)}
        </ul>`
  const main = html`<h1 class="govuk-heading-l">${title}</h1>
    <h2 class="wa-heading">Records opened in an emergency</h2>
    ${
      emergencies.length === 0
        ? emptyState({ title: 'None was opened' })
        : emergencies.map((one) => emergencyItem(visit, one, now, directory, person, sent))
    }
    <h2 class="wa-heading">Asked whether a child is missing</h2>
    ${list(questions, 'Nobody asked about a child of this council')}
    <h2 class="wa-heading">Names that were revealed</h2>
    ${list(revealed, 'No name was revealed')}`
  return page({ title, visit, here: 'duties', errors: sent?.errors ?? [], main })
}

function emergencyItem(
  visit: PageVisit,
  { id, at, until, person: by, reason, looks, reviewed, child }: Emergency,
  now: string,
  directory: Directory,
  person: string,
  sent?: Sent,
): Html {
  const mine = sent?.id === id ? sent : { form: emptyForm, errors: [] }
  const form = html`<form class="wa-measure" method="post" action="${path}/${id}" novalidate>
    <input type="hidden" name="_csrf" value="${visit.csrfToken}" />
    ${showFields({ said }, { form: mine.form, errors: mine.errors, now: visit.now })}
    ${govuk('button', { text: 'Record the review', preventDoubleClick: true })}
  </form>`
  const outcome =
    reviewed !== undefined
      ? html`<p class="govuk-body">
          Reviewed by ${nameOf(directory, reviewed.by)}, ${whenWords(reviewed.at, now)}: ${reviewed.said}
        </p>`
      : by === person
        ? html`<p class="govuk-body">Somebody else reviews what you opened.</p>`
        : form
  return html`<section>
    <h3 class="govuk-heading-s">
      ${nameOf(directory, by)}, ${whenWords(at, now)} until ${clockTime(until)} (${child.slice(0, 8)})
    </h3>
    <p class="govuk-body">“${reason}”</p>
    <ul class="govuk-list">
      ${looks.map(({ at: looked, what }) => html`<li>${clockTime(looked)} looked at: ${what}</li>`)}
    </ul>
    ${outcome}
  </section>`
}

function nameOf({ posts }: Directory, person: string): string {
  return posts.find((post) => post.person === person)?.personName ?? 'Somebody no longer in the directory'
}
