import { html, type Html } from '../html.ts'

/** "020 7946 0123" as a link that a telephone dials. */
export function telephone(number: string, words: string = number): Html {
  return html`<a class="govuk-link wa-telephone" href="tel:${number.replace(/[^\d+]/g, '')}">${words}</a>`
}

type NumbersToRing = {
  /** The team on duty now, when the page knows whose area this is. */
  readonly dutyTeam: { readonly name: string; readonly telephone: string; readonly onDuty?: string } | null
}

/** The numbers that stand on every page: the product alerts nobody, a telephone does. */
export function numbersToRing({ dutyTeam }: NumbersToRing): Html {
  const team =
    dutyTeam === null
      ? null
      : html`${telephone(dutyTeam.telephone, `Ring ${dutyTeam.name}`)}
          <span class="wa-numbers__digits">${dutyTeam.telephone}</span>
          ${dutyTeam.onDuty !== undefined && html`<span>(on duty: ${dutyTeam.onDuty})</span>`}`
  const numbers = [
    html`<strong>${telephone('999', 'Ring 999')}</strong> in danger`,
    html`${telephone('101', 'Ring 101')} otherwise`,
    team,
  ]
  return html`<ul class="wa-numbers">
    ${numbers.map((number) => number && html`<li>${number}</li>`)}
  </ul>`
}
