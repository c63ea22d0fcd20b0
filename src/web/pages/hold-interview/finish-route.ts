import { carryOut, type Outcome } from '../../../application/carry-out.ts'
import { entryOf } from '../../../application/commands/begin-episode.ts'
import { idFrom, newId, requestHash } from '../../../application/ids.ts'
import type { EpisodeCommand } from '../../../domain/episode/command.ts'
import type { Factors } from '../../../domain/interview/factor.ts'
import { asRecorded } from '../../../domain/interview/as-asked.ts'
import { questionsOf } from '../../../domain/interview/question-set.ts'
import { parseId } from '../../../kernel/ids.ts'
import type { FieldError } from '../../components/errors.ts'
import { partOf, writerOf } from '../../draft-parts.ts'
import { present } from '../../forms/fields.ts'
import type { Form } from '../../forms/form.ts'
import { seeing, showing, type Answer, type Visit } from '../../route.ts'
import type { About } from '../act/act.ts'
import { waitingFor } from '../act/forms/write-up.ts'
import { refusalErrors } from '../act/refused-field.ts'
import { aboutOf } from '../act/route.ts'
import { findingsFrom, pointedTo } from './finding-fields.ts'
import { finishForm, firstFinish } from './finish-form.ts'
import { finishPage, overtaken, usedError, type Finish } from './finish-view.ts'
import { placeOf, underWay, underWayIn, type UnderWay } from './under-way.ts'
import { askedNoLonger, problemWith } from './way.ts'

export async function finish(visit: Visit): Promise<Answer> {
  const about = await aboutOf(visit)
  if (about === undefined) return { kind: 'not-found' }
  const under = await underWay(visit)
  if (under === undefined) return seeing(placeOf(about.page.id))
  const typed = partOf(under.draft, '_finish')
  const form = typed.entries().length > 0 ? typed : firstFinish(about, under)
  return showing(finishPage(finishOf(visit, about, under, form, [])))
}

/** Records the interview, if that is not on record yet, and what was asked and answered: both or neither. */
export async function record(visit: Visit): Promise<Answer> {
  const about = await aboutOf(visit)
  if (about === undefined) return { kind: 'not-found' }
  const { form, drafts, app } = visit
  const place = placeOf(about.page.id)
  const before = await underWay(visit)
  if (before === undefined) return seeing(place)
  const draft = await drafts?.keepPart(place, form, false)
  const under = (draft && app.questionSets && underWayIn(app.questionSets, draft)) ?? before
  const read = finishForm(about, under).read(form)
  const factors = factorsOf(visit, under)
  const learned = findingsFrom(pointedTo(under, factors), factors, form, about.page.at)
  const errors = [
    ...problemsOf(under),
    ...[read, learned].flatMap((one) => (one.kind === 'problems' ? one.problems : [])),
  ]
  if (read.kind === 'problems' || learned.kind === 'problems' || errors.length > 0)
    return showing(finishPage(finishOf(visit, about, under, form, errors)), 400)
  const outcome = await carriedOut(visit, about, under, read.value, learned.value)
  if (outcome.kind === 'done') await drafts?.drop(place, under.draft.form)
  return answerTo(visit, about, under, outcome)
}

/** What keeps the answers from being recorded as they stand: nothing is left out by itself. */
function problemsOf(under: UnderWay): readonly FieldError[] {
  const gone = askedNoLonger(under)
  if (gone.length > 0)
    return [
      { field: 'no-longer', message: 'Decide about the answers to questions that are not asked any more' },
    ]
  if (Object.keys(under.answers).length === 0)
    return [
      {
        field: 'act',
        message: 'Nothing is answered yet: answer a question, if only that the child does not want to say',
      },
    ]
  return questionsOf(under.set).flatMap((question) => {
    const says = under.answers[question.id] && problemWith(under, question)
    return says === undefined ? [] : [{ field: `answer-${question.id}`, message: `${question.asks} ${says}` }]
  })
}

type Finished = Extract<ReturnType<ReturnType<typeof finishForm>['read']>, { kind: 'read' }>['value']

type Learned = Extract<ReturnType<typeof findingsFrom>, { kind: 'read' }>['value']

function carriedOut(
  visit: Visit,
  about: About,
  under: UnderWay,
  { view, held }: Finished,
  learned: Learned,
): Promise<Outcome> {
  const { form, who, app } = visit
  const answers = asRecorded(under.set, under.answers)
  const { set, edition } = under.set
  const recorded = held && entryOf(who.author, 'interview-held', held.occurred, held.body)
  const interview = under.interview ?? recorded?.id ?? newId<'entry'>()
  const again = present({ view, again: waitingFor(about, interview) })
  const body = { interview, set: { set, edition }, answers, ...again }
  const now = { at: about.page.at, precision: 'minute' } as const
  const written = {
    ...entryOf(who.author, 'interview-written-up', now, body),
    id: idFrom<'entry'>('written up', under.draft.form),
  }
  const found = learned(written.id)
  const commands: readonly EpisodeCommand[] = [
    ...(recorded ? [{ name: 'record-interview', entry: recorded } as const] : []),
    { name: 'write-up-interview', entry: written },
    ...found.map((one) => {
      return { name: 'record-finding', entry: entryOf(who.author, 'finding-recorded', now, one) } as const
    }),
  ]
  const shown = Number(form.text('shown'))
  return carryOut(app, {
    visitor: who.visitor,
    author: who.author,
    child: about.page.child,
    episode: about.page.id,
    // Of the draft and not of the page: one interview is recorded once, whichever page it is sent from.
    key: {
      id: under.draft.form,
      requestHash: requestHash({
        of: about.page.id,
        interview: under.interview ?? 'now',
        answers,
        view: view ?? '',
        held: held?.body ?? {},
        found,
      }),
    },
    ...(Number.isInteger(shown) && { shown }),
    levels: [],
    commands,
  })
}

async function answerTo(visit: Visit, about: About, under: UnderWay, outcome: Outcome): Promise<Answer> {
  const again = (errors: readonly FieldError[], more: Partial<Finish> = {}) =>
    finishPage({ ...finishOf(visit, about, under, visit.form, errors), ...more })
  switch (outcome.kind) {
    case 'done':
      return seeing(`/episodes/${outcome.episode}?done=write-up-interview`)
    case 'may-not':
      return { kind: 'may-not' }
    case 'refused':
      return showing(again(refusalErrors(outcome.refusal, again([]).toString())), 400)
    case 'overtaken': {
      const fresh = (await aboutOf(visit)) ?? about
      return showing(again([], { about: fresh, shown: fresh.page.shown, status: overtaken() }), 409)
    }
    case 'command-taken':
      return showing(again([usedError]), 409)
  }
}

/** The list of factors that the questions name. */
function factorsOf({ app }: Visit, { set }: UnderWay): Factors | undefined {
  return app.questionSets?.factors.find(({ edition }) => edition === set.factors)
}

function finishOf(
  visit: Visit,
  about: About,
  under: UnderWay,
  form: Form,
  errors: readonly FieldError[],
): Finish {
  const sent = visit.form.text('shown')
  return {
    visit: visit.page,
    about,
    under,
    factors: factorsOf(visit, under),
    asking: { form, errors, now: about.page.at },
    page: parseId<'command'>(visit.form.text('command')) ?? newId<'command'>(),
    writer: writerOf(under.draft, '_finish'),
    key: visit.drafts?.key ?? '',
    shown: /^\d{1,6}$/.test(sent) ? Number(sent) : about.page.shown,
  }
}
