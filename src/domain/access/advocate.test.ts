import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { directory, noor } from '../../../test/support/a-directory.ts'
import { grants, inNovember, known, mayRead } from '../../../test/support/asking-for-grants.ts'
import { day, entryId, idOf, told, type Told } from '../../../test/support/told-of-a-child.ts'
import type { Directory, Post } from '../child/directory.ts'
import type { ShutOutOf } from '../child/child.ts'
import { sections } from '../episode/sections.ts'

const nina: Post = {
  ...noor,
  id: idOf('post of Nina Farrow'),
  person: idOf('Nina Farrow'),
  personName: 'Nina Farrow',
  organisation: idOf('Aldermoor Voices'),
  role: 'advocate',
}
const inside: Directory = {
  organisations: [
    ...directory.organisations,
    {
      id: nina.organisation,
      name: 'Aldermoor Voices',
      kind: 'advocacy',
      telephone: '01632 960680',
      levels: [],
    },
  ],
  posts: [...directory.posts, nina],
}
const allocated = (
  more: { readonly sharesWords?: boolean; readonly from?: string; readonly as?: string } = {},
) => {
  const { sharesWords, from = '2026-03-01T09:00Z', as = 'nina' } = more
  const body = { role: 'advocate' as const, post: nina.id, ...(sharesWords && { sharesWords }) }
  return told('worker-allocated', from, body, { as })
}
const reads = (said: readonly Told[], at = inNovember) => {
  const all = grants({ child: [...known, ...said], directory: inside })
  return ([...sections, 'own', 'beside', 'beside-words', 'theirs', 'disclosure'] as const).filter((section) =>
    mayRead(all, nina, at, section),
  )
}

suite('an advocate', () => {
  test('sees what the child may see, and no section of the record', () =>
    assert.deepEqual(reads([allocated()]), ['beside']))

  test('reads the child’s words where the child wishes it, until it is recorded that they do not', () => {
    const shares = allocated({ sharesWords: true })
    assert.deepEqual(reads([shares]), ['beside', 'beside-words'])
    const no = allocated({ from: '2026-10-01T09:00Z', as: 'again' })
    assert.deepEqual(reads([shares, no], '2026-09-30T09:00Z'), ['beside', 'beside-words'])
    assert.deepEqual(reads([shares, no]), ['beside'])
  })

  test('stands beside the child from a moment until a moment, and beside nobody else', () => {
    assert.deepEqual(reads([]), [])
    assert.deepEqual(reads([allocated()], '2026-03-01T08:59Z'), [])
    const ended = told('worker-ended', '2026-11-01T09:00Z', { allocated: entryId('nina') })
    assert.deepEqual(reads([allocated(), ended], '2026-11-01T08:59Z'), ['beside'])
    assert.deepEqual(reads([allocated(), ended]), [])
  })

  test('who is shut out of any part of the record does not stand beside the child', () => {
    const from = (scope: ShutOutOf) =>
      told('person-shut-out', '2026-04-01T09:00Z', {
        person: nina.person,
        name: nina.personName,
        scope,
        reason: 'A relative',
        reviewBy: day('2027-01-01'),
      })
    for (const scope of [{ kind: 'record' }, { kind: 'section', section: 'health' }] as const)
      assert.deepEqual(reads([allocated({ sharesWords: true }), from(scope)]), [], scope.kind)
  })

  test('a record that is for named people alone is for the advocate where they are named', () => {
    const to = (...named: readonly Post[]) =>
      told('record-restricted', '2026-04-01T09:00Z', {
        named: named.map(({ id }) => id),
        reason: 'A witness',
        reviewBy: day('2027-01-01'),
      })
    assert.deepEqual(reads([allocated(), to(noor)]), [])
    assert.deepEqual(reads([allocated(), to(noor, nina)]), ['beside'])
  })
})
