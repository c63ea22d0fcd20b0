import type { Described } from '../../../application/outside.ts'

/** A child as somebody tells of them: words to look for, and all of it as it was typed. Undefined where it is not enough:
    neither a name, nor an age with what they look like. */
export function describedAs({
  name = '',
  age,
  description = '',
}: {
  readonly name?: string | undefined
  readonly age?: number | undefined
  readonly description?: string | undefined
}): Described | undefined {
  const names = wordsOf(name)
  const looks = wordsOf(description).filter((word) => word.length > 3)
  if (names.length === 0 && (age === undefined || looks.length === 0)) return undefined
  const asked = [name, age?.toString(), description]
    .filter((part) => part !== undefined && part !== '')
    .join(' · ')
  return { names, ...(age !== undefined && { age }), description: looks, asked }
}

function wordsOf(text: string): readonly string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}'’-]+/u)
    .filter((word) => word !== '')
}
