import fc from 'fast-check'
import { plus, type Moment } from '../../src/kernel/moment.ts'
import { means } from '../../src/domain/episode/entry.ts'
import { roles } from '../../src/domain/episode/roles.ts'
import type { OwnBodies, OwnEntry, OwnEntryOf, OwnType } from '../../src/domain/protocol/own-record.ts'
import { at } from './at.ts'
import { cast, idFor, tyler } from './cast.ts'

const firstEditionRef = { protocol: 'missing-from-home-and-care', edition: '2024-03' } as const

/** London's clock to the second: `2026-03-28T21:40:20`. */
export function to(text: string): Moment {
  return plus(at(text.slice(0, 16)), `PT${Number(text.slice(17) || 0)}S`)
}

/** One entry of the child's own record, written at its own moment. */
export function own<T extends OwnType>(
  type: T,
  when: string,
  body: OwnBodies[T],
  more: { readonly as?: string; readonly by?: keyof typeof cast } = {},
): OwnEntryOf<T> {
  const { as = `${type} ${when}`, by = type === 'child-wrote' ? 'child' : 'social-worker' } = more
  const moment = to(when)
  return {
    id: idFor<'entry'>(as),
    stream: tyler,
    sequence: 1,
    type,
    version: 1,
    occurred: { at: moment, precision: 'minute' },
    recorded: moment,
    by: cast[by],
    body,
    corrections: [],
  } as unknown as OwnEntryOf<T>
}

export function wrote(
  when: string,
  more: Partial<OwnBodies['child-wrote']> & { readonly as?: string } = {},
): OwnEntryOf<'child-wrote'> {
  const { as, ...body } = more
  const named = as === undefined ? {} : { as }
  return own('child-wrote', when, { words: 'Please ring me', editions: [firstEditionRef], ...body }, named)
}

const one = fc.record({
  minutes: fc.integer({ min: 0, max: 3000 }),
  seconds: fc.integer({ min: 0, max: 59 }),
  isMessage: fc.boolean(),
  notSafe: fc.constantFrom(undefined, true, false),
  isOurs: fc.integer({ min: 0, max: 9 }).map((n) => n > 0),
  about: fc.nat(),
  means: fc.constantFrom(...means),
  role: fc.constantFrom(...roles),
})

/** Any messages and answers, in any order of time; some answer no message, or one that came later. */
export const anyOwnRecord: fc.Arbitrary<readonly OwnEntry[]> = fc.array(one, { maxLength: 12 }).map((all) => {
  const messages = all
    .map(({ isMessage }, index) => (isMessage ? `m${index}` : undefined))
    .filter((id) => id !== undefined)
  return all.map((drawn, index): OwnEntry => {
    const moment = plus(at('2026-03-28T20:00'), `PT${drawn.minutes}M${drawn.seconds}S`)
    const about = idFor<'entry'>(messages[drawn.about % (messages.length + 1)] ?? 'no message')
    const entry = drawn.isMessage
      ? wrote('2026-03-28T20:00', {
          as: `m${index}`,
          ...(drawn.notSafe !== undefined && { notSafe: drawn.notSafe }),
          ...(!drawn.isOurs && { editions: [] }),
        })
      : own(
          'child-answered',
          '2026-03-28T20:00',
          { wrote: about, answer: 'I ring you at four', means: drawn.means },
          { as: `a${index}`, by: drawn.role },
        )
    return { ...entry, sequence: index + 1, occurred: { at: moment, precision: 'minute' }, recorded: moment }
  })
})
