import { newId } from '../../../application/ids.ts'
import { noQuestionSets, questionSet, setsInForce } from '../../../application/question-sets.ts'
import { effective } from '../../../domain/episode/effective.ts'
import type { EntryOf } from '../../../domain/episode/entries.ts'
import { answersIn } from '../../../domain/interview/as-asked.ts'
import { setRefOf, type QuestionSet } from '../../../domain/interview/question-set.ts'
import { suitedTo } from '../../../domain/interview/suited.ts'
import { parseId } from '../../../kernel/ids.ts'
import { ageOn, londonDate } from '../../../kernel/london.ts'
import type { FieldError } from '../../components/errors.ts'
import { whenWords } from '../../components/time.ts'
import { seeing, showing, type Answer, type Visit } from '../../route.ts'
import type { About } from '../act/act.ts'
import { aboutOf } from '../act/route.ts'
import { startPage, type SentBack } from './start-view.ts'
import { firstFields, placeOf, underWay } from './under-way.ts'
import { answeredOf, askedNoLonger } from './way.ts'

export async function start(visit: Visit): Promise<Answer> {
  const about = await aboutOf(visit)
  return about === undefined ? { kind: 'not-found' } : show(visit, about)
}

/** Begins one, unless one is under way: then only the questions can be changed, and only before the first answer. */
export async function begin(visit: Visit): Promise<Answer> {
  const about = await aboutOf(visit)
  if (about === undefined) return { kind: 'not-found' }
  const { form, drafts } = visit
  const place = placeOf(about.page.id)
  const under = await underWay(visit)
  if (under !== undefined) {
    const isBegun = answeredOf(under).answered + askedNoLonger(under).length > 0
    if (isBegun || form.text('instead') !== under.draft.form) return seeing(place)
  }
  const back = sentBackIn(visit, about)
  const isAgain = back !== undefined && form.text('after') === back.writeUp
  const offered = isAgain ? [back.set] : setsFor(visit, about)
  const set = offered.find((one) => setRefOf(one) === form.text('set'))
  if (set === undefined)
    return show(visit, about, [{ field: 'set', message: 'Choose which questions to ask' }])
  const answers = isAgain ? answersIn(set, writeUpOf(about, back)?.body.answers ?? []) : {}
  // Made with the page, so that a second press begins the same one.
  const draft = parseId<'command'>(form.text('new')) ?? newId<'command'>()
  const interview = unwrittenIn(about).find(({ value }) => value === form.text('interview'))?.value
  const of = isAgain
    ? { after: back.writeUp, interview: back.interview }
    : { ...(interview && { interview }) }
  await drafts?.begin(place, draft, firstFields(set, answers, of))
  if (under !== undefined) await drafts?.drop(place, under.draft.form)
  return seeing(isAgain ? `${place}/answers` : `${place}/opening`)
}

async function show(visit: Visit, about: About, errors: readonly FieldError[] = []): Promise<Answer> {
  const under = await underWay(visit)
  const sentBack = sentBackIn(visit, about)
  const made = startPage({
    visit: visit.page,
    about,
    sets: setsFor(visit, about),
    easyWords: needsEasyWords(about),
    ...(under && { under }),
    ...(sentBack && { sentBack }),
    unwritten: unwrittenIn(about),
    stopped: visit.query.text('stopped') === 'yes',
    errors,
    fresh: newId<'command'>(),
  })
  return showing(made, errors.length > 0 ? 400 : 200)
}

/** In force today, the one that suits the child first. */
function setsFor({ app, page }: Visit, about: About): readonly QuestionSet[] {
  const { record } = about.page
  const today = londonDate(page.now)
  const sets = setsInForce(app.questionSets ?? noQuestionSets, today)
  const age = record.bornOn === undefined ? record.approximateAge : ageOn(record.bornOn, today)
  const first = suitedTo(sets, { ...(age !== undefined && { age }), easyWords: needsEasyWords(about) })
  return sets.toSorted((a, b) => Number(b === first) - Number(a === first))
}

/** A need does not end with the review of the plan that says it. */
function needsEasyWords({ page: { record } }: About): boolean {
  return (record.plan ?? record.lapsedPlan)?.easyWords === true
}

/** The last sending back that no write-up has answered, of a write-up question by question. */
function sentBackIn({ app }: Visit, about: About): SentBack | undefined {
  const entries = effective(about.page.chronology)
  const answered = new Set(
    entries.map((entry) => (entry.type === 'interview-written-up' ? entry.body.again : undefined)),
  )
  const last = entries.findLast(({ id, type }) => type === 'interview-sent-back' && !answered.has(id))
  if (last?.type !== 'interview-sent-back') return undefined
  const { writeUp, comments } = last.body
  const of = writeUpOf(about, { writeUp })
  if (of?.body.set === undefined || of.body.answers === undefined) return undefined
  const set = questionSet(app.questionSets ?? noQuestionSets, of.body.set.set, of.body.set.edition)
  const { interview } = of.body
  return set && { writeUp, interview, set, ...(comments !== undefined && { comments }) }
}

/** The latest first. */
function unwrittenIn({ page }: About) {
  const entries = effective(page.chronology)
  const written = new Set(
    entries.map((entry) => (entry.type === 'interview-written-up' ? entry.body.interview : undefined)),
  )
  return entries
    .filter(({ id, type }) => type === 'interview-held' && !written.has(id))
    .map(({ id, occurred }) => ({ value: id, text: `Held ${whenWords(occurred.at, page.at)}` }))
    .toReversed()
}

function writeUpOf({ page }: About, { writeUp }: Pick<SentBack, 'writeUp'>) {
  return page.chronology.find(
    (entry): entry is EntryOf<'interview-written-up'> & typeof entry =>
      entry.type === 'interview-written-up' && entry.id === writeUp,
  )
}
