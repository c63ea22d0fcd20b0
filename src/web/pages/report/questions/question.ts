import { entryOf } from '../../../../application/commands/begin-episode.ts'
import type { EpisodePage } from '../../../../application/queries/episode-page.ts'
import { effective } from '../../../../domain/episode/effective.ts'
import type { EpisodeCommand } from '../../../../domain/episode/command.ts'
import type { Author, Occurred } from '../../../../domain/episode/entry.ts'
import type { EffectiveEntry } from '../../../../domain/episode/state.ts'
import type { Moment } from '../../../../kernel/moment.ts'
import {
  read,
  readFields,
  showFields,
  type Asking,
  type Fields,
  type Read,
  type Values,
} from '../../../forms/fields.ts'
import type { Form } from '../../../forms/form.ts'
import { html, type Piece } from '../../../html.ts'
import { otherChildren } from '../../act/other-children.ts'
import { thisMinute } from '../asked.ts'

/** Who answers, about whom, when: what turns an answer into entries. */
export interface Answering {
  readonly shown: EpisodePage
  readonly author: Author
  readonly now: Moment
}

/** One question of the report that can wait until police have been rung: skipped, answered, or answered again. */
export interface Question {
  readonly slug: string
  /** In the list of questions. */
  readonly title: string
  /** The id of the input that a refusal is shown at. */
  readonly field: string
  readonly heading: (shown: EpisodePage) => string
  readonly show: (shown: EpisodePage, heading: string, asking: Asking) => Piece
  /** What stands open beside it. */
  readonly beside?: (shown: EpisodePage) => Piece
  readonly read: (form: Form, answering: Answering) => Read<Answer>
  /** The last answer, in words; absent while nobody has given one. */
  readonly answered: (shown: EpisodePage) => Given | undefined
}

export interface Answer {
  /** What was read, and nothing made afresh: the same form sent twice is the same. */
  readonly values: unknown
  readonly commands: readonly EpisodeCommand[]
}

export interface Given {
  readonly text: string
  readonly at: Moment
  readonly by: string
}

interface Told {
  readonly text: string
  /** When it was so; absent: now. */
  readonly at?: Occurred
}

/** A question whose answer is kept as one `answered` entry under its own code. */
export function answer<F extends Fields>(asked: {
  readonly slug: string
  readonly title: string
  readonly field?: string
  readonly heading: (shown: EpisodePage) => string
  /** With `heading` where the one field's label is the heading of the page. */
  readonly fields: (shown: EpisodePage, heading: string) => F
  /** The heading stands above several fields. */
  readonly several?: boolean
  readonly beside?: (shown: EpisodePage) => Piece
  readonly said: (values: Values<F>) => Told
}): Question {
  const { slug, title, heading, fields, said } = asked
  return {
    slug,
    title,
    field: asked.field ?? 'text',
    heading,
    ...(asked.beside && { beside: asked.beside }),
    show: (shown, words, asking) => {
      const body = [...showFields(fields(shown, words), asking), otherChildren.show('other-children', asking)]
      return asked.several
        ? html`<h1>${words}</h1>
            ${body}`
        : body
    },
    read: (form, { shown, author, now }) => {
      const found = readFields(fields(shown, heading(shown)), form, now)
      const named = otherChildren.read('other-children', form, now)
      if (found.kind === 'problems') return found
      if (named.kind === 'problems') return named
      const { text, at } = said(found.value)
      const names = named.value === undefined ? {} : { otherChildren: named.value }
      const occurred = at ?? { at: thisMinute(now), precision: 'minute' }
      const entry = entryOf(author, 'answered', occurred, { question: slug, text, ...names })
      return read({ values: { ...found.value, ...names }, commands: [{ name: 'answer', entry }] })
    },
    answered: (shown) =>
      lastOf(shown, (entry) =>
        entry.type === 'answered' && entry.body.question === slug ? entry.body.text : undefined,
      ),
  }
}

/** The latest recorded entry that has something to say, in words. */
export function lastOf(
  { chronology }: EpisodePage,
  words: (entry: EffectiveEntry) => string | undefined,
): Given | undefined {
  const given = effective(chronology).flatMap((entry) => {
    const text = words(entry)
    return text === undefined
      ? []
      : [{ text, at: entry.recorded, by: entry.by.name, sequence: entry.sequence }]
  })
  return given.toSorted((a, b) => a.sequence - b.sequence).at(-1)
}
