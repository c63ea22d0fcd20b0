import { newId } from '../../../application/ids.ts'
import type { ChildPage } from '../../../application/queries/child-page.ts'
import { planChanges, planLines, type PlanSide, type PlanVersion } from '../../../domain/child/plan.ts'
import { ownTimeInWords } from '../../../domain/child/plan.ts'
import { dateInWords } from '../../../kernel/london.ts'
import { emptyState, notice } from '../../components/notice.ts'
import { govuk } from '../../components/official.ts'
import { panel, summary } from '../../components/summary.ts'
import { whenWords } from '../../components/time.ts'
import { html, type Html } from '../../html.ts'
import { page } from '../../layout/page.ts'
import type { PageVisit } from '../../layout/visit.ts'
import { calledBy, nameAndAge } from '../../words/child.ts'

/** What this person may do with the plan, here and now. */
export interface MayPlan {
  readonly draft: boolean
  readonly agree: boolean
  readonly review: boolean
}

/** A child's missing plan: the last version whole, the child's words first and apart, who has agreed, what changed. */
export function planPage(visit: PageVisit, shown: ChildPage, may: MayPlan, recorded: boolean): Html {
  const { record, now, child } = shown
  const last = record.plans.at(-1)
  return page({
    title: `The missing plan for ${calledBy(record)}`,
    visit,
    here: 'children',
    breadcrumbs: [
      { text: 'Children', href: '/children' },
      { text: record.name ?? 'The child', href: `/children/${child}` },
    ],
    ...(recorded && { status: notice({ kind: 'done', title: 'Recorded. It stands below.' }) }),
    lead: summary({
      eyebrow: nameAndAge(record, now),
      sentence: 'The missing plan',
      detail: standingOf(shown),
    }),
    main:
      last === undefined
        ? emptyState({ title: 'No version of a plan is recorded here', detail: toldPlan(shown) })
        : html`${whole(last)} ${changes(record.plans)}`,
    aside: html`${last !== undefined && agreement(last, shown, may, visit)} ${steps(shown, may)}
    ${versions(record.plans, now)}`,
  })
}

function standingOf({ record: { plan, lapsedPlan, plans } }: ChildPage): string {
  if (plan !== undefined)
    return `${plan.version === undefined ? 'A plan' : `Version ${String(plan.version)}`} is in force. Review by ${dateInWords(plan.reviewBy)}.`
  if (lapsedPlan !== undefined)
    return `The plan is past its review of ${dateInWords(lapsedPlan.reviewBy)}: the shortest time for looking holds.`
  return plans.length > 0
    ? 'Not everybody who is needed has agreed yet: the shortest time for looking holds.'
    : 'No plan is agreed: the shortest time for looking holds.'
}

function toldPlan({ record: { plan } }: ChildPage): string {
  return plan === undefined ? 'Draft one together.' : `A plan was agreed: ${plan.says}`
}

function whole({ draft, version }: PlanVersion): Html {
  const [words, ...lines] = planLines(draft, dateInWords)
  const rows = lines.flatMap(({ label, text }) =>
    text === undefined
      ? []
      : [{ key: { text: label }, value: { html: html`<span class="wa-lines">${text}</span>` } }],
  )
  return html`<section>
      <h2 class="wa-heading">${words?.label}</h2>
      ${
        words?.text === undefined
          ? html`<p class="govuk-body">Nobody has written down what the child says.</p>`
          : html`<blockquote class="wa-lines govuk-inset-text">${words.text}</blockquote>`
      }
    </section>
    <h2 class="wa-heading">Version ${String(version)}</h2>
    ${govuk('summary-list', { rows })}`
}

/** Against the version before, line by line. */
function changes(plans: readonly PlanVersion[]): Html | null {
  const [before, after] = plans.slice(-2)
  if (before === undefined || after === undefined) return null
  const changed = planChanges(before.draft, after.draft, dateInWords)
  return html`<h2 class="wa-heading">What changed since version ${String(before.version)}</h2>
    ${
      changed.length === 0
        ? html`<p class="govuk-body">Nothing in its words.</p>`
        : html`<ul class="govuk-list govuk-list--spaced">
            ${changed.map(
              (one) =>
                html`<li>
                  <strong>${one.label}</strong><br />Before:
                  <span class="wa-lines">${one.before ?? 'nothing'}</span><br />Now:
                  <span class="wa-lines">${one.after ?? 'nothing'}</span>
                </li>`,
            )}
          </ul>`
    }`
}

const sideWords: Readonly<Record<PlanSide, string>> = {
  home: 'whoever cares for the child',
  council: 'the council',
  police: 'police',
}

function agreement(version: PlanVersion, { child, now }: ChildPage, may: MayPlan, visit: PageVisit): Html {
  const { agreed, awaited, entry } = version
  return panel(
    'Who has agreed',
    html`<ul class="govuk-list govuk-list--spaced">
        ${agreed.map(
          ({ side, by, at }) =>
            html`<li>${by.name} for ${sideWords[side]}, ${whenWords(at, now, 'day')}</li>`,
        )}
        ${awaited.map((side) => html`<li>Awaited: ${sideWords[side]}</li>`)}
      </ul>
      ${
        may.agree &&
        html`<form method="post" action="/children/${child}/plan-agreed-by">
          <input type="hidden" name="_csrf" value="${visit.csrfToken}" />
          <input type="hidden" name="command" value="${newId<'command'>()}" />
          <input type="hidden" name="drafted" value="${entry}" />
          ${govuk('button', { text: 'I agree to this version', preventDoubleClick: true })}
        </form>`
      }`,
  )
}

function steps({ child, record }: ChildPage, may: MayPlan): Html | null {
  const links = [
    ...(may.draft ? [{ text: 'Draft a new version', path: 'plan-drafted' }] : []),
    ...(may.review && (record.plan ?? record.lapsedPlan) !== undefined
      ? [{ text: 'It was looked at and still holds', path: 'plan-reviewed' }]
      : []),
    { text: 'What is known of the child', path: 'known' },
  ]
  return panel(
    'What you can do',
    html`<ul class="govuk-list govuk-list--spaced">
      ${links.map(
        ({ text, path }) =>
          html`<li><a class="govuk-link" href="/children/${child}/${path}">${text}</a></li>`,
      )}
    </ul>`,
  )
}

function versions(plans: readonly PlanVersion[], now: string): Html | null {
  if (plans.length < 2) return null
  return panel(
    'Versions',
    html`<ul class="govuk-list govuk-list--spaced">
      ${plans
        .toReversed()
        .map(
          ({ version, by, drafted, draft }) =>
            html`<li>
              Version ${String(version)}: ${by.name}, ${whenWords(drafted.at, now, 'day')}.
              ${ownTimeInWords(draft)}
            </li>`,
        )}
    </ul>`,
  )
}
