import { govuk } from '../components/official.ts'
import { html } from '../html.ts'
import { group, type Choosing } from './fields-choice.ts'
import {
  problem,
  read,
  readFields,
  showFields,
  shownText,
  type Asking,
  type Field,
  type Fields,
  type Read,
  type Values,
} from './fields.ts'
import type { Form } from './form.ts'
import { revealed } from './revealed.ts'

interface Arm {
  readonly text: string
  readonly hint?: string
  /** Asked only of whoever chose this answer. In the form their names begin with the branch's and a dash. */
  readonly fields: Fields
}

type Arms = Readonly<Record<string, Arm>>

/** The chosen answer as its kind, with what was asked of it. */
type Branched<A extends Arms> = {
  [K in keyof A & string]: { readonly kind: K } & Values<A[K]['fields']>
}[keyof A & string]

/** A choice that asks further. Only the further questions of the answer chosen are shown and read. */
export function branch<A extends Arms>(
  asked: Choosing & { readonly missing: string; readonly start?: keyof A & string; readonly arms: A },
): Field<Branched<A>> {
  const arms: readonly (readonly [string, Arm])[] = Object.entries(asked.arms)
  return {
    read: (name, form, now) => {
      const found = arms.find(([kind]) => kind === form.text(name))
      if (found === undefined) return problem(name, asked.missing)
      const [kind, { fields }] = found
      const inner = readFields(fields, form, now, `${name}-`)
      return (inner.kind === 'problems' ? inner : read({ kind, ...inner.value })) as Read<Branched<A>>
    },
    show: (name, asking) =>
      revealed(
        govuk('radios', {
          ...group(asked, name, asking.errors),
          items: arms.map(([kind, arm]) => ({
            value: kind,
            text: arm.text,
            ...(arm.hint !== undefined && { hint: { text: arm.hint } }),
            checked: isChosen(asking.form, name, kind, asked.start),
            ...further(arm, asking, name),
          })),
        }),
      ),
  }
}

function further({ fields }: Arm, asking: Asking, name: string) {
  const shown = showFields(fields, asking, `${name}-`)
  return shown.length === 0 ? {} : { conditional: { html: html`${shown}` } }
}

function isChosen(form: Form, name: string, kind: string, start: string | undefined): boolean {
  return shownText(form, name, start) === kind
}
