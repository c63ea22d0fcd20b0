import type { ChildPage } from '../../../application/queries/child-page.ts'
import type { ChildCard } from '../../../application/projections/rows.ts'
import type { ChildBodies, ChildEntryType } from '../../../domain/child/child.ts'
import type { Directory } from '../../../domain/child/directory.ts'
import type { Occurred } from '../../../domain/episode/entry.ts'
import { londonDate } from '../../../kernel/london.ts'
import type { Moment } from '../../../kernel/moment.ts'
import { problem, read, type Asking, type Fields, type Read } from '../../forms/fields.ts'
import type { Form } from '../../forms/form.ts'
import { readQuestions, showQuestions, type Questions } from '../../forms/questions.ts'
import type { Html } from '../../html.ts'
import type { ChildWords } from '../episode/child-words.ts'

/** What the page of an addition knows. The database's own now is `page.now`. */
export interface About {
  readonly page: ChildPage
  readonly directory: Directory
  readonly child: ChildWords
  /** Records that what was typed may mean, where another record is asked for. */
  readonly candidates: readonly ChildCard[]
}

/** An entry of a child's own record, as a form proposes it. */
export interface Added {
  readonly occurred: Occurred
  readonly body: ChildBodies[ChildEntryType]
}

/** Something that a person may add to a child's record, as one page that asks. */
export interface ChildAct {
  readonly entry: ChildEntryType
  /** The last part of its address. */
  readonly path: string
  /** What the child's page calls it, and what it says when it is done. */
  readonly link: string
  readonly recorded: string
  readonly title: (about: About) => string
  readonly above?: (about: About) => Html
  /** Why there is nothing to ask, where there is not: its link is not shown either. */
  readonly nothing?: (page: ChildPage) => string | undefined
  /** Only of a child who lives. */
  readonly ofTheLiving?: boolean
  readonly show: (about: About, asking: Asking) => readonly Html[]
  readonly read: (about: About, form: Form) => Read<Added>
}

interface Spec<T extends ChildEntryType, F extends Fields>
  extends
    Questions<About, F, ChildBodies[T]>,
    Pick<ChildAct, 'link' | 'recorded' | 'title' | 'above' | 'nothing' | 'ofTheLiving'> {
  readonly entry: T
  readonly path?: string
}

/** Questions and the entry that their answers make, with the types of the two held together. */
export function childAct<T extends ChildEntryType, F extends Fields>(spec: Spec<T, F>): ChildAct {
  const { entry, path = entry, link, recorded, title, above, nothing, ofTheLiving } = spec
  return {
    entry,
    path,
    link,
    recorded,
    title,
    ...(above && { above }),
    ...(nothing && { nothing }),
    ...(ofTheLiving && { ofTheLiving }),
    show: (about, asking) => showQuestions(spec, about, asking),
    read: (about, form) => {
      const { now } = about.page
      const found = readQuestions(spec, about, form, now)
      if (found.kind === 'problems') return found
      return inThePast(found.value.occurred, now) ? read(found.value) : notYet(found.value.occurred)
    },
  }
}

/** A day that is running has begun, though the last moment of it, which stands for it, is to come. */
function inThePast({ at, precision }: Occurred, now: Moment): boolean {
  return precision === 'day' ? londonDate(at) <= londonDate(now) : at <= now
}

function notYet({ precision }: Occurred): Read<never> {
  return precision === 'day'
    ? problem('occurred-day', 'That day is to come. Record it when it has happened')
    : problem('occurred-time', 'That time is to come. Record it when it has happened')
}
