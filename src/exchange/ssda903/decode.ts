import { isUtf8 } from 'node:buffer'

export type Decoded =
  { readonly kind: 'text'; readonly text: string } | { readonly kind: 'refused'; readonly because: string }

const saveAs = 'save it as CSV in UTF-8'

/** The text of a file in UTF-8, with a byte order mark or without; for any other bytes, what they look like. */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes.length === 0) return refused('it is empty')
  const foreign = foreignForm(bytes)
  if (foreign !== undefined) return refused(`it is ${foreign}: ${saveAs}`)
  if (!isUtf8(bytes)) return refused(`it is not UTF-8: ${firstForeignByte(bytes)}; ${saveAs}`)
  return { kind: 'text', text: new TextDecoder('utf-8').decode(bytes) }
}

function refused(because: string): Decoded {
  return { kind: 'refused', because }
}

const marks: readonly (readonly [string, string])[] = [
  ['fffe0000', 'UTF-32'],
  ['fffe', 'UTF-16 (it begins with the bytes FF FE)'],
  ['feff', 'UTF-16 (it begins with the bytes FE FF)'],
  ['504b0304', 'an Excel workbook or another zip file'],
  ['d0cf11e0', 'an old Excel workbook'],
]

function foreignForm(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.subarray(0, 4)).toString('hex')
  const marked = marks.find(([mark]) => start.startsWith(mark))?.[1]
  if (marked !== undefined) return marked
  const nul = bytes.indexOf(0)
  if (nul === -1) return undefined
  const isEverySecond = bytes.subarray(0, 64).every((byte, index) => (byte === 0) === (index % 2 === nul % 2))
  return isEverySecond ? 'UTF-16 without a byte order mark' : 'not text (it has NUL bytes)'
}

/** Names the line and what the byte would be in Windows-1252, which is what Excel's plain CSV is on most desks. */
function firstForeignByte(bytes: Uint8Array): string {
  const at = firstForeignPlace(bytes)
  const line = bytes.subarray(0, at).filter((byte) => byte === 0x0a).length + 1
  const byte = bytes.subarray(at, at + 1)
  const hex = Buffer.from(byte).toString('hex').toUpperCase()
  const character = new TextDecoder('windows-1252').decode(byte)
  const wouldBe = /\p{Cc}/u.test(character) ? '' : `, which would be ${character} in Windows-1252`
  return `line ${line} has the byte ${hex}${wouldBe}`
}

/** The place of the first byte that neither begins nor carries on a character of UTF-8. */
function firstForeignPlace(bytes: Uint8Array): number {
  for (let at = 0; at < bytes.length;) {
    const length = [1, 2, 3, 4].find((one) => isUtf8(bytes.subarray(at, at + one)))
    if (length === undefined) return at
    at += length
  }
  return bytes.length
}
