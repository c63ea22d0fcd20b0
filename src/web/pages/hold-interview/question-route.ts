import { newId } from '../../../application/ids.ts'
import { answerTo, type Answer } from '../../../domain/interview/answers.ts'
import { parseId } from '../../../kernel/ids.ts'
import type { FieldError } from '../../components/errors.ts'
import { besideOf, partField, wholeField, writerOf } from '../../draft-parts.ts'
import { seeing, showing, type Answer as Reply, type Visit } from '../../route.ts'
import { questionPage, ways, type Way } from './question-view.ts'
import { answerTyped, placeOf, underWay, underWayIn, type UnderWay } from './under-way.ts'
import { before, nextAfter, nothingSaid, problemWith, standingOf, withAnswer, type Standing } from './way.ts'

/** One question. Where it is not asked after the answers so far, all of them. */
export async function ask(visit: Visit): Promise<Reply> {
  const under = await underWay(visit)
  const place = placeOf(visit.params['episode'] ?? '')
  if (under === undefined) return seeing(place)
  const at = standingOf(under, visit.params['question'] ?? '')
  if (at === undefined) return seeing(`${place}/answers`)
  return showing(shown(visit, under, at, under.answers[at.question.id] ?? {}))
}

/** Saves what was typed whichever button was pressed, and then goes where it says. */
export async function take(visit: Visit): Promise<Reply> {
  const under = await underWay(visit)
  const { form, params, app, drafts } = visit
  const place = placeOf(params['episode'] ?? '')
  const at = under && standingOf(under, params['question'] ?? '')
  if (under === undefined) return seeing(place)
  if (
    at === undefined ||
    form.text(partField) !== at.question.id ||
    form.text(wholeField) !== under.draft.form
  )
    return seeing(`${place}/answers`)
  const go = wayIn(form.text('_go'))
  const answer = answerTyped(at.question, form)
  const typed = { ...under, answers: withAnswer(under.answers, at.question.id, answer) }
  const errors = go === 'continue' ? errorsIn(typed, at, answer) : []
  const draft = await drafts?.keepPart(place, form, errors.length === 0)
  const kept = draft && app.questionSets && underWayIn(app.questionSets, draft)
  if (kept === undefined) return showing(shown(visit, under, at, answer, [notKept]), 409)
  if (errors.length > 0) return showing(shown(visit, kept, at, answer, errors), 400)
  return seeing(addressAfter(kept, at, go, place))
}

const notKept: FieldError = {
  field: 'words',
  message:
    'This could not be saved: the interview was recorded or thrown away meanwhile, or has grown too large. Copy what you typed',
}

function errorsIn(typed: UnderWay, { question }: Standing, answer: Answer): readonly FieldError[] {
  if (answerTo({ [question.id]: answer }, question) === undefined)
    return [{ field: question.kind === 'words' ? 'words' : 'chosen', message: nothingSaid(question) }]
  const says = problemWith(typed, question)
  return says === undefined ? [] : [{ field: answer.words === undefined ? 'chosen' : 'words', message: says }]
}

function addressAfter(under: UnderWay, { question }: Standing, go: Way | 'continue', place: string): string {
  if (go === 'list') return `${place}/answers`
  if (go === 'stop') return `${place}?stopped=yes`
  if (go === 'back') {
    const earlier = before(under, question.id)
    return earlier === undefined ? `${place}/opening` : `${place}/questions/${earlier.id}`
  }
  const next = nextAfter(under, question.id)
  return next.to === 'question' ? `${place}/questions/${next.id}` : `${place}/${next.to}`
}

function wayIn(typed: string): Way | 'continue' {
  return Object.hasOwn(ways, typed) ? (typed as Way) : 'continue'
}

function shown(
  visit: Visit,
  under: UnderWay,
  at: Standing,
  answer: Answer,
  errors: readonly FieldError[] = [],
) {
  const { id } = at.question
  return questionPage({
    visit: visit.page,
    under,
    at,
    answer,
    // Asked again, it is the same page: what it typed before was its own.
    page: (errors.length > 0 && parseId<'command'>(visit.form.text('command'))) || newId<'command'>(),
    writer: writerOf(under.draft, id),
    beside: besideOf(under.draft, id),
    errors,
    key: visit.drafts?.key ?? '',
  })
}
