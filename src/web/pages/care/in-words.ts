import type { CarePage } from '../../../application/queries/care.ts'
import type { StrandOfCare } from '../../../domain/care/care-of.ts'
import { dateInWords, londonDate } from '../../../kernel/london.ts'
import { panel } from '../../components/summary.ts'
import { daysFromToday } from '../../components/time.ts'
import { html, type Html } from '../../html.ts'
import { calledBy } from '../../words/child.ts'

/** What stands beside the drawing: what is not where it is expected, each with why, and then what is there. */
export function careInWords(shown: CarePage): Html {
  const { strands } = shown
  const of = (where: StrandOfCare['whereabouts']) =>
    strands.filter(({ whereabouts }) => whereabouts === where)
  const there = of('where-expected')
  return html`${group('Nobody can say', of('unknown'), shown)}
  ${group('Somewhere else', of('known-elsewhere'), shown)}
  ${there.length > 0 && panel('Where it is expected', html`<p>${there.map(({ title }) => title).join('; ')}.</p>`)}`
}

function group(heading: string, strands: readonly StrandOfCare[], shown: CarePage): Html | null {
  if (strands.length === 0) return null
  const lines = strands.map((one) => html`<p><strong>${one.title}.</strong> ${sentencesOf(one, shown)}</p>`)
  return panel(heading, html`${lines}`)
}

function sentencesOf(one: StrandOfCare, { record, known, now }: CarePage): string {
  const { lastSeen, dueBy, deniedByChild, strand, code } = one
  const name = calledBy(record)
  const last = strand.seenByChild ? `Last seen by ${name}` : 'Last recorded'
  const without = (known.evidence[code] ?? []).filter(
    ({ at, childSaw }) => childSaw === false && (lastSeen === undefined || at > lastSeen),
  ).length
  return [
    deniedByChild !== undefined && `${name} says that it is not there.`,
    lastSeen === undefined ? `${last}: never, as far as is recorded.` : `${last} ${ago(lastSeen, now)}.`,
    dueBy !== undefined && dueBy < now && `It was expected by ${dateInWords(londonDate(dueBy))}.`,
    without > 0 &&
      `Recorded ${without === 1 ? 'once' : `${without} times`} since then, and ${name} did not see it.`,
  ]
    .filter((sentence) => sentence !== false)
    .join(' ')
}

function ago(moment: string, now: string): string {
  const days = -daysFromToday(moment, now)
  if (days < 1) return 'today'
  if (days === 1) return 'yesterday'
  return days < 14 ? `${days} days ago` : `${Math.floor(days / 7)} weeks ago`
}
