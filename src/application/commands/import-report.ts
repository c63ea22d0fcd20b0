/** A row of a file: its name in the folder, and its line as an editor counts. */
export interface RowAt {
  readonly file: string
  readonly line: number
}

/** What is said of one row. `reason` is what rows are counted by; `words` say it of this row, with what was found. */
export interface SaidOfRow extends RowAt {
  readonly reason: string
  readonly words: string
}

export type FileRead =
  | { readonly kind: 'read'; readonly file: string; readonly table: string; readonly rows: number }
  | { readonly kind: 'refused'; readonly file: string; readonly because: string }
  /** A table of the return that this import has no use for. */
  | { readonly kind: 'left'; readonly file: string; readonly table: string }

/** What became of a row that was not refused. A changed row was on record and says something else or more. */
export type Landing = 'new' | 'changed' | 'already-there'

export interface LandedRow extends RowAt {
  readonly landing: Landing
}

/** A whole run. Every row of every file that was read is in `landed` or in `refused`, once. */
export interface ImportReport {
  readonly files: readonly FileRead[]
  readonly landed: readonly LandedRow[]
  readonly refused: readonly SaidOfRow[]
  /** Rows that landed, and that the return itself would be faulted for or that say less than they should. */
  readonly warned: readonly SaidOfRow[]
  /** Rows that landed by a code of an earlier year. */
  readonly noted: readonly SaidOfRow[]
  readonly children: number
  /** Questions to the responsible council that this run asked: is the child still missing? */
  readonly asked: number
}

export interface ImportAsked {
  /** A folder on this machine that holds the files of one council's return. */
  readonly folder: string
  readonly council: string
  /** Why, in words, for the record of runs. */
  readonly reason: string
  readonly progress: (done: number, total: number) => void
}

export type ImportAnswer =
  | { readonly kind: 'imported'; readonly report: ImportReport }
  | { readonly kind: 'no-such-council'; readonly councils: readonly string[] }
  | { readonly kind: 'folder-not-read'; readonly because: string }
