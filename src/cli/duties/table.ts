import { dateInWords, londonDate, momentInWords } from '../../kernel/london.ts'
import type { Moment } from '../../kernel/moment.ts'
import { roleLabel } from '../../domain/episode/roles.ts'
import type { OwedInWords } from './owed.ts'

/** For a person: what is due first stands first, each with who owes it, why then, and where that comes from. */
export function dutiesInWords(owed: readonly OwedInWords[], edition: string, at: Moment): string {
  const head = `At ${momentInWords(at)}, by ${edition}: ${owed.length} ${owed.length === 1 ? 'duty' : 'duties'}.`
  const rows = owed
    .toSorted((a, b) => (a.dueAt < b.dueAt ? -1 : a.dueAt > b.dueAt ? 1 : 0))
    .flatMap(({ standing, title, duty, owedBy, because, source, ...due }) => [
      '',
      `${standing.padEnd(10)}  ${title} (${duty})`,
      `            due ${dueInWords(due)}, owed by the ${roleLabel(owedBy)}`,
      `            ${because}`,
      `            ${source.document}${source.verified && source.interval === undefined ? '' : ', unverified'}`,
    ])
  return [head, ...rows].join('\n')
}

function dueInWords({ dueAt, endOfDay }: Pick<OwedInWords, 'dueAt' | 'endOfDay'>): string {
  return endOfDay ? `by the end of ${dateInWords(londonDate(dueAt))}` : `at ${momentInWords(dueAt)}`
}
