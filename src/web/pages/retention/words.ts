import type { Length } from '../../../domain/access/retention.ts'
import type { RetentionActKind, RetentionRefusal } from '../../../domain/access/retention-review.ts'

/** Why something was not decided, in words that say what to do. */
export const refusalWords: Readonly<Record<RetentionRefusal, string>> = {
  'not-due': 'It is not due for review yet: nothing can be proposed before its day.',
  'in-use': 'An episode is open or a duty is owed: nothing is disposed of until they are done.',
  'on-hold': 'Somebody holds this record: nothing is disposed of until every hold has ended.',
  'kept-for-now': 'It is kept until a later day: wait for that day, or decide to keep it until another.',
  'proposed-already':
    'Its disposal is proposed already: a second person confirms it, or somebody withdraws it.',
  'nothing-proposed': 'That proposal does not stand any more: look at what was decided since.',
  'another-person-needed': 'You proposed it: another person of your organisation has to confirm it.',
  'no-such-hold': 'That hold has ended already.',
  'disposed-of': 'Your organisation’s part of it was disposed of already.',
}

/** "75 years, read at its source: …". An interval that nobody gives is never shown as one that was read. */
export function lengthInWords({ years, source, verified, set }: Length): string {
  const mark = set ? 'set by your organisation' : verified ? 'read at its source' : 'not verified'
  return `${years} years, ${mark}: ${source}`
}

export const actWords: Readonly<Record<RetentionActKind, string>> = {
  keep: 'decided to keep it',
  hold: 'put it on hold',
  'hold-ended': 'ended a hold',
  propose: 'proposed its disposal',
  withdraw: 'withdrew the proposal',
  confirm: 'confirmed the disposal',
}
