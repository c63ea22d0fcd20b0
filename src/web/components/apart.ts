import type { ChildRecord } from '../../domain/child/record.ts'
import { html, type Html } from '../html.ts'
import { healthCalled } from '../words/health.ts'
import { panel } from './summary.ts'

/** What the child needs for their health, and how long there is without it: only whoever may know it has anything here. */
export function healthPanel({ health }: Pick<ChildRecord, 'health'>): Html | null {
  if (health.length === 0) return null
  return panel(
    'Health',
    html`<ul class="govuk-list govuk-list--spaced">
      ${health.map(
        ({ kind, text, without }) =>
          html`<li>
            <strong>${healthCalled[kind]}:</strong> ${text}
            ${without !== undefined && html`<br />Without it: ${without}`}
          </li>`,
      )}
    </ul>`,
  )
}

/** Addresses that must not be known, with from whom: likewise. */
export function protectedAddressPanel({
  protectedAddresses,
}: Pick<ChildRecord, 'protectedAddresses'>): Html | null {
  if (protectedAddresses.length === 0) return null
  return panel(
    'Must not be known',
    html`<ul class="govuk-list govuk-list--spaced">
        ${protectedAddresses.map(
          ({ address, keptFrom, why }) =>
            html`<li>
              <strong>${address}</strong><br />Kept from ${keptFrom}.
              <span class="wa-evidence__source">${why}</span>
            </li>`,
        )}
      </ul>
      <p class="govuk-body">Few read this. Say it to nobody who does not have to go there.</p>`,
  )
}
