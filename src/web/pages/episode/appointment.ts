import type { Chronology } from '../../../domain/episode/entries.ts'
import type { EpisodeId } from '../../../domain/episode/entry.ts'
import { appointmentIn } from '../../../domain/interview/appointment.ts'
import { whenWords } from '../../components/time.ts'
import { html, type Html } from '../../html.ts'

/** When the interview is, and how a calendar is told: also that it was moved or called off. */
export function appointmentLine(chronology: Chronology, episode: EpisodeId, now: string): Html | undefined {
  const appointment = appointmentIn(chronology)
  if (appointment === undefined) return undefined
  const { at, stands } = appointment
  const link = (text: string) =>
    html`<a class="govuk-link" href="/episodes/${episode}/appointment.ics" download>${text}</a>`
  return html`<p class="govuk-body wa-on-screen">
    ${
      stands
        ? html`The interview is arranged for ${whenWords(at, now)}. ${link('Put it into a calendar')} (a file
          without names).`
        : html`The interview that was arranged for ${whenWords(at, now)} is called off.
          ${link('Take it out of a calendar')}.`
    }
  </p>`
}
