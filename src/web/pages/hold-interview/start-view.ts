import type { QuestionSet } from '../../../domain/interview/question-set.ts'
import { setRefOf } from '../../../domain/interview/question-set.ts'
import type { EntryId } from '../../../domain/episode/entry.ts'
import { errorOf, type FieldError } from '../../components/errors.ts'
import { emptyState, notice } from '../../components/notice.ts'
import { govuk } from '../../components/official.ts'
import { callout, summary } from '../../components/summary.ts'
import { clockTime, whenWords } from '../../components/time.ts'
import { html, join, type Html } from '../../html.ts'
import { page } from '../../layout/page.ts'
import type { PageVisit } from '../../layout/visit.ts'
import type { About } from '../act/act.ts'
import { addressOf } from '../interviews/marks.ts'
import { untilWords } from './frame.ts'
import { placeOf, type UnderWay } from './under-way.ts'
import { answeredOf, askedNoLonger } from './way.ts'

/** A write-up that a manager sent back, to be written again. */
export interface SentBack {
  readonly writeUp: EntryId
  readonly interview: EntryId
  readonly set: QuestionSet
  readonly comments?: string
}

interface Start {
  readonly visit: PageVisit
  readonly about: About
  /** In force today; the one that suits the child first. */
  readonly sets: readonly QuestionSet[]
  /** Whether that is so because the plan says that they need easy words, and not for their age. */
  readonly easyWords: boolean
  readonly under?: UnderWay
  readonly sentBack?: SentBack
  /** Interviews that are on record and that nobody has written up. */
  readonly unwritten: readonly { readonly value: EntryId; readonly text: string }[]
  readonly stopped: boolean
  /** The id of the draft that the form begins. */
  readonly fresh: string
  readonly errors: readonly FieldError[]
}

/** Where an interview is begun, taken up again, or thrown away. */
export function startPage(start: Start): Html {
  const { visit, about, under, errors } = start
  const { id, record } = about.page
  const sentence = `Hold the return interview with ${about.child.first}, question by question`
  return page({
    title: sentence,
    visit,
    errors,
    breadcrumbs: [
      { text: 'Board', href: '/board' },
      { text: record.name ?? 'The child', href: `/episodes/${id}` },
    ],
    lead: summary({ eyebrow: join([whoIs(about)], ' · '), sentence }),
    main: html`<div class="wa-measure">${under === undefined ? fresh(start) : goOn(start, under)}</div>`,
  })
}

function whoIs({ child }: About): string {
  return child.age === undefined ? child.full : `${child.full}, ${child.age}`
}

function goOn(start: Start, under: UnderWay): Html {
  const { visit, about, stopped } = start
  const { draft, set } = under
  const place = placeOf(about.page.id)
  const { answered, of } = answeredOf(under)
  const isBegun = answered + askedNoLonger(under).length > 0
  return html`${
      stopped &&
      notice({ kind: 'plain', title: `Stopped. Saved at ${clockTime(draft.saved)}, and not recorded yet` })
    }
    <p>
      Begun ${whenWords(draft.began, visit.now)} with “${set.title}”: ${answered} of about ${of} questions
      answered.
    </p>
    <p>
      <strong>It is kept for you alone until ${untilWords(draft, visit)}</strong>, three days after you last
      saved something. Then it is deleted and cannot be brought back. You can go on here or on another device:
      sign in as yourself and open this episode.
    </p>
    ${govuk('button', { text: isBegun ? 'Go on' : 'Begin', href: isBegun ? `${place}/answers` : `${place}/opening` })}
    ${isBegun ? null : otherQuestions(start)}
    <form method="post" action="/drafts/drop">
      <input type="hidden" name="_csrf" value="${visit.csrfToken}" />
      <input type="hidden" name="draft" value="${draft.form}" />
      <input type="hidden" name="address" value="${place}" />
      <p class="govuk-hint">Throw it away only if the interview was not held: nobody can bring it back.</p>
      ${govuk('button', { text: 'Throw this interview away', classes: 'govuk-button--secondary' })}
    </form>`
}

function otherQuestions(start: Start): Html {
  return html`<h2 class="wa-heading">Other questions, before the first answer</h2>
    ${choose(start, 'Take these questions')}`
}

function fresh(start: Start): Html {
  const { sets, sentBack, about, unwritten } = start
  const { episode } = about.page
  const isHeldNow = episode.response === 'returned' || episode.located !== undefined
  const isOver = episode.response === 'closed' || episode.voided
  if (isOver || ((!isHeldNow || episode.died) && unwritten.length === 0))
    return emptyState({
      title: 'No interview can be held in this episode now.',
      detail: html`It is held once the child is back, or somebody has charge of them.
        <a class="govuk-link" href="/episodes/${about.page.id}">Back to the episode</a>`,
    })
  if (sets.length === 0) return emptyState({ title: 'No set of questions is in force today.' })
  return html`${sentBack && sentBackLine(sentBack)}
    ${callout(
      html`<p>
        One question a page, for a phone between you and ${about.child.him}. ${capital(about.child.he)} can
        leave out any of them. Each answer is saved as you go, for you alone, and nothing is recorded until
        you have read it through at the end.
      </p>`,
    )}
    ${choose(start, 'Begin')}
    <p class="govuk-body">
      To be typed in from paper later, or without a network: print the paper form of
      ${join(
        sets.map((set) => html`<a class="govuk-link" href="${addressOf(set)}/paper">${set.title}</a>`),
        ', ',
      )}.
    </p>`
}

function sentBackLine({ comments }: SentBack): Html {
  return callout(
    html`<p>
        <strong>The write-up was sent back.</strong> It opens with the answers that it had: add to them what
        is missing. What was written up before stays as it was recorded.
      </p>
      ${comments === undefined ? null : html`<p><q>${comments}</q></p>`}`,
  )
}

function choose(
  { visit, about, sets, easyWords, under, sentBack, unwritten, errors, fresh: id }: Start,
  button: string,
): Html {
  const error = errorOf(errors, 'set')
  const first = under?.set ?? sentBack?.set ?? sets[0]
  const listed = sentBack === undefined ? sets : [sentBack.set]
  return html`<form method="post" action="${placeOf(about.page.id)}" novalidate>
    <input type="hidden" name="_csrf" value="${visit.csrfToken}" />
    <input type="hidden" name="new" value="${id}" />
    ${under && html`<input type="hidden" name="instead" value="${under.draft.form}" />`}
    ${sentBack && html`<input type="hidden" name="after" value="${sentBack.writeUp}" />`}
    ${govuk('radios', {
      name: 'set',
      idPrefix: 'set',
      fieldset: { legend: { text: 'Which questions?', classes: 'govuk-fieldset__legend--m' } },
      ...(error && { errorMessage: error }),
      items: listed.map((set) => ({
        value: setRefOf(set),
        text: set.title,
        hint: { text: `For ${set.meantFor}` },
        checked: set === first,
      })),
    })}
    ${sentBack === undefined && sets.length > 1 && html`<p class="govuk-hint">${suggested(about, easyWords)}</p>`}
    ${sentBack === undefined && unwritten.length > 0 && which(unwritten, under)}
    ${govuk('button', { text: button, preventDoubleClick: true })}
  </form>`
}

/** Why the first one stands first. */
function suggested({ child }: About, easyWords: boolean): string {
  const why = easyWords
    ? `the plan says that short questions in easy words help ${child.him}`
    : child.age === undefined
      ? 'no age is on record'
      : `of the age on record, ${child.age}`
  return `The first is suggested because ${why}. Choose another where it fits ${child.him} better.`
}

/** One that is on record is written up; any other is recorded together with its answers. */
function which(unwritten: Start['unwritten'], under: UnderWay | undefined): Html {
  const chosen = under === undefined ? unwritten[0]?.value : (under.interview ?? 'now')
  return govuk('radios', {
    name: 'interview',
    idPrefix: 'interview',
    fieldset: { legend: { text: 'Which interview is it?', classes: 'govuk-fieldset__legend--m' } },
    items: [...unwritten, { value: 'now', text: 'One that is not on record yet' }].map((one) => ({
      ...one,
      checked: one.value === chosen,
    })),
  })
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
