import { organisationOf } from '../../../application/author.ts'
import { carryOut, type Outcome } from '../../../application/carry-out.ts'
import { newId, requestHash } from '../../../application/ids.ts'
import { entryOf } from '../../../application/commands/begin-episode.ts'
import { episodePage } from '../../../application/queries/episode-page.ts'
import { factorsInForce, noQuestionSets } from '../../../application/question-sets.ts'
import { riskLevels, type NewEpisodeEntry } from '../../../domain/episode/entries.ts'
import type { EpisodeId, ToldBy } from '../../../domain/episode/entry.ts'
import { londonDate } from '../../../kernel/london.ts'
import { parseId } from '../../../kernel/ids.ts'
import type { FieldError } from '../../components/errors.ts'
import { formIdIn, withFormId } from '../../forms/form-id.ts'
import { emptyForm, Form } from '../../forms/form.ts'
import { seeing, showing, type Answer, type Route, type Visit } from '../../route.ts'
import { readingOf } from '../episode/reading-of.ts'
import type { About, Act, Proposed } from './act.ts'
import { acts } from './acts.ts'
import { onBehalf } from './on-behalf.ts'
import { refusalErrors } from './refused-field.ts'
import { actPage, type Again } from './view.ts'

/** One page that asks and one that takes the answer, for every command. */
export const actRoutes: readonly Route[] = acts.flatMap((act): readonly Route[] => {
  const path = act.command === 'correct-entry' ? '/episodes/:episode/correct-entry/:entry' : pathOf(act)
  const may = { kind: 'may', command: act.command } as const
  return [
    {
      method: 'GET',
      path,
      may,
      audit: { kind: 'look', what: 'episode' },
      handle: withFormId((visit) => asking(act, visit)),
    },
    {
      method: 'POST',
      path,
      may,
      audit: { kind: 'entry', what: act.command },
      handle: (visit: Visit) => taking(act, visit),
    },
  ]
})

function pathOf({ command }: Act): string {
  return `/episodes/:episode/${command}`
}

async function asking(act: Act, visit: Visit): Promise<Answer> {
  const about = await aboutOf(visit)
  if (about === undefined) return { kind: 'not-found' }
  const asking = { form: visit.typed ?? emptyForm, errors: [], now: about.page.at }
  return showing(actPage({ ...frameOf(act, about, visit), asking }))
}

async function taking(act: Act, visit: Visit): Promise<Answer> {
  const about = await aboutOf(visit)
  if (about === undefined) return { kind: 'not-found' }
  const { form } = visit
  const read = act.read(about, form)
  const told = onBehalf.read('told-by', form, about.page.at)
  if (read.kind === 'problems' || told.kind === 'problems') {
    const errors = [read, told].flatMap((one) => (one.kind === 'problems' ? one.problems : []))
    return again(act, about, visit, { kind: 'problems' }, errors)
  }
  return answerTo(act, about, visit, await carriedOut(act, about, visit, read.value, told.value))
}

async function carriedOut(
  act: Act,
  about: About,
  visit: Visit,
  { type, occurred, body, first = [] }: Proposed,
  toldBy: ToldBy | undefined,
): Promise<Outcome> {
  const { form, who, app } = visit
  const sent = form.entries().filter(([name]) => name !== '_csrf' && name !== 'shown')
  const asTold = (entry: NewEpisodeEntry) => (toldBy === undefined ? entry : { ...entry, toldBy })
  const commands = [...first, { command: act.command, type, body }].map((one) => ({
    name: one.command,
    entry: asTold(entryOf(who.author, one.type, occurred, one.body)),
  }))
  return carryOut(app, {
    visitor: who.visitor,
    author: who.author,
    child: about.page.child,
    episode: about.page.id,
    // The form as it was sent, and not what it means now: a second press a minute later is the same request.
    key: { id: commandId(form), requestHash: requestHash({ of: about.page.id, act: act.command, sent }) },
    shown: shownIn(form, about),
    levels: about.levels,
    commands,
  })
}

async function answerTo(act: Act, about: About, visit: Visit, outcome: Outcome): Promise<Answer> {
  switch (outcome.kind) {
    case 'done':
      return seeing(`/episodes/${outcome.episode}?done=${act.command}`)
    case 'may-not':
      return { kind: 'may-not' }
    case 'refused': {
      const shown = act.show(about, { form: visit.form, errors: [], now: about.page.at }).join('')
      return again(act, about, visit, { kind: 'problems' }, refusalErrors(outcome.refusal, shown))
    }
    case 'overtaken': {
      // Read again as this visitor may see it: what the lock saw is not for a page.
      const fresh = (await aboutOf(visit)) ?? about
      const since = fresh.page.chronology.filter(({ sequence }) => sequence > shownIn(visit.form, about))
      return again(act, fresh, visit, { kind: 'overtaken', since }, [])
    }
    case 'command-taken':
      return again(act, about, visit, { kind: 'used' }, [])
  }
}

/** The form again, with everything that was typed, under the same command unless that one is spent. */
function again(act: Act, about: About, visit: Visit, state: Again, errors: readonly FieldError[]): Answer {
  const frame = frameOf(act, about, visit)
  const made = actPage({
    ...frame,
    ...(state.kind !== 'used' && { command: commandId(visit.form) }),
    shown: state.kind === 'overtaken' ? about.page.shown : shownIn(visit.form, about),
    asking: { form: visit.form, errors, now: about.page.at },
    again: state,
  })
  return showing(made, state.kind === 'overtaken' || state.kind === 'used' ? 409 : 400)
}

function frameOf(act: Act, about: About, visit: Visit) {
  return {
    visit: visit.page,
    act,
    about,
    action: actionOf(act, about),
    command: formIdIn(visit.query) ?? newId<'command'>(),
    shown: about.page.shown,
  }
}

/** Only what an act asks of its address comes back in it. */
function actionOf({ command }: Act, { page, asked }: About): string {
  if (command === 'correct-entry') return `/episodes/${page.id}/${command}/${asked.text('entry')}`
  const named = ['entry', 'duty', 'role', 'question', 'finding', 'action', 'other', 'for'].filter((name) =>
    asked.has(name),
  )
  const query = new URLSearchParams(named.map((name) => [name, asked.text(name)])).toString()
  return `/episodes/${page.id}/${command}${query === '' ? '' : `?${query}`}`
}

/** Everything that a page of an act knows; undefined where the visitor may not see the episode. */
export async function aboutOf({ app, params, query, who }: Visit): Promise<About | undefined> {
  const id = parseId<'episode'>(params['episode'] ?? '')
  const page = id === undefined ? undefined : await pageOf(app, who, id)
  if (page === undefined) return undefined
  const { levels } = organisationOf(who.directory, who.author.organisation)
  const reading = readingOf(page)
  return {
    page,
    author: who.author,
    directory: who.directory,
    levels: riskLevels.filter((level) => levels.includes(level)),
    factors: factorsInForce(app.questionSets ?? noQuestionSets, londonDate(page.at)),
    child: reading.child,
    reading,
    asked: params['entry'] === undefined ? query : new Form(new Map([['entry', [params['entry']]]])),
  }
}

function pageOf(app: Visit['app'], who: Visit['who'], id: EpisodeId): ReturnType<typeof episodePage> {
  return episodePage(app, who.visitor, who.author, id)
}

/** A page that was tampered with gets a new id: it cannot be a retry of anything. */
function commandId(form: Form): string {
  return parseId<'command'>(form.text('command')) ?? newId<'command'>()
}

function shownIn(form: Form, about: About): number {
  const sent = form.text('shown')
  return /^\d{1,6}$/.test(sent) ? Number(sent) : about.page.shown
}
