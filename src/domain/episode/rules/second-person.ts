import { awaitsSecond } from '../second-person.ts'
import type { Rule } from './question.ts'

/** What waits for a second person is not confirmed by the first, whichever post they act in. */
export const secondPerson: Rule = ({ entry, chronology }) => {
  if (entry.type !== 'acknowledged' || entry.body.of.kind !== 'entry') return undefined
  const { entry: id } = entry.body.of
  const target = chronology.find((other) => other.id === id)
  if (target === undefined) return { kind: 'no-such-entry', entry: id }
  return awaitsSecond(target) && target.by.person === entry.by.person
    ? { kind: 'second-person-needed' }
    : undefined
}
