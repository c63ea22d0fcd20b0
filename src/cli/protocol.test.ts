import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { fileURLToPath } from 'node:url'
import { checkProtocols } from '../exchange/protocol-files.ts'
import type { House } from './house.ts'
import { protocolVerb } from './protocol.ts'

const protocols = fileURLToPath(new URL('../../protocols', import.meta.url))
const house = { protocols: () => checkProtocols(protocols) } as Partial<House> as House
const first = 'missing-from-home-and-care/2024-03'

async function run(context: TestContext, ...words: readonly string[]) {
  const said = context.mock.method(console, 'error', () => undefined)
  const answers: string[] = []
  const code = await protocolVerb.run(house, { words, options: {}, answer: (line) => answers.push(line) })
  const lines = said.mock.calls.map(({ arguments: [line] }) => String(line))
  said.mock.restore()
  return { code, answer: answers.join(), lines: lines.join() }
}

test('Every edition is checked, or the one that is named.', async (context) => {
  const named = await run(context, 'check', first)
  assert.deepEqual([named.code, named.lines], [0, ''])
  assert.match(named.answer, /^missing-from-home-and-care\/2024-03: holds, over \d{4,} cells$/)
  const { code, answer, lines } = await run(context, 'check')
  assert.deepEqual([code, lines], [0, ''])
  for (const one of ['missing-care/2026-01', first])
    assert.match(answer, new RegExp(`${one}: holds, over \\d{4,} cells`))
})

test('An edition is drawn as a picture and explained in words.', async (context) => {
  assert.match((await run(context, 'draw', first)).answer, /^<svg /)
  assert.match((await run(context, 'explain', first)).answer, /^# Children missing from home and care/)
})

test('An act or an edition that is none is answered with those that there are, and nothing is checked instead.', async (context) => {
  for (const words of [
    ['chek'],
    ['check', 'nope'],
    ['draw'],
    ['draw', 'nope'],
    ['explain', 'missing-from-home-and-care'],
  ]) {
    const { code, answer, lines } = await run(context, ...words)
    assert.deepEqual({ code, answer }, { code: 1, answer: '' }, words.join(' '))
    assert.match(
      lines,
      /^Say protocol check, or draw or explain with one of: missing-care\/2026-01, missing-from-home-and-care\/2024-03\.$/,
    )
  }
})
