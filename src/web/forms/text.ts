/** The longest that one answer may be, in characters. Longer accounts are several notes. */
export const longestText = 8000

/** What is wrong with a typed text, in the field's words, or nothing. */
export function textProblem(text: string, label: string, longest = longestText): string | undefined {
  if (text.includes('\u0000') || !text.isWellFormed())
    return `${label} has a character that cannot be kept. Type it again without it.`
  if (text.length > longest)
    return `${label} must be ${longest.toLocaleString('en-GB')} characters or fewer. It has ${text.length.toLocaleString('en-GB')}.`
  return undefined
}
