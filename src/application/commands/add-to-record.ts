import { refusalOf, type Addition } from '../../domain/child/addition.ts'
import type { Refusal } from '../../domain/child/addition-refusal.ts'
import { childAt } from '../../domain/child/child-at.ts'
import type { NewChildEntry } from '../../domain/child/child.ts'
import type { Application } from '../carry-out.ts'
import type { LoadedSubject } from '../ports.ts'
import { joinRecords } from './join-records.ts'
import { addUnlessRefused, type ChildRequest, type RegisterOutcome } from './register-child.ts'

export type AddOutcome = RegisterOutcome | { readonly kind: 'refused'; readonly refusal: Refusal }

/** What a person adds to a child's own record, held to the rules of the field. A record that is joined says it of this one
    too. */
export async function addToRecord(
  app: Application,
  { entry, ...request }: Omit<ChildRequest, 'entries'> & { readonly entry: NewChildEntry },
): Promise<AddOutcome> {
  const { child, visitor, author, key } = request
  const refused = ({ child: stream, directory, now }: LoadedSubject) => {
    const to = { child, record: childAt(stream, now), directory, now }
    const refusal = refusalOf(entry as Addition, to)
    return refusal && ({ kind: 'refused', refusal } as const)
  }
  if (entry.type === 'same-child' && entry.body.as !== child)
    return joinRecords(app, visitor, author, child, key, entry)
  return addUnlessRefused(app, { ...request, entries: [entry] }, refused)
}
