// Written by generate.ts from the macro-options.json of govuk-frontend. Do not edit.
import type { Html } from '../../html.ts'
import type { Attributes } from '../attributes.ts'

export type Table = {
  readonly rows: readonly (readonly {
    readonly text?: string | undefined
    readonly html?: Html | undefined
    readonly format?: string | undefined
    readonly classes?: string | undefined
    readonly colspan?: number | undefined
    readonly rowspan?: number | undefined
    readonly attributes?: Attributes | undefined
  }[])[]
  readonly head?: readonly {
    readonly text?: string | undefined
    readonly html?: Html | undefined
    readonly format?: string | undefined
    readonly classes?: string | undefined
    readonly colspan?: number | undefined
    readonly rowspan?: number | undefined
    readonly attributes?: Attributes | undefined
  }[] | undefined
  readonly caption?: string | undefined
  readonly captionClasses?: string | undefined
  readonly firstCellIsHeader?: boolean | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}
