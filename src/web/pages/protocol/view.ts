import { explain, type ExplainedDuty, type ExplainedSection } from '../../../domain/protocol/explain.ts'
import type { Edition } from '../../../domain/protocol/protocol.ts'
import { dateInWords, londonDate } from '../../../kernel/london.ts'
import { chip } from '../../components/notice.ts'
import { govuk } from '../../components/official.ts'
import { summary } from '../../components/summary.ts'
import { html, type Html, type Piece } from '../../html.ts'
import { page } from '../../layout/page.ts'
import type { PageVisit } from '../../layout/visit.ts'

/** Every joint protocol, and its editions by date. */
export function protocolsPage(visit: PageVisit, editions: readonly Edition[]): Html {
  const main = html`<h1 class="govuk-heading-l">Protocols</h1>
    <p class="wa-lede">
      What everyone owes, and by when, as data. An edition in force is never edited: a change is a new
      edition.
    </p>
    <ul class="govuk-list govuk-list--spaced">
      ${editions.map(
        (edition) =>
          html`<li>
            <a class="govuk-link" href="${addressOf(edition)}"
              >${edition.title}, edition ${edition.edition}</a
            >
            <br />In force from
            ${dateInWords(edition.from)}${edition.until && ` until ${dateInWords(edition.until)}`}
            ${reviewChip(edition, visit)} <br /><a class="govuk-link" href="/guide/${edition.protocol}"
              >One-minute guide</a
            >
          </li>`,
      )}
    </ul>
    <p class="govuk-body">
      <a class="govuk-link" href="/interviews">Questions of the return interview</a>, with a form to print
    </p>
    <p class="govuk-body">
      <a class="govuk-link" href="/expected-care">The Care that is expected</a>, strand by strand
    </p>`
  return page({ title: 'Protocols', visit, here: 'protocol', main })
}

/** One edition: what it says in plain English, its drawing, and the source of every clause. */
export function editionPage(visit: PageVisit, edition: Edition): Html {
  const [about, ...sections] = explain(edition)
  const unverified = edition.clauses.filter(
    ({ on, source }) => on && !(source.verified && source.interval === undefined),
  )
  const main = html`${summary({
      eyebrow: `${edition.protocol} · edition ${edition.edition}`,
      sentence: about?.heading ?? edition.title,
      detail: `${unverified.length} of ${edition.clauses.length} times are not verified: each is a setting of the partnership, and marked.`,
    })}
    ${dates(edition, visit)}
    <h2 class="wa-heading">Drawing</h2>
    <p class="govuk-body">
      <a class="govuk-link" href="${addressOf(edition)}/drawing">Open the drawing by itself</a>. The same in
      words follows it.
    </p>
    <div
      class="wa-drawing"
      tabindex="0"
      role="region"
      aria-label="Drawing of the edition, wider than the page"
    >
      <img
        src="${addressOf(edition)}/drawing"
        alt="The stages of an episode and the duties that each one starts, with owners and clocks; the same in words below"
      />
    </div>
    ${sections.map(section)}`
  const breadcrumbs = [
    { text: 'Protocols', href: '/protocol' },
    { text: edition.title, href: addressOf(edition) },
  ]
  return page({
    title: `${edition.title}, edition ${edition.edition}`,
    visit,
    here: 'protocol',
    breadcrumbs,
    main,
    wide: true,
  })
}

function addressOf({ protocol, edition }: Pick<Edition, 'protocol' | 'edition'>): string {
  return `/protocol/${protocol}/${edition}`
}

function dates(edition: Edition, visit: PageVisit): Html {
  const row = (key: string, value: Piece) => ({ key: { text: key }, value: { html: html`${value}` } })
  return govuk('summary-list', {
    classes: 'wa-measure',
    rows: [
      row('Owner', edition.owner),
      row('Adopted by', edition.adoptedBy),
      row(
        'In force',
        `from ${dateInWords(edition.from)}${edition.until === undefined ? '' : `, until ${dateInWords(edition.until)}`}`,
      ),
      row('Last reviewed', dateInWords(edition.lastReviewed)),
      row('Review due', html`${dateInWords(edition.reviewDue)} ${reviewChip(edition, visit)}`),
      ...(edition.extends === undefined ? [] : [row('Extends', edition.extends)]),
    ],
  })
}

function reviewChip(edition: Edition, visit: PageVisit): Html | null {
  return edition.reviewDue < londonDate(visit.now) ? chip('Review is overdue', 'danger') : null
}

function section({ name, heading, says, duties }: ExplainedSection): Html {
  return html`<section aria-labelledby="section-${name}">
    <h2 class="wa-heading" id="section-${name}">${heading}</h2>
    ${says.map((text) => html`<p class="govuk-body">${text}</p>`)} ${duties.map(duty)}
  </section>`
}

function duty({ duty: id, title, verified, timeVerified, rows }: ExplainedDuty): Html {
  const mark = !verified
    ? chip('Not verified', 'soon')
    : timeVerified
      ? chip('Verified', 'met')
      : chip('The act is verified, the time is a setting', 'soon')
  return html`<article class="wa-clause" id="${id}">
    <h3 class="wa-clause__title">${title} ${mark}</h3>
    <dl class="wa-clause__rows">
      ${rows.map(
        ({ label, says }) =>
          html`<dt>${label}</dt>
            <dd>${says}</dd>`,
      )}
    </dl>
  </article>`
}
