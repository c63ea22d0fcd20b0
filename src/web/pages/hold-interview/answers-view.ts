import { answerTo, type Answer } from '../../../domain/interview/answers.ts'
import { asked } from '../../../domain/interview/asked.ts'
import type { Chapter, Question } from '../../../domain/interview/question-set.ts'
import { notice } from '../../components/notice.ts'
import { govuk } from '../../components/official.ts'
import { html, type Html } from '../../html.ts'
import type { PageVisit } from '../../layout/visit.ts'
import { framed, untilWords } from './frame.ts'
import { placeOf, type UnderWay } from './under-way.ts'
import { answeredOf, askedNoLonger, firstOpen, isApart, problemWith } from './way.ts'

interface All {
  readonly visit: PageVisit
  readonly under: UnderWay
  readonly episode: string
}

/** Every question that is asked so far, with what is answered and what is open. */
export function answersPage(all: All): Html {
  const { visit, under, episode } = all
  const { answered, of } = answeredOf(under)
  const place = placeOf(episode)
  const open = firstOpen(under)
  const heading = `${answered} of about ${of} questions answered`
  return framed({
    title: heading,
    visit,
    draft: under.draft,
    main: html`<p class="wa-eyebrow">${under.set.title}</p>
      <h1>${heading}</h1>
      ${open === undefined ? govuk('button', read(place)) : goOn(place, open)}
      <p>
        ${
          open !== undefined &&
          html`<a class="govuk-link" href="${read(place).href}">${read(place).text}</a> · `
        }<a class="govuk-link" href="${place}?stopped=yes">Stop for now</a>
      </p>
      <p class="govuk-hint">Kept for you alone until ${untilWords(under.draft, visit)}. Not recorded yet.</p>
      ${noLonger(all)} ${under.set.chapters.map((chapter) => chapterPart(all, chapter))}`,
  })
}

function read(place: string) {
  return { text: 'Read it through and record it', href: `${place}/finish` }
}

function goOn(place: string, { id }: Question): Html {
  return govuk('button', { text: 'Go on with the next open question', href: `${place}/questions/${id}` })
}

function chapterPart({ under, episode }: All, chapter: Chapter): Html | null {
  const now = asked(under.set, under.answers)
  const questions = chapter.questions.filter((question) => now.includes(question))
  if (questions.length === 0) return null
  return html`<section class="wa-ask__chapter" aria-labelledby="chapter-${chapter.chapter}">
    <h2 class="govuk-heading-m" id="chapter-${chapter.chapter}">${chapter.title}</h2>
    ${isApart(chapter) && html`<p class="govuk-hint">Without the child. It stands apart from what they said.</p>`}
    <ul class="wa-ask__list">
      ${questions.map(
        (question) =>
          html`<li>
            <a class="govuk-link" href="${placeOf(episode)}/questions/${question.id}">${question.asks}</a>
            <span class="wa-ask__standing">${standingWords(under, question)}</span>
          </li>`,
      )}
    </ul>
  </section>`
}

function standingWords(under: UnderWay, question: Question): string {
  const wrong = problemWith(under, question)
  if (wrong !== undefined) return `Look again. ${wrong}`
  const answer = answerTo(under.answers, question)
  return answer === undefined ? 'Open' : `Answered: ${shortly(answerWords(question, answer))}`
}

/** An answer as it is read: the options that were chosen, and the words to the letter. */
export function answerWords({ options }: Question, { chosen = [], words, notSaid }: Answer): string {
  const said = options.filter(({ id }) => chosen.includes(id)).map(({ says }) => says)
  return [...(notSaid ? ['Did not want to say'] : []), ...said, ...(words === undefined ? [] : [words])].join(
    '; ',
  )
}

function shortly(words: string): string {
  const letters = Array.from(words)
  return letters.length > 80 ? `${letters.slice(0, 79).join('')}…` : words
}

/** What was answered before an earlier answer was changed: it is taken away by somebody, and never by itself. */
function noLonger({ visit, under, episode }: All): Html | null {
  const these = askedNoLonger(under)
  if (these.length === 0) return null
  return notice({
    kind: 'refused',
    title: 'Answered, and not asked any more',
    body: html`<p>
        An answer before these was changed afterwards. Change it back, or take these away: they are not
        recorded as they stand.
      </p>
      ${these.map(
        (question) =>
          html`<form method="post" action="${placeOf(episode)}/answers">
            <p>
              <strong>${question.asks}</strong>
              <q>${answerWords(question, under.answers[question.id] ?? {})}</q>
            </p>
            <input type="hidden" name="_csrf" value="${visit.csrfToken}" />
            <input type="hidden" name="question" value="${question.id}" />
            <button class="wa-ask__way" type="submit">
              Take it away<span class="govuk-visually-hidden">: ${question.asks}</span>
            </button>
          </form>`,
      )}`,
  })
}
