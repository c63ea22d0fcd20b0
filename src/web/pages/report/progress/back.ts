import { answerableOf } from '../../../../application/projections/cards.ts'
import type { EpisodePage } from '../../../../application/queries/episode-page.ts'
import type { Directory } from '../../../../domain/child/directory.ts'
import { policeNumber } from '../../../../domain/child/holder.ts'
import { holderOf } from '../../../../domain/child/holders.ts'
import { telephone } from '../../../components/numbers-to-ring.ts'
import { html, type Html } from '../../../html.ts'
import { firstName, pronounsOf } from '../../../words/child.ts'
import { capital, withVerb } from '../words.ts'

/** A foster carer’s telephone reports and does nothing else: whom to ring, at this hour, when the child is back. The clocks
    after a return run from when it was, so the page asks for the minute. */
export function whenBack(shown: EpisodePage, directory: Directory): Html {
  const { record, at, episode } = shown
  const occasion = episode.raised === undefined ? {} : { raisedBy: episode.raised.by.organisation }
  const holder = (role: 'duty-team' | 'home-on-call') =>
    holderOf(role, answerableOf(record), directory, at, occasion)
  const [team, onCall] = [holder('duty-team'), holder('home-on-call')]
  const lines = [
    html`<strong>${team.name}</strong>: ${telephone(team.telephone)}. They write down that
      ${withVerb(record, 'is', 'are')} back.`,
    episode.reported !== undefined &&
      html`<strong>Police</strong>: ${telephone(policeNumber)}. An officer comes to see
        ${pronounsOf(record).them}.`,
    onCall.telephone !== team.telephone &&
      html`<strong>${onCall.name}</strong>: ${telephone(onCall.telephone)}.`,
  ]
  return html`<h2 class="wa-heading">${capital(withVerb(record, 'is', 'are'))} back, or you know more?</h2>
    <p class="govuk-body">
      This telephone cannot record it. Ring, and say at what time ${firstName(record)} came:
    </p>
    <ul class="govuk-list govuk-list--bullet">
      ${lines.map((line) => line !== false && html`<li>${line}</li>`)}
    </ul>`
}
