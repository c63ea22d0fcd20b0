import { longestName, mostNames } from '../../../domain/episode/other-children.ts'
import { govuk } from '../../components/official.ts'
import { optionalLongText } from '../../forms/fields-text.ts'
import { problem, read, type Asking, type Field } from '../../forms/fields.ts'
import { html } from '../../html.ts'

const names = optionalLongText({
  label: 'Names of other children in it',
  hint: 'Each name on a line of its own, as you wrote it above.',
})

/** Names that stand in what was typed, each on a line: whoever may not read them reads "another child" there. */
export const otherChildren: Field<readonly string[] | undefined> = {
  read: (name, form, now) => {
    const found = names.read(name, form, now)
    if (found.kind === 'problems') return found
    const lines = (found.value ?? '')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
    if (lines.length > mostNames) return problem(name, `Enter at most ${mostNames} names`)
    if (lines.some((line) => line.length > longestName))
      return problem(name, `Enter names of at most ${longestName} characters, each on a line of its own`)
    return read(lines.length === 0 ? undefined : lines)
  },
  show: (name, asking) =>
    govuk('details', {
      summaryText: 'It names another child',
      open: isOpen(name, asking),
      html: html`<p class="govuk-body">
          Their names are kept apart: most people read “another child” where they stand.
        </p>
        ${names.show(name, asking)}`,
    }),
}

function isOpen(name: string, { form, errors }: Asking): boolean {
  return form.text(name) !== '' || errors.some(({ field }) => field === name)
}
