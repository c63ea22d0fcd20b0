import type { Factors } from '../../../domain/interview/factor.ts'
import {
  notSaidWords,
  type Chapter,
  type Question,
  type QuestionSet,
} from '../../../domain/interview/question-set.ts'
import { summary } from '../../components/summary.ts'
import { html, type Html, type Piece } from '../../html.ts'
import { page } from '../../layout/page.ts'
import type { PageVisit } from '../../layout/visit.ts'
import { kindInWords, numberOf, whenInWords } from './in-plain-words.ts'
import { addressOf, marked, verifiedInWords } from './marks.ts'

/** One edition to read: every question with when it is asked, what its answers suggest and where it comes from. */
export function questionsPage(visit: PageVisit, set: QuestionSet, factors: readonly Factors[]): Html {
  const title = `${set.title}, edition ${set.edition}`
  const labels = new Map(
    factors.find(({ edition }) => edition === set.factors)?.factors.map(({ code, label }) => [code, label]),
  )
  const main = html`${summary({
      eyebrow: `${set.set} · edition ${set.edition}`,
      sentence: set.title,
      detail: `For ${set.meantFor}. ${verifiedInWords(set)}`,
    })}
    <p class="govuk-body">
      <a class="govuk-link" href="${addressOf(set)}/paper">Paper form to print</a>
    </p>
    <h2 class="wa-heading">Before the first question</h2>
    <ul class="govuk-list govuk-list--bullet">
      ${set.opening.map((says) => html`<li>${says}</li>`)}
    </ul>
    ${set.chapters.map((chapter) => chapterSection(set, chapter, labels))}`
  const breadcrumbs = [
    { text: 'Protocols', href: '/protocol' },
    { text: 'Questions of the return interview', href: '/interviews' },
  ]
  return page({ title, visit, here: 'protocol', breadcrumbs, main })
}

type Labels = ReadonlyMap<string, string>

function chapterSection(set: QuestionSet, { chapter, title, questions }: Chapter, labels: Labels): Html {
  return html`<section class="wa-edition" aria-labelledby="chapter-${chapter}">
    <h2 class="wa-heading" id="chapter-${chapter}">${title}</h2>
    ${questions.map((question) => questionItem(set, question, labels))}
  </section>`
}

function questionItem(set: QuestionSet, question: Question, labels: Labels): Html {
  const { id, asks, of, kind, options, note, source } = question
  const rows: readonly (readonly [string, Piece])[] = [
    ['Whose answer', of === 'child' ? 'The child’s' : 'The interviewer’s'],
    ['Asked', whenInWords(set, question) ?? 'Always'],
    ['Answer', `${kindInWords[kind]}, or “${notSaidWords[of]}”`],
    ...(options.length === 0 ? [] : [['Answers', answers(question, labels)] as const]),
    ...(note === undefined ? [] : [['For the interviewer', note] as const]),
    ['Source', marked(source)],
  ]
  return html`<article class="wa-clause" id="${id}">
    <h3 class="wa-clause__title">${numberOf(set, question)}. ${asks}</h3>
    <dl class="wa-clause__rows">
      ${rows.map(
        ([label, says]) =>
          html`<dt>${label}</dt>
            <dd>${says}</dd>`,
      )}
    </dl>
  </article>`
}

function answers({ options }: Question, labels: Labels): Html {
  return html`<ul class="govuk-list">
    ${options.map(({ says, suggests }) => {
      const factors = suggests.map((code) => labels.get(code) ?? code).join('; ')
      return html`<li>${says}${factors !== '' && ` (suggests: ${factors})`}</li>`
    })}
  </ul>`
}
