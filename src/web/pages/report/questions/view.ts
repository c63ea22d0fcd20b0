import type { EpisodePage } from '../../../../application/queries/episode-page.ts'
import { whenWords } from '../../../components/time.ts'
import { html, type Html } from '../../../html.ts'
import { reportPage } from '../../../layout/page.ts'
import type { PageVisit } from '../../../layout/visit.ts'
import { asking, type Asked } from '../asked.ts'
import { sentOf } from '../sent.ts'
import { captionOf } from '../words.ts'
import { nextAfter, numberOf } from './catalogue.ts'
import type { Question } from './question.ts'

interface Asking {
  readonly visit: PageVisit
  readonly shown: EpisodePage
  readonly question: Question
  readonly asked: Asked
  /** Names of other children for whom this answer is kept too. */
  readonly alsoFor: readonly string[]
  readonly status?: Html
}

/** One question, while they wait or after the call. It can be skipped, and answered again when more is known. */
export function questionPage(props: Asking): Html {
  const { visit, shown, question, asked, alsoFor, status } = props
  const heading = question.heading(shown)
  const list = `/episodes/${shown.id}/report`
  const next = nextAfter(shown, question.slug)
  const before = asked.form.text('shown')
  const basis = status === undefined && before !== '' ? before : String(shown.shown)
  const body = html`${question.show(shown, heading, { form: asked.form, errors: asked.errors, now: visit.now })}
  ${alsoFor.length > 0 && html`<p class="govuk-body">Asked once: it is kept for ${alsoFor.join(' and ')} too.</p>`}`
  return reportPage({
    title: heading,
    visit,
    sent: sentOf(shown.episode, shown.chronology, visit.now),
    caption: captionOf(shown.record, numberOf(shown, question.slug)),
    back: list,
    errors: asked.errors,
    main: html`${status} ${answeredBefore(props)}
      ${asking(asked, body, 'Save and continue', { shown: basis })}
      <p class="govuk-body">
        <a class="govuk-link" href="${next === undefined ? list : `${list}/${next.slug}`}"
          >Skip this question</a
        >
        ${shown.episode.reported === undefined && html` · <a class="govuk-link" href="${list}/ring">Ring the police now</a>`}
      </p>
      ${question.beside?.(shown)}`,
  })
}

function answeredBefore({ question, shown, visit }: Asking): Html | null {
  const given = question.answered(shown)
  if (given === undefined) return null
  return html`<div class="wa-callout">
    <p><strong>Answered ${whenWords(given.at, visit.now)} by ${given.by}:</strong> ${given.text}</p>
    <p>What you say below is added. What was said before stays.</p>
  </div>`
}
