import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dawn, directory } from '../../../../test/support/a-directory.ts'
import { at } from '../../../../test/support/at.ts'
import { idOf } from '../../../../test/support/told-of-a-child.ts'
import { toldByMail } from './told-by-mail.ts'

const now = at('2026-11-27T02:20')
const shown = (...told: Parameters<typeof toldByMail>[0]) =>
  toldByMail(told, directory, now)
    .toString()
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
const post = dawn.id

test('it is said plainly that nobody was mailed, and why', () => {
  assert.match(shown(), /^Nobody was mailed\./)
  assert.match(
    shown({ post, trouble: 'no-server' }),
    /^Nobody was mailed\. .* Dawn Ellis, missing co-ordinator: not mailed, because this service has no server for mail$/,
  )
  assert.match(
    shown({ post, trouble: 'no-address' }),
    /^Nobody was mailed\. .* no address for notices is kept/,
  )
})

test('what is on its way is not said to have arrived, and who has it is', () => {
  assert.match(shown({ post }), /^Nobody was mailed yet\. .*: not mailed yet$/)
  assert.match(
    shown({ post, trouble: 'mail.example answered 451' }),
    /Nobody was mailed yet\. .*: not mailed yet: mail\.example answered 451\. It is tried again$/,
  )
  const both = shown({ post, taken: at('2026-11-27T02:15') }, { post: idOf('gone'), trouble: 'no-address' })
  assert.match(both, /^Dawn Ellis, missing co-ordinator: mailed .*02:15/)
  assert.match(both, /Somebody no longer in the directory: not mailed, because no address/)
  assert.doesNotMatch(both, /Nobody/)
})
