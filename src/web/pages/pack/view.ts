import { notKnownInWords, photographInWords } from '../../../application/pack/pack-paper.ts'
import type { PackPart } from '../../../application/pack/pack-parts.ts'
import type { FrozenPack } from '../../../application/pack/pack.ts'
import type { PackPage } from '../../../application/queries/pack.ts'
import { notice } from '../../components/notice.ts'
import { govuk } from '../../components/official.ts'
import { panel, summary } from '../../components/summary.ts'
import { whenWords } from '../../components/time.ts'
import { html, type Html } from '../../html.ts'
import { page } from '../../layout/page.ts'
import type { PageVisit } from '../../layout/visit.ts'
import type { Moment } from '../../../kernel/moment.ts'
import { nameAndAge } from '../../words/child.ts'

interface ForThisPerson {
  readonly mayFreeze: boolean
  /** They have just frozen it. */
  readonly frozen: boolean
  readonly command: string
  /** Something else than a press of the button was sent. */
  readonly isNoPress?: true
}

/** The pack as known now, and those that were frozen. */
export function packPage(visit: PageVisit, shown: PackPage, person: ForThisPerson): Html {
  const { child, episode, pack, record, now } = shown
  const at = `/episodes/${episode ?? ''}`
  return page({
    title: pack.title,
    visit,
    here: 'children',
    breadcrumbs: [
      { text: record.name ?? 'The child', href: `/children/${child}` },
      { text: 'The episode', href: at },
    ],
    ...(person.frozen && { status: notice({ kind: 'done', title: 'The pack is kept as it was' }) }),
    ...(person.isNoPress && {
      errors: [{ field: 'keep', message: 'Nothing was kept: press “Keep it as it is now” again' }],
    }),
    lead: summary({
      eyebrow: nameAndAge(record, now),
      sentence: 'Police and duty team pack',
      detail: 'What is known now, in the order in which police ask. What is not known is said.',
    }),
    main: html`${photographOf(shown)} ${pack.parts.map(partOf)}
      <h2 class="wa-heading">What is not known</h2>
      ${
        pack.notKnown.length === 0
          ? html`<p class="govuk-body">Nothing of what is asked here.</p>`
          : html`<ul class="govuk-list govuk-list--bullet">
              ${pack.notKnown.map((one) => html`<li>${one}</li>`)}
            </ul>`
      }`,
    aside: html`${panel(
      'On paper',
      html`<p><a class="govuk-link" href="${at}/pack/paper">The pack as known now (PDF)</a></p>
        <p>
          It tells nobody anything: police know when somebody has rung them. Whoever opens it is on the
          record.
        </p>`,
    )}
    ${panel('Kept as they were', frozenOf(shown, at))} ${person.mayFreeze && freezing(visit, at, person)}`,
  })
}

function photographOf({ child, pack, fresh }: PackPage): Html {
  const { photograph } = pack
  if (photograph === undefined) return html`<p class="govuk-body">There is no photograph.</p>`
  const { entry, width, height, shows } = photograph
  return html`<div class="wa-photographs">
    <img
      class="wa-photographs__picture"
      src="/children/${child}/photographs/${entry}"
      width="${width}"
      height="${height}"
      alt="Photograph: ${shows}"
    />
    <p class="govuk-body">${photographInWords(pack, fresh)}</p>
  </div>`
}

function partOf({ heading, note, facts }: PackPart): Html {
  return html`<h2 class="wa-heading">${heading}</h2>
    ${note !== undefined && html`<p class="govuk-body">${note}</p>`}
    ${govuk('summary-list', {
      rows: facts.map(({ asks, says }) => ({
        key: { text: asks },
        value: { html: says.length === 0 ? html`${notKnownInWords}` : html`${said(says)}` },
      })),
    })}`
}

function said(says: readonly string[]): Html {
  if (says.length === 1) return html`${says[0]}`
  return html`<ul class="govuk-list govuk-list--bullet">
    ${says.map((one) => html`<li>${one}</li>`)}
  </ul>`
}

function frozenOf({ frozen, reported, now }: PackPage, at: string): Html {
  if (frozen.length === 0)
    return html`<p>
      ${
        reported
          ? 'None is kept yet.'
          : 'It is kept as it is when police have been told, and can be kept before.'
      }
    </p>`
  return html`<ul class="govuk-list govuk-list--spaced">
    ${frozen.map((one, place) => frozenLine(one, place, now, at))}
  </ul>`
}

function frozenLine({ entry, at, by, sha256 }: FrozenPack, place: number, now: Moment, path: string): Html {
  return html`<li>
    <a class="govuk-link" href="${path}/pack/frozen/${entry}">As known ${whenWords(at, now)}</a>
    ${place > 0 && html`<strong>Superseded.</strong>`}
    <span class="wa-evidence__source">${by}. SHA-256 ${sha256.slice(0, 16)}…</span>
  </li>`
}

function freezing(visit: PageVisit, at: string, { command }: ForThisPerson): Html {
  return html`<form method="post" action="${at}/pack">
    <input type="hidden" name="_csrf" value="${visit.csrfToken}" />
    <input type="hidden" name="command" value="${command}" />
    ${govuk('button', {
      text: 'Keep it as it is now',
      id: 'keep',
      classes: 'govuk-button--secondary',
      preventDoubleClick: true,
    })}
  </form>`
}
