import { ageOn, londonDate } from '../../../kernel/london.ts'
import type { Moment } from '../../../kernel/moment.ts'
import type { ChildRecord } from '../../../domain/child/record.ts'

/** How sentences speak of one child. `they` takes a plural verb, so that verbs come with the pronoun. */
export interface ChildWords {
  /** "Tyler Boothe", or "The child" while the name is not known: to begin a sentence. */
  readonly full: string
  /** "Tyler", or "the child": inside a sentence. */
  readonly first: string
  readonly he: string
  readonly him: string
  readonly his: string
  readonly heIs: string
  readonly heHas: string
  readonly himself: string
  /** In whole years, where known. */
  readonly age?: string
}

export type Named = Pick<ChildRecord, 'name' | 'bornOn' | 'approximateAge' | 'pronoun'>

const pronouns = {
  he: { he: 'he', him: 'him', his: 'his', heIs: 'he is', heHas: 'he has', himself: 'himself' },
  she: { he: 'she', him: 'her', his: 'her', heIs: 'she is', heHas: 'she has', himself: 'herself' },
  they: {
    he: 'they',
    him: 'them',
    his: 'their',
    heIs: 'they are',
    heHas: 'they have',
    himself: 'themselves',
  },
} as const

export function childWords({ name, bornOn, approximateAge, pronoun }: Named, now: Moment): ChildWords {
  const age =
    bornOn !== undefined
      ? String(ageOn(bornOn, londonDate(now)))
      : approximateAge !== undefined
        ? `about ${approximateAge}`
        : undefined
  return {
    full: name ?? 'The child',
    first: name?.split(' ')[0] ?? 'the child',
    ...pronouns[pronoun],
    ...(age !== undefined && { age }),
  }
}

/** The first letter of a sentence. */
export function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** "Tyler's", "the boys'": whose something is. */
export function whose(name: string): string {
  return name.endsWith('s') ? `${name}’` : `${name}’s`
}

/** "a", "a and b", "a, b and c". */
export function together(words: readonly string[]): string {
  const last = words.at(-1) ?? ''
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`
}
