import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { aldermoor, fenwick, oakfield, ruth, sam, lena } from '../../../test/support/a-directory.ts'
import { authorOf, leah, registered } from '../../../test/support/asking-for-grants.ts'
import { entry, given, theEpisode } from '../../../test/support/chronology.ts'
import { entryId, moment, streamOf, told, type Told } from '../../../test/support/told-of-a-child.ts'
import { idFor } from '../../../test/support/cast.ts'
import type { Post } from '../child/directory.ts'
import type { EntryId } from '../episode/entry.ts'
import type { Section } from '../episode/sections.ts'
import { disposedWith, holdingsOf, type Holding } from './holdings.ts'

const now = moment('2026-12-01T09:00Z')
const later = moment('2027-01-01T09:00Z')
const answers = (council: typeof aldermoor) =>
  told('responsible-council-set', '2026-12-15T09:00Z', { council: council.id })

/** A child whom the council registered, a concern that the home raised and what police wrote to it. */
const note = (id: string, post: Post) =>
  entry('note-added', '2026-11-20T22:30Z', {}, { id, by: authorOf(post) })
const chronology = given(note('of the home', ruth), note('of police', lena), note('of the council', sam))
const inEpisode = (id: string) => idFor<'entry'>(id)
const child = entryId(registered.name)

function held(
  sections: readonly (readonly [EntryId, readonly Section[]])[],
  said: readonly Told[] = [],
  at = now,
): readonly Holding[] {
  const stream = streamOf(leah, registered, ...said).map((one) => ({ ...one, by: authorOf(sam) }))
  return holdingsOf(
    { child: stream, episodes: new Map([[theEpisode, chronology]]), care: [], sections: new Map(sections) },
    at,
  )
}

suite('each organisation’s part of a record', () => {
  test('is what it recorded, by the sections that still have their content', () =>
    assert.deepEqual(
      held([
        [child, ['core']],
        [inEpisode('of the home'), ['core', 'health']],
        [inEpisode('of police'), ['core', 'police-intelligence']],
      ]),
      [
        {
          controller: aldermoor.id,
          name: 'Aldermoor Council',
          kind: 'council',
          parts: [{ entry: child, section: 'core', own: true }],
        },
        {
          controller: oakfield.id,
          name: 'Oakfield Care',
          kind: 'provider',
          parts: [
            { entry: inEpisode('of the home'), section: 'core', own: false },
            { entry: inEpisode('of the home'), section: 'health', own: false },
          ],
        },
        {
          controller: lena.organisation,
          name: 'Aldermoor Police',
          kind: 'police',
          parts: [
            { entry: inEpisode('of police'), section: 'core', own: false },
            { entry: inEpisode('of police'), section: 'police-intelligence', own: false },
          ],
        },
      ],
    ))

  test('is with the responsible council where the council answers for it, and until there is one with its writer', () => {
    const plan = [[inEpisode('of the home'), ['core', 'plan']]] as const
    const whose = (said: readonly Told[], at = later) =>
      held(plan, said, at).map(({ name, kind, parts }) => [name, kind, parts.map(({ section }) => section)])
    assert.deepEqual(whose([]), [['Oakfield Care', 'provider', ['core', 'plan']]])
    assert.deepEqual(whose([answers(aldermoor)], now), [['Oakfield Care', 'provider', ['core', 'plan']]])
    assert.deepEqual(whose([answers(aldermoor)]), [
      ['Oakfield Care', 'provider', ['core']],
      ['Aldermoor Council', 'council', ['plan']],
    ])
  })

  test('of a council that wrote nothing is the responsible council’s all the same', () => {
    const [, council] = held([[inEpisode('of the home'), ['core', 'plan']]], [answers(fenwick)], later)
    assert.deepEqual(council, {
      controller: fenwick.id,
      name: 'the responsible council',
      kind: 'council',
      parts: [{ entry: inEpisode('of the home'), section: 'plan', own: false }],
    })
  })

  test('is none where nothing is left of it', () => assert.deepEqual(held([]), []))
})

suite('what one organisation disposes of', () => {
  const holdings = held([
    [child, ['core']],
    [inEpisode('of the home'), ['core']],
    [inEpisode('of police'), ['core']],
    [inEpisode('of the council'), ['core']],
  ])
  const goes = (controller: Holding['controller'], already: readonly Holding['controller'][] = []) => {
    const { whole, parts } = disposedWith(holdings, controller, already)
    return [whole, parts.map(({ entry: id }) => id)]
  }
  const [home, police, council] = ['of the home', 'of police', 'of the council'].map(inEpisode)

  test('is its own in the episodes, while another holds a part: what all reading rests on stays', () => {
    assert.deepEqual(goes(oakfield.id), [false, [home]])
    assert.deepEqual(goes(aldermoor.id), [false, [council]])
    assert.deepEqual(goes(aldermoor.id, [oakfield.id]), [false, [council]])
  })

  test('is everything, with the last part that is held', () => {
    const everything = [child, council, home, police]
    assert.deepEqual(goes(aldermoor.id, [oakfield.id, lena.organisation]), [true, everything])
    assert.deepEqual(goes(oakfield.id, [lena.organisation, aldermoor.id]), [true, everything])
  })
})
