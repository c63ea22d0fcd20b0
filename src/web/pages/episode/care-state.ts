import type { EpisodePage } from '../../../application/queries/episode-page.ts'
import { holdersOf } from '../../../domain/episode/holders-of-care.ts'
import { roleLabel } from '../../../domain/episode/roles.ts'
import { withinInWords } from '../../../kernel/within.ts'
import { panel } from '../../components/summary.ts'
import { lengthSince, sinceWords, whenWords } from '../../components/time.ts'
import { html, type Html } from '../../html.ts'
import { together, type ChildWords } from './child-words.ts'
import { sentences } from './reading.ts'

type Of = Pick<EpisodePage, 'episode' | 'duties' | 'at'>

export function isOfCare({ episode }: Pick<EpisodePage, 'episode'>): boolean {
  return episode.raised?.body.subject.kind === 'care'
}

/** "Visits by the social worker": what is missing, by its own names. */
function whatIsMissing({ episode }: Of): string {
  return (episode.raised?.body.care?.strands ?? []).map(({ title }) => title).join('; ')
}

/** The state of Care in one plain sentence or two. It is never the child who is said to be missing. */
export function careSentence(page: Of, { first }: ChildWords): string {
  const { episode } = page
  const what = whatIsMissing(page)
  if (episode.voided) return `This episode about ${first}’s Care was recorded in error.`
  switch (episode.response) {
    case 'concern':
    case 'searching':
      return `Missing from ${first}’s Care: ${what}. ${whereItIs(page)} Nobody who must act has been told yet.`
    case 'reported':
      return `Missing from ${first}’s Care: ${what}. ${whereItIs(page)} Those who must act have been told.`
    case 'returned':
      return `Back with ${first}: ${what}. ${stillOwed(page, first)}`
    case 'closed':
      return episode.careReturned === undefined
        ? 'This episode is closed.'
        : `Back with ${first}: ${what}. This episode is closed.`
  }
}

function whereItIs({ episode }: Of): string {
  return episode.whereabouts === 'known-elsewhere'
    ? 'It was found somewhere else and is not back.'
    : 'Nobody knows where it is.'
}

function stillOwed({ duties }: Of, first: string): string {
  const owed = duties.filter(({ standing }) => standing === 'open' || standing === 'overdue')
  if (owed.some(({ row }) => row.duty === 'talk-with-child')) return `Nobody has asked ${first} about it yet.`
  return owed.some(({ row }) => !row.keeper)
    ? 'Something is still owed.'
    : 'Everything that was owed is done.'
}

/** Since when, what was expected, and who holds it and so does not run the search. */
export function careLine({ episode, at }: Pick<Of, 'episode' | 'at'>): string {
  const { raised, careReturned } = episode
  if (raised === undefined || episode.voided) return ''
  const { occurred, body } = raised
  const holders = holdersOf(body.care).map((role) => `the ${roleLabel(role)}`)
  const since =
    careReturned === undefined
      ? `Missing for ${lengthSince(occurred.at, at, occurred.precision)}, since ${sinceWords(occurred.at, at, occurred.precision)}`
      : `Missing for ${lengthSince(occurred.at, careReturned.occurred.at, occurred.precision)}, back ${whenWords(careReturned.occurred.at, at)}`
  return sentences(
    since,
    `Expected: ${body.expectedAt}`,
    `Held by ${together(holders)}, who ${holders.length === 1 ? 'does' : 'do'} not run the search`,
  )
}

/** What is tried first, by each strand's own edition, and for how long. */
export function reasonableActions({ episode }: Of): Html | null {
  if (episode.response !== 'concern' && episode.response !== 'searching') return null
  const strands = episode.raised?.body.care?.strands ?? []
  return panel(
    'What is reasonable to try first',
    html`${strands.map(
        ({ title, actions, time }) =>
          html`<p class="govuk-body"><strong>${title}</strong>, for ${withinInWords(time)} at most:</p>
            <ul class="govuk-list govuk-list--bullet">
              ${actions.map((action) => html`<li>${action}</li>`)}
            </ul>`,
      )}
      <p class="govuk-body-s">These times are settings. No source that was checked gives them.</p>`,
  )
}
