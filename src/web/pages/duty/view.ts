import type { EpisodePage } from '../../../application/queries/episode-page.ts'
import type { DutyNow } from '../../../application/who-holds.ts'
import { roleLabel, type Role } from '../../../domain/episode/roles.ts'
import {
  clockInWords,
  conditionInWords,
  endInWords,
  metInWords,
  sentence,
  sourceInWords,
  startInWords,
} from '../../../domain/protocol/explain-words.ts'
import { chip } from '../../components/notice.ts'
import { govuk } from '../../components/official.ts'
import { summary } from '../../components/summary.ts'
import { whenWords } from '../../components/time.ts'
import { html, join, type Html, type Piece } from '../../html.ts'
import { page as wholePage } from '../../layout/page.ts'
import type { PageVisit } from '../../layout/visit.ts'
import { capitalised, childWords } from '../episode/child-words.ts'
import { clockOf, nearDates, overdueSpans, ownerLine } from '../episode/owed.ts'
import type { ActLink } from '../episode/acts-now.ts'
import type { Laid } from './clauses.ts'
import { referenceInWords } from '../../words/reference.ts'

export interface DutyView {
  readonly visit: PageVisit
  readonly page: Pick<EpisodePage, 'id' | 'record' | 'episode' | 'at'>
  readonly duty: DutyNow
  readonly laid: readonly Laid[]
  /** What this person can do that meets it. */
  readonly act?: ActLink
  /** Whether this person answers for a role that should know. */
  readonly mayAcknowledge: (tell: Role) => boolean
  /** Why it may stay undone, where someone said so. */
  readonly excused?: string
}

/** One duty: why it is due then, what ends it, and who has to know that it is silent. */
export function dutyView(props: DutyView): Html {
  const { visit, page, duty, laid, act, excused } = props
  const { row } = duty
  const child = childWords(page.record, page.at)
  const clock = clockOf(duty, { now: page.at, asKnown: false })
  return wholePage({
    title: row.title,
    visit,
    breadcrumbs: [
      { text: 'Board', href: '/board' },
      { text: child.full, href: `/episodes/${page.id}` },
    ],
    main: html`${summary({
      eyebrow: join(
        [
          child.age === undefined ? child.full : `${child.full}, ${child.age}`,
          referenceInWords(page.episode.raised?.body.reference),
        ],
        ' · ',
      ),
      sentence: row.title,
      detail: clock.markup,
    })}
    ${act && govuk('button', { text: act.text, href: act.href })}
    ${rows([
      ['Owed by', ownerLine(duty)],
      ['Why then', html`${nearDates(sentence(row.because), page.at)} ${!row.verified && unverified}`],
      row.provisional && [
        'Provisional',
        'That year’s bank holidays are not published yet, so the day may move.',
      ],
      row.covered &&
        heldOutOfHours.has(row.owedBy) && [
          'Out of hours',
          'The emergency duty team holds it itself: its clock runs by the hour.',
        ],
      ['Shown overdue', overdueSpans(duty, page.at) ?? 'Never, so far.'],
      excused !== undefined && ['Why it need not be done', excused],
    ])}
    ${ladder(props)} ${laid.map((one) => laidSection(one, laid.length > 1))}`,
  })
}

const unverified = html`${chip('Not verified', 'strong')} This time is a setting of the partnership: its
source does not say it, or has not been checked.`

/** Out of hours the duty team does for a council's workers what cannot wait (domain/child/holders.ts). */
const heldOutOfHours: ReadonlySet<Role> = new Set(['social-worker', 'team-manager', 'responsible-council'])

type Row = readonly [string, Piece]

function rows(given: readonly (Row | false)[]): Html {
  return govuk('summary-list', {
    rows: given
      .filter((row) => row !== false)
      .map(([key, value]) => ({ key: { text: key }, value: { html: html`${value}` } })),
  })
}

/** Each step of the ladder: when that role should know, and whether anyone has said so. */
function ladder({ duty, page, mayAcknowledge }: DutyView): Html {
  const { row, fired } = duty
  const steps = row.rungs.map(({ tell, at, acknowledgedBy }) => {
    const step = fired.find((rung) => rung.tell === tell && rung.at === at)
    const query = new URLSearchParams({ duty: row.id, role: tell }).toString()
    const link =
      mayAcknowledge(tell) &&
      html` <a class="govuk-link" href="/episodes/${page.id}/acknowledge?${query}"
        >Acknowledge<span class="govuk-visually-hidden"> for the ${roleLabel(tell)}</span></a
      >`
    const state =
      acknowledgedBy !== undefined
        ? html`${acknowledgedBy} has acknowledged.`
        : step === undefined
          ? 'Only if it is silent until then.'
          : html`Should know by now; no one has acknowledged.${link}`
    return html`<li>
      <strong>${capitalised(roleLabel(tell))}</strong>, ${whenWords(at, page.at)}. ${state}
    </li>`
  })
  return html`<h2 class="wa-heading">Who is told if it is silent</h2>
    <ol class="govuk-list govuk-list--number">
      ${steps}
    </ol>`
}

function laidSection({ edition, clause, stands }: Laid, isOneOfTwo: boolean): Html {
  const { protocol, edition: date, title } = edition
  const discharged = endInWords(clause.discharged)
  const cancelled = endInWords(clause.cancelled)
  const forWhom = conditionInWords(clause.for)
  return html`<h2 class="wa-heading">
      What the protocol
      says${isOneOfTwo && (stands ? ': the clock that stands' : ': the other edition, whose clock is longer')}
    </h2>
    ${rows([
      ['Starts', sentence(startInWords(clause.starts))],
      forWhom !== undefined && ['For', sentence(forWhom)],
      ['Due', sentence(clockInWords(clause))],
      ['Met', sentence(`when ${metInWords(clause.met)}`)],
      clause.doneBy !== undefined && ['Only by', sentence(`the ${roleLabel(clause.doneBy)}`)],
      [
        'Need not be done',
        discharged === undefined ? dischargeWords(clause.keeper) : sentence(`when ${discharged}`),
      ],
      ['No longer needed', cancelled === undefined ? 'Never' : sentence(`when ${cancelled}`)],
      ['Source', sourceInWords(clause.source)],
      ['Edition', html`<a class="govuk-link" href="/protocol/${protocol}/${date}">${title}, ${date}</a>`],
      ['Adopted', sentence(edition.adoptedBy)],
    ])}`
}

function dischargeWords(isKeeper: boolean): string {
  return isKeeper
    ? 'Never: someone must always hold the child.'
    : 'Only at the closing of the episode, with a reason.'
}
