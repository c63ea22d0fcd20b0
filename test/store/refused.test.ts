import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '../../src/application/ids.ts'
import { cast } from '../../src/cli/demonstration/cast.ts'
import { childIdOf } from '../../src/cli/demonstration/child-plan.ts'
import type { Served } from '../support/api.ts'
import { withPages } from '../support/pages-served.ts'

const jay = childIdOf('jay')

interface Refused {
  readonly person: string
  readonly children: readonly string[]
  readonly reference: string
}

async function refusals({ database: { owner } }: Served): Promise<readonly Refused[]> {
  const { rows } = await owner.query<Refused>(
    `select person, children, reference from whereabouts.look where what = 'refused' order by id`,
  )
  return rows
}

async function episodeOf({ database: { owner } }: Served, child: string): Promise<string> {
  const { rows } = await owner.query<{ episode: string }>(
    'select episode from whereabouts.board where subject = $1',
    [child],
  )
  return rows[0]!.episode
}

test('Whoever is refused a record leaves a look of which record it was, and of none where there is none.', () =>
  withPages(async (served, someone) => {
    const milo = someone()
    await milo.signIn('milo')
    const episode = await episodeOf(served, jay)
    const nowhere = newId()
    const paths = [`/children/${jay}`, `/episodes/${episode}`, `/children/${nowhere}`, `/episodes/${nowhere}`]
    for (const path of paths) assert.equal((await milo.open(path)).status, 404, path)
    const { person } = cast.milo.post
    assert.deepEqual(await refusals(served), [
      { person, children: [jay], reference: 'GET /children/:child' },
      { person, children: [jay], reference: 'GET /episodes/:episode' },
      { person, children: [], reference: 'GET /children/:child' },
      { person, children: [], reference: 'GET /episodes/:episode' },
    ])
    // What is theirs leaves none, and neither does a page that never was.
    for (const path of ['/board', '/nothing-here', '/you']) await milo.open(path)
    assert.equal((await refusals(served)).length, 4)
  }))

test('What a post does not do is refused with a look, whatever it was asked of.', () =>
  withPages(async (served, someone) => {
    const ruth = someone()
    await ruth.signIn('ruth')
    const episode = await episodeOf(served, jay)
    assert.equal((await ruth.open(`/episodes/${episode}/assess-risk`)).status, 403)
    assert.equal((await ruth.post(`/episodes/${episode}/assess-risk`, {}, '/you')).status, 403)
    assert.equal((await ruth.open('/vouch')).status, 403)
    const tablet = someone()
    await tablet.become('tablet')
    assert.deepEqual(
      (await refusals(served)).map(({ children, reference }) => [children, reference]),
      [
        [[jay], 'GET /episodes/:episode/assess-risk'],
        [[jay], 'POST /episodes/:episode/assess-risk'],
        [[], 'GET /vouch'],
      ],
    )
  }))

test('A machine that is refused leaves the same.', () =>
  withPages(async (served) => {
    const { milo, ruth } = cast
    const episode = await episodeOf(served, jay)
    assert.equal((await served.ask('GET', `/children/${jay}`, { by: milo })).status, 404)
    assert.equal((await served.ask('GET', `/episodes/${episode}`, { by: milo })).status, 404)
    const body = { named: [], reason: 'x', reviewBy: '2199-01-01' }
    assert.equal(
      (await served.ask('POST', `/children/${jay}/restrict-record`, { by: ruth, body })).status,
      403,
    )
    assert.equal((await served.ask('GET', `/children/${jay}`, { by: ruth })).status, 200)
    assert.deepEqual(await refusals(served), [
      { person: milo.post.person, children: [jay], reference: 'GET /api/v1/children/:child' },
      { person: milo.post.person, children: [jay], reference: 'GET /api/v1/episodes/:episode' },
      {
        person: ruth.post.person,
        children: [jay],
        reference: 'POST /api/v1/children/:child/restrict-record',
      },
    ])
  }))

test('Those who answer for a record see who was refused it; to the child nobody has looked who could not.', () =>
  withPages(async (_, someone) => {
    const milo = someone()
    await milo.signIn('milo')
    await milo.open(`/children/${jay}`)
    const grace = someone()
    await grace.signIn('grace')
    const list = await grace.open(`/children/${jay}/looks`)
    assert.match(list.text, /Milo Grant<\/strong>[^<]*tried to open something, and was refused/)
    assert.doesNotMatch(list.text, /GET \/children/)
    const forTheChild = await grace.open(`/children/${jay}/looks?for=child`)
    assert.equal(forTheChild.status, 200)
    assert.match(forTheChild.text, /There is a record about you/)
    assert.doesNotMatch(forTheChild.text, /Milo Grant/)
  }))

test('A refusal that cannot be kept is not answered either.', () =>
  withPages(async (served, someone) => {
    const milo = someone()
    await milo.signIn('milo')
    await served.database.owner.query(
      'revoke execute on function whereabouts.was_refused from whereabouts_app',
    )
    assert.equal((await milo.open(`/children/${jay}`)).status, 500)
    assert.match(String((served.defects as unknown[]).splice(0)), /permission denied/)
  }))
