import { setsInForce, type QuestionSets } from '../../../application/question-sets.ts'
import type { Factor, FactorKind, Factors } from '../../../domain/interview/factor.ts'
import { factorKinds } from '../../../domain/interview/factor.ts'
import type { QuestionSet } from '../../../domain/interview/question-set.ts'
import { dateInWords, londonDate } from '../../../kernel/london.ts'
import { chip, emptyState } from '../../components/notice.ts'
import { govuk } from '../../components/official.ts'
import { html, type Html, type Piece } from '../../html.ts'
import { page } from '../../layout/page.ts'
import type { PageVisit } from '../../layout/visit.ts'
import { addressOf, marked, verifiedInWords } from './marks.ts'

/** Every set of questions with its editions, and the factors that answers can suggest. */
export function setsPage(visit: PageVisit, sets: QuestionSets): Html {
  const inForce = setsInForce(sets, londonDate(visit.now))
  const main = html`<h1 class="govuk-heading-l">Questions of the return interview</h1>
    <p class="wa-lede">
      What a child is asked after coming back, as data. An edition in force is never edited: a change is a new
      edition.
    </p>
    ${
      sets.sets.length === 0
        ? emptyState({ title: 'No set of questions is in use' })
        : sets.sets.toSorted(byTitle).map((set) => setItem(set, inForce.includes(set)))
    }
    ${sets.factors.map(factorsSection)}`
  return page({ title: 'Questions of the return interview', visit, here: 'protocol', breadcrumbs, main })
}

const breadcrumbs = [{ text: 'Protocols', href: '/protocol' }]

/** The set for most children has the shortest title; of one set the newest edition stands first. */
function byTitle(one: QuestionSet, next: QuestionSet): number {
  return one.title.localeCompare(next.title, 'en-GB') || (one.from < next.from ? 1 : -1)
}

function setItem(set: QuestionSet, isInForce: boolean): Html {
  const { title, edition, from, until } = set
  const row = (key: string, value: Piece) => ({ key: { text: key }, value: { html: html`${value}` } })
  return html`<section class="wa-edition" aria-labelledby="${set.set}-${edition}">
    <h2 class="wa-heading" id="${set.set}-${edition}">${title}, edition ${edition}</h2>
    ${govuk('summary-list', {
      rows: [
        row('For', set.meantFor),
        row(
          'In force',
          html`from ${dateInWords(from)}${until && `, until ${dateInWords(until)}`}
          ${isInForce ? null : chip('Not in force today')}`,
        ),
        row('Adopted by', set.adoptedBy),
        row('Reading age', `${set.readingAge} at most, of what the child is asked`),
        row(
          'Sources',
          html`<ul class="govuk-list">
            ${set.sources.map((source) => html`<li>${marked(source)}</li>`)}
          </ul>`,
        ),
        row('Checked', verifiedInWords(set)),
      ],
    })}
    <p class="govuk-body">
      <a class="govuk-link" href="${addressOf(set)}">Read the questions: ${title}</a><br />
      <a class="govuk-link" href="${addressOf(set)}/paper">Paper form to print: ${title}</a>
    </p>
  </section>`
}

const kinds: Readonly<Record<FactorKind, string>> = {
  push: 'What drives a child away',
  pull: 'What draws a child',
  harm: 'Harm',
  'risk-factor': 'The five risk factors of the guide',
  circumstance: 'What makes them weigh more',
}

function factorsSection({ edition, title, from, adoptedBy, factors }: Factors): Html {
  const id = `factors-${edition}`
  return html`<section class="wa-edition" aria-labelledby="${id}">
    <h2 class="wa-heading" id="${id}">Factors, edition ${edition}</h2>
    <p class="govuk-body">
      ${title}. In force from ${dateInWords(from)}; ${adoptedBy}. An answer can suggest one, and a person
      decides whether it is a finding.
    </p>
    ${factorKinds.map((kind) => factorList(kind, factors))}
  </section>`
}

function factorList(kind: FactorKind, factors: readonly Factor[]): Html | null {
  const these = factors.filter((one) => one.kind === kind)
  if (these.length === 0) return null
  return html`<h3 class="govuk-heading-s">${kinds[kind]}</h3>
    <ul class="govuk-list govuk-list--spaced">
      ${these.map(
        ({ code, label, source }) =>
          html`<li><strong>${label}</strong> (<code>${code}</code>)<br />${marked(source)}</li>`,
      )}
    </ul>`
}
