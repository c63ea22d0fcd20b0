import type { LondonDate } from '../../../kernel/london.ts'
import type { Moment } from '../../../kernel/moment.ts'
import type { Id } from '../../../kernel/ids.ts'
import type { PersonId, PostId } from '../../episode/entry.ts'
import type { PassageId } from './passage.ts'
import type { WithholdingReason } from './reasons.ts'
import type { Stretch } from './third-parties.ts'

export type RequestId = Id<'disclosure'>
export type ActId = Id<'act'>

/** A part of one line of a passage, by its place: what stands there is said nowhere but in the record. */
export interface Part extends Stretch {
  readonly line: number
}

/** What is done about one request for a child's record. Acts are added and never changed: what was withheld once and is
    not withheld any more stays on the list with the reasons of both. */
export type Said =
  | {
      readonly kind: 'received'
      readonly askedBy: string
      readonly as: 'the-child' | 'on-behalf'
      readonly on: LondonDate
      readonly asked: string
      readonly due: LondonDate
      /** By the rule; else somebody set it. */
      readonly dueByRule: boolean
    }
  | { readonly kind: 'extended'; readonly due: LondonDate; readonly reason: string }
  | { readonly kind: 'asked'; readonly passage: PassageId; readonly whom: string }
  | {
      readonly kind: 'answered'
      readonly passage: PassageId
      readonly answer: 'disclose' | 'withhold' | 'they-answer'
      readonly words: string
    }
  | {
      readonly kind: 'withheld'
      readonly passage: PassageId
      /** Absent: the whole passage. */
      readonly part?: Part
      readonly reason: WithholdingReason
      readonly words: string
    }
  | { readonly kind: 'restored'; readonly withheld: ActId; readonly words: string }
  /** The names in it may be disclosed. */
  | { readonly kind: 'looked-through'; readonly passage: PassageId; readonly words: string }
  | {
      readonly kind: 'exported'
      readonly format: 'pdf' | 'json'
      /** When the file says that it was made. */
      readonly made: Moment
      /** SHA-256, hex, of everything else that it says, as JSON: the same for both formats. */
      readonly sha256: string
      readonly purpose: string
      readonly reference: string
    }

export type ActOf<K extends Said['kind']> = Act & { readonly said: Extract<Said, { kind: K }> }

export interface Act {
  readonly id: ActId
  readonly at: Moment
  readonly person: PersonId
  readonly post: PostId
  readonly said: Said
}
