import { numbersToRing } from '../components/numbers-to-ring.ts'
import { clockTime, fullDate } from '../components/time.ts'
import { html, type Html } from '../html.ts'
import type { PageVisit } from './visit.ts'

/** What the product does not do, the numbers that do it, and whether any of this is real. */
export function footer({ demonstration, dutyTeam, now }: PageVisit, withNumbers = true): Html {
  return html`<footer class="wa-footer">
    <div class="wa-footer__inner">
      <p class="wa-footer__alert">
        <strong>Whereabouts alerts nobody yet.</strong> What you record here is seen only by people who look.
        To tell the police or the duty team, ring them.
      </p>
      ${withNumbers && numbersToRing({ dutyTeam })}
      <p class="wa-footer__made">As recorded at ${clockTime(now)} on ${fullDate(now)}.</p>
      ${demonstration && html`<p>This is a demonstration: every person and place is invented.</p>`}
    </div>
  </footer>`
}
