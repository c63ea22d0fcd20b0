import type { Device } from '../../../../application/devices.ts'
import type { LettingIn } from '../../../../application/letting-in.ts'
import type { Directory, Post } from '../../../../domain/child/directory.ts'
import { roleLabel } from '../../../../domain/episode/roles.ts'
import { errorOf, type FieldError } from '../../../components/errors.ts'
import { numbersAtTheDoor } from '../../../components/numbers-at-the-door.ts'
import { govuk } from '../../../components/official.ts'
import { html, type Html, type Piece } from '../../../html.ts'
import { page } from '../../../layout/page.ts'
import type { PageVisit } from '../../../layout/visit.ts'
import { shiftQuestion } from '../../vouch/shift.ts'
import { pinQuestion } from '../view.ts'

type Home = Extract<Device, { kind: 'home' }>

interface Frame {
  readonly visit: PageVisit
  readonly device: Home
  readonly directory: Directory
  readonly errors?: readonly FieldError[]
}

const token = ({ csrfToken }: PageVisit): Piece =>
  html`<input type="hidden" name="_csrf" value="${csrfToken}" />`

const back = html`<p class="govuk-body"><a class="govuk-link" href="/here">Back to the names</a></p>`

/** Until somebody has vouched nothing is shown and nothing is written: an entry of a name that nobody knows would be
    nobody's. Whoever is rung writes it down. */
function ring({ directory, visit, device }: Frame): Html {
  return html`<div class="wa-callout">
    <p class="govuk-body">
      <strong>If a child is missing, do not wait to be let in. Ring.</strong>
    </p>
    ${numbersAtTheDoor(directory, visit.now, device)}
  </div>`
}

/** Somebody without a PIN says who they are. */
export function firstPage(
  props: Frame & { readonly posts: readonly Post[]; readonly chosen?: string; readonly name?: string },
): Html {
  const { visit, posts, chosen, name = '', errors = [] } = props
  const [postError, nameError] = [errorOf(errors, 'post'), errorOf(errors, 'name')]
  const named = govuk('input', {
    id: 'name',
    name: 'name',
    label: { text: 'Your first and last name, where it is not there', classes: 'govuk-label--s' },
    hint: { text: 'And your agency, if you come from one. It stands on everything that you record' },
    value: name,
    autocomplete: 'off',
    spellcheck: false,
    ...(nameError && { errorMessage: nameError }),
  })
  const main = html`<h1 class="govuk-heading-l">Who are you?</h1>
    ${ring(props)}
    <p class="govuk-body">
      Whoever is on call lets you in: you ring them, and read four signs to them. Then you choose a PIN.
    </p>
    <form method="post" action="/here/first" novalidate>
      ${token(visit)}
      ${govuk('radios', {
        name: 'post',
        idPrefix: 'post',
        ...(chosen !== undefined && { value: chosen }),
        fieldset: { legend: { text: 'Your name', classes: 'govuk-fieldset__legend--s' } },
        ...(postError && { errorMessage: postError }),
        items: [
          ...posts.map(({ id, personName, role }) => ({
            value: id,
            text: personName,
            hint: { text: roleLabel(role) },
          })),
          { value: 'new', text: 'My name is not there: I write it below' },
        ],
      })}
      ${named} ${govuk('button', { text: 'Go on', preventDoubleClick: true })}
    </form>
    ${back}`
  return page({ title: 'Who are you?', visit, errors, main })
}

interface Waiting extends Frame {
  readonly request: string
  readonly asked: LettingIn
  /** Whoever may vouch, who may stand beside them. */
  readonly vouchers: readonly Post[]
  readonly chosen?: { readonly voucher: string; readonly until: string }
}

/** They wait: the signs to read out, and whom to ring. */
export function waitingPage(props: Waiting): Html {
  const { visit, request, asked, errors = [] } = props
  const heading = `${asked.name}: ring whoever is on call, and read them these signs`
  const main = html`<h1 class="govuk-heading-l">${heading}</h1>
    <p class="wa-code">${asked.code.toUpperCase().split('').join(' ')}</p>
    ${ring(props)}
    <p class="govuk-body">
      They type the signs into Whereabouts, at “Let somebody in for their shift”.
      <a class="govuk-link" href="/here/first/${request}">See whether they have</a>. It is good for an hour.
    </p>
    ${vouchers(props)} ${back}`
  return page({ title: heading, visit, errors, main })
}

function vouchers({ visit, vouchers: those, request, chosen, errors = [] }: Waiting): Html | null {
  if (those.length === 0) return null
  const error = errorOf(errors, 'voucher')
  const form = html`<form method="post" action="/here/first/${request}/vouch" novalidate>
    ${token(visit)}
    ${govuk('radios', {
      name: 'voucher',
      idPrefix: 'voucher',
      ...(chosen && { value: chosen.voucher }),
      fieldset: { legend: { text: 'Who vouches?', classes: 'govuk-fieldset__legend--s' } },
      ...(error && { errorMessage: error }),
      items: those.map(({ id, personName, role }) => ({
        value: id,
        text: personName,
        hint: { text: roleLabel(role) },
      })),
    })}
    ${pinQuestion(errors, { label: 'Their own PIN' })}
    ${shiftQuestion(visit.now, chosen?.until ?? '', errors)}
    ${govuk('button', { text: 'I vouch for them', classes: 'govuk-button--secondary' })}
  </form>`
  return govuk('details', {
    summaryText: 'Whoever vouches stands here',
    html: form,
    open: errors.length > 0,
  })
}

/** Somebody has vouched for them. */
export function choosePinPage(props: Frame & { readonly request: string; readonly asked: LettingIn }): Html {
  const { visit, request, asked, errors = [] } = props
  const heading = `${asked.name}, choose a PIN`
  const main = html`<h1 class="govuk-heading-l">${heading}</h1>
    <p class="govuk-body">
      Six digits, good on the devices of this home until your shift is over. Nobody else may know them: what
      is recorded with them stands under your name.
    </p>
    <form method="post" action="/here/first/${request}" novalidate>
      ${token(visit)} ${pinQuestion(errors, { label: 'New PIN' })}
      ${pinQuestion(errors, { name: 'again', label: 'The same again' })}
      ${govuk('button', { text: 'Go in', preventDoubleClick: true })}
    </form>`
  return page({ title: heading, visit, errors, main })
}

/** Used, or too old. */
export function overPage(props: Frame): Html {
  const main = html`<h1 class="govuk-heading-l">That request is over</h1>
    <p class="govuk-body">It was used, or nobody vouched within the hour. Choose your name, or ask again.</p>
    ${ring(props)} ${back}`
  return page({ title: 'That request is over', visit: props.visit, main })
}
