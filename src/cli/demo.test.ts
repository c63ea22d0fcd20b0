import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { londonDate } from '../kernel/london.ts'
import { momentAt } from '../kernel/moment.ts'
import { demo } from './demo.ts'
import type { Asked } from './generated/asked.ts'
import type { Loaded } from './generated/load.ts'
import type { House } from './house.ts'

const loaded: Loaded = { kind: 'loaded', children: 20, episodes: 31, entries: 812, posts: 90, hash: 'abc' }

/** Runs the verb over a house that answers so: what was asked of it, and what a person and a machine were told. */
async function run(answer: Loaded, options: Readonly<Record<string, unknown>>) {
  const asked: Asked[] = []
  const house: Partial<House> = {
    makeDemonstration: (one) => {
      asked.push(one)
      return Promise.resolve(answer)
    },
  }
  const said: string[] = []
  const records: object[] = []
  const { error } = console
  console.error = (words: string) => said.push(words)
  try {
    const code = await demo.run(house as House, {
      words: [],
      options,
      answer: (words, record) => {
        said.push(words)
        records.push(record)
      },
    })
    return { code, asked, said: said.join('\n'), record: records[0] }
  } finally {
    console.error = error
  }
}

suite('whereabouts demo', () => {
  test('asks for what it is told, and otherwise for two hundred children and a year up to today', async () => {
    const today = londonDate(momentAt(Date.now()))
    const usual = { children: 200, months: 12, seed: '1', until: today }
    assert.deepEqual((await run(loaded, {})).asked, [usual])
    const options = { children: '20', months: '3', seed: 'a-seed', until: '2026-03-29' }
    const wanted = { children: 20, months: 3, seed: 'a-seed', until: '2026-03-29' }
    assert.deepEqual((await run(loaded, options)).asked, [wanted])
  })

  test('ends with the counts, the words that give the same again, and the hash', async () => {
    const { code, said, record } = await run(loaded, { children: '20', until: '2026-03-29' })
    assert.equal(code, 0)
    assert.match(said, /^20 children, 31 episodes, 812 entries in \d+\.\d s\./)
    assert.match(said, /whereabouts demo --children 20 --months 12 --seed 1 --until 2026-03-29\nContent abc$/)
    const told = record as Readonly<Record<string, unknown>>
    assert.deepEqual([told['seed'], told['hash'], told['entries']], ['1', 'abc', 812])
  })

  for (const [option, value] of [
    ['children', '9'],
    ['children', 'many'],
    ['children', '50001'],
    ['months', '0'],
    ['months', '1.5'],
    ['seed', 'two words'],
    ['seed', ''],
    ['until', '2026-02-30'],
    ['until', '2199-01-01'],
  ] as const)
    test(`says in one line what is wrong with --${option} ${value}`, async () => {
      const { code, said, asked } = await run(loaded, { [option]: value })
      assert.deepEqual([code, asked], [1, []])
      assert.match(said, new RegExp(`^--${option} is .+\\.$`))
    })

  test('says in one line why nothing was made', async () => {
    const another = {
      kind: 'another',
      asked: '--children 20 --months 3 --seed 7 --until 2026-03-29',
    } as const
    for (const answer of [{ kind: 'live-records' }, { kind: 'switched-off' }, another] as const) {
      const { code, said } = await run(answer, {})
      assert.equal(code, 1)
      assert.match(said, /^.+\.$/)
    }
    assert.match((await run(another, {})).said, /--seed 7/)
  })
})
