import type { FoundOut, SoWhat } from '../../../application/queries/so-what.ts'
import type { Became } from '../../../domain/interview/so-what.ts'
import { emptyState } from '../../components/notice.ts'
import { html, type Html } from '../../html.ts'
import { page } from '../../layout/page.ts'
import type { PageVisit } from '../../layout/visit.ts'
import { nameAndAge } from '../../words/child.ts'
import { findingItem, type May } from './finding-item.ts'

const title = 'So what: where what was learned leads'

/** Every finding of concern with what it led to, and first what leads nowhere. */
export function soWhatPage(visit: PageVisit, what: SoWhat, may: May): Html {
  const ofConcern = what.found.filter(({ finding }) => finding.body.ofConcern)
  const others = what.found.filter(({ finding }) => !finding.body.ofConcern)
  const [first] = what.found
  const main = html`<h1 class="wa-sentence">${sentenceOf(ofConcern)}</h1>
    ${countsOf(ofConcern)} ${what.of.kind === 'everything' && ofConcern.length > 0 && byTeam(ofConcern)}
    ${ofConcern.length === 0 ? noneYet(what) : parts.map((part) => partOf(part, ofConcern, what, may))}
    ${others.length > 0 && notOfConcern(others, what, may)}
    ${
      what.more &&
      html`<p class="govuk-body">
        There are more absences on the board than fit here: open a child or an episode for the rest.
      </p>`
    }`
  return page({
    title,
    visit,
    here: what.of.kind === 'everything' ? 'board' : 'children',
    breadcrumbs: crumbs(what, first),
    main,
  })
}

function crumbs({ of }: SoWhat, first: FoundOut | undefined) {
  const board = { text: 'Board', href: '/board' }
  if (of.kind === 'everything') return [board]
  if (of.kind === 'episode') return [board, { text: 'The episode', href: `/episodes/${of.episode}` }]
  return [board, { text: first?.child.name ?? 'The child', href: `/children/${of.child}` }]
}

function sentenceOf(ofConcern: readonly FoundOut[]): string {
  const nowhere = ofConcern.filter(({ became }) => became === 'nowhere').length
  if (ofConcern.length === 0) return 'Nothing of concern was recorded as learned yet.'
  if (ofConcern.length === 1)
    return nowhere === 1
      ? 'The one finding of concern leads nowhere.'
      : 'The one finding of concern led to an action or a reason.'
  if (nowhere === 0) return `Each of ${ofConcern.length} findings of concern led to an action or a reason.`
  return `${nowhere} of ${ofConcern.length} findings of concern ${nowhere === 1 ? 'leads' : 'lead'} nowhere.`
}

const became: Readonly<Record<Became, string>> = {
  nowhere: 'lead nowhere yet',
  late: 'have an action that is late',
  running: 'have an action under way',
  done: 'led to something that was done',
  'not-done': 'had an action that was ended undone',
  decided: 'have a reason why nothing is done',
}

/** Each with its denominator; what there is none of is left out. */
function countsOf(ofConcern: readonly FoundOut[]): Html | null {
  if (ofConcern.length === 0) return null
  const counts = parts
    .map((part) => [became[part], ofConcern.filter((one) => one.became === part).length] as const)
    .filter(([, count]) => count > 0)
  return html`<ul class="govuk-list wa-so-what__counts">
    ${counts.map(([words, count]) => html`<li><strong>${count} of ${ofConcern.length}</strong> ${words}</li>`)}
  </ul>`
}

/** The worst first. */
const parts: readonly Became[] = ['nowhere', 'late', 'running', 'not-done', 'decided', 'done']

const headings: Readonly<Record<Became, string>> = {
  nowhere: 'Leads nowhere',
  late: 'Agreed, and late',
  running: 'Under way',
  done: 'Done',
  'not-done': 'Ended undone, with a reason',
  decided: 'Nothing is done, with a reason',
}

function partOf(part: Became, ofConcern: readonly FoundOut[], what: SoWhat, may: May): Html | null {
  const here = ofConcern.filter((one) => one.became === part)
  if (here.length === 0) return null
  return html`<section class="wa-board-section">
    <h2 class="wa-board-section__heading">${headings[part]}</h2>
    ${itemsOf(here, what, may)}
  </section>`
}

function itemsOf(found: readonly FoundOut[], { now, of }: SoWhat, may: May): Html {
  return html`<ul class="wa-duties wa-so-what">
    ${found.map((one) => findingItem(one, { now, may, about: of.kind !== 'episode' && aboutOf(one, now) }))}
  </ul>`
}

function aboutOf({ child, episode, reference }: FoundOut, now: SoWhat['now']): Html {
  return html`<a class="govuk-link" href="/episodes/${episode}/so-what"
    >${nameAndAge(child, now)}${reference === undefined ? '' : ` · ${reference}`}</a
  >`
}

/** Of how many findings of a team how many lead nowhere, the worst first. */
function byTeam(ofConcern: readonly FoundOut[]): Html {
  const teams = [...Map.groupBy(ofConcern, ({ team }) => team ?? 'No team known')]
    .map(([team, found]) => ({
      team,
      all: found.length,
      nowhere: found.filter((one) => one.became === 'nowhere').length,
      late: found.filter((one) => one.became === 'late').length,
    }))
    .toSorted((a, b) => b.nowhere - a.nowhere || b.late - a.late || (a.team < b.team ? -1 : 1))
  return html`<table class="govuk-table wa-so-what__teams">
    <caption class="govuk-table__caption govuk-table__caption--s">
      By the team of the social worker
    </caption>
    <thead class="govuk-table__head">
      <tr class="govuk-table__row">
        <th scope="col" class="govuk-table__header">Team</th>
        <th scope="col" class="govuk-table__header">Lead nowhere</th>
        <th scope="col" class="govuk-table__header">Late</th>
      </tr>
    </thead>
    <tbody class="govuk-table__body">
      ${teams.map(
        ({ team, all, nowhere, late }) =>
          html`<tr class="govuk-table__row">
            <th scope="row" class="govuk-table__header">${team}</th>
            <td class="govuk-table__cell">${nowhere} of ${all}</td>
            <td class="govuk-table__cell">${late} of ${all}</td>
          </tr>`,
      )}
    </tbody>
  </table>`
}

function notOfConcern(found: readonly FoundOut[], what: SoWhat, may: May): Html {
  return html`<section class="wa-board-section">
    <h2 class="wa-board-section__heading">Learned, and not of concern</h2>
    ${itemsOf(found, what, may)}
  </section>`
}

/** Nothing that looks like success where nothing was looked for. */
function noneYet({ of }: SoWhat): Html {
  return emptyState({
    title: 'None recorded yet',
    detail:
      of.kind === 'episode'
        ? html`That is no sign that all is well: it says that nobody wrote down what was learned.
            <a class="govuk-link" href="/episodes/${of.episode}">Back to the episode</a>`
        : 'That is no sign that all is well: it says that nobody wrote down what was learned.',
  })
}
