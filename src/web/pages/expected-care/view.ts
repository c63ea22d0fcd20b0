import type { ExpectedCare, Strand, StrandKind } from '../../../domain/care/expected.ts'
import { forWhomInWords, ruleInWords } from '../../../domain/care/in-words.ts'
import { roleLabel } from '../../../domain/episode/roles.ts'
import { dateInWords } from '../../../kernel/london.ts'
import { withinInWords } from '../../../kernel/within.ts'
import { summary } from '../../components/summary.ts'
import { html, type Html, type Piece } from '../../html.ts'
import { page } from '../../layout/page.ts'
import type { PageVisit } from '../../layout/visit.ts'
import { marked } from '../interviews/marks.ts'

/** What Care every looked-after child is owed: each strand with its times, who holds it and where that comes from. The
    newest edition first. */
export function expectedCarePage(visit: PageVisit, editions: readonly ExpectedCare[]): Html {
  const [latest] = editions.toSorted((a, b) => (a.from < b.from ? 1 : -1))
  const main = latest === undefined ? nothing : editionPart(latest)
  const breadcrumbs = [
    { text: 'Protocols', href: '/protocol' },
    { text: 'The Care that is expected', href: '/expected-care' },
  ]
  return page({ title: 'The Care that is expected', visit, here: 'protocol', breadcrumbs, main, wide: true })
}

const nothing = html`<h1 class="govuk-heading-l">The Care that is expected</h1>
  <p>No edition is in use.</p>`

function editionPart({ edition, title, from, adoptedBy, strands }: ExpectedCare): Html {
  const verified = strands.filter(({ source }) => source.verified).length
  return html`${summary({
      eyebrow: `Edition ${edition} · in force from ${dateInWords(from)}`,
      sentence: title,
      detail: `${strands.length} strands, ${verified} of them from a verified source; each of the others is marked, and a partnership sets it. ${adoptedBy}.`,
    })}
    <p class="govuk-body">
      A strand that nobody has recorded here yet is not missing. This page says what is owed; where it is for
      one child stands on the page of their Care.
    </p>
    ${strands.map(strandPart)}`
}

const kinds: Readonly<Record<StrandKind, string>> = {
  act: 'Done again and again',
  paper: 'Written down, and kept up to date',
  always: 'Always there',
}

function strandPart(strand: Strand): Html {
  const {
    strand: id,
    title,
    inTheirWords,
    kind,
    holder,
    seenByChild,
    reasonableActions,
    reasonableTime,
  } = strand
  const forWhom = forWhomInWords(strand)
  const rows: readonly (readonly [string, Piece])[] = [
    ['In a child’s words', `“${inTheirWords}”`],
    ['What it is', kinds[kind]],
    ['Held by', roleLabel(holder)],
    ...(forWhom === undefined ? [] : [['For whom', forWhom] as const]),
    ...(strand.rules.length === 0 ? [] : [['Expected', rulesPart(strand)] as const]),
    ['It counts when', seenByChild ? 'the child saw it, or says that it was there' : 'it is recorded'],
    [
      'Before it is reported missing',
      `${reasonableActions.join('. ')}. That may take ${withinInWords(reasonableTime)}.`,
    ],
    ['Source', marked(strand.source)],
  ]
  return html`<article class="wa-clause" id="${id}">
    <h2 class="wa-clause__title">${title}</h2>
    <dl class="wa-clause__rows">
      ${rows.map(
        ([label, says]) =>
          html`<dt>${label}</dt>
            <dd>${says}</dd>`,
      )}
    </dl>
  </article>`
}

function rulesPart({ rules, source }: Strand): Html {
  return html`<ul class="govuk-list govuk-list--bullet">
    ${rules.map(
      (rule) =>
        html`<li>
          ${ruleInWords(rule)}${rule.source.document !== source.document && html`: ${marked(rule.source)}`}
        </li>`,
    )}
  </ul>`
}
