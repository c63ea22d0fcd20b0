import { organisationOf } from '../../../application/author.ts'
import type { Post } from '../../../domain/child/directory.ts'
import { mayUse } from '../../../domain/access/may.ts'
import { roleLabel } from '../../../domain/episode/roles.ts'
import { errorOf, type FieldError } from '../../components/errors.ts'
import { govuk } from '../../components/official.ts'
import { clockTime, fullDate } from '../../components/time.ts'
import { html, type Html } from '../../html.ts'
import { page } from '../../layout/page.ts'
import type { PageVisit } from '../../layout/visit.ts'
import type { SignedIn } from '../../route.ts'
import { wayInWords } from './way-in-words.ts'

/** How somebody is signed in, and in which post. */
export function youPage(
  visit: PageVisit,
  who: SignedIn,
  posts: readonly Post[],
  errors: readonly FieldError[] = [],
): Html {
  const main = html`<h1 class="govuk-heading-l">${who.author.name}</h1>
    ${sessionSummary(who)}
    ${
      visit.demonstration || visit.device !== undefined
        ? null
        : html`<p class="govuk-body">
            <a class="govuk-link" href="/you/account">Password and second factor</a>
          </p>`
    }
    ${visit.device === undefined ? postAndLeaving(visit, who, posts, errors) : onDevice(visit)}`
  return page({ title: 'Your sign-in', visit, errors, main })
}

/** On a device there is one post and one way out. */
function onDevice({ device, csrfToken }: PageVisit): Html {
  return html`<p class="govuk-body">
      ${
        device === 'foster-carer'
          ? 'This telephone reports for the children who are placed with you.'
          : 'This device shows what tonight needs. Leave it, and it asks the next person who they are.'
      }
    </p>
    <form method="post" action="/lock">
      <input type="hidden" name="_csrf" value="${csrfToken}" />
      ${govuk('button', { text: 'Leave this device', classes: 'govuk-button--secondary' })}
    </form>`
}

/** For whoever keeps a home's devices, is on call for it, or works in it. */
function devicesOf({ author }: SignedIn): Html | null {
  const links = [
    { use: 'have-pin', href: '/you/pin', text: 'Your PIN for the devices of your home' },
    { use: 'vouch', href: '/vouch', text: 'Let somebody in for their shift' },
    { use: 'keep-devices', href: '/devices', text: 'Enrolled devices' },
  ] as const
  const theirs = links.filter(({ use }) => mayUse(author, use))
  if (theirs.length === 0) return null
  return html`<h2 class="govuk-heading-m">Devices with a door of their own</h2>
    <ul class="govuk-list">
      ${theirs.map(({ href, text }) => html`<li><a class="govuk-link" href="${href}">${text}</a></li>`)}
    </ul>`
}

function postAndLeaving(
  visit: PageVisit,
  who: SignedIn,
  posts: readonly Post[],
  errors: readonly FieldError[],
): Html {
  const token = html`<input type="hidden" name="_csrf" value="${visit.csrfToken}" />`
  return html`${devicesOf(who)}
    <h2 class="govuk-heading-m">The post that you act in</h2>
    ${
      posts.length > 1 || errors.length > 0
        ? html`<form method="post" action="/you/act-in" novalidate>
            ${token} ${choosePost(who, posts, errors)} ${govuk('button', { text: 'Act in this post' })}
          </form>`
        : html`<p class="govuk-body">${postInWords(who, who.post)}. You hold no other post today.</p>`
    }
    <p class="govuk-body"><a class="govuk-link" href="/rota">Who is on duty</a></p>
    <h2 class="govuk-heading-m">Leave</h2>
    <p class="govuk-body">
      Lost a telephone, or left a page open somewhere? This ends your session on every device.
    </p>
    <form method="post" action="/you/sign-out-everywhere">
      ${token} ${govuk('button', { text: 'Sign out everywhere', classes: 'govuk-button--secondary' })}
    </form>`
}

function sessionSummary({ session }: SignedIn): Html | null {
  if (session === undefined) return null
  const { how, opened, ends, idleEnds } = session
  const row = (key: string, text: string) => ({ key: { text: key }, value: { text } })
  const rows = [
    row('Signed in', `${wayInWords(how)}, ${clockTime(opened)} on ${fullDate(opened)}`),
    row('If nothing is done', `Signed out at ${clockTime(idleEnds)}`),
    row('At the latest', `Signed out at ${clockTime(ends)} on ${fullDate(ends)}`),
  ]
  return govuk('summary-list', { rows })
}

function choosePost(who: SignedIn, posts: readonly Post[], errors: readonly FieldError[]): Html {
  const error = errorOf(errors, 'post')
  return govuk('radios', {
    name: 'post',
    idPrefix: 'post',
    value: who.post.id,
    fieldset: {
      legend: { text: 'Everything that you record says this post', classes: 'govuk-fieldset__legend--s' },
    },
    ...(error && { errorMessage: error }),
    items: posts.map((post) => ({ value: post.id, text: postInWords(who, post) })),
  })
}

function postInWords({ directory }: SignedIn, post: Post): string {
  const role = roleLabel(post.role)
  const words = role.charAt(0).toUpperCase() + role.slice(1)
  return [words, post.team, organisationOf(directory, post.organisation).name]
    .filter((part) => part !== undefined)
    .join(', ')
}
