import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { fileURLToPath } from 'node:url'
import { checkProtocols } from '../exchange/protocol-files.ts'
import type { LondonDate } from '../kernel/london.ts'
import { dutiesVerb } from './duties.ts'
import type { House } from './house.ts'

const protocols = fileURLToPath(new URL('../../protocols', import.meta.url))
const house = { protocols: () => checkProtocols(protocols) } as Partial<House> as House

const file = {
  child: { bornOn: '2011-05-04', lookedAfter: true, placedOutOfArea: false },
  entries: [{ type: 'returned', occurredAt: '2026-03-28T22:40:00Z' }],
}
const asked = { protocol: 'missing-from-home-and-care', at: '2026-03-29T02:40:00Z' }

/** Runs the verb on a file of this text. What it answers machines, what it says of trouble, and its code. */
async function run(context: TestContext, text: string | Buffer, options: object, asking = house) {
  const folder = mkdtempSync(join(tmpdir(), 'wb-duties-'))
  const said = context.mock.method(console, 'error', () => undefined)
  const answers: object[] = []
  try {
    const path = join(folder, 'night.json')
    writeFileSync(path, text)
    const code = await dutiesVerb.run(asking, {
      words: [path],
      options: options as Readonly<Record<string, unknown>>,
      answer: (_words, record) => answers.push(record),
    })
    const lines = said.mock.calls.map(({ arguments: [line] }) => String(line).replace(path, 'FILE'))
    return { code, answers, lines }
  } finally {
    said.mock.restore()
    rmSync(folder, { recursive: true })
  }
}

test('A machine is answered with a list of duties, each with these fields and no other.', async (context) => {
  const { code, answers, lines } = await run(context, JSON.stringify(file), asked)
  const duties = answers[0] as readonly Record<string, unknown>[]
  assert.deepEqual({ code, lines, answered: answers.length }, { code: 0, lines: [], answered: 1 })
  const check = duties.find(({ duty }) => duty === 'prevention-check') ?? {}
  assert.deepEqual(Object.keys(check), [
    'duty',
    'owedBy',
    'startedAt',
    'dueAt',
    'standing',
    'because',
    'source',
  ])
  // Done at the due moment is in time, so at that moment it is open still.
  assert.deepEqual([check['dueAt'], check['standing']], ['2026-03-29T02:40:00.000Z', 'open'])
})

test('An edition that has ended lays nothing on what began later, unless it is named outright.', async (context) => {
  const checked = await checkProtocols(protocols)
  const current = checked.find(({ edition }) => edition.subject === 'child')
  assert.ok(current !== undefined)
  const until = '2025-01-01' as LondonDate
  const ended = [{ ...current, edition: { ...current.edition, until } }]
  const formerly = { protocols: () => Promise.resolve(ended) } as Partial<House> as House
  const byProtocol = await run(context, JSON.stringify(file), asked, formerly)
  assert.equal(byProtocol.code, 1)
  assert.match(
    byProtocol.lines.join(),
    /^No edition of missing-from-home-and-care was in force at 2026-03-28/,
  )
  const byEdition = { ...asked, protocol: 'missing-from-home-and-care/2024-03' }
  assert.equal((await run(context, JSON.stringify(file), byEdition, formerly)).code, 0)
})

const refused: readonly (readonly [what: string, text: string, options: object, says: RegExp])[] = [
  [
    'no protocol',
    JSON.stringify(file),
    { at: asked.at },
    /^Say which protocol: --protocol NAME\. There are: missing-/,
  ],
  ['a protocol that is none', JSON.stringify(file), { ...asked, protocol: 'x' }, /^There is no protocol x\./],
  [
    'a moment without a zone',
    JSON.stringify(file),
    { ...asked, at: '2026-03-29' },
    /^--at must be a moment with its zone/,
  ],
  ['a file that is no JSON', 'returned at 22:40', asked, /^FILE: it is not JSON/],
  [
    'an entry without a time',
    JSON.stringify({ ...file, entries: [{ type: 'returned' }] }),
    asked,
    /^FILE: entries\[0\]\.occurredAt must/,
  ],
]
for (const [what, text, options, says] of refused)
  test(`With ${what} nothing is answered.`, async (context) => {
    const { code, answers, lines } = await run(context, text, options)
    assert.deepEqual({ code, answers }, { code: 1, answers: [] })
    assert.match(lines.join('\n'), says)
  })

test('A file as some editors save it is read: with a mark before UTF-8, and not in UTF-16.', async (context) => {
  const text = JSON.stringify(file)
  assert.equal((await run(context, `\ufeff${text}`, asked)).code, 0)
  const { code, lines } = await run(context, Buffer.from(`\ufeff${text}`, 'utf16le'), asked)
  assert.equal(code, 1)
  assert.match(lines.join(), /^FILE: it is not text in UTF-8\. Save it as UTF-8/)
})

test('A name that is not read is told of beside the answer.', async (context) => {
  const { code, lines } = await run(context, JSON.stringify({ ...file, childs: 1 }), asked)
  assert.equal(code, 0)
  assert.match(lines.join(), /^FILE: childs is not a name that is known here/)
})
