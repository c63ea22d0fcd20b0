import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { aldermoor, colm, lena, noor, oakfield, ruth, sam } from '../../../test/support/a-directory.ts'
import { authorOf, comeBack, grants, known, raise, report } from '../../../test/support/asking-for-grants.ts'
import { entry, entryId, given, theEpisode } from '../../../test/support/chronology.ts'
import { day, moment, told } from '../../../test/support/told-of-a-child.ts'
import type { OrganisationId, PostId } from '../episode/entry.ts'
import type { ShutOutOf } from '../child/child.ts'

const night = [
  raise(ruth),
  report(ruth),
  comeBack(),
  entry(
    'interview-held',
    '2026-11-22T16:00Z',
    { childsWords: 'I ran' },
    { id: 'interview', by: authorOf(noor) },
  ),
]
const shared = (to: OrganisationId, id = 'passage') =>
  entry(
    'passage-shared',
    '2026-11-23T10:00Z',
    { interview: entryId('interview'), with: to, passage: 'I ran' },
    { id, by: authorOf(noor) },
  )

/** Who reads the passage at a moment. */
function readers(
  at: string,
  { child = known, to = oakfield.id, more = [] as ReturnType<typeof entry>[] } = {},
) {
  const when = moment(at)
  const all = grants({ child, episodes: [[theEpisode, given(...night, shared(to), ...more)]] })
  const open = all.filter(
    ({ section, stream, from, until }) =>
      section === 'interview-passage' &&
      stream === entryId('passage') &&
      from <= when &&
      (until === undefined || when < until),
  )
  return new Set<PostId>(open.map(({ post }) => post))
}

const out = (scope: ShutOutOf) =>
  told('person-shut-out', '2026-06-01T09:00Z', {
    person: ruth.person,
    name: ruth.personName,
    scope,
    reason: 'Under allegation',
    reviewBy: day('2027-01-01'),
  })

suite('a part of what a child told an interviewer', () => {
  test('is read by those with whom it was shared, from then on, and by nobody else', () => {
    assert.deepEqual(readers('2026-11-23T09:59:59.999Z'), new Set())
    const those = readers('2026-11-23T10:00Z')
    assert.ok(those.has(ruth.id))
    for (const { id } of [sam, colm, lena, noor]) assert.ok(!those.has(id))
  })

  test('is read by nobody of them whom no relationship lets read the episode', () => {
    assert.deepEqual(readers('2026-11-24T10:00Z', { to: 'elsewhere' as OrganisationId }), new Set())
    assert.ok(readers('2026-11-24T10:00Z', { to: aldermoor.id }).has(sam.id))
  })

  test('is read by nobody who is shut out, of the record, of the episode or of such parts alone', () => {
    for (const scope of [
      { kind: 'record' },
      { kind: 'episode', episode: theEpisode },
      { kind: 'section', section: 'interview-passage' },
    ] as const)
      assert.ok(!readers('2026-11-24T10:00Z', { child: [...known, out(scope)] }).has(ruth.id), scope.kind)
    const other = out({ kind: 'section', section: 'health' })
    assert.ok(readers('2026-11-24T10:00Z', { child: [...known, other] }).has(ruth.id))
  })

  test('is read no longer once the sharing was recorded in error', () => {
    const error = entry('recorded-in-error', '2026-11-24T09:00Z', {
      scope: { kind: 'entry', entry: entryId('passage') },
    })
    assert.deepEqual(readers('2026-11-24T10:00Z', { more: [error] }), new Set())
  })
})

suite('what somebody was told at once', () => {
  const telling = (to: OrganisationId) =>
    entry(
      'told-now',
      '2026-11-23T10:00Z',
      { to: 'social-worker', with: to, passage: 'I ran' },
      { id: 'passage', by: authorOf(noor) },
    )
  const reading = (to: OrganisationId, ...more: ReturnType<typeof entry>[]) => {
    const all = grants({ child: known, episodes: [[theEpisode, given(...night, telling(to), ...more)]] })
    return new Set(all.filter(({ section }) => section === 'interview-passage').map(({ post }) => post))
  }

  test('is read by those who were told, if they read the episode, and by nobody else', () => {
    assert.ok(reading(oakfield.id).has(ruth.id))
    assert.ok(!reading(oakfield.id).has(sam.id))
    assert.ok(reading(aldermoor.id).has(sam.id))
    assert.ok(!reading(aldermoor.id).has(ruth.id))
    assert.deepEqual(reading('elsewhere' as OrganisationId), new Set())
  })

  test('is read by nobody once the telling was recorded in error, whoever was told', () => {
    const error = entry('recorded-in-error', '2026-11-24T09:00Z', {
      scope: { kind: 'entry', entry: entryId('passage') },
    })
    assert.deepEqual(reading(oakfield.id, error), new Set())
  })
})

suite('what was agreed about something learned', () => {
  const by = authorOf(sam)
  const agreed = (to: OrganisationId | undefined) =>
    entry('action-agreed', '2026-11-23T10:00Z', { finding: entryId('finding'), with: to } as object, {
      id: 'agreed',
      by,
    })
  const done = entry('action-done', '2026-11-25T10:00Z', { action: entryId('agreed') }, { id: 'done', by })
  const ended = entry('action-ended', '2026-11-25T10:00Z', { action: entryId('agreed') }, { id: 'ended', by })
  const whoReads = (to: OrganisationId | undefined, id: string, end: ReturnType<typeof entry>) => {
    const chronology = given(...night, agreed(to), end)
    const all = grants({ child: known, episodes: [[theEpisode, chronology]] })
    const open = all.filter(
      ({ section, stream }) => section === 'interview-passage' && stream === entryId(id),
    )
    return new Map(open.map(({ post, from }) => [post, from]))
  }

  test('is read by the organisation that does it, with what became of it, each from when it was recorded', () => {
    for (const end of [done, ended]) {
      const id = end === done ? 'done' : 'ended'
      assert.equal(whoReads(oakfield.id, 'agreed', end).get(ruth.id), moment('2026-11-23T10:00Z'))
      assert.equal(whoReads(oakfield.id, id, end).get(ruth.id), moment('2026-11-25T10:00Z'))
      assert.ok(!whoReads(oakfield.id, id, end).has(sam.id))
      assert.ok(whoReads(aldermoor.id, id, end).has(sam.id))
    }
  })

  test('is read by nobody else where it is not known yet who does it', () => {
    for (const id of ['agreed', 'done']) assert.deepEqual(whoReads(undefined, id, done), new Map())
  })

  test('gives nobody an end of what was recorded in error', () => {
    const error = entry('recorded-in-error', '2026-11-26T09:00Z', {
      scope: { kind: 'entry', entry: entryId('agreed') },
    })
    const all = grants({
      child: known,
      episodes: [[theEpisode, given(...night, agreed(oakfield.id), done, error)]],
    })
    assert.deepEqual(
      all.filter(({ section }) => section === 'interview-passage'),
      [],
    )
  })
})
