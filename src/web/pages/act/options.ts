import type { RiskLevel } from '../../../domain/episode/entries.ts'
import { means, type Means } from '../../../domain/episode/entry.ts'
import { roleLabel, roles, type Role } from '../../../domain/episode/roles.ts'
import type { Option } from '../../forms/fields-choice.ts'
import { capitalised } from '../episode/child-words.ts'
import { meansWords, riskWords } from '../episode/value-words.ts'

/** Answers that several acts offer, in the words that the chronology uses for them. */

export function optionsOf<V extends string>(
  values: readonly V[],
  words: Readonly<Record<V, string>>,
): readonly Option<V>[] {
  return values.map((value) => ({ value, text: capitalised(words[value]) }))
}

export const meansOptions: readonly Option<Means>[] = optionsOf(means, meansWords)

export const roleOptions: readonly Option<Role>[] = roles.map((value) => ({
  value,
  text: capitalised(roleLabel(value)),
}))

export function riskOptions(levels: readonly RiskLevel[]): readonly Option<RiskLevel>[] {
  return optionsOf(levels, riskWords)
}
