import { ageOn, londonDate, type LondonDate } from '../../kernel/london.ts'
import type { Moment } from '../../kernel/moment.ts'

export interface Named {
  readonly name?: string
  readonly bornOn?: LondonDate
  readonly approximateAge?: number
  readonly pronoun: 'he' | 'she' | 'they'
}

/** "Jay Mercer, 14"; "Child, about 13, name not known". Never a row, never a number alone. */
export function nameAndAge(child: Named, now: Moment): string {
  const age = ageInWords(child, now)
  const name = child.name ?? 'Child'
  const known = age === undefined ? name : `${name}, ${age}`
  return child.name === undefined ? `${known}, name not known` : known
}

function ageInWords({ bornOn, approximateAge }: Named, now: Moment): string | undefined {
  if (bornOn !== undefined) return String(ageOn(bornOn, londonDate(now)))
  return approximateAge === undefined ? undefined : `about ${approximateAge}`
}

/** What a sentence calls the child: their name, or "this child". */
export function calledBy(child: Named): string {
  return child.name ?? 'this child'
}

/** The first name, for a question that is asked about someone known. */
export function firstName(child: Named): string {
  return child.name?.split(' ')[0] ?? 'this child'
}

interface Pronouns {
  readonly they: string
  readonly them: string
  readonly their: string
  readonly are: string
  readonly have: string
}

const pronouns: Readonly<Record<Named['pronoun'], Pronouns>> = {
  he: { they: 'he', them: 'him', their: 'his', are: 'is', have: 'has' },
  she: { they: 'she', them: 'her', their: 'her', are: 'is', have: 'has' },
  they: { they: 'they', them: 'them', their: 'their', are: 'are', have: 'have' },
}

/** "he is", "her": with the verb that goes with it. */
export function pronounsOf({ pronoun }: Pick<Named, 'pronoun'>): Pronouns {
  return pronouns[pronoun]
}
