import type { Retained } from '../../../application/queries/retention.ts'
import { classRules } from '../../../domain/access/retention.ts'
import {
  whyNotDecide,
  type RetentionAct,
  type RetentionActKind,
} from '../../../domain/access/retention-review.ts'
import type { Directory } from '../../../domain/child/directory.ts'
import type { PersonId } from '../../../domain/episode/entry.ts'
import { dateInWords } from '../../../kernel/london.ts'
import { notice } from '../../components/notice.ts'
import { govuk } from '../../components/official.ts'
import { whenWords } from '../../components/time.ts'
import { showFields, type Asking } from '../../forms/fields.ts'
import { html, type Html, type Piece } from '../../html.ts'
import { page } from '../../layout/page.ts'
import type { PageVisit } from '../../layout/visit.ts'
import { decisionFields } from './form.ts'
import { whose } from './list-view.ts'
import { actWords, lengthInWords } from './words.ts'

export interface Shown {
  readonly record: Retained
  readonly person: PersonId
  readonly directory: Directory
  readonly asking: Asking
  /** Made with the page, so that a second press is the same decision. */
  readonly command: string
  /** Why what was sent was not kept. */
  readonly refused?: string
}

/** One record under review: what falls due and why, what was decided, and what can be. */
export function recordPage(visit: PageVisit, shown: Shown): Html {
  const { record, asking, refused } = shown
  const title = whose(record)
  const main = html`<h1 class="govuk-heading-l">${title}</h1>
    ${facts(record)} ${standing(visit, shown)}
    ${
      record.acts.length > 0 &&
      html`<h2 class="wa-heading">What was decided</h2>
        <ul class="govuk-list govuk-list--spaced">
          ${record.acts.map((act) => html`<li>${actInWords(act, shown, visit.now)}</li>`)}
        </ul>`
    }
    ${!record.review.disposed && decisionForm(visit, shown)}`
  const status = refused === undefined ? undefined : notice({ kind: 'refused', title: refused })
  const breadcrumbs = [{ text: 'Due for review', href: '/retention' }]
  return page({
    title,
    visit,
    here: 'children',
    breadcrumbs,
    errors: asking.errors,
    ...(status && { status }),
    main,
  })
}

function facts({ class: of, review, others, entries }: Retained): Html {
  const { due, inUse, held, disposed, decided } = review
  const rows: readonly (readonly [string, Piece])[] = [
    ['What it is', classRules[of].label],
    [
      'Falls due',
      due.kind === 'on' ? `${dateInWords(due.day)}: ${due.because}` : `Not by itself: ${due.because}`,
    ],
    ...(due.kind === 'on' ? [['Kept for', lengthInWords(due.length)] as const] : []),
    ['Entries that your organisation answers for', String(entries)],
    [
      'Others who hold a part',
      others.length === 0 ? 'Nobody: with this part everything goes' : others.join(', '),
    ],
    ...(decided.keptUntil === undefined ? [] : [['Kept until', dateInWords(decided.keptUntil)] as const]),
    [
      'Stands against disposal',
      [
        inUse && 'an episode is open or a duty is owed',
        (held || decided.holds.length > 0) && 'somebody holds it',
        disposed && 'your part is disposed of already',
      ]
        .filter((part) => part !== false)
        .join('; ') || 'nothing',
    ],
  ]
  return govuk('summary-list', {
    rows: rows.map(([key, value]) => ({ key: { text: key }, value: { html: html`${value}` } })),
  })
}

/** What stands and can be taken further with one press. */
function standing(visit: PageVisit, shown: Shown): Html {
  const { record, person } = shown
  const { proposal, confirmed, holds } = record.review.decided
  const press = (kind: RetentionActKind, about: RetentionAct, text: string, secondary = true) =>
    html`<form method="post" action="/retention/standing">
      <input type="hidden" name="_csrf" value="${visit.csrfToken}" />
      <input type="hidden" name="child" value="${record.child}" />
      <input type="hidden" name="kind" value="${kind}" />
      <input type="hidden" name="about" value="${about.id}" />
      ${govuk('button', { text, preventDoubleClick: true, ...(secondary && { classes: 'govuk-button--secondary' }) })}
    </form>`
  const first = confirmed?.proposal ?? proposal
  const mayConfirm = proposal && whyNotDecide('confirm', record.review, person, proposal.id) === undefined
  return html`${
    first !== undefined &&
    html`<p class="govuk-body">
        ${
          confirmed === undefined
            ? 'Its disposal waits for a second person of your organisation.'
            : 'Two people have decided. It goes with the next run of whoever keeps the service, and until then it can be stopped.'
        }
      </p>
      ${mayConfirm && press('confirm', first, 'Confirm the disposal', false)}
      ${press('withdraw', first, 'Withdraw the proposal')}`
  }${holds.map((hold) => press('hold-ended', hold, `End the hold: ${(hold.reason ?? '').slice(0, 60)}`))}`
}

function actInWords(
  { at, person, kind, reason, until }: RetentionAct,
  { directory }: Shown,
  now: string,
): string {
  const name = directory.posts.find((post) => post.person === person)?.personName
  const said = reason === undefined ? '' : `: “${reason}”`
  const until_ = until === undefined ? '' : ` until ${dateInWords(until)}`
  return `${whenWords(at, now)}, ${name ?? 'somebody no longer in the directory'} ${actWords[kind]}${until_}${said}`
}

function decisionForm(visit: PageVisit, { record, asking, command }: Shown): Html {
  return html`<form class="wa-measure" method="post" action="/retention/record" novalidate>
    <input type="hidden" name="_csrf" value="${visit.csrfToken}" />
    <input type="hidden" name="child" value="${record.child}" />
    <input type="hidden" name="command" value="${command}" />
    ${showFields(decisionFields, asking)} ${govuk('button', { text: 'Decide', preventDoubleClick: true })}
  </form>`
}
