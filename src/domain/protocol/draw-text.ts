/** Widths in ems of a plain sans serif, a little generous: a drawing made without a browser must not overflow in one. */
const narrow = /[iljtfrI.,:;'’!|()[\] -]/
const wide = /[mwMW—→]/
const capital = /[A-Z]/

export function widthOf(text: string, size: number, bold = false): number {
  const ems = text.split('').reduce((sum, letter) => sum + emsOf(letter), 0)
  return ems * size * (bold ? 1.07 : 1)
}

function emsOf(letter: string): number {
  if (narrow.test(letter)) return 0.33
  if (wide.test(letter)) return 0.92
  return capital.test(letter) ? 0.7 : 0.57
}

/** Lines of whole words that fit in so many pixels. A word longer than a line has a line to itself. */
export function wrapped(text: string, width: number, size: number, bold = false): readonly string[] {
  return text.split(' ').reduce<readonly string[]>((lines, word) => {
    const last = lines.at(-1)
    if (last === undefined) return [word]
    const longer = `${last} ${word}`
    return widthOf(longer, size, bold) <= width ? [...lines.slice(0, -1), longer] : [...lines, word]
  }, [])
}

export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
