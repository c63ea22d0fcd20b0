import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cast } from '../../src/cli/demonstration/cast.ts'
import { withPages } from '../support/pages-served.ts'

test('A look at So what names whom something stands of on the page, and nobody else on the board.', () =>
  withPages(async ({ database }, someone) => {
    const noor = someone()
    await noor.signIn('noor')
    const { text } = await noor.open('/so-what')
    const shown = new Set([...text.matchAll(/\/episodes\/([0-9a-f-]{36})/g)].map(([, episode]) => episode))
    assert.ok(shown.size > 0)
    const { rows } = await database.owner.query<{ children: readonly string[] }>(
      `select children from whereabouts.look where what = 'so what' and post = $1`,
      [cast.noor.post.id],
    )
    const { rows: of } = await database.owner.query<{ subject: string }>(
      'select distinct subject from whereabouts.stream where id = any ($1)',
      [[...shown]],
    )
    assert.deepEqual(
      rows.map(({ children }) => children.toSorted()),
      [of.map(({ subject }) => subject).toSorted()],
    )
    const board = await noor.open('/board')
    const all = new Set(
      [...board.text.matchAll(/\/episodes\/([0-9a-f-]{36})/g)].map(([, episode]) => episode),
    )
    assert.ok(all.size > shown.size)
  }))
