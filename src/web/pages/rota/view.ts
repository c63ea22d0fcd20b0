import type { OnDuty } from '../../../domain/child/rota.ts'
import type { Shift } from '../../../domain/child/shift.ts'
import { emptyState } from '../../components/notice.ts'
import { govuk } from '../../components/official.ts'
import { clockTime, fullDate } from '../../components/time.ts'
import { html, type Html } from '../../html.ts'
import { page } from '../../layout/page.ts'
import type { PageVisit } from '../../layout/visit.ts'

interface RotaPage {
  readonly visit: PageVisit
  readonly council: string
  readonly shifts: readonly Shift[]
  /** From now on, for a week. */
  readonly rota: readonly OnDuty[]
}

/** Who of the duty team is on duty, now and in the coming week. */
export function rotaPage({ visit, council, shifts, rota }: RotaPage): Html {
  const title = 'Who is on duty'
  const [now] = rota
  const main = html`<h1 class="govuk-heading-l">${title}</h1>
    <p class="govuk-body">The emergency duty team of ${council}.</p>
    ${
      now === undefined
        ? emptyState({ title: `${council} keeps no duty team here`, detail: 'Ring the council, or 101.' })
        : html`<p class="govuk-body-l"><strong>Now: ${who(now)}</strong></p>
            ${shifts.length === 0 ? withoutRota() : withRota(shifts, rota)}`
    }`
  return page({ title, visit, main })
}

function withoutRota(): Html {
  return html`<p class="govuk-body">
    No rota is kept, so the whole team is on duty at every hour. Whoever runs this service adds shifts with
    <code>whereabouts user shift</code>.
  </p>`
}

function withRota(shifts: readonly Shift[], rota: readonly OnDuty[]): Html {
  const rows = rota.map((time) => [{ text: when(time.from) }, { text: who(time) }])
  return html`${govuk('table', {
      caption: 'The coming week',
      captionClasses: 'govuk-table__caption--m',
      head: [{ text: 'From' }, { text: 'On duty' }],
      rows,
    })}
    <h2 class="govuk-heading-m">The shifts</h2>
    <ul class="govuk-list govuk-list--bullet">
      ${shifts.map(({ name, hours, from, until }) => {
        const days = until === undefined ? `from ${from}` : `from ${from} until ${until}`
        return html`<li>${name}: ${hours.replaceAll('-', ' ')}, ${days}</li>`
      })}
    </ul>
    <p class="govuk-body">
      Whoever is on duty reads every record of the council’s children for which the duty team answers, from
      half an hour before until an hour after. When nobody who holds a post is on a shift, the whole team is
      on duty: no child is without somebody. Whoever runs this service changes the rota with
      <code>whereabouts user shift</code>.
    </p>`
}

function who({ posts, named }: OnDuty): string {
  if (posts.length === 0) return 'nobody holds a post of the team: ring the council, or 101'
  const names = posts.map(({ personName }) => personName).join(', ')
  return named ? names : `the whole team, because nobody is named (${names})`
}

function when(moment: OnDuty['from']): string {
  return `${clockTime(moment)}, ${fullDate(moment)}`
}
