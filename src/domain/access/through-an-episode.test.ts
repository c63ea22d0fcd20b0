import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import {
  fenwickOfficer,
  helen,
  imran,
  lena,
  priya,
  ruth,
  sam,
  teacher,
  tom,
} from '../../../test/support/a-directory.ts'
import {
  type Asked,
  leah,
  otherEpisode,
  authorOf,
  raise,
  report,
  comeBack,
  grants,
  mayRead,
} from '../../../test/support/asking-for-grants.ts'
import { after, entry, given, theEpisode, type Draft } from '../../../test/support/chronology.ts'
import type { Chronology } from '../episode/entries.ts'
import { moment } from '../../../test/support/told-of-a-child.ts'
import type { EpisodeId } from '../episode/entry.ts'
import type { Ladder } from './ladder.ts'

suite('who may read by an episode', () => {
  const before: readonly [EpisodeId, Chronology] = [
    otherEpisode,
    given(raise(ruth, '2026-10-01T20:00Z'), comeBack('2026-10-01T20:30Z')),
  ]
  const reported = (...more: readonly Draft[]): Asked => ({
    episodes: [before, [theEpisode, given(raise(ruth), report(ruth), ...more)]],
  })

  test('police read the reported episode and who the child is, from the report on', () => {
    const all = grants(reported())
    assert.equal(mayRead(all, lena, '2026-11-20T22:14Z'), false)
    for (const section of ['core', 'police-intelligence', 'interview-shared'] as const)
      assert.equal(mayRead(all, lena, '2026-11-20T22:15Z', section, theEpisode), true)
    assert.equal(mayRead(all, imran, '2026-11-20T22:15Z', 'core', leah), true)
  })

  test('police never read a concern that was not reported, nor what the child told the interviewer apart', () => {
    const all = grants(reported(comeBack()))
    assert.equal(mayRead(all, lena, '2026-12-01T09:00Z', 'core', otherEpisode), false)
    assert.equal(mayRead(all, lena, '2026-12-01T09:00Z', 'interview-restricted', theEpisode), false)
    assert.equal(mayRead(all, lena, '2026-12-01T09:00Z', 'protected-address', theEpisode), false)
  })

  test('the force of the area is told, and a force that accepts or writes reads too', () => {
    const all = grants(reported())
    assert.equal(mayRead(all, fenwickOfficer, '2026-12-01T09:00Z', 'core', theEpisode), false)
    const accepted = entry(
      'reported-missing',
      '2026-11-20T22:15Z',
      { police: { kind: 'accepted', post: fenwickOfficer.id } },
      { by: authorOf(ruth) },
    )
    const taken = grants({ episodes: [[theEpisode, given(raise(ruth), accepted)]] })
    assert.equal(mayRead(taken, fenwickOfficer, '2026-12-01T09:00Z', 'core', theEpisode), true)
    const note = entry('note-added', '2026-11-20T23:00Z', {}, { by: authorOf(fenwickOfficer) })
    const writing = grants(reported(note))
    assert.equal(mayRead(writing, fenwickOfficer, '2026-12-01T09:00Z', 'core', theEpisode), true)
  })

  test('a school that raised the concern reads that episode until it is closed, and no other', () => {
    const raised = given(raise(teacher), comeBack())
    const closed = after(raised, entry('episode-closed', '2026-11-24T10:00Z', {}, { by: authorOf(sam) }))
    const open = grants({ episodes: [before, [theEpisode, raised]] })
    assert.equal(mayRead(open, teacher, '2026-11-20T22:00Z', 'core', theEpisode), true)
    assert.equal(mayRead(open, teacher, '2026-11-20T22:00Z', 'core', otherEpisode), false)
    const done = grants({ episodes: [before, [theEpisode, closed]] })
    assert.equal(mayRead(done, teacher, '2026-11-24T10:00Z', 'core', theEpisode), false)
  })

  test('a social worker who raised the concern for another team brings none of the council with them', () => {
    const all = grants({ episodes: [[theEpisode, given(raise(priya))]] })
    assert.equal(mayRead(all, priya, '2026-11-20T22:00Z', 'core', theEpisode), true)
    assert.equal(mayRead(all, tom, '2026-11-20T22:00Z', 'core', theEpisode), false)
  })

  test('an episode of another child, once voided, shows who this child is no longer', () => {
    const voided = entry(
      'recorded-in-error',
      '2026-11-21T09:00Z',
      { scope: { kind: 'episode' }, why: 'wrong-child', reason: 'Two girls of that name.' },
      { by: authorOf(ruth) },
    )
    const all = grants(reported(voided))
    assert.equal(mayRead(all, lena, '2026-11-21T08:59Z', 'core', leah), true)
    assert.equal(mayRead(all, lena, '2026-11-21T09:00Z', 'core', leah), false)
  })

  test('the force in whose area the child was seen reads a reported episode, from the sighting on', () => {
    const sighted = entry(
      'information-received',
      '2026-11-20T23:10Z',
      { seenInAreaOf: fenwickOfficer.organisation },
      { by: authorOf(ruth) },
    )
    const all = grants(reported(sighted))
    assert.equal(mayRead(all, fenwickOfficer, '2026-11-20T23:09Z', 'core', theEpisode), false)
    assert.equal(mayRead(all, fenwickOfficer, '2026-11-20T23:10Z', 'core', theEpisode), true)
    const before = grants({ episodes: [[theEpisode, given(raise(ruth), sighted)]] })
    assert.equal(mayRead(before, fenwickOfficer, '2026-11-21T09:00Z', 'core', theEpisode), false)
  })

  test('whoever it is shared with reads that episode and who the child is, until it is closed', () => {
    const shared = entry(
      'episode-shared',
      '2026-11-20T22:00Z',
      { with: lena.organisation },
      { by: authorOf(sam) },
    )
    const open = grants({ episodes: [before, [theEpisode, given(raise(ruth), shared)]] })
    assert.equal(mayRead(open, lena, '2026-11-20T21:59Z', 'core', theEpisode), false)
    assert.equal(mayRead(open, lena, '2026-11-20T22:00Z', 'core', theEpisode), true)
    assert.equal(mayRead(open, lena, '2026-11-20T22:00Z', 'core', leah), true)
    assert.equal(mayRead(open, lena, '2026-11-20T22:00Z', 'core', otherEpisode), false)
    assert.equal(mayRead(open, lena, '2026-11-20T22:00Z', 'police-intelligence', theEpisode), false)
    const closed = given(
      raise(ruth),
      shared,
      comeBack(),
      entry('episode-closed', '2026-11-24T10:00Z', {}, { by: authorOf(sam) }),
    )
    const done = grants({ episodes: [[theEpisode, closed]] })
    assert.equal(mayRead(done, lena, '2026-11-24T10:00Z', 'core', theEpisode), false)
  })

  test('a senior manager reads what has climbed to them, and nothing before', () => {
    const climbs: Ladder = {
      stream: theEpisode,
      rungs: [
        { tell: 'team-manager', at: moment('2026-11-20T22:00Z') },
        { tell: 'senior-manager', at: moment('2026-11-20T23:00Z') },
      ],
    }
    const asked: Asked = { episodes: [before, [theEpisode, given(raise(ruth))]] }
    const all = grants({ ...asked, ladders: [climbs] })
    assert.equal(mayRead(all, helen, '2026-11-20T22:59Z', 'core', theEpisode), false)
    assert.equal(mayRead(all, helen, '2026-11-20T23:00Z', 'core', theEpisode), true)
    assert.equal(mayRead(all, helen, '2026-11-20T23:00Z', 'core', leah), true)
    assert.equal(mayRead(all, helen, '2026-11-20T23:00Z', 'core', otherEpisode), false)
    const met = grants({ ...asked, ladders: [{ ...climbs, metAt: moment('2026-11-20T22:30Z') }] })
    assert.equal(mayRead(met, helen, '2026-11-21T09:00Z', 'core', theEpisode), false)
    const answered = climbs.rungs.map((rung, nth) =>
      nth === 0 ? { ...rung, acknowledgedBy: 'Grace' } : rung,
    )
    const known = grants({ ...asked, ladders: [{ ...climbs, rungs: answered }] })
    assert.equal(mayRead(known, helen, '2026-11-21T09:00Z', 'core', theEpisode), false)
  })

  test('where the last rung is the police, they read the episode though nobody reported it', () => {
    const last: Ladder = { stream: theEpisode, rungs: [{ tell: 'police', at: moment('2026-11-20T23:00Z') }] }
    const all = grants({ episodes: [[theEpisode, given(raise(ruth))]], ladders: [last] })
    assert.equal(mayRead(all, lena, '2026-11-20T22:59Z', 'core', theEpisode), false)
    assert.equal(mayRead(all, lena, '2026-11-20T23:00Z', 'core', theEpisode), true)
    assert.equal(mayRead(all, fenwickOfficer, '2026-11-20T23:00Z', 'core', theEpisode), false)
  })
})
