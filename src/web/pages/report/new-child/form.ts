import type { ChildBodies } from '../../../../domain/child/child.ts'
import type { Identity } from '../../../../domain/child/record.ts'
import { ageOn, londonDate } from '../../../../kernel/london.ts'
import type { Moment } from '../../../../kernel/moment.ts'
import { choice } from '../../../forms/fields-choice.ts'
import { optionalDay } from '../../../forms/fields-day.ts'
import { optionalLongText, optionalText } from '../../../forms/fields-text.ts'
import { present, problem, read, readFields, type Read } from '../../../forms/fields.ts'
import type { Form } from '../../../forms/form.ts'

type Registered = ChildBodies['child-registered']

/** Every question may stay empty, so long as something says who is meant. What is known already stands in them. */
export function whoFields(known: Partial<Identity> = {}) {
  const start = (text: string | undefined) => (text === undefined ? {} : { start: text })
  return {
    name: optionalText({
      label: 'Name',
      hint: 'Leave this empty if nobody knows it yet',
      ...start(known.name),
    }),
    otherNames: optionalText({
      label: 'Nickname or other names',
      hint: 'With commas between them',
      ...start(known.otherNames?.join(', ')),
    }),
    age: optionalText({
      label: 'How old',
      hint: 'In years. If you do not know, your best guess',
      width: 5,
      kind: 'numeric',
      ...start(known.approximateAge?.toString()),
    }),
    bornOn: optionalDay({
      label: 'Date of birth, if known',
      hint: 'For example 3 4 2012',
      wrong: 'Enter the date of birth as day, month and year, for example 3 4 2012',
      ...(known.bornOn !== undefined && { start: known.bornOn }),
    }),
    pronoun: choice<Registered['pronoun']>({
      legend: 'Speak of the child as',
      options: [
        { value: 'he', text: 'He' },
        { value: 'she', text: 'She' },
        { value: 'they', text: 'They, or not known' },
      ],
      start: known.pronoun ?? 'they',
      inline: true,
      missing: 'Choose how to speak of the child',
    }),
    description: optionalLongText({
      label: 'What the child looks like',
      hint: 'Height, build, hair, skin, marks, how they speak: what someone in the street would notice',
      ...start(known.description),
    }),
    telephone: optionalText({
      label: 'The child’s telephone number',
      kind: 'telephone',
      width: 20,
      ...start(known.telephone),
    }),
    address: optionalText({ label: 'Where the child lives, if known', ...start(known.address) }),
  }
}

export const newChildFields = whoFields()

/** `now` is UTC. */
export function readNewChild(form: Form, now: Moment): Read<Registered> {
  const found = readFields(newChildFields, form, now)
  if (found.kind === 'problems') return found
  const { name, otherNames, age, bornOn: born, pronoun, ...described } = found.value
  const years = age === undefined ? undefined : Number(age)
  if (years !== undefined && !(Number.isInteger(years) && years >= 0 && years < 26))
    return problem('age', 'Enter the age in whole years, for example 14')
  const today = londonDate(now)
  if (born !== undefined && (born > today || ageOn(born, today) > 25))
    return problem('bornOn', 'That date of birth is not a child’s. Check the year')
  if ([name, years, born, described.description].every((part) => part === undefined))
    return problem('name', 'Say at least one thing about the child: a name, an age or what they look like')
  return read({
    ...present({ name, bornOn: born, approximateAge: born === undefined ? years : undefined }),
    ...present(described),
    otherNames: (otherNames ?? '')
      .split(',')
      .map((one) => one.trim())
      .filter((one) => one !== ''),
    pronoun,
  })
}

/** What to look for before a second record is made of a child who has one: each by itself. */
export function sameBy({ name, otherNames, bornOn: born, telephone }: Registered): readonly string[] {
  const surname = name?.split(/\s+/).at(-1)
  const texts = [name, surname, ...otherNames, born, telephone].filter((text) => text !== undefined)
  return [...new Set(texts.filter((text) => text.length > 2))]
}
