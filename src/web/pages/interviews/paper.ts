import {
  notSaidWords,
  other,
  type Chapter,
  type Option,
  type Question,
  type QuestionSet,
  type Speaker,
} from '../../../domain/interview/question-set.ts'
import { html, type Html } from '../../html.ts'
import { page } from '../../layout/page.ts'
import type { PageVisit } from '../../layout/visit.ts'
import { numberOf, whenInWords } from './in-plain-words.ts'
import { addressOf } from './marks.ts'

/** A set of questions to print and to write on: for a room without a telephone or a computer. It names no child. */
export function paperPage(visit: PageVisit, set: QuestionSet): Html {
  const title = `${set.title}: paper form`
  const main = html`<div class="wa-paper">
    <h1 class="govuk-heading-l">${set.title}</h1>
    <p class="wa-paper__edition">Edition ${set.edition}. For ${set.meantFor}.</p>
    <p class="wa-on-screen">
      Print this page. On paper, write the reference of the episode and no name. Keep it on you, type it in as
      it stands on the same day, and then destroy it as your organisation asks.
    </p>
    ${head()}
    <h2 class="govuk-heading-m">Before the first question</h2>
    <p>Say this, in these words or in your own:</p>
    <ul class="govuk-list govuk-list--bullet">
      ${set.opening.map((says) => html`<li>${says}</li>`)}
    </ul>
    ${set.chapters.map((chapter) => chapterPart(set, chapter))}
    <p class="wa-paper__end">
      If a child is in danger now, ring 999. Tell the social worker, or out of hours the duty team, before you
      write this up.
    </p>
  </div>`
  const breadcrumbs = [
    { text: 'Questions of the return interview', href: '/interviews' },
    { text: set.title, href: addressOf(set) },
  ]
  return page({ title, visit, here: 'protocol', breadcrumbs, main })
}

function head(): Html {
  const asked = ['Reference', 'Date and time', 'Who asks', 'Asked with the help of (interpreter, advocate)']
  return html`<ul class="wa-paper__head">
    ${asked.map((label) => html`<li>${label} ${line}</li>`)}
  </ul>`
}

const line = html`<span class="wa-paper__line"></span>`

function chapterPart(set: QuestionSet, { chapter, title, questions }: Chapter): Html {
  const own = chapter === 'interviewers-view'
  return html`<section
    class="wa-paper__chapter ${own && 'wa-paper__chapter--apart'}"
    aria-labelledby="${chapter}"
  >
    <h2 class="govuk-heading-m" id="${chapter}">${title}</h2>
    ${own && html`<p>Fill this in afterwards, and not in front of the child.</p>`}
    ${questions.map((question) => questionPart(set, question, own))}
  </section>`
}

function questionPart(set: QuestionSet, question: Question, isApart: boolean): Html {
  const { asks, of, kind, options, note } = question
  const when = whenInWords(set, question)
  const choices = [...options.map((option) => choice(option, of)), box(notSaidWords[of])]
  return html`<article class="wa-paper__question">
    <h3 class="wa-paper__asks">${numberOf(set, question)}. ${asks}</h3>
    ${when !== undefined && html`<p class="wa-paper__when">${when}</p>`}
    ${of === 'interviewer' && !isApart && html`<p class="wa-paper__when">The interviewer answers this.</p>`}
    ${note !== undefined && html`<p class="wa-paper__note">${note}</p>`}
    ${kind === 'many-of' && html`<p class="wa-paper__when">Mark any that are so.</p>`}
    ${kind === 'words' && html`<div class="wa-paper__room"></div>`}
    <ul class="wa-paper__choices">
      ${choices}
    </ul>
  </article>`
}

function choice({ id, says }: Option, of: Speaker): Html {
  if (id !== other) return box(says)
  return html`<li class="wa-paper__choice wa-paper__choice--wide">
    ${square}
    <span class="wa-paper__written"
      ><span>${says}${of === 'child' && ', in their words'}:</span> ${line}</span
    >
  </li>`
}

function box(says: string): Html {
  return html`<li class="wa-paper__choice">${square} <span>${says}</span></li>`
}

const square = html`<span class="wa-paper__square"></span>`
