import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '../../src/application/ids.ts'
import { cast } from '../../src/cli/demonstration/cast.ts'
import { childIdOf } from '../../src/cli/demonstration/child-plan.ts'
import { withPages } from '../support/pages-served.ts'

const jay = childIdOf('jay')

/** By the letter: whoever loosens it changes this line too. */
const policy =
  "default-src 'self';base-uri 'self';font-src 'self';form-action 'self';frame-ancestors 'none';img-src 'self' data:;" +
  "object-src 'none';script-src 'self';script-src-attr 'none';style-src 'self'"

test('A page whose look cannot be kept is not shown, a file does not leave, and a machine is told nothing.', () =>
  withPages(async (served, someone) => {
    const { owner } = served.database
    const { rows } = await owner.query<{ episode: string }>(
      'select episode from whereabouts.board where subject = $1',
      [jay],
    )
    const grace = someone()
    await grace.signIn('grace')
    const paths = [
      '/board',
      '/duties',
      '/children?q=Mercer',
      `/children/${jay}`,
      `/children/${jay}/looks`,
      `/episodes/${rows[0]!.episode}`,
      `/episodes/${rows[0]!.episode}?as-known-at=2199-01-01T00:00:00.000Z`,
    ]
    for (const path of paths) {
      const { status, text, headers } = await grace.open(path)
      assert.equal(status, 200, path)
      if (path !== '/duties') assert.match(text, /Mercer/, path)
      assert.equal(headers.get('cache-control'), 'no-store', path)
      assert.equal(headers.get('content-security-policy'), policy, path)
      assert.equal(headers.get('referrer-policy'), 'no-referrer', path)
      assert.equal(headers.get('x-content-type-options'), 'nosniff', path)
    }
    const why = { command: newId(), purpose: 'An inquiry', reference: 'INQ 7', format: 'csv' }
    const from = `/children/${jay}/looks`
    const saved = await grace.post(`${from}/export`, why, from)
    assert.deepEqual([saved.status, saved.headers.get('content-type')], [200, 'text/csv; charset=utf-8'])

    await owner.query(
      'revoke insert (what, children, purpose, reference) on whereabouts.look from whereabouts_app',
    )
    for (const path of paths) {
      const { status, text } = await grace.open(path)
      assert.equal(status, 500, path)
      assert.doesNotMatch(text, /Jay|Mercer|Oakfield/, path)
    }
    const page = await grace.open('/protocol')
    const _csrf = /name="_csrf" value="([^"]+)"/.exec(page.text)![1]!
    const again = await grace.ask(`${grace.address}${from}/export`, { ...why, command: newId(), _csrf })
    assert.equal(again.status, 500)
    assert.match(again.headers.get('content-type') ?? '', /^text\/html/)
    for (const path of ['/board', `/children/${jay}`, '/children?q=Mercer']) {
      const { status, text } = await served.ask('GET', path, { by: cast.grace })
      assert.equal(status, 500, path)
      assert.doesNotMatch(text, /Jay|Mercer/, path)
    }
    assert.ok((served.defects as unknown[]).splice(0).length > 0)
  }))
