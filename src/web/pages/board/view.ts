import type { Board, BoardItem } from '../../../application/queries/board.ts'
import type { BoardRow } from '../../../application/projections/rows.ts'
import type { Precision } from '../../../domain/episode/entry.ts'
import type { Moment } from '../../../kernel/moment.ts'
import { boardSection, type BoardCard } from '../../components/board-card.ts'
import { liveLine } from '../../components/live-line.ts'
import { chip, emptyState } from '../../components/notice.ts'
import { thread } from '../../components/thread.ts'
import { clockTime, lengthSince, sinceWords, whenWords } from '../../components/time.ts'
import { html, type Html, type Piece } from '../../html.ts'
import { careCards } from './care.ts'
import { page } from '../../layout/page.ts'
import type { PageVisit } from '../../layout/visit.ts'
import { nameAndAge, pronounsOf } from '../../words/child.ts'
import { clockOf, holderInWords, ringHolder, rungToRing } from '../../words/duty.ts'
import { referenceInWords } from '../../words/reference.ts'

/** Who is missing now, what is owed next, by whom, in how long, and the number to ring. */
export function boardPage(visit: PageVisit, board: Board, asWall: boolean): Html {
  const onTheWall = visit.device === 'wallboard'
  const wall = asWall || onTheWall
  const { looking, missing, back, died, asked, care, now } = board
  const cards = (items: readonly BoardItem[]) => items.map((item) => cardOf(item, now, onTheWall))
  const isEmpty = [looking, missing, back, died, asked, care].every((items) => items.length === 0)
  const main = html`<div class="wa-board-head ${wall && 'wa-wall'}">
      <h1 class="wa-sentence">${sentenceOf(board)}</h1>
      ${liveLine(clockTime(now))}
    </div>
    ${isEmpty && emptyState({ title: 'No child that you can see is missing', detail: emptyWords })}
    ${looking.length > 0 && boardSection('Police have not been told', 'a carer is looking, or must ring now', cards(looking))}
    ${missing.length > 0 && boardSection('Missing now', undefined, cards(missing))}
    ${back.length > 0 && boardSection('Back, and still owed', 'the clocks run from the return', cards(back))}
    ${died.length > 0 && boardSection('Has died', 'what is owed to others is still to be done', cards(died))}
    ${asked.length > 0 && boardSection('Still missing?', 'open in a statutory return; the council must answer', cards(asked))}
    ${care.length > 0 && boardSection('Care that is missing', 'looked for as a child is, and never instead of one', careCards(care, now, onTheWall))}`
  const title = sentenceOf(board)
  const wide = { wide: true, live: wall ? '/board?wall=1' : '/board' }
  return page({ title, visit, here: 'board', main, ...wide })
}

const emptyWords =
  'Only what your post may see is shown. If you are worried about a child, do not look for them here first: ring, then report.'

/** "3 children are missing. 1 is being looked for and police do not know. 2 are back and still owed something." */
function sentenceOf({ missing, looking, back, died, asked }: Board): string {
  const parts = [
    missing.length === 0 ? 'No child is reported missing.' : `${children(missing.length)} missing.`,
    looking.length === 0
      ? ''
      : `Police have not been told about ${looking.length === 1 ? 'one more' : `${looking.length} more`}.`,
    back.length === 0
      ? ''
      : `${back.length} ${back.length === 1 ? 'is' : 'are'} back and still owed something.`,
    died.length === 0 ? '' : `${died.length === 1 ? 'One has' : `${died.length} have`} died.`,
    asked.length === 0
      ? ''
      : `${asked.length === 1 ? 'One' : asked.length} may be missing still: the council must say.`,
  ]
  return parts.filter((part) => part !== '').join(' ')
}

function children(count: number): string {
  return count === 1 ? 'One child is' : `${count} children are`
}

function cardOf(item: BoardItem, now: Moment, onTheWall: boolean): BoardCard {
  const { row, owed } = item
  const [first, ...others] = owed
  const pressing = others.filter((duty) => clockOf(duty, now).tone !== 'later').slice(0, 1)
  const shown = first === undefined ? [] : [first, ...pressing]
  const more = owed.filter((duty) => !shown.includes(duty) && !duty.row.keeper).length
  const next = shown.map((duty) => ({
    what: duty.row.title,
    clock: clockOf(duty, now),
    who: holderInWords(duty),
    detail: rungToRing(duty, now, onTheWall),
  }))
  const tone = toneOf(item, now)
  return {
    ...(!onTheWall && { href: `/episodes/${row.episode}` }),
    name: nameAndAge(row, now),
    reference: [referenceInWords(row.reference), row.placement]
      .filter((one) => one !== undefined)
      .join(' · '),
    ...lengthOf(row, now),
    tone,
    chips: chipsOf(row, now),
    known: knownOf(row, now),
    ...(!row.died && {
      thread: thread({
        label: `What has happened and what is coming for ${nameAndAge(row, now)}`,
        points: pointsOf(item, now),
        now,
        tone,
      }),
    }),
    next,
    ...(first && {
      ring: html`${ringHolder(first, onTheWall)}${more > 0 && html`<span class="wa-card__more">and ${more} more owed</span>`}`,
    }),
  }
}

function lengthOf(row: BoardRow, now: Moment): Pick<BoardCard, 'length' | 'since'> {
  if (row.died) return {}
  if (row.returnedAt !== undefined)
    return {
      length: 'Back',
      since: `${whenWords(row.returnedAt, now)}${row.returnedTo === undefined ? '' : `, at ${row.returnedTo}`}`,
    }
  return {
    length: lengthSince(row.from, now, fromPrecision(row)),
    since: `since ${sinceWords(row.from, now, fromPrecision(row))}`,
  }
}

function toneOf({ owed }: BoardItem, now: Moment): BoardCard['tone'] {
  const tones = owed.map((duty) => clockOf(duty, now).tone)
  return tones.includes('overdue') ? 'overdue' : tones.includes('soon') ? 'soon' : 'later'
}

function chipsOf(row: BoardRow, now: Moment): Piece {
  if (row.died) return chip('Has died', 'plain')
  if (row.response === 'returned') return chip('Back', 'met')
  if (!row.policeKnow && row.imported && row.response === 'concern')
    return html`${chip('Not confirmed', 'plain')} a return says so; whether police know is not recorded`
  if (!row.policeKnow)
    return html`${chip(row.response === 'searching' ? 'Carer is looking' : 'Concern', 'soon')} police have not
    been told`
  if (row.risk === undefined) return html`${chip('Not graded', 'soon')} police have not graded the risk yet`
  const words = riskWords[row.risk]
  const when = row.riskSince === undefined ? '' : `graded ${whenWords(row.riskSince, now)} by police`
  return html`${chip(words, row.risk === 'high' ? 'danger' : row.risk === 'medium' ? 'strong' : 'plain')}
  ${when}`
}

const riskWords = {
  high: 'High risk',
  medium: 'Medium risk',
  low: 'Low risk',
  'no-apparent-risk': 'No apparent risk',
}

/** The three separate facts, the last place that anyone knows of, and the last sighting with its hour. */
function knownOf(row: BoardRow, now: Moment): Piece {
  if (row.response === 'returned' && !row.died)
    return row.returnedTo === undefined ? 'Back.' : `At ${row.returnedTo}.`
  const place = row.lastKnown === undefined ? '' : `Last known place: ${row.lastKnown}.`
  if (row.died) return place
  return [whereaboutsOf(row), place, seenWords(row, now)].filter((one) => one !== '').join(' ')
}

function seenWords({ lastSeen, lastSeenAt, lastSeenPrecision }: BoardRow, now: Moment): string {
  if (lastSeenAt === undefined) return ''
  const when = `Last seen ${whenWords(lastSeenAt, now, lastSeenPrecision)}`
  return lastSeen === undefined ? `${when}.` : `${when}: ${lastSeen}`
}

function whereaboutsOf(row: BoardRow): string {
  const { they, are } = pronounsOf(row)
  const words = {
    unknown: `Nobody knows where ${they} ${are}.`,
    'known-elsewhere': 'At a known place, not safe or not agreed.',
    'where-expected': 'Where expected.',
  }
  return words[row.whereabouts]
}

function pointsOf({ row, owed }: BoardItem, now: Moment): readonly { at: Moment; label: string }[] {
  const time = (at: Moment, what: string) => ({ at, label: `${whenWords(at, now)} ${what}` })
  const happened = [
    firstPoint(row, now),
    ...(isSeenLater(row) ? [time(row.lastSeenAt, 'last seen')] : []),
    ...(row.reportedAt === undefined ? [] : [time(row.reportedAt, 'police told')]),
    ...(row.riskSince === undefined ? [] : [time(row.riskSince, 'graded')]),
    ...(row.returnedAt === undefined ? [] : [time(row.returnedAt, 'back')]),
  ]
  const coming = owed
    .filter(({ row: duty, standing }) => standing === 'open' && !duty.endOfDay && !duty.keeper)
    .slice(0, 3)
    .map(({ row: duty }) => time(duty.dueAt, shortTitle(duty.title)))
  return [...happened, ...coming].toSorted((a, b) => (a.at < b.at ? -1 : 1))
}

/** A spell of a return has a day and no hour, and is never given one. */
function firstPoint(row: BoardRow, now: Moment): { at: Moment; label: string } {
  const what = row.lastSeenAt === undefined ? 'noticed' : row.from === row.lastSeenAt ? 'last seen' : 'gone'
  return { at: row.from, label: `${whenWords(row.from, now, fromPrecision(row))} ${what}` }
}

/** Seen again while away: that shortens nothing, and is the latest that anyone knows. */
function isSeenLater(row: BoardRow): row is BoardRow & { readonly lastSeenAt: Moment } {
  return row.lastSeenAt !== undefined && row.lastSeenAt > row.from && row.returnedAt === undefined
}

function fromPrecision(row: BoardRow): Precision {
  if (row.from === row.lastSeenAt) return row.lastSeenPrecision ?? 'minute'
  return row.imported ? 'day' : 'minute'
}

/** The first words of a title, for a dot on a line. */
function shortTitle(title: string): string {
  const words = title.split(' ').slice(0, 4).join(' ')
  return words.length < title.length ? `${words.replace(/[,:]$/, '')}…` : words
}
