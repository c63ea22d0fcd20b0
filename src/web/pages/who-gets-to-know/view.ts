import type { CommandName } from '../../../domain/episode/command.ts'
import type { Chronology } from '../../../domain/episode/entries.ts'
import type { EpisodeId } from '../../../domain/episode/entry.ts'
import type { SharedFor } from '../../../domain/episode/return-bodies.ts'
import { whoGetsToKnow, type Decided, type GetsToKnow } from '../../../domain/interview/audiences.ts'
import { emptyState } from '../../components/notice.ts'
import { summary } from '../../components/summary.ts'
import { whenWords } from '../../components/time.ts'
import { html, type Html } from '../../html.ts'
import { page } from '../../layout/page.ts'
import type { PageVisit } from '../../layout/visit.ts'
import { capitalised, type ChildWords } from '../episode/child-words.ts'
import { sharedForWords } from '../episode/value-words.ts'

interface Shown {
  readonly visit: PageVisit
  readonly child: ChildWords
  readonly episode: EpisodeId
  readonly chronology: Chronology
  readonly may: (command: CommandName) => boolean
}

/** What it says to each audience, and why; or that it says nothing, and why; or that nobody decided. */
export function whoGetsToKnowPage(shown: Shown): Html {
  const { visit, child, episode, chronology } = shown
  const all = whoGetsToKnow(chronology)
  const title = `Who gets to know what ${child.first} said`
  return page({
    title,
    visit,
    breadcrumbs: [
      { text: 'Board', href: '/board' },
      { text: child.full, href: `/episodes/${episode}` },
    ],
    lead: summary({
      eyebrow: 'Nobody, unless somebody shares a part of it on purpose',
      sentence: title,
      detail:
        all.length > 0 &&
        'Each is given a summary written for them. The words themselves stay with those who read interviews.',
    }),
    main:
      all.length === 0
        ? emptyState({
            title: 'No interview is on the record yet',
            detail: html`<a class="govuk-link" href="/episodes/${episode}">Back to the episode</a>`,
          })
        : html`${all.map((one) => interviewOf(one, shown))}`,
  })
}

function interviewOf({ heard, audiences, ofNobody }: GetsToKnow, shown: Shown): Html {
  const what = heard.type === 'interview-held' ? 'Interview held' : 'Interview declined'
  return html`<section class="wa-board-section">
    <h2 class="wa-board-section__heading">${what} ${whenWords(heard.occurred.at, shown.visit.now)}</h2>
    ${audiences.map(
      ({ of, decided }) =>
        html`<h3 class="wa-heading">${capitalised(sharedForWords[of])}</h3>
          ${decided.length === 0 ? html`<p>Nothing is decided yet.</p>` : decided.map((one) => decidedOf(one, shown))}
          ${ways(heard.id, of, shown)}`,
    )}
    ${
      ofNobody.length > 0 &&
      html`<h3 class="wa-heading">It is not said for whom</h3>
        ${ofNobody.map((one) => decidedOf(one, shown))}`
    }
  </section>`
}

/** Where one is read and the other is not there, nobody said it. */
function apartOr(isShared: boolean, { passage, wished }: Decided['body']): string {
  if (passage !== undefined || wished !== undefined) return 'Not said'
  return isShared
    ? 'Kept apart, for those with whom it was shared and those who read interviews.'
    : 'Kept apart, for those who read interviews.'
}

function decidedOf({ type, body, by, occurred }: Decided, { visit, child }: Shown): Html {
  const { name, why, basis, wished, passage } = body
  const isShared = type === 'passage-shared'
  const apart = apartOr(isShared, body)
  const rows: readonly (readonly [string, Html | string])[] = [
    [
      isShared ? 'What they read' : 'What they are not given',
      passage === undefined ? apart : html`<q>${passage}</q>`,
    ],
    [isShared ? 'Why' : 'Why not', why],
    ['Basis in law', basis ?? 'Not said'],
    [`What ${child.he} wished`, wished ?? apart],
  ]
  return html`<p>
      <strong>${isShared ? 'Shared with' : 'Not shared with'} ${name}</strong>, decided by ${by.name},
      ${whenWords(occurred.at, visit.now)}
    </p>
    <dl class="govuk-summary-list">
      ${rows.map(
        ([key, value]) =>
          html`<div class="govuk-summary-list__row">
            <dt class="govuk-summary-list__key">${key}</dt>
            <dd class="govuk-summary-list__value">${value}</dd>
          </div>`,
      )}
    </dl>`
}

/** What this reader can do about it, where they stand. */
function ways(interview: string, of: SharedFor, { episode, may }: Shown): Html | null {
  const all = [
    ['share-passage', 'Share a part'],
    ['decide-not-to-share', 'Decide not to'],
  ] as const
  const open = all.filter(([command]) => may(command))
  if (open.length === 0) return null
  return html`<p class="wa-so-what__next">
    ${open.map(
      ([command, words]) =>
        html`<a class="govuk-link" href="/episodes/${episode}/${command}?entry=${interview}&amp;for=${of}"
          >${words}<span class="govuk-visually-hidden">: ${sharedForWords[of]}</span></a
        > `,
    )}
  </p>`
}
