import { withholdingReasons } from '../../../domain/access/disclosure/reasons.ts'
import type { Standing } from '../../../domain/access/disclosure/standing.ts'

/** What is withheld of a passage: the whole first. */
export function withheldIn({ ruling: { whole, parts } }: Pick<Standing, 'ruling'>) {
  return [...(whole === undefined ? [] : [whole]), ...parts]
}

type SaidWithheld = ReturnType<typeof withheldIn>[number]['said']

export function withheldInWords(
  { part, reason, words }: SaidWithheld,
  { passage }: Pick<Standing, 'passage'>,
): string {
  const text = part === undefined ? undefined : passage.lines?.[part.line]?.text.slice(part.from, part.to)
  const what = part === undefined ? 'The whole passage' : `“${text ?? 'words that are not there any more'}”`
  return `${what}: ${withholdingReasons[reason].words}. ${words}`
}
