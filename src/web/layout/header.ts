import type { DeviceKind } from '../../domain/access/device.ts'
import { html, type Html } from '../html.ts'
import { mark } from './mark.ts'
import type { PageVisit, Place } from './visit.ts'

const places: readonly { readonly place: Place; readonly href: string; readonly text: string }[] = [
  { place: 'board', href: '/board', text: 'Board' },
  { place: 'report', href: '/report', text: 'Report' },
  { place: 'duties', href: '/duties', text: 'My duties' },
  { place: 'children', href: '/children', text: 'Children' },
  { place: 'protocol', href: '/protocol', text: 'Protocol' },
]

const named = html`${mark()}<span>Whereabouts</span>`
const brand = html`<a class="wa-brand" href="/board">${named}</a>`

const placesOn: Readonly<Record<DeviceKind, readonly Place[]>> = {
  home: ['board', 'report', 'duties'],
  'foster-carer': ['report'],
  wallboard: [],
}

/** The mark leads to the board, where there is one to be led to. */
function brandOf({ device }: PageVisit): Html {
  return device === 'wallboard' || device === 'foster-carer'
    ? html`<span class="wa-brand">${named}</span>`
    : brand
}

function navigation(visit: PageVisit, here: Place | undefined): Html | null {
  const { device } = visit
  const offered =
    device === undefined ? places : places.filter(({ place }) => placesOn[device].includes(place))
  if (offered.length === 0) return null
  const items = offered.map(({ place, href, text }) => {
    const owed =
      place === 'duties' && visit.dutiesOwed !== null
        ? html` <strong class="wa-nav__count"
            >${visit.dutiesOwed}<span class="govuk-visually-hidden"> owed</span></strong
          >`
        : null
    const current = place === here ? html` aria-current="page"` : null
    return html`<li><a class="wa-nav__link" href="${href}" ${current}>${text}${owed}</a></li>`
  })
  return html`<nav class="wa-nav" aria-label="Main">
    <ul class="wa-nav__list">
      ${items}
    </ul>
  </nav>`
}

/** The person's name and post, and the way out. A wall has none, and on a shared device there is one: the next person
    finds the page that asks who they are. */
function signedIn({ person, csrfToken, device }: PageVisit): Html | null {
  if (person === null) return null
  if (device === 'wallboard') return html`<p class="wa-person wa-person__who">${person.name}</p>`
  if (device !== undefined)
    return html`<div class="wa-person">
      <p class="wa-person__who">
        <a class="wa-person__name" href="/you">${person.name}</a>
        <span class="wa-person__post">${person.post}</span>
      </p>
      <form method="post" action="/lock">
        <input type="hidden" name="_csrf" value="${csrfToken}" /><button class="wa-person__out" type="submit">
          Leave this device
        </button>
      </form>
    </div>`
  return html`<div class="wa-person">
    <p class="wa-person__who">
      <a class="wa-person__name" href="/you">${person.name}</a>
      <span class="wa-person__post">${person.post}</span>
    </p>
    <form method="post" action="/lock">
      <input type="hidden" name="_csrf" value="${csrfToken}" /><button class="wa-person__out" type="submit">
        Lock
      </button>
    </form>
    <form method="post" action="/sign-out">
      <input type="hidden" name="_csrf" value="${csrfToken}" /><button class="wa-person__out" type="submit">
        Sign out
      </button>
    </form>
  </div>`
}

/** The header of every page but a report's. Before sign-in it holds the name alone. */
export function header(visit: PageVisit, here: Place | undefined): Html {
  const nav = visit.person === null ? null : navigation(visit, here)
  return html`<header class="wa-header">
    <div class="wa-header__inner">${brandOf(visit)}${nav}${signedIn(visit)}</div>
  </header>`
}

/** What has been sent, and who does not know yet. */
export type Sent = { readonly headline: string; readonly detail: string }

/** The header of a report: nothing on it leads away, and it never lets a started form pass for a told police force. */
export function reportHeader(sent: Sent): Html {
  return html`<header class="wa-header">
    <div class="wa-header__inner wa-header__inner--report">
      <span class="wa-brand">${named}</span>
      <p class="wa-sent"><strong>${sent.headline}</strong> <span>${sent.detail}</span></p>
    </div>
  </header>`
}
