/** `U+202E` for what a format cannot hold or a reader could not see. */
export function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}

/** Signs of control but for the ends of lines and tabs, half surrogate pairs, and what Unicode says is no character. */
const unholdable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFDD0-\uFDEF\uFFFE\uFFFF]|\p{Cs}/gu

/** The text with each character that a file of text cannot hold shown as its code. */
export function holdable(text: string): string {
  return text.replaceAll(unholdable, codeOf)
}
