import type { Looked, WhoLooked } from '../../../application/queries/who-looked.ts'
import { roleLabel } from '../../../domain/episode/roles.ts'
import { dateInWords, londonDate, startOfLondonDay, type LondonDate } from '../../../kernel/london.ts'
import type { FieldError } from '../../components/errors.ts'
import { emptyState } from '../../components/notice.ts'
import { govuk } from '../../components/official.ts'
import { clockTime, fullDate } from '../../components/time.ts'
import { optionalDay } from '../../forms/fields-day.ts'
import { exportForm } from '../../forms/export-fields.ts'
import { showFields, type Asking } from '../../forms/fields.ts'
import { emptyForm, type Form } from '../../forms/form.ts'
import { html, type Html } from '../../html.ts'
import { page } from '../../layout/page.ts'
import type { PageVisit } from '../../layout/visit.ts'
import { nameAndAge } from '../../words/child.ts'
import { nameOf, pageInWords, pageToTheChild } from './words.ts'

interface Shown {
  readonly visit: PageVisit
  readonly looked: WhoLooked
  /** What was asked for, as it was typed. */
  readonly query: Form
  readonly errors: readonly FieldError[]
  /** What was sent to take it away as a file, and was not right. */
  readonly sent?: Pick<Asking, 'form' | 'errors'>
  /** In words for the child, without the filter. */
  readonly forTheChild: boolean
}

const wrong = 'Enter the day as day, month and year, for example 28 3 2026'

export const dayFields = {
  from: optionalDay({ label: 'From this day', hint: 'For example 28 3 2026', wrong }),
  until: optionalDay({ label: 'To this day', wrong }),
}

/** Who has looked at one child's record: by day, person, post and page; and the same in words for the child. */
export function looksPage(shown: Shown): Html {
  const { visit, looked, errors, forTheChild } = shown
  const name = looked.card === undefined ? 'this record' : nameAndAge(looked.card, looked.now)
  const title = forTheChild ? 'Who has looked at your record' : `Who has looked: ${name}`
  const main = forTheChild ? toTheChild(looked) : toReviewers(shown, name)
  return page({ title, visit, here: 'children', errors: [...errors, ...(shown.sent?.errors ?? [])], main })
}

function toReviewers(shown: Shown, name: string): Html {
  const { looked } = shown
  const child = `/children/${looked.child}`
  return html`<h1 class="govuk-heading-l">Who has looked at this record</h1>
    <p class="govuk-body">
      ${looked.card === undefined ? name : html`<a class="govuk-link" href="${child}">${name}</a>`}. Each look
      was written down before the page was sent. Looking is no fault: ask, where you do not know why.
    </p>
    ${filter(shown)} ${byDay(looked, reviewersLine)}
    ${looked.more && html`<p class="govuk-body">There are more. Choose fewer days.</p>`}
    <p class="govuk-body wa-on-screen">
      <a class="govuk-link" href="/looks">Search the looks at every record that you answer for</a>
    </p>
    ${looked.looks.length > 0 && takeAway(shown, `${child}/looks/export`)}
    <h2 class="wa-heading">In words for the child</h2>
    <p class="govuk-body">
      There are no accounts for children yet.
      <a class="govuk-link" href="${child}/looks?for=child">Open the same list in plain words</a>, print it
      and go through it together. Read it first: a name on it may tell of an enquiry, or of a place that has
      to stay unknown.
    </p>`
}

function filter({ looked, query, errors, visit }: Shown): Html {
  const chosen = query.text('person')
  const everyone = { value: '', text: 'Everyone', selected: chosen === '' }
  const people = looked.people.map(({ person, name }) => ({
    value: person,
    text: name,
    selected: person === chosen,
  }))
  const form = html`<form method="get" action="/children/${looked.child}/looks" novalidate>
    ${govuk('select', {
      id: 'person',
      name: 'person',
      label: { text: 'Who', classes: 'govuk-label--s' },
      items: [everyone, ...people],
    })}
    ${showFields(dayFields, { form: query, errors, now: visit.now })}
    ${govuk('button', { text: 'Show', classes: 'govuk-button--secondary' })}
  </form>`
  const isNarrowed = [chosen, query.text('from'), query.text('until')].some((text) => text !== '')
  return html`<div class="wa-on-screen">
    ${govuk('details', { summaryText: 'Show one person, or some days', html: form, open: isNarrowed })}
  </div>`
}

/** The same list as a file. */
export function takeAway(
  { visit, query, sent }: Pick<Shown, 'visit' | 'query' | 'sent'>,
  action: string,
): Html {
  const hidden = ['person', 'words', 'from', 'until']
    .filter((name) => query.has(name))
    .map((name) => [name, query.typed(name)] as const)
  const asking = { ...(sent ?? { form: emptyForm, errors: [] }), now: visit.now }
  return html`<h2 class="wa-heading wa-on-screen">Take this list away as a table</h2>
    ${exportForm({ visit, action, asking, hidden, button: 'Save the table' })}`
}

function byDay({ looks }: WhoLooked, line: (look: Looked) => Html): Html {
  if (looks.length === 0)
    return emptyState({ title: 'Nobody has looked', detail: 'By this person, or on these days.' })
  return looksByDay(looks, line)
}

/** A heading for each London day, latest first. */
export function looksByDay<L extends Looked>(looks: readonly L[], line: (look: L) => Html): Html {
  const days = Map.groupBy(looks, ({ day }) => day)
  return html`${[...days].map(
    ([day, those]) =>
      html`<h2 class="wa-heading">${dayInWords(day)}</h2>
        <ul class="wa-evidence govuk-!-margin-bottom-6">
          ${those.map(line)}
        </ul>`,
  )}`
}

function dayInWords(day: LondonDate): string {
  return fullDate(startOfLondonDay(day))
}

function reviewersLine(look: Looked): Html {
  return html`<li>
    ${reviewersWords(look)}
    <span class="wa-evidence__source">${timesInWords(look)}</span>
  </li>`
}

/** Who, in which post, which page, for what. */
export function reviewersWords(look: Looked): Html {
  const { by, what, purpose, reference } = look
  const post =
    by === undefined
      ? []
      : [roleLabel(by.post.role), ...(by.post.team === undefined ? [] : [by.post.team]), by.organisation]
  // Of a refusal it is the route, which says nothing to a reader.
  const on = what === 'refused' ? undefined : reference
  const why = [purpose, on].filter((said) => said !== undefined).join(', ')
  return html`<strong>${nameOf(look)}</strong>${post.length > 0 && `, ${post.join(', ')}`}:
    ${pageInWords(what)}${why !== '' && `, for: ${why}`}`
}

export function timesInWords({ first, last, times }: Looked): string {
  if (times === 1) return clockTime(first)
  return `${times} times from ${clockTime(first)} to ${clockTime(last)}`
}

/** Short sentences, no titles of posts, and what can be done about it. */
function toTheChild(looked: WhoLooked): Html {
  return html`<h1 class="govuk-heading-l">Who has looked at your record</h1>
    <p class="govuk-body">
      There is a record about you, to help people find you and keep you safe. Everyone who opens it leaves
      their name. These are the people who did, until ${dateInWords(londonDate(looked.now))}.
    </p>
    <p class="govuk-body">
      You can ask why somebody looked. You can say that you do not want somebody to look. Tell your social
      worker, your reviewing officer or an advocate, and ask them to come back to you with an answer.
    </p>
    ${byDay({ ...looked, looks: looked.looks.filter(({ what }) => what !== 'refused') }, childsLine)}
    <p class="govuk-body wa-on-screen">
      <a class="govuk-link" href="/children/${looked.child}/looks">Back to the list for those who review</a>
    </p>`
}

function childsLine(look: Looked): Html {
  const from = look.by === undefined ? '' : `, from ${look.by.organisation},`
  const times = look.times === 1 ? '' : ` ${look.times} times`
  return html`<li>${nameOf(look)}${from} ${pageToTheChild(look.what)}${times}.</li>`
}
