import type { KeptDevice } from '../../../application/devices.ts'
import { errorOf, type FieldError } from '../../components/errors.ts'
import { emptyState, notice } from '../../components/notice.ts'
import { govuk } from '../../components/official.ts'
import { fullDate } from '../../components/time.ts'
import { html, type Html } from '../../html.ts'
import { page } from '../../layout/page.ts'
import type { PageVisit } from '../../layout/visit.ts'
import type { Offered } from './offers.ts'

interface DevicesShown {
  readonly visit: PageVisit
  readonly kept: readonly KeptDevice[]
  readonly offers: readonly Offered[]
  readonly chosen?: { readonly offer: string; readonly name: string }
  readonly errors?: readonly FieldError[]
  readonly ended?: boolean
}

const kinds = { home: 'of a home', 'foster-carer': 'a foster carer’s', wallboard: 'on a wall' } as const

/** Every device that the visitor answers for, and a place for another. */
export function devicesPage(props: DevicesShown): Html {
  const { visit, kept, ended = false, errors = [] } = props
  const [live, over] = [kept.filter((one) => one.ended === undefined), kept.filter((one) => one.ended)]
  const main = html`<h1 class="govuk-heading-l">Enrolled devices</h1>
    ${
      live.length === 0
        ? emptyState({ title: 'No device is enrolled' })
        : html`<ul class="govuk-list govuk-list--spaced">
            ${live.map((device) => line(visit, device))}
          </ul>`
    }
    ${
      over.length > 0 &&
      govuk('details', {
        summaryText: `Ended (${over.length})`,
        html: html`<ul class="govuk-list">
          ${over.map(
            ({ name, kind, enrolled, ended: at }) =>
              html`<li>
                ${name}, ${kinds[kind]}: from ${fullDate(enrolled)} until ${fullDate(at ?? enrolled)}
              </li>`,
          )}
        </ul>`,
      })
    }
    ${offering(props)}`
  const status = ended && notice({ kind: 'done', title: 'That device opens nothing any more' })
  return page({ title: 'Enrolled devices', visit, errors, main, ...(status && { status }) })
}

function line({ csrfToken }: PageVisit, { id, name, kind, enrolled, until }: KeptDevice): Html {
  return html`<li>
    <form method="post" action="/devices/end">
      <input type="hidden" name="_csrf" value="${csrfToken}" /><input type="hidden" name="id" value="${id}" />
      ${name}, ${kinds[kind]}, enrolled on ${fullDate(enrolled)}, until ${fullDate(until)}
      <button class="wa-plain">
        Lost or replaced: end it<span class="govuk-visually-hidden">, ${name}</span>
      </button>
    </form>
  </li>`
}

function offering({ visit, offers, chosen, errors = [] }: DevicesShown): Html {
  const [offerError, nameError] = [errorOf(errors, 'offer'), errorOf(errors, 'name')]
  if (offers.length === 0)
    return html`<p class="govuk-body wa-after">
      There is nothing here that a device could stand for. The post of a room is made by:
      <code>whereabouts user add --role wallboard</code>, that of a foster carer by:
      <code>whereabouts user add --role carer --fosters</code>
    </p>`
  return html`<h2 class="govuk-heading-m wa-after">Enrol another</h2>
    <form method="post" action="/devices" novalidate>
      <input type="hidden" name="_csrf" value="${visit.csrfToken}" />
      ${govuk('radios', {
        name: 'offer',
        idPrefix: 'offer',
        ...(chosen && { value: chosen.offer }),
        fieldset: { legend: { text: 'What does it stand for?', classes: 'govuk-fieldset__legend--s' } },
        ...(offerError && { errorMessage: offerError }),
        items: offers.map(({ value, words, hint }) => ({ value, text: words, hint: { text: hint } })),
      })}
      ${govuk('input', {
        id: 'name',
        name: 'name',
        label: { text: 'What is it called?', classes: 'govuk-label--s' },
        hint: { text: 'So that you know which to end when it is lost: “Tablet in the office”' },
        value: chosen?.name ?? '',
        ...(nameError && { errorMessage: nameError }),
      })}
      ${govuk('button', { text: 'Make a code', preventDoubleClick: true })}
    </form>`
}

/** Shown once. */
export function codePage(visit: PageVisit, name: string, code: string): Html {
  const main = html`<h1 class="govuk-heading-l">The code for: ${name}</h1>
    <p class="wa-code">${code}</p>
    <p class="govuk-body">
      On that device, open <strong>/here/enrol</strong> and type it. It is good for half an hour, once, and is
      not shown again. Whoever types it has the device: do not send it where others read.
    </p>
    <p class="govuk-body"><a class="govuk-link" href="/devices">Back to the devices</a></p>`
  return page({ title: 'A code for a device', visit, main })
}
