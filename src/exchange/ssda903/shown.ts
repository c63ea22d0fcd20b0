const most = 40

/** A value as found, for a message: quoted, cut short, and with nothing in it that a terminal would obey. */
export function shown(value: string): string {
  const plain = value.replaceAll(/[\p{Cc}\p{Cf}]/gu, '�')
  const cut = Array.from(plain)
  return `"${cut.length > most ? `${cut.slice(0, most).join('')}…` : plain}"`
}
