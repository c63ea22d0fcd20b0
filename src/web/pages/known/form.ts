import {
  detailKinds,
  fieldsOf,
  type Detail,
  type DetailField,
  type DetailKind,
} from '../../../domain/child/detail-kinds.ts'
import type { KnownDetail } from '../../../domain/child/detail.ts'
import type { LondonDate } from '../../../kernel/london.ts'
import { callout } from '../../components/summary.ts'
import { choice, converted, optionalChoice } from '../../forms/fields-choice.ts'
import { day, optionalDay } from '../../forms/fields-day.ts'
import { longText, optionalLongText, optionalText, text } from '../../forms/fields-text.ts'
import { present, read, type Field, type Fields } from '../../forms/fields.ts'
import { html } from '../../html.ts'
import { otherChildren } from '../act/other-children.ts'
import { childAct, type About, type ChildAct } from '../child-act/act.ts'
import { detailInALine } from '../../words/detail.ts'

const leadsTo = '/known'

/** One kind of what is known, as a page that asks; with what stands now where it is changed. */
export function detailAct(kind: DetailKind): ChildAct {
  const { called } = detailKinds[kind]
  return childAct({
    entry: 'detail-known',
    path: `known/${kind}`,
    leadsTo,
    link: called,
    recorded: 'Recorded: what is known',
    ofTheLiving: true,
    title: (about) =>
      `${changed(about, kind) === undefined ? 'What is known' : 'What has changed'}: ${lower(called)}`,
    above: () =>
      callout(
        html`<p>
          Whoever looks for the child reads it: carers, the council, police. Leave out the number of a card or
          an account, and every password and PIN.
        </p>`,
      ),
    when: () => ({ legend: 'When did they say so?', dayEnough: true }),
    fields: (about): Fields => {
      const now = changed(about, kind)
      return {
        ...questions(kind, now?.detail),
        suppliedBy: text({
          label: 'Who said so',
          hint: 'A person by name, a record, or the child.',
          missing: 'Enter who said so',
          ...(now && { start: now.suppliedBy }),
        }),
        otherChildren,
        named: hidden(now?.entry),
      }
    },
    toBody: (values, about) => {
      const { suppliedBy, otherChildren: names, named: _named, ...said } = values
      const now = changed(about, kind)
      const detail = present({ kind, ...said }) as Detail
      return {
        detail,
        suppliedBy: suppliedBy as string,
        ...(now && { instead: now.entry }),
        ...(names !== undefined && { otherChildren: names as readonly string[] }),
      }
    },
  })
}

/** What stands now and is to be changed, where the address says so. */
function changed({ page, named }: About, kind: DetailKind): KnownDetail | undefined {
  return page.record.details.find(({ entry, detail }) => entry === named && detail.kind === kind)
}

function questions(kind: DetailKind, now: Detail | undefined): Fields {
  const values: Readonly<Record<string, unknown>> = now ?? {}
  return Object.fromEntries(fieldsOf(kind).map(([name, field]) => [name, questionOf(field, values[name])]))
}

function questionOf(field: DetailField, now: unknown): Field<unknown> {
  const { label, hint, needed } = field
  const asked = { label, ...(hint !== undefined && { hint }), ...(typeof now === 'string' && { start: now }) }
  const missing = `Enter ${lower(label)}`
  switch (field.asks) {
    case 'line':
      return needed ? text({ ...asked, missing }) : optionalText(asked)
    case 'text':
      return needed ? longText({ ...asked, missing }) : optionalLongText(asked)
    case 'day':
      return dayOf(label, hint, needed, now as LondonDate | undefined)
    case 'choice':
      return oneOf(field, field.options, now)
    case 'yes-no': {
      const answer = typeof now === 'boolean' ? (now ? 'yes' : 'no') : undefined
      return converted(oneOf(field, { yes: 'Yes', no: 'No' }, answer), (chosen) =>
        chosen === undefined ? undefined : chosen === 'yes',
      )
    }
  }
}

function dayOf(
  label: string,
  hint: string | undefined,
  needed: true | undefined,
  now: LondonDate | undefined,
): Field<LondonDate | undefined> {
  const missing = `Enter ${lower(label)}`
  const asked = {
    label,
    ...(hint !== undefined && { hint }),
    ...(now !== undefined && { start: now }),
    wrong: `${missing} as day, month and year, for example 3 4 2027`,
  }
  return needed ? day({ ...asked, missing }) : optionalDay(asked)
}

function oneOf(
  { label, hint, needed }: DetailField,
  options: Readonly<Record<string, string>>,
  now: unknown,
): Field<string | undefined> {
  const asked = {
    legend: label,
    ...(hint !== undefined && { hint }),
    options: Object.entries(options).map(([value, said]) => ({ value, text: said })),
    ...(typeof now === 'string' && { start: now }),
  }
  return needed ? choice({ ...asked, missing: `Answer: ${label}` }) : optionalChoice(asked)
}

/** Kept with the form, so that what it changes is the same when it is sent. */
function hidden(entry: string | undefined): Field<undefined> {
  return {
    read: () => read(undefined),
    show: (name) =>
      html`${entry !== undefined && html`<input type="hidden" name="${name}" value="${entry}" />`}`,
  }
}

function lower(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1)
}

const choices = ({ page, named }: About) => {
  const options = page.record.details.map((one) => ({ value: one.entry, text: detailInALine(one.detail) }))
  const start = options.find(({ value }) => value === named)?.value
  return { options, ...(start !== undefined && { start }) }
}

const nothing: NonNullable<ChildAct['nothing']> = ({ record }) =>
  record.details.length === 0 ? 'Nothing of the kind is recorded here' : undefined

const confirmed = childAct({
  entry: 'detail-confirmed',
  leadsTo,
  link: 'Something that is known is still so',
  recorded: 'Recorded: it is still so',
  ofTheLiving: true,
  title: ({ child }) => `What of what is known of ${child.first} is still so?`,
  nothing,
  when: 'at-once',
  fields: (about) => ({
    known: choice({ legend: 'What?', ...choices(about), missing: 'Choose what is still so' }),
  }),
  toBody: (values) => values,
})

const ended = childAct({
  entry: 'detail-ended',
  leadsTo,
  link: 'Something that is known is so no longer, or was wrong',
  recorded: 'Recorded: what is so no longer',
  title: ({ child }) => `What of what is known of ${child.first} is so no longer, or was wrong?`,
  nothing,
  when: () => ({ legend: 'Since when?', dayEnough: true }),
  fields: (about) => ({
    known: choice({ legend: 'What?', ...choices(about), missing: 'Choose what is so no longer' }),
    why: longText({ label: 'Why', missing: 'Enter why it is so no longer' }),
  }),
  toBody: (values) => values,
})

export const detailActs: readonly ChildAct[] = [confirmed, ended]
