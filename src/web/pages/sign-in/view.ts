import { organisationOf } from '../../../application/author.ts'
import type { Directory, Organisation, Post } from '../../../domain/child/directory.ts'
import { roleLabel } from '../../../domain/episode/roles.ts'
import { govuk } from '../../components/official.ts'
import { html, type Html } from '../../html.ts'
import { page } from '../../layout/page.ts'
import type { PageVisit } from '../../layout/visit.ts'

/** Everyone of the demonstration, by organisation, each behind one button. */
export function signInPage(visit: PageVisit, directory: Directory, posts: readonly Post[], to: string): Html {
  const organisations = [...new Set(posts.map(({ organisation }) => organisation))]
  const main = html`<h1 class="govuk-heading-l">Who are you here as?</h1>
    <p class="wa-lede">
      This is a demonstration. Every person, child, place and number in it is invented, so there is no
      password: choose anyone, and see what they see.
    </p>
    ${organisations.map((id) => group(visit, organisationOf(directory, id), posts, to))}`
  return page({ title: 'Sign in to the demonstration', visit, main })
}

function group(visit: PageVisit, organisation: Organisation, posts: readonly Post[], to: string): Html {
  const theirs = posts.filter((post) => post.organisation === organisation.id)
  return html`<h2 class="wa-heading">${organisation.name}</h2>
    <ul class="govuk-list wa-people">
      ${theirs.map(
        (post) =>
          html`<li>
            <form method="post" action="/sign-in">
              <input type="hidden" name="_csrf" value="${visit.csrfToken}" />
              <input type="hidden" name="post" value="${post.id}" />
              <input type="hidden" name="to" value="${to}" />
              ${govuk('button', { text: post.personName, classes: 'govuk-button--secondary wa-act' })}
              <span class="wa-people__role">${postInWords(post)}</span>
            </form>
          </li>`,
      )}
    </ul>`
}

function postInWords(post: Post): string {
  const role = roleLabel(post.role)
  const words = role.charAt(0).toUpperCase() + role.slice(1)
  return post.team === undefined || post.team === role ? words : `${words}, ${post.team}`
}
