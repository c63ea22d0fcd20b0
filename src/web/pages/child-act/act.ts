import type { ChildPage } from '../../../application/queries/child-page.ts'
import type { ChildCard } from '../../../application/projections/rows.ts'
import { refusalOf, type AddedType, type Addition } from '../../../domain/child/addition.ts'
import type { Refusal } from '../../../domain/child/addition-refusal.ts'
import { additionRefusedInWords } from '../../../domain/child/addition-words.ts'
import type { ChildBodies } from '../../../domain/child/child.ts'
import type { Directory } from '../../../domain/child/directory.ts'
import type { Occurred } from '../../../domain/episode/entry.ts'
import { unreachable } from '../../../kernel/unreachable.ts'
import type { FieldError } from '../../components/errors.ts'
import { read, type Asking, type Fields, type Read } from '../../forms/fields.ts'
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
  /** What of the record the address speaks of: it is chosen already, or changed. */
  readonly named?: string
}

/** An entry of a child's own record, as a form proposes it. */
export interface Added {
  readonly occurred: Occurred
  readonly body: ChildBodies[AddedType]
}

/** Something that a person may add to a child's record, as one page that asks. */
export interface ChildAct {
  readonly entry: AddedType
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
  /** The page of the child to which it leads when it is done: without one, the child's own. */
  readonly leadsTo?: string
  readonly show: (about: About, asking: Asking) => readonly Html[]
  readonly read: (about: About, form: Form) => Read<Added>
}

interface Spec<T extends AddedType, F extends Fields>
  extends
    Questions<About, F, ChildBodies[T]>,
    Pick<ChildAct, 'link' | 'recorded' | 'title' | 'above' | 'nothing' | 'ofTheLiving' | 'leadsTo'> {
  readonly entry: T
  readonly path?: string
}

/** Questions and the entry that their answers make, with the types of the two held together. */
export function childAct<T extends AddedType, F extends Fields>(spec: Spec<T, F>): ChildAct {
  const { entry, path = entry, link, recorded, title, above, nothing, ofTheLiving, leadsTo } = spec
  return {
    entry,
    path,
    link,
    recorded,
    title,
    ...(above && { above }),
    ...(nothing && { nothing }),
    ...(ofTheLiving && { ofTheLiving }),
    ...(leadsTo !== undefined && { leadsTo }),
    show: (about, asking) => showQuestions(spec, about, asking),
    read: (about, form) => {
      const { page, directory } = about
      const { now } = page
      const found = readQuestions(spec, about, form, now)
      if (found.kind === 'problems') return found
      const { occurred, body } = found.value
      const to = { child: page.child, record: page.record, directory, now }
      const refusal = refusalOf({ type: entry, occurred, body } as Addition, to)
      return refusal === undefined
        ? read(found.value)
        : { kind: 'problems', problems: [refusedAt(entry, occurred, refusal)] }
    },
  }
}

/** A rule that said no, at the question that it is about. */
export function refusedAt(entry: AddedType, { precision }: Occurred, refusal: Refusal): FieldError {
  return { field: fieldOf(entry, precision, refusal), message: additionRefusedInWords(refusal) }
}

function fieldOf(entry: AddedType, precision: Occurred['precision'], refusal: Refusal): string {
  switch (refusal.kind) {
    case 'in-the-future':
    case 'time-needed':
    case 'before-it-began':
      return precision === 'day' ? 'occurred-day' : 'occurred-time'
    case 'says-nothing':
      return 'name'
    case 'not-a-childs-age':
      return 'bornOn'
    case 'nothing-to-end':
      return ends[entry] ?? 'occurred-time'
    case 'not-in-the-directory':
      return refusal.field
    case 'review-is-past':
      return entry === 'concern-known' ? 'kind-reviewBy' : 'reviewBy'
    case 'grading-needed':
      return 'kind'
    case 'expires-before-review':
      return 'kind-expires'
    case 'taken-in-the-future':
      return 'taken'
    case 'is-this-record':
      return 'other'
    case 'nobody-at-night':
      return 'named'
    case 'no-duty-team':
      return entry === 'child-access-given' ? 'view' : 'named'
    case 'detail-says-nothing':
    case 'card-number':
    case 'password':
      return refusal.field
    case 'not-an-imei':
      return 'imei'
    case 'not-known-now':
      return entry === 'detail-confirmed' ? 'known' : 'suppliedBy'
    case 'plan-overtaken':
      return 'drafted'
    case 'no-such-plan':
      return 'plan'
    case 'not-an-hour':
      return 'reasonableTime'
    case 'already-given':
      return 'view'
    case 'no-such-message':
      return 'wrote'
    case 'before-they-wrote':
      return 'occurred-time'
    default:
      return unreachable(refusal)
  }
}

/** The question that says what ends. */
const ends: Partial<Record<AddedType, string>> = {
  'placement-ended': 'placed',
  'worker-ended': 'allocated',
  'partner-ended': 'named',
  'health-ended': 'known',
  'detail-ended': 'known',
  'address-protection-ended': 'protected',
  'photograph-withdrawn': 'photograph',
  'shut-out-ended': 'shutOut',
  'restriction-ended': 'restricted',
  'child-access-ended': 'given',
}
