import type { ShiftNow, WaitingOutside } from '../../../application/letting-in.ts'
import { errorOf, type FieldError } from '../../components/errors.ts'
import { emptyState, notice } from '../../components/notice.ts'
import { govuk } from '../../components/official.ts'
import { whenWords } from '../../components/time.ts'
import { html, type Html } from '../../html.ts'
import { page } from '../../layout/page.ts'
import type { PageVisit } from '../../layout/visit.ts'
import { shiftQuestion } from './shift.ts'

export const outcomes = ['yes', 'ended', 'over'] as const

interface Vouch {
  readonly visit: PageVisit
  readonly waiting: readonly WaitingOutside[]
  readonly shifts?: readonly ShiftNow[]
  readonly chosen?: { readonly request: string; readonly code: string; readonly until: string }
  readonly errors?: readonly FieldError[]
  readonly done?: (typeof outcomes)[number]
}

/** Who stands at the device of a home and has no PIN, for whoever is on call. */
export function vouchPage({ visit, waiting, shifts = [], chosen, errors = [], done }: Vouch): Html {
  const [whoError, codeError] = [errorOf(errors, 'request'), errorOf(errors, 'code')]
  const main = html`<h1 class="govuk-heading-l">Let somebody in for their shift</h1>
    ${
      waiting.length === 0
        ? emptyState({
            title: 'Nobody waits at a device of a home of yours',
            detail:
              'Whoever has no PIN goes to “My name is not there, or I have no PIN” on it, and rings you.',
          })
        : html`<p class="govuk-body">
              Speak with them first. Vouch only for somebody of whom you know that they work there tonight:
              from then on they read what tonight needs of the children of the home whom you may read, and
              what they write stands under their name. The record keeps that you vouched.
            </p>
            <form method="post" action="/vouch" novalidate>
              <input type="hidden" name="_csrf" value="${visit.csrfToken}" />
              ${govuk('radios', {
                name: 'request',
                idPrefix: 'request',
                ...(chosen && { value: chosen.request }),
                fieldset: { legend: { text: 'Who is it?', classes: 'govuk-fieldset__legend--s' } },
                ...(whoError && { errorMessage: whoError }),
                items: waiting.map(({ id, name, home, device, asked, known }) => ({
                  value: id,
                  text: name,
                  hint: {
                    text: `${home}, ${device}, asked ${whenWords(asked, visit.now)}. ${known ? 'Works there by the directory, and has no PIN' : 'Nobody has this name here yet'}`,
                  },
                })),
              })}
              ${govuk('input', {
                id: 'code',
                name: 'code',
                label: { text: 'The four signs that they read out', classes: 'govuk-label--s' },
                classes: 'govuk-input--width-5',
                autocomplete: 'off',
                spellcheck: false,
                value: chosen?.code ?? '',
                ...(codeError && { errorMessage: codeError }),
              })}
              ${shiftQuestion(visit.now, chosen?.until ?? '', errors)}
              ${govuk('button', { text: 'I vouch for them', preventDoubleClick: true })}
            </form>`
    }
    ${shifts.length > 0 && shiftsNow(visit, shifts)}`
  const status = done && notice(outcomeWords[done])
  return page({ title: 'Let somebody in for their shift', visit, errors, main, ...(status && { status }) })
}

const outcomeWords = {
  yes: { kind: 'done', title: 'They can go in now: they choose a PIN on that device' },
  ended: { kind: 'done', title: 'Their shift is over: they read and write nothing more' },
  over: { kind: 'plain', title: 'That shift was over already' },
} as const

/** Who is in on somebody's word: whoever may vouch may also end it, whoever vouched. */
function shiftsNow(visit: PageVisit, shifts: readonly ShiftNow[]): Html {
  return html`<h2 class="govuk-heading-m govuk-!-margin-top-6">Let in until their shift is over</h2>
    <p class="govuk-body">
      End a shift when somebody leaves early, or should not have been let in. It ends at once; what they
      recorded stays as it is.
    </p>
    <ul class="govuk-list govuk-list--spaced">
      ${shifts.map(
        ({ id, name, home, until, by }) =>
          html`<li>
            <form method="post" action="/vouch/end">
              <input type="hidden" name="_csrf" value="${visit.csrfToken}" />
              <input type="hidden" name="shift" value="${id}" />
              <p class="govuk-body">
                <strong>${name}</strong>, ${home}, until
                ${whenWords(until, visit.now)}${by !== undefined && `. ${by} vouched`}
              </p>
              ${govuk('button', {
                html: html`End the shift<span class="govuk-visually-hidden"> of ${name}</span>`,
                classes: 'govuk-button--secondary',
                preventDoubleClick: true,
              })}
            </form>
          </li>`,
      )}
    </ul>`
}
