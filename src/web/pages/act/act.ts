import type { EpisodePage } from '../../../application/queries/episode-page.ts'
import type { Directory } from '../../../domain/child/directory.ts'
import { commands, type CommandName } from '../../../domain/episode/command.ts'
import type { EntryType, EpisodeBodies, RiskLevel } from '../../../domain/episode/entries.ts'
import type { Author, Occurred } from '../../../domain/episode/entry.ts'
import type { Factors } from '../../../domain/interview/factor.ts'
import type { FieldError } from '../../components/errors.ts'
import { mayNameOthers } from '../../../domain/episode/other-children.ts'
import { read, type Asking, type Fields, type Read } from '../../forms/fields.ts'
import type { Form } from '../../forms/form.ts'
import { readQuestions, showQuestions, type Questions } from '../../forms/questions.ts'
import type { Html } from '../../html.ts'
import type { ChildWords } from '../episode/child-words.ts'
import type { Reading } from '../episode/reading.ts'
import { otherChildren } from './other-children.ts'

/** What the page of an act knows. The database's own now is `page.at`: what happens now is not in its future. */
export interface About {
  readonly page: EpisodePage
  readonly author: Author
  readonly directory: Directory
  /** The risk levels of the author's force; none for anyone else. */
  readonly levels: readonly RiskLevel[]
  /** The dated list of factors that is in force; undefined where there is none. */
  readonly factors: Factors | undefined
  readonly child: ChildWords
  readonly reading: Reading
  /** What the address says that the act is about: an entry, a duty, a role. */
  readonly asked: Form
}

/** What a form proposes to the record. */
export interface Proposed {
  readonly type: EntryType
  readonly occurred: Occurred
  readonly body: EpisodeBodies[EntryType]
  /** What is decided before it in the same breath, or not at all. */
  readonly first?: readonly Companion[]
}

/** Another command that the same press of a button asks for. */
export interface Companion {
  readonly command: CommandName
  readonly type: EntryType
  readonly body: EpisodeBodies[EntryType]
}

/** One command of an episode as one page that asks. */
export interface Act {
  readonly command: CommandName
  readonly title: (about: About) => string
  readonly button: (about: About) => string
  /** Between the title and the questions. */
  readonly above?: (about: About) => Html
  /** Open beside the questions: what can raise the answer. */
  readonly beside?: (about: About) => Html
  /** Why there is nothing to ask, where there is not. */
  readonly nothing?: (about: About) => string | undefined
  readonly show: (about: About, asking: Asking) => readonly Html[]
  readonly read: (about: About, form: Form) => Read<Proposed>
}

type BodyOf<N extends CommandName> = EpisodeBodies[(typeof commands)[N]]

interface Spec<N extends CommandName, F extends Fields> extends Questions<About, F, BodyOf<N>> {
  readonly command: N
  readonly title: Act['title']
  readonly button?: string
  readonly above?: Act['above']
  readonly beside?: Act['beside']
  readonly nothing?: Act['nothing']
}

/** Questions and the entry that their answers make, with the types of the two held together. */
export function act<N extends CommandName, F extends Fields>(spec: Spec<N, F>): Act {
  const { command, title, button = 'Record this', above, beside, nothing } = spec
  return {
    command,
    title,
    button: () => button,
    ...(above && { above }),
    ...(beside && { beside }),
    ...(nothing && { nothing }),
    show: (about, asking) => [
      ...showQuestions(spec, about, asking),
      ...(mayNameOthers(commands[command]) ? [otherChildren.show('other-children', asking)] : []),
    ],
    read: (about, form) => {
      const found = readQuestions(spec, about, form, about.page.at)
      return found.kind === 'problems'
        ? found
        : withNames({ type: commands[command], ...found.value }, about, form)
    },
  }
}

/** What was typed of other children stays with the entry, for whoever may read it. */
function withNames({ body, ...proposed }: Proposed, about: About, form: Form): Read<Proposed> {
  const names = mayNameOthers(proposed.type)
    ? otherChildren.read('other-children', form, about.page.at)
    : read(undefined)
  if (names.kind === 'problems') return names
  return read({
    ...proposed,
    body: names.value === undefined ? body : { ...body, otherChildren: names.value },
  })
}

/** A problem that shows only when answers are held against each other. */
export function unless(field: string, message: string): { readonly problems: readonly FieldError[] } {
  return { problems: [{ field, message }] }
}

/** The entry of this episode that the address or the form names, if it is there. */
export function entryAsked(about: About, name = 'entry'): EpisodePage['chronology'][number] | undefined {
  const id = about.asked.text(name)
  return about.page.chronology.find((entry) => entry.id === id)
}
