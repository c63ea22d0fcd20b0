import assert from 'node:assert/strict'
import { test } from 'node:test'
import { againAfterDeadlock } from './after-deadlock.ts'

/** Fails so often with that code, and then says how often it was asked. */
function failing(times: number, code: string) {
  const asked = { times: 0 }
  const work = () => {
    asked.times++
    return asked.times <= times
      ? Promise.reject(Object.assign(new Error('ended'), { code }))
      : Promise.resolve(asked.times)
  }
  return { work, asked }
}

test('what the database ended to let another go on is done again, four times in all', async () => {
  for (const code of ['40P01', '40001']) {
    assert.equal(await againAfterDeadlock(failing(3, code).work), 4)
    const { work, asked } = failing(4, code)
    await assert.rejects(againAfterDeadlock(work), { code })
    assert.equal(asked.times, 4)
  }
})

test('anything else is told at once', async () => {
  const { work, asked } = failing(1, '53100')
  await assert.rejects(againAfterDeadlock(work), { code: '53100' })
  assert.equal(asked.times, 1)
})
