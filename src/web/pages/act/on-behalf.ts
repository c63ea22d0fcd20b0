import type { ToldBy } from '../../../domain/episode/entry.ts'
import { govuk } from '../../components/official.ts'
import { choice, optionalChoice } from '../../forms/fields-choice.ts'
import { text } from '../../forms/fields-text.ts'
import { present, read, readFields, showFields, type Asking, type Field } from '../../forms/fields.ts'
import { html, type Html } from '../../html.ts'
import { meansOptions, roleOptions } from './options.ts'

const fields = {
  name: text({ label: 'Who told you', missing: 'Enter the name of whoever told you' }),
  organisationName: text({
    label: 'Their organisation, or who they are to the child',
    hint: 'Of a parent: “his mother”. They need no account.',
    missing: 'Enter their organisation, or who they are to the child',
  }),
  role: optionalChoice({
    legend: 'Their part in this',
    options: roleOptions,
  }),
  means: choice({
    legend: 'How they told you',
    options: meansOptions,
    start: 'telephone',
    missing: 'Choose how they told you',
  }),
}

/** What someone of another organisation said, written down for them. They can confirm it later. */
export const onBehalf: Field<ToldBy | undefined> = {
  read: (name, form, now) => {
    if (form.text(`${name}-name`) === '' && form.text(`${name}-organisationName`) === '')
      return read(undefined)
    const found = readFields(fields, form, now, `${name}-`)
    return found.kind === 'problems' ? found : read(present(found.value))
  },
  show: (name, asking) =>
    govuk('details', {
      summaryText: 'I am recording this for someone else',
      open: isOpen(name, asking),
      html: inside(name, asking),
    }),
}

function isOpen(name: string, { form, errors }: Asking): boolean {
  return (
    form.text(`${name}-name`) !== '' ||
    form.text(`${name}-organisationName`) !== '' ||
    errors.some(({ field }) => field.startsWith(`${name}-`))
  )
}

function inside(name: string, asking: Asking): Html {
  return html`<p class="govuk-body">
      The record will say that you wrote it down and who told you. They can confirm it later.
    </p>
    ${showFields(fields, asking, `${name}-`)}`
}
