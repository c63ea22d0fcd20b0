import type { IdentityProvider } from '../../../application/identity-providers.ts'
import type { Organisation } from '../../../domain/child/directory.ts'
import { telephone } from '../../components/numbers-to-ring.ts'
import { govuk } from '../../components/official.ts'
import { html, type Html } from '../../html.ts'
import { page } from '../../layout/page.ts'
import type { PageVisit } from '../../layout/visit.ts'
import type { Trouble } from '../../oidc/trouble.ts'

/** Why nobody was signed in, though the provider was asked. */
export type WhyNot =
  | Trouble
  /** The provider knows them, and nobody has said which person they are here. */
  | 'unknown'
  /** Somebody of the directory who holds no post of that organisation today. */
  | 'no-post'
  /** Not the person whose session it is. */
  | 'another'

interface Said {
  readonly status: 400 | 403 | 503
  readonly heading: string
  readonly because: string
  readonly toDo: string
}

/** `at`: the provider's name. */
const words: Readonly<Record<WhyNot, (at: string) => Said>> = {
  over: () => ({
    status: 400,
    heading: 'That sign-in is over',
    because: 'It was used already, it took longer than ten minutes, or it was begun in another browser.',
    toDo: 'Begin again. Nothing is lost.',
  }),
  declined: (at) => ({
    status: 403,
    heading: `${at} did not sign you in`,
    because: 'It said no, or you went back before it was done.',
    toDo: 'Begin again, or sign in another way. If it keeps saying no, ring whoever looks after your sign-in there.',
  }),
  unreachable: (at) => ({
    status: 503,
    heading: `${at} cannot be reached just now`,
    because: 'Its sign-in does not answer. The other ways to sign in still work.',
    toDo: 'Try again in a minute, or sign in another way.',
  }),
  disagree: (at) => ({
    status: 503,
    heading: `${at} does not let Whereabouts ask`,
    because:
      'It does not take this service for one of its own: something is set up differently on the two sides.',
    toDo: 'It will not mend itself. Sign in another way, and ring whoever looks after Whereabouts.',
  }),
  'not-trusted': (at) => ({
    status: 403,
    heading: 'That sign-in could not be trusted',
    because: `What came back does not fit what ${at} was asked, so nobody was signed in.`,
    toDo: 'Begin again. If it happens twice, ring whoever looks after Whereabouts: somebody may be trying to sign in as you.',
  }),
  unknown: (at) => ({
    status: 403,
    heading: 'You are not known here yet',
    because: `${at} knows you. Nobody has said which person you are in Whereabouts, so nothing is shown.`,
    toDo: 'Ring and ask to be admitted, and say the address that you signed in with.',
  }),
  'no-post': (at) => ({
    status: 403,
    heading: 'You hold no post here today',
    because: `${at} knows you, and so does Whereabouts. Your last post here has ended, or it has not begun.`,
    toDo: 'If that is wrong, ring: your post can be put right at once.',
  }),
  another: () => ({
    status: 403,
    heading: 'That was somebody else',
    because: 'This session belongs to another person. It stays as it was.',
    toDo: 'If it is yours, sign in as yourself. If not, sign out first.',
  }),
}

/** What went wrong, whom to ring about it, and every other way in. */
export function notSignedInPage(
  visit: PageVisit,
  provider: IdentityProvider,
  organisation: Organisation | undefined,
  why: WhyNot,
): { readonly html: Html; readonly status: Said['status'] } {
  const { status, heading, because, toDo } = words[why](provider.name)
  const main = html`<h1 class="govuk-heading-l">${heading}</h1>
    <p class="govuk-body">${because}</p>
    <p class="govuk-body">${toDo}</p>
    ${whomToRing(organisation, provider.name)}
    <form method="post" action="/sign-in/with/${provider.id}">
      <input type="hidden" name="_csrf" value="${visit.csrfToken}" />
      <input type="hidden" name="fresh" value="yes" />
      ${govuk('button', { text: `Try ${provider.name} again`, classes: 'govuk-button--secondary' })}
    </form>
    <p class="govuk-body"><a class="govuk-link" href="/sign-in">Other ways to sign in</a></p>`
  return { html: page({ title: heading, visit, main }), status }
}

function whomToRing(organisation: Organisation | undefined, name: string): Html {
  const night = organisation?.outOfHoursTelephone
  return html`<p class="govuk-body">
      If a child is missing now, do not wait for this. Ring 999 or 101; the duty team can record it for you.
    </p>
    ${
      organisation &&
      html`<p class="govuk-body">
        ${name}:
        ${telephone(organisation.telephone)}${night !== undefined && html`, at night ${telephone(night)}`}
      </p>`
    }`
}
