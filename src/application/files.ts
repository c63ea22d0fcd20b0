/** Rows under headings. A number stays one; every text is made harmless by whoever writes the file. */
export interface Table {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly (string | number | undefined)[])[]
}

/** How things leave as files. */
export interface Files {
  table(table: Table): Uint8Array
}

/** Why something leaves, which is on the record before it does. */
export interface Exporting {
  readonly purpose: string
  /** A case, a request or a warrant that the purpose rests on. */
  readonly reference: string
}

/** What the look of a page is called where what it shows leaves as a file. */
export function lookAt(what: string, exporting: Exporting | undefined): string {
  return exporting === undefined ? what : `${what}, exported`
}
