import { newId } from '../../../application/ids.ts'
import type { ChildPage } from '../../../application/queries/child-page.ts'
import {
  detailGroups,
  detailKindNames,
  detailKinds,
  type DetailGroup,
  type DetailKind,
} from '../../../domain/child/detail-kinds.ts'
import { detailLines, isStale, type KnownDetail } from '../../../domain/child/detail.ts'
import { dateInWords } from '../../../kernel/london.ts'
import { healthPanel, protectedAddressPanel } from '../../components/apart.ts'
import { chip, notice } from '../../components/notice.ts'
import { govuk } from '../../components/official.ts'
import { summary } from '../../components/summary.ts'
import { whenWords } from '../../components/time.ts'
import { html, type Html } from '../../html.ts'
import { page } from '../../layout/page.ts'
import type { PageVisit } from '../../layout/visit.ts'
import { calledBy, nameAndAge } from '../../words/child.ts'
import { detailInALine } from '../../words/detail.ts'
import { earlierKnown } from '../child/known.ts'

interface May {
  readonly add: boolean
  readonly end: boolean
}

/** What is known of a child for when they must be found: in groups, each thing with who said so and how fresh it is. What
    is not known is said too. It prints as it stands. */
export function knownPage(visit: PageVisit, shown: ChildPage, may: May, recorded: boolean): Html {
  const { record, now, child } = shown
  const stale = record.details.filter((one) => isStale(one, now)).length
  const groups = Object.keys(detailGroups) as readonly DetailGroup[]
  return page({
    title: `What is known of ${calledBy(record)}`,
    visit,
    here: 'children',
    breadcrumbs: [
      { text: 'Children', href: '/children' },
      { text: record.name ?? 'The child', href: `/children/${child}` },
    ],
    ...(recorded && { status: notice({ kind: 'done', title: 'Recorded. It stands below.' }) }),
    lead: summary({
      eyebrow: nameAndAge(record, now),
      sentence: 'What is known',
      detail: sumOf(record.details.length, stale),
    }),
    main: html`${groups.map((group) => groupOf(group, shown, visit, may))} ${earlierKnown(shown)}`,
    aside: html`${healthPanel(record)} ${protectedAddressPanel(record)}`,
  })
}

function sumOf(all: number, stale: number): string {
  if (all === 0) return 'Nothing that you can see is recorded here yet.'
  return stale === 0
    ? 'Each thing below was said or confirmed lately enough.'
    : `${stale} of ${all} ${stale === 1 ? 'is' : 'are'} stale: nobody has said lately that it is still so.`
}

function groupOf(group: DetailGroup, shown: ChildPage, visit: PageVisit, may: May): Html {
  const kinds = detailKindNames.filter((kind) => detailKinds[kind].group === group)
  return html`<h2 class="wa-heading">${detailGroups[group]}</h2>
    ${kinds.map((kind) => kindOf(kind, shown, visit, may))}`
}

function kindOf(kind: DetailKind, shown: ChildPage, visit: PageVisit, may: May): Html {
  const { called } = detailKinds[kind]
  const all = shown.record.details.filter(({ detail }) => detail.kind === kind)
  const isFull = 'one' in detailKinds[kind] && all.length > 0
  return html`<section class="wa-known">
    <h3 class="govuk-heading-s">${called}</h3>
    ${
      all.length === 0
        ? html`<p class="govuk-body">Not known.</p>`
        : all.map((one) => itemOf(one, shown, visit, may))
    }
    ${
      may.add &&
      !isFull &&
      html`<p class="govuk-body wa-known__add">
        <a class="govuk-link" href="/children/${shown.child}/known/${kind}"
          >Add<span class="govuk-visually-hidden">: ${called}</span></a
        >
      </p>`
    }
  </section>`
}

function itemOf(one: KnownDetail, { child, now }: ChildPage, visit: PageVisit, may: May): Html {
  const { detail, entry } = one
  const rows = detailLines(detail, dateInWords).map(({ label, text }) => ({
    key: { text: label },
    value: { text },
  }))
  const what = html`<span class="govuk-visually-hidden">: ${detailInALine(detail)}</span>`
  return html`<div class="wa-known__item">
    ${govuk('summary-list', { rows, classes: 'govuk-summary-list--no-border' })}
    <p class="wa-evidence__source">${sourceOf(one, now)} ${isStale(one, now) && chip('Stale', 'soon')}</p>
    ${
      may.add &&
      html`<div class="govuk-button-group wa-known__acts">
        ${stillSo(child, one, visit)}
        <a class="govuk-link" href="/children/${child}/known/${detail.kind}?entry=${entry}">Change${what}</a>
        ${may.end && html`<a class="govuk-link" href="/children/${child}/detail-ended?entry=${entry}">So no longer${what}</a>`}
      </div>`
    }
  </div>`
}

function sourceOf({ suppliedBy, said, confirmed, by }: KnownDetail, now: string): string {
  const first = `${suppliedBy} said so ${whenWords(said.at, now, 'day')}; ${by.name} wrote it down.`
  return confirmed.at === said.at
    ? `${first} Nobody has confirmed it since.`
    : `${first} Confirmed ${whenWords(confirmed.at, now, 'day')} by ${confirmed.by.name}.`
}

/** One press, with an id of its own: a second press is the same request. */
function stillSo(child: string, { entry, detail }: KnownDetail, visit: PageVisit): Html {
  return html`<form method="post" action="/children/${child}/detail-confirmed">
    <input type="hidden" name="_csrf" value="${visit.csrfToken}" />
    <input type="hidden" name="command" value="${newId<'command'>()}" />
    <input type="hidden" name="known" value="${entry}" />
    ${govuk('button', {
      html: html`Still true<span class="govuk-visually-hidden">: ${detailInALine(detail)}</span>`,
      classes: 'govuk-button--secondary',
      preventDoubleClick: true,
    })}
  </form>`
}
