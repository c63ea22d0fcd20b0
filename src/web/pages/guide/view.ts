import type { AreaNumbers, PublicGuide } from '../../../application/queries/guide.ts'
import type { GuideLine, GuideSection } from '../../../domain/protocol/guide-lines.ts'
import { beside, hasSetting } from '../../../domain/protocol/guide.ts'
import { dateInWords, londonDate } from '../../../kernel/london.ts'
import { chip } from '../../components/notice.ts'
import { telephone } from '../../components/numbers-to-ring.ts'
import { html, type Html } from '../../html.ts'
import { page } from '../../layout/page.ts'
import type { PageVisit } from '../../layout/visit.ts'
import { ownPage } from '../../own/layout.ts'
import { capitalised } from '../episode/child-words.ts'

/** The protocol in force on one page, for anybody: what to do, whom to ring and by when. */
export function guidePage(visit: PageVisit, protocol: string, found: PublicGuide): Html {
  const { guide, practice } = found
  const main = html`<p class="wa-eyebrow">One-minute guide · ${guide.owner}</p>
    <h1 class="govuk-heading-l">${guide.title}</h1>
    <p class="wa-measure">
      Last reviewed ${dateInWords(guide.lastReviewed)}. Review due ${dateInWords(guide.reviewDue)}.
      ${guide.reviewDue < londonDate(visit.now) && chip('Review is overdue', 'danger')}
    </p>
    <ul class="wa-guide__ways">
      <li><a class="govuk-link" href="/guide/${protocol}/file">The same as a file to print (PDF)</a></li>
      <li><a class="govuk-link" href="/guide/${protocol}/for-children">The same for children</a></li>
      <li>
        <a class="govuk-link" href="/protocol/${protocol}/${guide.edition}">Every duty of the protocol</a>
      </li>
      ${practice && html`<li><a class="govuk-link" href="${practice.address}">${practice.title}</a></li>`}
    </ul>
    ${numbersPart(found)}
    <div class="wa-guide">${guide.sections.map((section) => sectionPart(section))}</div>
    ${
      hasSetting(guide) &&
      html`<p class="wa-guide__settings">
        <span class="wa-guide__mark" aria-hidden="true">†</span> ${beside.setting}
      </p>`
    }`
  return page({ title: `Guide: ${guide.title}`, visit, main, wide: true })
}

function numbersPart({ numbers, officeHours }: PublicGuide): Html {
  return html`<section class="wa-guide__numbers" aria-labelledby="numbers">
    <h2 class="govuk-heading-m" id="numbers">${beside.worried}</h2>
    <p><strong>${telephone('999', 'Ring 999')}</strong> if anyone is in danger. ${beside.ring}</p>
    ${numbers.length === 0 && html`<p>No council has given its numbers yet: ${telephone('101', 'ring 101')}.</p>`}
    <ul class="wa-guide__areas">
      ${numbers.map((area) => areaPart(area, officeHours))}
    </ul>
  </section>`
}

function areaPart({ council, byDay, outOfHours, police }: AreaNumbers, officeHours: string): Html {
  return html`<li>
    <h3 class="govuk-heading-s">${council}</h3>
    <dl class="wa-guide__hours">
      <dt>Monday to Friday, ${officeHours}</dt>
      <dd>${telephone(byDay)}</dd>
      <dt>${capitalised(beside.otherHours)}</dt>
      <dd>
        ${outOfHours === undefined ? html`${telephone('101')}, and ask for the duty team` : telephone(outOfHours)}
      </dd>
      ${
        police !== undefined &&
        html`<dt>Police, when it is no emergency</dt>
          <dd>${telephone('101')} or ${telephone(police)}</dd>`
      }
    </dl>
  </li>`
}

function sectionPart({ name, heading, lines }: GuideSection): Html {
  return html`<section aria-labelledby="guide-${name}">
    <h2 class="govuk-heading-m" id="guide-${name}">${heading}</h2>
    <ul class="govuk-list govuk-list--bullet">
      ${lines.map(linePart)}
    </ul>
  </section>`
}

function linePart({ says, setting }: GuideLine): Html {
  return html`<li>
    ${says}${
      setting &&
      html` <span class="wa-guide__mark" aria-hidden="true">†</span
        ><span class="govuk-visually-hidden">(a setting)</span>`
    }
  </li>`
}

/** The same for a child, with the helplines that stand on every page of theirs and a way to leave at one press. */
export function childsGuidePage(
  { csrfToken, demonstration }: PageVisit,
  protocol: string,
  found: PublicGuide,
): Html {
  const main = html`${found.forChildren.map(
      ({ name, heading, lines }) =>
        html`<section aria-labelledby="guide-${name}">
          <h2 class="govuk-heading-m" id="guide-${name}">${heading}</h2>
          <ul class="govuk-list govuk-list--bullet">
            ${lines.map(({ says }) => html`<li>${says}</li>`)}
          </ul>
        </section>`,
    )}
    <p><a class="govuk-link" href="/guide/${protocol}">What grown-ups are told about this</a></p>`
  const heading = 'What happens if you go missing'
  return ownPage({ visit: { csrfToken, isIn: false, demonstration }, heading, main })
}
