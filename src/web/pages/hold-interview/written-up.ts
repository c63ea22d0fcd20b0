import { episodePage } from '../../../application/queries/episode-page.ts'
import { noQuestionSets, questionSet } from '../../../application/question-sets.ts'
import { effective } from '../../../domain/episode/effective.ts'
import type { EffectiveOf } from '../../../domain/episode/state.ts'
import { parseId } from '../../../kernel/ids.ts'
import { emptyState } from '../../components/notice.ts'
import { summary } from '../../components/summary.ts'
import { whenWords } from '../../components/time.ts'
import { html, type Html } from '../../html.ts'
import { page } from '../../layout/page.ts'
import type { PageVisit } from '../../layout/visit.ts'
import { seeing, showing, type Answer, type Visit } from '../../route.ts'
import { childWords, type ChildWords } from '../episode/child-words.ts'
import { childsPart, interviewersPart } from './said.ts'
import type { QuestionSet } from '../../../domain/interview/question-set.ts'

type WrittenUp = EffectiveOf<'interview-written-up'>

/** A write-up, question by question, for whoever reads interviews; anybody else who may see the episode is led to that. */
export async function writtenUp(visit: Visit): Promise<Answer> {
  const { app, who, params } = visit
  const id = parseId<'episode'>(params['episode'] ?? '')
  const found = id && (await episodePage(app, who.visitor, who.author, id))
  if (found === undefined) return { kind: 'not-found' }
  const entry = effective(found.chronology).find((one) => one.id === params['entry'])
  if (entry?.type !== 'interview-written-up' || isKept(entry)) return seeing(`/episodes/${found.id}`)
  const { set: named } = entry.body
  const set = named && questionSet(app.questionSets ?? noQuestionSets, named.set, named.edition)
  const held = effective(found.chronology).find((one) => one.id === entry.body.interview)
  return showing(
    writtenUpPage({
      visit: visit.page,
      child: childWords(found.record, found.at),
      episode: found.id,
      entry,
      ...(held?.type === 'interview-held' && { held }),
      ...(set && { set }),
    }),
  )
}

/** Nothing of it is for this reader. */
function isKept({ body: { answers, view } }: WrittenUp): boolean {
  return answers === undefined && view === undefined
}

interface Shown {
  readonly visit: PageVisit
  readonly child: ChildWords
  readonly episode: string
  readonly entry: WrittenUp
  readonly held?: EffectiveOf<'interview-held'>
  readonly set?: QuestionSet
}

function writtenUpPage({ visit, child, episode, entry, held, set }: Shown): Html {
  const { answers = [], view, set: named } = entry.body
  const shown = { answers, ...(set && { set }) }
  const sentence = `Return interview with ${child.first}, written up ${whenWords(entry.recorded, visit.now)}`
  const own = answers.some(({ of }) => of === 'interviewer') || view !== undefined
  return page({
    title: sentence,
    visit,
    breadcrumbs: [
      { text: 'Board', href: '/board' },
      { text: child.full, href: `/episodes/${episode}` },
    ],
    lead: summary({
      eyebrow: 'Read by those who read interviews. Not for carers',
      sentence,
      detail: aboutIt(entry, held, visit),
    }),
    main: html`<h2 class="wa-heading">What ${child.first} said</h2>
      ${answers.length === 0 ? emptyState({ title: 'No question was answered.' }) : childsPart(shown)}
      ${
        own &&
        html`<div class="wa-ask__apart">
          <h2 class="wa-heading">The interviewer’s view, apart from what ${child.first} said</h2>
          ${interviewersPart(shown)} ${view !== undefined && html`<p class="wa-said__view">${view}</p>`}
        </div>`
      }
      <h2 class="wa-heading">What it leads to</h2>
      <p>
        What is found, decided and done about it is recorded
        <a class="govuk-link" href="/episodes/${episode}">in the episode</a>.
      </p>
      ${
        named &&
        html`<p class="govuk-hint">
          Asked by
          <a class="govuk-link" href="/interviews/${named.set}/${named.edition}"
            >${set?.title ?? named.set}, edition ${named.edition}</a
          >, in these words.
        </p>`
      }`,
  })
}

function aboutIt({ by }: WrittenUp, held: Shown['held'], { now }: PageVisit): Html {
  const written = `Written up by ${by.name}, ${by.organisationName}.`
  if (held === undefined) return html`${written}`
  const { interviewer, where, present, interpreter, advocate } = held.body
  return html`Held ${whenWords(held.occurred.at, now)} by ${interviewer}, ${where}. There: ${present}.
  ${interpreter !== undefined && html`Interpreter: ${interpreter}. `}${advocate !== undefined && html`Advocate: ${advocate}. `}${written}`
}
