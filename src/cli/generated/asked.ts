import type { LondonDate } from '../../kernel/london.ts'

/** What is asked of the generator: all that the partnership follows from. */
export interface Asked {
  readonly children: number
  readonly months: number
  readonly seed: string
  /** The partnership is as it is when this London day begins. */
  readonly until: LondonDate
}

/** In the order and the words of the command line, so that whoever reads it can ask for the same again. */
export function askedInWords({ children, months, seed, until }: Asked): string {
  return `--children ${children} --months ${months} --seed ${seed} --until ${until}`
}
