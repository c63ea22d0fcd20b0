import { companionsOf, joinTogether } from '../../../../application/commands/away-together.ts'
import { beginEpisode } from '../../../../application/commands/begin-episode.ts'
import { beforeReport, type BeforeReport } from '../../../../application/queries/before-report.ts'
import type { Refusal } from '../../../../domain/episode/command.ts'
import type { EpisodeId } from '../../../../domain/episode/entry.ts'
import { episodeOf } from '../../../../domain/episode/evolve.ts'
import { parseId } from '../../../../kernel/ids.ts'
import { unreachable } from '../../../../kernel/unreachable.ts'
import { emptyForm } from '../../../forms/form.ts'
import { html } from '../../../html.ts'
import { withFormId } from '../../../forms/form-id.ts'
import { seeing, showing, type Answer, type Route, type Visit } from '../../../route.ts'
import { calledBy } from '../../../words/child.ts'
import { askedAgain, commandOf, firstAsked, refusedAt, withOf } from '../asked.ts'
import { readWorried, startingAt } from './form.ts'
import { alreadyOpenPage, usedPage, worriedPage } from './view.ts'

const path = '/report/:child/worried'
const may = { kind: 'may', command: 'raise-concern' } as const

export const worriedRoutes: readonly Route[] = [
  {
    method: 'GET',
    path,
    may,
    audit: { kind: 'look', what: 'child, to report' },
    handle: withFormId((visit) => withChild(visit, ask)),
  },
  {
    method: 'POST',
    path,
    may,
    audit: { kind: 'entry', what: 'concern-raised, threshold-assessed' },
    handle: (visit: Visit) => withChild(visit, begin),
  },
]

type Handle = (visit: Visit, before: BeforeReport) => Promise<Answer>

async function withChild(visit: Visit, handle: Handle): Promise<Answer> {
  const { visitor, author } = visit.who
  const child = parseId<'child'>(visit.params['child'] ?? '')
  const before = child && (await beforeReport(visit.app, visitor, author, child))
  return before === undefined ? { kind: 'not-found' } : handle(visit, before)
}

async function ask(visit: Visit, before: BeforeReport): Promise<Answer> {
  const { page, who, app } = visit
  if (before.open !== undefined) return alreadyOpen(visit, before, before.open.episode, 200)
  const beside = withOf(visit.query)
  const first = beside && (await app.store.read(who.visitor, (session) => session.chronology(beside)))
  const noticed = first && episodeOf(first.chronology).raised?.occurred.at
  const form = noticed === undefined ? emptyForm : startingAt(noticed, page.now)
  const asked = firstAsked(page.csrfToken, visit.query, visit.typed ?? form)
  return showing(
    worriedPage({ visit: page, author: who.author, before, asked, ...(first && beside && { beside }) }),
  )
}

async function begin(visit: Visit, before: BeforeReport): Promise<Answer> {
  const { app, who, page, form } = visit
  const { visitor, author } = who
  const read = readWorried(form, before.record, author, page.now)
  if (read.kind === 'problems') return again(visit, before, read.problems)
  const beside = withOf(form)
  const first = beside && (await app.store.read(visitor, (session) => session.chronology(beside)))
  const others = beside === undefined ? [] : await companionsOf(app, visitor, beside)
  // Sent a second time, this child's own new episode is among them already.
  const companions = (first && beside ? [{ episode: beside, ...first }, ...others] : others).filter(
    ({ child }) => child !== before.child,
  )
  const commandId = commandOf(form)
  const { child } = before
  const together = companions.map(({ episode }) => episode)
  const outcome = await beginEpisode(app, { visitor, author, commandId, child, ...read.value, together })
  switch (outcome.kind) {
    case 'done': {
      const { episode } = outcome
      const begun = { child, episode, noticed: read.value.noticed }
      await joinTogether(app, visitor, author, commandId, begun, companions)
      const next = read.value.threshold.worriedNow ? 'ring' : 'together'
      return seeing(`/episodes/${episode}/report/${next}`)
    }
    case 'refused':
      return refused(visit, before, outcome.refusal)
    case 'may-not':
      return { kind: 'may-not' }
    case 'overtaken':
    case 'command-taken': {
      const link = html`<a class="govuk-link" href="/children/${child}">See what is there</a>.`
      return showing(usedPage(page, calledBy(before.record), link), 409)
    }
    default:
      return unreachable(outcome)
  }
}

function refused(visit: Visit, before: BeforeReport, refusal: Refusal): Promise<Answer> {
  if (refusal.kind === 'already-open') return alreadyOpen(visit, before, refusal.episode, 409)
  const field = refusal.kind === 'in-the-future' ? 'noticed-time' : 'worried'
  return again(visit, before, refusedAt(field, refusal))
}

function alreadyOpen(
  { page }: Visit,
  { record }: BeforeReport,
  episode: EpisodeId,
  status: 200 | 409,
): Promise<Answer> {
  return Promise.resolve(showing(alreadyOpenPage({ visit: page, name: calledBy(record), episode }), status))
}

function again(
  { page, who, form }: Visit,
  before: BeforeReport,
  errors: Parameters<typeof askedAgain>[2],
): Promise<Answer> {
  const asked = askedAgain(page.csrfToken, form, errors)
  const beside = withOf(form)
  const html = worriedPage({ visit: page, author: who.author, before, asked, ...(beside && { beside }) })
  return Promise.resolve(showing(html, 400))
}
