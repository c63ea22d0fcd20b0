import type { Moment } from '../../../kernel/moment.ts'
import type { MyDuties, OwedByMe } from '../../../application/queries/my-duties.ts'
import type { DutyRow } from '../../../application/projections/rows.ts'
import { dutyList, type DutyItem } from '../../components/duty.ts'
import { emptyState, notice } from '../../components/notice.ts'
import { clockTime, whenWords } from '../../components/time.ts'
import { liveLine } from '../../components/live-line.ts'
import { html, type Html } from '../../html.ts'
import { page } from '../../layout/page.ts'
import type { PageVisit } from '../../layout/visit.ts'
import { nameAndAge } from '../../words/child.ts'
import { referenceInWords } from '../../words/reference.ts'
import { clockOf, holderInWords, ringHolder, rungInWords } from '../../words/duty.ts'

/** What this post owes, and what has climbed to it because whoever owes it was silent. */
export function myDutiesPage(visit: PageVisit, { now, owed, waiting }: MyDuties, opened = 0): Html {
  const mine = owed.filter(({ because }) => because === 'owed')
  const climbed = owed.filter(({ because }) => because === 'told')
  const sentence = sentenceOf(mine.length, climbed.length)
  const main = html`<div class="wa-board-head">
      <h1 class="wa-sentence">${sentence}</h1>
      ${liveLine(clockTime(now))}
    </div>
    ${opened > 0 && openedNotice(opened)}
    ${owed.length === 0 && emptyState({ title: 'Nothing is yours to do now', detail: 'What is owed for a child that you may see appears here when its clock starts.' })}
    ${climbed.length > 0 && part('Climbed to you', climbed, now)}
    ${mine.length > 0 && part('Yours', mine, now)} ${waiting.length > 0 && toConfirm(waiting, now)}
    ${
      visit.device === undefined &&
      html`<p class="govuk-body">
        <a class="govuk-link" href="/so-what">So what: where what was learned leads</a>
      </p>`
    }`
  return page({ title: sentence, visit, here: 'duties', main, live: '/duties' })
}

/** Whoever answers for it hears of it here: the product alerts nobody. */
function openedNotice(opened: number): Html {
  const what = opened === 1 ? 'One record was' : `${opened} records were`
  return notice({
    kind: 'plain',
    title: `${what} opened in an emergency and not reviewed yet`,
    body: html`<p><a class="govuk-link" href="/review">Review what was opened and looked at</a></p>`,
  })
}

function sentenceOf(mine: number, climbed: number): string {
  const yours =
    mine === 0 ? 'You owe nothing now.' : mine === 1 ? 'You owe one thing.' : `You owe ${mine} things.`
  if (climbed === 0) return yours
  return `${yours} ${climbed === 1 ? 'One has' : `${climbed} have`} climbed to you because no one answered.`
}

function part(heading: string, owed: readonly OwedByMe[], now: Moment): Html {
  return html`<section class="wa-board-section">
    <h2 class="wa-board-section__heading">${heading}</h2>
    ${dutyList(owed.map((one) => itemOf(one, now)))}
  </section>`
}

const whatWaits = {
  correction: 'a correction',
  'entry-in-error': 'an entry marked as an error',
  'episode-in-error': 'the whole episode marked as an error',
}

/** A correction that loosens a clock counts when a second person has said that it is right: here somebody finds it. */
function toConfirm(waiting: MyDuties['waiting'], now: Moment): Html {
  return html`<section class="wa-board-section">
    <h2 class="wa-board-section__heading">Waiting for a second person</h2>
    <ul class="govuk-list govuk-list--spaced">
      ${waiting.map(
        ({ child, episode, entry, what, reason, by, recorded }) =>
          html`<li>
            <a class="govuk-link" href="/episodes/${episode}/acknowledge?entry=${entry}"
              >${nameAndAge(child, now)}: ${whatWaits[what]}</a
            >
            by ${by}, ${whenWords(recorded, now)}: “${reason}”
          </li>`,
      )}
    </ul>
  </section>`
}

/** What is owed on a child's own record stands where what they wrote does. */
function ownOf({ child, stream }: DutyRow): string | undefined {
  return stream === child ? `/children/${child}/messages` : undefined
}

function itemOf({ duty, child, because, reference }: OwedByMe, now: Moment): DutyItem {
  const why = duty.row.because
  return {
    what: duty.row.title,
    href: ownOf(duty.row) ?? `/episodes/${duty.row.stream}`,
    clock: clockOf(duty, now),
    owner: because === 'owed' ? '' : `Owed by ${holderInWords(duty)}`,
    about: [nameAndAge(child, now), referenceInWords(reference)]
      .filter((one) => one !== undefined)
      .join(' · '),
    because: `${why.charAt(0).toUpperCase()}${why.slice(1)}`,
    ...(because === 'told' && { rung: html`${rungInWords(duty, now)} ${ringHolder(duty)}` }),
  }
}
