import type { CareItem } from '../../../application/queries/board.ts'
import type { Moment } from '../../../kernel/moment.ts'
import type { BoardCard } from '../../components/board-card.ts'
import { chip } from '../../components/notice.ts'
import { lengthSince, sinceWords, whenWords } from '../../components/time.ts'
import { html } from '../../html.ts'
import { nameAndAge } from '../../words/child.ts'
import { clockOf, holderInWords, ringHolder, rungToRing } from '../../words/duty.ts'
import { referenceInWords } from '../../words/reference.ts'

/** Care that is missing as the board shows it: of whom, what, and who owes the next act. */
export function careCards(items: readonly CareItem[], now: Moment, onTheWall: boolean): readonly BoardCard[] {
  return items.map((item) => careCard(item, now, onTheWall))
}

function careCard({ card, child, owed }: CareItem, now: Moment, onTheWall: boolean): BoardCard {
  const [first] = owed
  const what = card.care?.strands.map(({ title }) => title).join('; ') ?? ''
  return {
    ...(!onTheWall && { href: `/episodes/${card.episode}` }),
    name: `Care of ${nameAndAge(child, now)}`,
    reference: [referenceInWords(card.reference), child.placement]
      .filter((one) => one !== undefined)
      .join(' · '),
    ...(card.returnedAt === undefined
      ? { length: lengthSince(card.from, now), since: `since ${sinceWords(card.from, now)}` }
      : { length: 'Back', since: whenWords(card.returnedAt, now) }),
    tone: 'care',
    chips: chip(stage[card.response], 'plain'),
    known: `${what}. ${card.returnedAt === undefined ? whereabouts(card) : ''}`.trim(),
    next: owed.slice(0, 2).map((duty) => ({
      what: duty.row.title,
      clock: clockOf(duty, now),
      who: holderInWords(duty),
      detail: rungToRing(duty, now, onTheWall),
    })),
    ...(first && { ring: html`${ringHolder(first, onTheWall)}` }),
  }
}

const stage = {
  concern: 'Concern',
  searching: 'Being looked for',
  reported: 'Reported',
  returned: 'Back',
  closed: 'Closed',
} as const

function whereabouts({ care }: CareItem['card']): string {
  return care?.whereabouts === 'known-elsewhere'
    ? 'Found somewhere else, and not back.'
    : 'Nobody knows where it is.'
}
