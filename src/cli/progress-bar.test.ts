import assert from 'node:assert/strict'
import { test } from 'node:test'
import { progressBar } from './progress-bar.ts'

function drawn(isTTY: boolean): { readonly out: NodeJS.WriteStream; readonly written: string[] } {
  const written: string[] = []
  const out = { isTTY, write: (text: string) => written.push(text) } as unknown as NodeJS.WriteStream
  return { out, written }
}

test('a terminal sees one line fill up and end', () => {
  const { out, written } = drawn(true)
  const progress = progressBar('Loading', out)
  for (const done of [0, 15, 30]) progress(done, 30)
  assert.deepEqual(written, [
    `\rLoading [${'.'.repeat(30)}] 0 of 30`,
    `\rLoading [${'#'.repeat(15)}${'.'.repeat(15)}] 15 of 30`,
    `\rLoading [${'#'.repeat(30)}] 30 of 30\n`,
  ])
})

test('a log sees the first and the last line only', () => {
  const { out, written } = drawn(false)
  const progress = progressBar('Loading', out)
  for (let done = 0; done <= 30; done++) progress(done, 30)
  assert.deepEqual(written, [
    `Loading [${'.'.repeat(30)}] 0 of 30\n`,
    `Loading [${'#'.repeat(30)}] 30 of 30\n`,
  ])
})

test('nothing to do is done', () => {
  const { out, written } = drawn(false)
  progressBar('Loading', out)(0, 0)
  assert.deepEqual(written, [`Loading [${'#'.repeat(30)}] 0 of 0\n`])
})
