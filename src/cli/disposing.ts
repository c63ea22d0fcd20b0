import type { RetentionClass } from '../domain/access/retention.ts'

/** What was decided about keeping, carried out. */
export type Disposing = {
  /** Everything that two people have confirmed and that nothing stands against now. */
  readonly dispose: () => Promise<readonly DisposedNow[]>
  /** Into a new file. */
  readonly certificate: (
    decision: string,
    file: string,
  ) => Promise<
    | { readonly kind: 'written'; readonly entries: number }
    | { readonly kind: 'refused'; readonly why: string }
  >
  readonly schedule: (asked: {
    readonly organisation: string
    readonly class: RetentionClass
    readonly years: number
    readonly source: string
  }) => Promise<
    | { readonly kind: 'set'; readonly organisation: string; readonly label: string }
    | { readonly kind: 'refused'; readonly why: string }
  >
}

export type DisposedNow =
  | {
      readonly kind: 'disposed'
      readonly decision: string
      readonly line: number
      readonly sections: number
      readonly whole: boolean
    }
  | { readonly kind: 'not-now'; readonly decision: string; readonly why: string }

export type RestoreAnyway = {
  /** Somebody says that nothing was ever disposed of in this record. */
  readonly withoutRegister: boolean
  /** Though the file says that it is good no longer. */
  readonly expired: boolean
}
