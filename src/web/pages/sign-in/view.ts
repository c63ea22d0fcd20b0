import { organisationOf } from '../../../application/author.ts'
import type { InventedDevice } from '../../../application/invented-devices.ts'
import type { Directory, Organisation, Post } from '../../../domain/child/directory.ts'
import { roleLabel } from '../../../domain/episode/roles.ts'
import { guideLinks } from '../../components/guide-links.ts'
import { numbersAtTheDoor } from '../../components/numbers-at-the-door.ts'
import { html, type Html } from '../../html.ts'
import { page } from '../../layout/page.ts'
import type { PageVisit } from '../../layout/visit.ts'
import { endedNotice, type Ended } from './ended.ts'
import { whatTheyDo } from './what-they-do.ts'

interface Offered {
  readonly directory: Directory
  readonly posts: readonly Post[]
  readonly to: string
  readonly ended?: Ended
  readonly devices?: readonly InventedDevice[]
}

/** Everyone of the demonstration, by organisation, each behind one button. */
export function signInPage(visit: PageVisit, { directory, posts, to, ended, devices = [] }: Offered): Html {
  const organisations = [...new Set(posts.map(({ organisation }) => organisation))]
  const main = html`<div class="wa-measure">
      <h1 class="govuk-heading-l">Who are you here as?</h1>
      <p class="wa-lede">
        This is a marked demonstration: everyone here is invented, every person, child, place and number. So
        there is no password. Choose anyone, and see what they see.
      </p>
    </div>
    <form method="post" action="/sign-in">
      <input type="hidden" name="_csrf" value="${visit.csrfToken}" />
      <input type="hidden" name="to" value="${to}" />
      <div class="wa-organisations">
        ${organisations.map((id) => group(organisationOf(directory, id), posts))}
      </div>
    </form>
    <p class="govuk-body wa-measure">
      A child comes in by a door of their own:
      <a class="govuk-link" href="/mine/enter">be Tyler Boothe, 15, who may read what is his</a>.
    </p>
    ${devices.length > 0 && toTry(visit, devices)}
    <div class="wa-measure">
      <h2 class="govuk-heading-m">If you had no account here</h2>
      ${numbersAtTheDoor(directory, visit.now)} ${guideLinks(directory)}
    </div>`
  const status = endedNotice(ended)
  return page({ title: 'Sign in to the demonstration', visit, main, wide: true, ...(status && { status }) })
}

/** Devices that have a door of their own. */
function toTry({ csrfToken }: PageVisit, devices: readonly InventedDevice[]): Html {
  return html`<form method="post" action="/sign-in/device">
    <input type="hidden" name="_csrf" value="${csrfToken}" />
    <section class="wa-organisation wa-measure">
      <h2 class="wa-heading">Or stand before an enrolled device</h2>
      <ul class="wa-people">
        ${devices.map(
          ({ key, words, does }) =>
            html`<li>
              <button class="wa-people__name" name="device" value="${key}">${words}</button>
              <span class="wa-people__role">${does}</span>
            </li>`,
        )}
      </ul>
    </section>
  </form>`
}

function group(organisation: Organisation, posts: readonly Post[]): Html {
  const theirs = posts.filter((post) => post.organisation === organisation.id)
  return html`<section class="wa-organisation">
    <h2 class="wa-heading">${organisation.name}</h2>
    <ul class="wa-people">
      ${theirs.map(
        (post) =>
          html`<li>
            <button class="wa-people__name" name="post" value="${post.id}">${post.personName}</button>
            <span class="wa-people__role">${postInWords(post)}: ${whatTheyDo[post.role]}</span>
          </li>`,
      )}
    </ul>
  </section>`
}

function postInWords(post: Post): string {
  const role = roleLabel(post.role)
  const words = role.charAt(0).toUpperCase() + role.slice(1)
  return post.team === undefined || post.team === role ? words : `${words}, ${post.team}`
}
