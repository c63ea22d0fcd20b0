import type { Episode } from '../../../domain/episode/state.ts'
import { numbersToRing } from '../../components/numbers-to-ring.ts'
import { notice } from '../../components/notice.ts'
import { html, type Html } from '../../html.ts'
import type { PageVisit } from '../../layout/visit.ts'

/** Whether the child is away and nobody has said that police were told. */
export function policeAreToBeTold(episode: Episode): boolean {
  const { response, voided, died, reported, raised } = episode
  // Nobody asks police for Care.
  if (raised?.body.subject.kind === 'care') return false
  return !voided && !died && reported === undefined && (response === 'concern' || response === 'searching')
}

/** Stands on every page of such an episode, the acts among them. A return does not say whether anyone told them. */
export function policeNotTold(id: string, visit: PageVisit, { raised, threshold }: Episode): Html {
  const isFromReturn = raised?.body.how === 'imported' && threshold === undefined
  return notice({
    kind: 'refused',
    title: isFromReturn
      ? 'Nothing here says that police were told: if nobody has told them, ring 999 or 101'
      : 'Police have not been told yet: ring 999 or 101',
    body: html`<p>
        Nothing on this page tells them, and an officer who may read it has not been told: looking is not
        reporting. Ring, then record the call.
      </p>
      ${numbersToRing({ dutyTeam: visit.dutyTeam })}
      <p><a class="govuk-link" href="/episodes/${id}/report-missing">I have rung: record the call</a></p>`,
  })
}
