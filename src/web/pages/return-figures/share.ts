import {
  countOf,
  denominatorOf,
  shareOf,
  type Counting,
  type Figure,
} from '../../../domain/patterns/figures.ts'
import { partWords } from './words.ts'

/** "3 of 4 (75%)"; nothing is a percentage of none. */
export function shareWords(figure: Figure<unknown>): string {
  const [of, share] = [denominatorOf(figure), shareOf(figure)]
  return share === undefined ? 'none yet' : `${countOf(figure.numerator)} of ${of} (${share}%)`
}

/** "2 late, 1 overdue". */
export function countWords(countings: readonly Counting<unknown>[]): string {
  return countings.map(({ part, returns }) => `${returns.length} ${partWords[part]}`).join(', ')
}
