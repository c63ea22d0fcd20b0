import {
  companionsOf,
  sharedQuestions,
  type Companion,
} from '../../../../application/commands/away-together.ts'
import { carryOut, type Outcome } from '../../../../application/carry-out.ts'
import { entryOf } from '../../../../application/commands/begin-episode.ts'
import { idFrom, requestHash } from '../../../../application/ids.ts'
import { episodePage, type EpisodePage } from '../../../../application/queries/episode-page.ts'
import { episodeOf } from '../../../../domain/episode/evolve.ts'
import type { Episode } from '../../../../domain/episode/state.ts'
import { unreachable } from '../../../../kernel/unreachable.ts'
import type { FieldError } from '../../../components/errors.ts'
import { withFormId } from '../../../forms/form-id.ts'
import { seeing, showing, type Answer as Reply, type Route, type Visit } from '../../../route.ts'
import { firstName } from '../../../words/child.ts'
import { askedAgain, commandOf, firstAsked, refusedAt } from '../asked.ts'
import { overtakenNotice, send, usedError, withEpisode } from '../on-episode.ts'
import { nextAfter, questionCalled } from './catalogue.ts'
import type { Answer, Question } from './question.ts'
import { questionPage } from './view.ts'

const path = '/episodes/:episode/report/:question'
const may = { kind: 'may', command: 'answer' } as const

export const questionRoutes: readonly Route[] = [
  {
    method: 'GET',
    path,
    may,
    audit: { kind: 'look', what: 'episode, to answer a question' },
    handle: withFormId(withEpisode(ask)),
  },
  {
    method: 'POST',
    path,
    may,
    audit: { kind: 'entry', what: 'answered, action-taken, threshold-assessed' },
    handle: withEpisode(save),
  },
]

async function ask(visit: Visit, shown: EpisodePage): Promise<Reply> {
  const question = questionCalled(visit.params['question'] ?? '')
  if (question === undefined) return { kind: 'not-found' }
  const alsoFor = await namesOf(visit, await companionsFor(visit, shown, question))
  const asked = firstAsked(visit.page.csrfToken, visit.query, visit.typed)
  return showing(questionPage({ visit: visit.page, shown, question, asked, alsoFor }))
}

async function save(visit: Visit, shown: EpisodePage): Promise<Reply> {
  const question = questionCalled(visit.params['question'] ?? '')
  if (question === undefined) return { kind: 'not-found' }
  const { page, who, form } = visit
  const companions = await companionsFor(visit, shown, question)
  const asking: Asking = { visit, shown, question, alsoFor: await namesOf(visit, companions) }
  const read = question.read(form, { shown, author: who.author, now: page.now })
  if (read.kind === 'problems') return again(asking, read.problems)
  const outcome = await send(visit, shown, read.value.commands, read.value.values)
  switch (outcome.kind) {
    case 'done':
      for (const companion of companions) await keepFor(visit, companion, read.value)
      return seeing(await nextAddress(visit, shown, question))
    case 'refused':
      return again(asking, refusedAt(question.field, outcome.refusal))
    case 'may-not':
      return { kind: 'may-not' }
    case 'overtaken': {
      const status = overtakenNotice(outcome.since, page.now)
      return showing(questionPage({ ...pageOf(asking, []), status }), 409)
    }
    case 'command-taken':
      return again(asking, [{ field: question.field, ...usedError }], 409)
    default:
      return unreachable(outcome)
  }
}

interface Asking {
  readonly visit: Visit
  readonly shown: EpisodePage
  readonly question: Question
  readonly alsoFor: readonly string[]
}

function pageOf({ visit, shown, question, alsoFor }: Asking, errors: readonly FieldError[]) {
  const asked = askedAgain(visit.page.csrfToken, visit.form, errors)
  return { visit: visit.page, shown, question, asked, alsoFor }
}

function again(asking: Asking, errors: readonly FieldError[], status: 400 | 409 = 400): Promise<Reply> {
  return Promise.resolve(showing(questionPage(pageOf(asking, errors)), status))
}

/** A yes to the definition of missing leads to the telephone; everything else to the next open question. */
async function nextAddress(visit: Visit, before: EpisodePage, question: Question): Promise<string> {
  const { visitor, author } = visit.who
  const shown = (await episodePage(visit.app, visitor, author, before.id)) ?? before
  const list = `/episodes/${shown.id}/report`
  const { episode } = shown
  const isReason = question.slug === 'definition' && episode.worriedNow && episode.reported === undefined
  if (isReason) return `${list}/ring`
  const next = nextAfter(shown, question.slug)
  return next === undefined ? list : `${list}/${next.slug}`
}

async function companionsFor(
  { app, who }: Visit,
  { id }: EpisodePage,
  { slug }: Question,
): Promise<readonly Companion[]> {
  if (!sharedQuestions.has(slug)) return []
  const companions = await companionsOf(app, who.visitor, id)
  return companions.filter(({ chronology }) => isAway(episodeOf(chronology)))
}

/** What is over takes no more answers, and the page must not say that it did. */
function isAway({ response, voided }: Episode): boolean {
  return !voided && response !== 'returned' && response !== 'closed'
}

async function namesOf({ app, who }: Visit, companions: readonly Companion[]): Promise<readonly string[]> {
  return app.store.read(who.visitor, async (session) => {
    const names: string[] = []
    for (const { child } of companions) {
      const card = await session.card(child)
      if (card !== undefined) names.push(firstName(card))
    }
    return names
  })
}

/** The same answer in the episode of a child who is away with this one: an entry of its own, written by the same hand. */
function keepFor(
  { app, who, form }: Visit,
  { episode, child }: Companion,
  { commands, values }: Answer,
): Promise<Outcome> {
  const own = commands.map((command) => {
    const { type, occurred, body } = command.entry
    return { ...command, entry: entryOf(who.author, type, occurred, body) }
  })
  return carryOut(app, {
    visitor: who.visitor,
    author: who.author,
    child,
    episode,
    key: {
      id: idFrom('shared answer', commandOf(form), episode),
      requestHash: requestHash({ episode, values }),
    },
    levels: [],
    commands: own,
  })
}
