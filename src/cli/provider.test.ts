import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import type { House, ProviderAsked } from './house.ts'
import { runProgram } from './program.ts'

const added = {
  kind: 'added',
  id: 'the-id',
  secret: 'data folder',
  register: {
    redirect: 'https://w.example/back',
    afterSignOut: 'https://w.example/out',
    backChannel: 'https://w.example/bc',
  },
} as const

/** A line as it is typed, and what was asked of the house for it. */
async function typed(t: TestContext, words: readonly string[]) {
  const asked: ProviderAsked[] = []
  const said: string[] = []
  for (const way of ['log', 'error'] as const)
    t.mock.method(console, way, (line: string) => void said.push(line))
  const house = {
    providers: {
      add: (one: ProviderAsked) => Promise.resolve(asked.push(one) && added),
      list: () => Promise.resolve([]),
      admit: () => Promise.resolve({ kind: 'refused', why: 'Nobody is called that.' }),
      dismiss: () => Promise.resolve({ kind: 'refused', why: 'Nobody is called that.' }),
      remove: () => Promise.resolve(false),
    },
  } as unknown as House
  const code = await runProgram(['provider', ...words], house)
  t.mock.restoreAll()
  return { code, asked, said: said.join('\n') }
}

const whole = ['--organisation', 'A Council', '--issuer', 'https://a.example', '--client-id', 'w']

test('a provider is added with its secret from a file, and what to register is said', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'secret-'))
  const file = join(folder, 'secret')
  writeFileSync(file, 'hidden\n')
  const more = [
    '--secret',
    file,
    '--domain',
    'A.example, b.example',
    '--role',
    'school',
    '--via',
    'https://f.example',
  ]
  const { code, asked, said } = await typed(t, ['add', ...whole, ...more])
  rmSync(folder, { recursive: true })
  assert.equal(code, 0)
  assert.deepEqual(asked, [
    {
      organisation: 'A Council',
      issuer: 'https://a.example',
      clientId: 'w',
      claim: 'email',
      domains: [
        { domain: 'a.example', role: 'school' },
        { domain: 'b.example', role: 'school' },
      ],
      via: ['https://f.example'],
      secret: 'hidden',
    },
  ])
  assert.match(said, /https:\/\/w.example\/back[^]*https:\/\/w.example\/out[^]*https:\/\/w.example\/bc/)
  assert.ok(!said.includes('hidden'))
})

test('what is missing or not there is one line, and 1', async (t) => {
  for (const [words, line] of [
    [['add'], /Say --organisation/],
    [['add', '--organisation', 'A'], /Say --issuer/],
    [['add', ...whole, '--domain', 'a.example'], /Say --role/],
    [['add', ...whole, '--secret', '/nowhere/at/all'], /cannot be read/],
    [['admit', '--id', 'x'], /Say --person/],
    [['admit', '--id', 'x', '--person', 'y', '--as', 'z'], /Nobody is called that/],
    [['dismiss', '--id', 'x', '--person', 'y'], /Nobody is called that/],
    [['remove', '--id', 'x'], /no provider x/],
    [['fly'], /only add, list, admit, dismiss and remove/],
  ] as const) {
    const { code, said } = await typed(t, words)
    assert.equal(code, 1, words.join(' '))
    assert.match(said, line)
  }
  assert.match((await typed(t, ['list'])).said, /There are no providers/)
})
