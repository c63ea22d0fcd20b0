import type { Device } from '../../../application/devices.ts'
import { inventedPin } from '../../../application/invented-devices.ts'
import type { Directory, Post } from '../../../domain/child/directory.ts'
import { roleLabel } from '../../../domain/episode/roles.ts'
import { errorOf, type FieldError } from '../../components/errors.ts'
import { numbersAtTheDoor } from '../../components/numbers-at-the-door.ts'
import { govuk } from '../../components/official.ts'
import { html, type Html, type Piece } from '../../html.ts'
import { page } from '../../layout/page.ts'
import type { PageVisit } from '../../layout/visit.ts'
import { endedNotice, type Ended } from '../sign-in/ended.ts'

export interface AtTheDoor {
  readonly visit: PageVisit
  readonly device: Device
  readonly directory: Directory
  /** Where the person was going. */
  readonly to: string
  readonly ended?: Ended
  readonly errors?: readonly FieldError[]
}

type OfHome = AtTheDoor & {
  readonly device: Extract<Device, { kind: 'home' }>
  /** Whoever works in the home today. */
  readonly posts: readonly Post[]
  /** Kept when it is asked again. */
  readonly chosen?: string
}

/** The tablet of a home: who is here, by name and PIN. */
export function homeDoor(props: OfHome): Html {
  const { visit, device, posts, to, chosen, errors = [] } = props
  const whoError = errorOf(errors, 'post')
  const main = html`<p class="wa-eyebrow">${device.name}</p>
    <h1 class="govuk-heading-l">${device.home}: who are you?</h1>
    ${ring(props)}
    ${
      posts.length === 0
        ? html`<p class="govuk-body">Nobody is named as working here today.</p>`
        : html`<form method="post" action="/here" novalidate>
            ${hidden(visit, to)}
            ${govuk('radios', {
              name: 'post',
              idPrefix: 'post',
              ...(chosen !== undefined && { value: chosen }),
              fieldset: { legend: { text: 'Your name', classes: 'govuk-fieldset__legend--s' } },
              ...(whoError && { errorMessage: whoError }),
              items: posts.map(({ id, personName, role }) => ({
                value: id,
                text: personName,
                hint: { text: roleLabel(role) },
              })),
            })}
            ${pinQuestion(errors, { hint: visit.demonstration ? everybodysPin : undefined })}
            ${govuk('button', { text: 'Go on', preventDoubleClick: true })}
          </form>`
    }
    <p class="govuk-body">
      <a class="govuk-link" href="/here/first">My name is not there, or I have no PIN</a>
    </p>
    ${others(visit)}`
  return door(props, `${device.home}: who are you?`, main)
}

const everybodysPin = `In the demonstration everybody’s PIN is ${inventedPin}`

/** The telephone of a foster carer: one press, at any hour. */
export function phoneDoor(props: AtTheDoor & { readonly name: string }): Html {
  const { visit, name, to } = props
  const main = html`<h1 class="govuk-heading-l">Is a child missing?</h1>
    ${ring(props)}
    <form method="post" action="/here/open">
      ${hidden(visit, to)}
      ${govuk('button', { text: 'Report a child who is missing', preventDoubleClick: true })}
    </form>
    <p class="govuk-body">
      This telephone reports as ${name}, for the children who are placed with you. It shows nothing else, and
      nobody is told by it: it helps you to say what the police will ask. It cannot record that a child is
      back: ring the numbers above for that.
    </p>
    ${others(visit)}`
  return door(props, 'Is a child missing?', main)
}

/** A screen on a wall. The script presses the button, so that it comes back by itself after the power was off. */
export function wallDoor(props: AtTheDoor): Html {
  const { visit, device } = props
  const main = html`<h1 class="govuk-heading-l">${device.name}</h1>
    <p class="govuk-body">
      This screen shows the board to the room. It writes nothing, and each child on it is on the record as
      seen by the room.
    </p>
    <form method="post" action="/here/open" data-press>
      ${hidden(visit, '/board')} ${govuk('button', { text: 'Show the board' })}
    </form>
    ${others(visit)}`
  return door(props, device.name, main)
}

/** For a browser that is no device, or no longer. */
export function noDevicePage(
  visit: PageVisit,
  directory: Directory,
  errors: readonly FieldError[] = [],
): Html {
  const error = errorOf(errors, 'code')
  const main = html`<h1 class="govuk-heading-l">Make this a device of a home, a carer or a room</h1>
    <p class="govuk-body">
      Whoever manages the home, or keeps the accounts, gives you a code. It is good for half an hour, and
      once. From then on whoever holds this device is let in by its own door.
    </p>
    <form method="post" action="/here/enrol" novalidate>
      <input type="hidden" name="_csrf" value="${visit.csrfToken}" />
      ${govuk('input', {
        id: 'code',
        name: 'code',
        label: { text: 'Code' },
        hint: { text: 'Ten letters and digits, as k7mpq-4r2ts' },
        classes: 'govuk-input--width-10',
        autocomplete: 'off',
        spellcheck: false,
        ...(error && { errorMessage: error }),
      })}
      ${govuk('button', { text: 'Make it this device' })}
    </form>
    <p class="govuk-body"><a class="govuk-link" href="/sign-in">Sign in with an account</a></p>
    <h2 class="govuk-heading-m">If a child is missing now</h2>
    ${numbersAtTheDoor(directory, visit.now)}`
  return page({ title: 'Make this an enrolled device', visit, errors, main })
}

export function pinQuestion(
  errors: readonly FieldError[],
  {
    name = 'pin',
    label = 'Your PIN',
    hint,
  }: { name?: string; label?: string; hint?: string | undefined } = {},
): Html {
  const error = errorOf(errors, name)
  return govuk('input', {
    id: name,
    name,
    type: 'password',
    inputmode: 'numeric',
    label: { text: label, classes: 'govuk-label--s' },
    ...(hint !== undefined && { hint: { text: hint } }),
    classes: 'govuk-input--width-10',
    autocomplete: 'one-time-code',
    ...(error && { errorMessage: error }),
  })
}

function door({ visit, ended, errors = [] }: AtTheDoor, title: string, main: Html): Html {
  const status = endedNotice(ended)
  return page({ title, visit, errors, main, ...(status && { status }) })
}

/** First, because whoever stands here at night may have come for nothing else. */
function ring({ directory, visit, device }: AtTheDoor): Html {
  const at = {
    organisation: device.organisation,
    ...(device.kind === 'home' && { home: device.home }),
  }
  return html`<div class="wa-callout">${numbersAtTheDoor(directory, visit.now, at)}</div>`
}

function hidden({ csrfToken }: PageVisit, to: string): Piece {
  return html`<input type="hidden" name="_csrf" value="${csrfToken}" /><input
      type="hidden"
      name="to"
      value="${to}"
    />`
}

function others(visit: PageVisit): Html {
  return html`<p class="govuk-body">
      <a class="govuk-link" href="/sign-in?own=yes">Sign in with an account of your own</a>
    </p>
    ${
      visit.demonstration &&
      html`<form method="post" action="/here/leave">
        <input type="hidden" name="_csrf" value="${visit.csrfToken}" />
        ${govuk('button', { text: 'Stop trying this device', classes: 'govuk-button--secondary' })}
      </form>`
    }`
}
