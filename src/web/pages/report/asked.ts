import { newId } from '../../../application/ids.ts'
import type { Refusal } from '../../../domain/episode/command.ts'
import { refusalInWords } from '../../../domain/episode/refusals.ts'
import type { EpisodeId } from '../../../domain/episode/entry.ts'
import { parseId } from '../../../kernel/ids.ts'
import { millisecondsOf, momentAt, type Moment } from '../../../kernel/moment.ts'
import type { FieldError } from '../../components/errors.ts'
import { govuk } from '../../components/official.ts'
import { formIdIn } from '../../forms/form-id.ts'
import { emptyForm, type Form } from '../../forms/form.ts'
import { html, type Html, type Piece } from '../../html.ts'

/** One question as it is asked, the first time or again: with what was typed and what was wrong with it. */
export interface Asked {
  readonly csrfToken: string
  /** The id of the command that the form will be; kept when it is asked again, so that it is carried out once. */
  readonly command: string
  readonly form: Form
  readonly errors: readonly FieldError[]
}

/** `query` is that of the page's address, where the id of its form stands. */
export function firstAsked(csrfToken: string, query: Form = emptyForm, form: Form = emptyForm): Asked {
  return { csrfToken, command: formIdIn(query) ?? newId(), form, errors: [] }
}

export function askedAgain(csrfToken: string, form: Form, errors: readonly FieldError[]): Asked {
  return { csrfToken, command: commandOf(form), form, errors }
}

export function commandOf(form: Form): string {
  return parseId(form.text('command')) ?? newId()
}

/** Why the rules of the field say no, at the field that the person would change. */
export function refusedAt(field: string, refusal: Refusal): readonly FieldError[] {
  return [{ field, message: refusalInWords(refusal) }]
}

/** Several children who are away together: the episode that the first of them has. */
export function withOf(form: Form): EpisodeId | undefined {
  return parseId<'episode'>(form.text('with'))
}

/** The whole minute that is running: how exactly a person knows "just now". */
export function thisMinute(now: Moment): Moment {
  return momentAt(Math.floor(millisecondsOf(now) / 60_000) * 60_000)
}

/** A form that posts to its own address, without what stands behind a # in it: whoever came past the header by the skip
    link would be taken to #main again, and not to what is wrong. */
export function asking(
  { csrfToken, command }: Asked,
  body: Piece,
  button: string,
  hidden: Readonly<Record<string, string | undefined>> = {},
): Html {
  const more = Object.entries(hidden).filter(([, value]) => value !== undefined)
  return html`<form method="post" action="?" novalidate>
    <input type="hidden" name="_csrf" value="${csrfToken}" />
    <input type="hidden" name="command" value="${command}" />
    ${more.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)} ${body}
    ${govuk('button', { text: button, preventDoubleClick: true })}
  </form>`
}
