import type { QuestionSet } from '../../../domain/interview/question-set.ts'
import { govuk } from '../../components/official.ts'
import { html, type Html } from '../../html.ts'
import type { PageVisit } from '../../layout/visit.ts'
import { framed } from './frame.ts'
import { placeOf, type UnderWay } from './under-way.ts'

interface Said {
  readonly visit: PageVisit
  readonly under: UnderWay
  readonly episode: string
  /** The first question, or the next of the interviewer's own. */
  readonly next?: string
}

/** What the child is told before the first question: what it is for, who will read it, what cannot be kept secret. */
export function openingPage({ visit, under, episode, next }: Said): Html {
  const { opening, title } = under.set satisfies QuestionSet
  return framed({
    title: 'Before we begin',
    visit,
    draft: under.draft,
    isAskedOfAChild: true,
    main: html`<p class="wa-eyebrow">${title}</p>
      <h1>Before we begin</h1>
      <ul class="wa-ask__opening">
        ${opening.map((says) => html`<li>${says}</li>`)}
      </ul>
      <p class="wa-ask__note"><strong>For whoever asks:</strong> say this, in these words or in your own.</p>
      ${govuk('button', { text: 'Begin', href: addressOf(episode, next) })}
      <p><a class="govuk-link" href="${placeOf(episode)}">Stop for now</a></p>`,
  })
}

/** After the last question that is the child's to answer. */
export function thanksPage({ visit, under, episode, next }: Said): Html {
  return framed({
    title: 'Thank you',
    visit,
    draft: under.draft,
    isAskedOfAChild: true,
    main: html`<h1>Thank you</h1>
      <p class="wa-ask__said">That was my last question for you.</p>
      <p class="wa-ask__said">Did you think of more? You can tell me now.</p>
      <p class="wa-ask__said">You can ask to see what I wrote.</p>
      <p><a class="govuk-link" href="${placeOf(episode)}/answers">Look at a question again</a></p>
      <div class="wa-ask__apart">
        <p class="wa-ask__note">
          <strong>For whoever asks:</strong> the rest is your own view, and not for the child to sit through.
          Is somebody in danger? Ring 999. Tell the social worker, or out of hours the duty team, before you
          write anything more.
        </p>
        ${govuk('button', { text: 'Go on to your own view', href: addressOf(episode, next) })}
        <p><a class="govuk-link" href="${placeOf(episode)}?stopped=yes">Stop for now</a></p>
      </div>`,
  })
}

function addressOf(episode: string, question: string | undefined): string {
  const place = placeOf(episode)
  return question === undefined ? `${place}/answers` : `${place}/questions/${question}`
}
