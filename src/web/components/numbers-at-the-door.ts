import { postsIn } from '../../domain/child/council.ts'
import type { Directory } from '../../domain/child/directory.ts'
import type { OrganisationId } from '../../domain/episode/entry.ts'
import type { Moment } from '../../kernel/moment.ts'
import { html, type Html } from '../html.ts'
import { telephone } from './numbers-to-ring.ts'

/** The home that a device stands in. */
export interface AtHome {
  readonly organisation: OrganisationId
  readonly home?: string
}

/** Whom to ring for whoever is not signed in, and that whoever answers writes it down. Only out of the directory: nothing
    here says that there is any child. */
export function numbersAtTheDoor(directory: Directory, now: Moment, at?: AtHome): Html {
  const lines = [
    html`<strong>${telephone('999', 'Ring 999')}</strong> if anyone is in danger,
      ${telephone('101', 'ring 101')} otherwise`,
    ...(at === undefined ? [] : onCall(directory, now, at)),
    ...dutyTeams(directory),
  ]
  return html`<ul class="govuk-list wa-door-numbers">
      ${lines.map((line) => html`<li>${line}</li>`)}
    </ul>
    <p class="govuk-body">
      You need no account for that. The duty team writes down what you tell them, and the record says that it
      came from you. Opening this page has told nobody.
    </p>`
}

/** Whoever is on call for a home; its organisation’s own number out of hours where nobody is named. */
export function onCallFor({ posts }: Directory, now: Moment, { organisation, home }: AtHome) {
  const held = postsIn({ posts, organisations: [] }, organisation, 'home-on-call', now)
  return held.filter(({ team }) => team === undefined || team === home)
}

function onCall(directory: Directory, now: Moment, at: AtHome): readonly Html[] {
  const named = onCallFor(directory, now, at).map(
    ({ personName, telephone: number }) => html`On call for the home, ${personName}: ${telephone(number)}`,
  )
  const own = directory.organisations.find(({ id }) => id === at.organisation)
  const number = own?.outOfHoursTelephone
  return named.length > 0 || own === undefined || number === undefined
    ? named
    : [html`${own.name}, out of hours: ${telephone(number)}`]
}

function dutyTeams({ organisations }: Directory): readonly Html[] {
  return organisations.flatMap(({ name, kind, outOfHoursTelephone: number }) =>
    kind !== 'council' || number === undefined
      ? []
      : [html`Emergency duty team of ${name}, day and night: ${telephone(number)}`],
  )
}
