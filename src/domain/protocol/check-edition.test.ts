import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { firstEditionFile } from '../../../test/support/first-edition.ts'
import { checkEdition } from './check.ts'
import { dateProblems, duplicateProblems, reasonableTimeProblems } from './check-edition.ts'
import { parseWithin } from '../../kernel/within.ts'
import type { Edition, ReasonableTime } from './protocol.ts'
import { parseEdition } from './read.ts'

function dated(name: string, from: string, until?: string): Edition {
  const file = { ...firstEditionFile(), edition: name, from, ...(until !== undefined && { until }) }
  const parsed = parseEdition(file)
  assert.ok(parsed.kind === 'edition')
  return parsed.edition
}

const neighbours: readonly (readonly [string, Edition, Edition, RegExp | undefined])[] = [
  [
    'that follow each other',
    dated('2024-03', '2024-03-01', '2025-01-01'),
    dated('2025-01', '2025-01-01'),
    undefined,
  ],
  ['that overlap', dated('2024-03', '2024-03-01', '2025-02-01'), dated('2025-01', '2025-01-01'), /overlap/],
  [
    'of which the first never ends',
    dated('2024-03', '2024-03-01'),
    dated('2025-01', '2025-01-01'),
    /overlap/,
  ],
  [
    'that leave a gap',
    dated('2024-03', '2024-03-01', '2024-12-01'),
    dated('2025-01', '2025-01-01'),
    /no edition is in force from Sunday 1 December 2024 to Wednesday 1 January 2025/,
  ],
  [
    'of one name',
    dated('2024-03', '2024-03-01', '2025-01-01'),
    dated('2024-03', '2025-01-01'),
    /another edition/,
  ],
]

for (const [what, first, second, words] of neighbours) {
  test(`two editions ${what} are ${words ? 'refused' : 'taken'}`, () => {
    const { problems } = checkEdition(first, [first, second])
    if (words === undefined) assert.deepEqual(problems, [])
    else assert.match(problems.map(({ says }) => says).join('\n'), words)
  })
}

suite('the days of an edition', () => {
  const edition = dated('2024-03', '2024-03-01')
  const problems = (more: object, ...siblings: readonly Edition[]) =>
    dateProblems({ ...edition, ...more }, siblings).map(({ rule, says }) => `${rule}: ${says}`)

  test('end after they begin', () => {
    assert.deepEqual(problems({}), [])
    assert.deepEqual(problems({ until: '2024-03-02' }), [])
    for (const until of ['2024-03-01', '2024-02-29'])
      assert.deepEqual(problems({ until }), ['dates: it ends before it begins'])
  })

  test('have a review that is due after the last', () => {
    const reviewed = { lastReviewed: '2024-03-01' }
    assert.deepEqual(problems({ ...reviewed, reviewDue: '2024-03-02' }), [])
    assert.deepEqual(problems({ ...reviewed, reviewDue: '2024-03-01' }), [
      'dates: its review is due before it was last reviewed',
    ])
  })

  test('are answered for by somebody', () => {
    for (const owner of ['', ' ']) assert.deepEqual(problems({ owner }), ['dates: nobody owns it'])
  })

  test('are held against the editions of the same protocol alone', () => {
    const elsewhere = { ...dated('2024-03', '2024-03-01'), protocol: 'elsewhere' }
    assert.deepEqual(problems({}, elsewhere), [])
    assert.deepEqual(problems({ edition: '2024-04' }, edition), [
      'neighbouring-editions: its days overlap with edition 2024-03',
    ])
  })

  test('leave no gap before the next, whichever others there are and in whatever order', () => {
    const [first, second, third] = [
      dated('2024-03', '2024-03-01', '2025-01-01'),
      dated('2025-01', '2025-01-01', '2026-01-01'),
      dated('2026-01', '2026-01-01'),
    ]
    for (const all of [
      [first, second, third],
      [third, second, first],
      [second, third, first],
    ])
      for (const one of all) assert.deepEqual(dateProblems(one, all), [], one.edition)
    const late = dated('2026-02', '2026-02-01')
    for (const all of [
      [first, second, late],
      [late, second, first],
    ]) {
      assert.deepEqual(dateProblems(first, all), [])
      assert.deepEqual(dateProblems(late, all), [])
      assert.deepEqual(
        dateProblems(second, all).map(({ says }) => says),
        ['no edition is in force from Thursday 1 January 2026 to Sunday 1 February 2026'],
      )
    }
  })
})

test('a duty that is laid twice is named once', () => {
  const edition = dated('2024-03', '2024-03-01')
  const [one, other] = edition.clauses
  const clauses = [one!, other!, one!, one!]
  assert.deepEqual(duplicateProblems({ ...edition, clauses }), [
    { rule: 'duplicate-duty', duty: one!.duty, says: `${one!.duty}: two clauses lay this duty` },
  ])
})

suite('reasonable time', () => {
  const edition = dated('2024-03', '2024-03-01')
  const row = (
    more: Omit<Partial<ReasonableTime>, 'within'> & { readonly within?: string } = {},
  ): ReasonableTime => ({
    source: { document: 'Guide', verified: true },
    ...more,
    within: parseWithin(more.within ?? 'PT30M')!,
  })
  const problems = (...reasonableTime: readonly ReasonableTime[]) =>
    reasonableTimeProblems({ ...edition, reasonableTime }).map(({ says }) => says)

  test('that runs at every age and hour has no problem', () => {
    assert.deepEqual(problems(row()), [])
    assert.deepEqual(problems(row({ ageAtMost: 12 }), row()), [])
    assert.deepEqual(problems(row({ fromHour: 6, toHour: 22 }), row({ fromHour: 22, toHour: 6 })), [])
    assert.deepEqual(problems(row({ fromHour: 0, toHour: 23 }), row({ fromHour: 23, toHour: 0 })), [])
  })

  test('has a source and is counted in hours', () => {
    const sourceless = row({ source: { document: ' ', verified: true } })
    assert.deepEqual(problems(row(), sourceless), ['reasonable time: a time has no source'])
    assert.deepEqual(problems(row(), row({ within: 'P1D' })), ['reasonable time: it is counted in hours'])
  })

  test('has both of its hours or neither, from 0 to 23', () => {
    const wrong = 'reasonable time: its hours go from 0 to 23, both given'
    for (const hours of [
      { fromHour: 6 },
      { toHour: 6 },
      { fromHour: 24, toHour: 6 },
      { fromHour: 6, toHour: 24 },
    ])
      assert.deepEqual(problems(row(), row(hours)), [wrong], JSON.stringify(hours))
    assert.deepEqual(problems(row(), row({ fromHour: 23, toHour: 6 }), row({ fromHour: 6, toHour: 23 })), [])
  })

  test('that is not given for some age and hour says for which first', () => {
    const none = (hour: number, age: number) => [
      `reasonable time: at ${hour}:00 and age ${age} none is given`,
    ]
    assert.deepEqual(problems(), none(0, 0))
    assert.deepEqual(problems(row({ ageAtMost: 12 })), none(0, 13))
    assert.deepEqual(problems(row({ ageAtMost: 0 })), none(0, 1))
    assert.deepEqual(problems(row({ fromHour: 6, toHour: 22 })), none(0, 0))
    assert.deepEqual(problems(row({ fromHour: 22, toHour: 6 })), none(6, 0))
    assert.deepEqual(
      problems(row({ fromHour: 0, toHour: 21 }), row({ fromHour: 22, toHour: 0 })),
      none(21, 0),
    )
    assert.deepEqual(problems(row({ fromHour: 1, toHour: 22 }), row({ fromHour: 22, toHour: 0 })), none(0, 0))
    assert.deepEqual(problems(row({ fromHour: 5, toHour: 5 })), none(0, 0))
    assert.deepEqual(
      problems(row({ ageAtMost: 12 }), row({ fromHour: 6, toHour: 22 }), row({ fromHour: 22, toHour: 5 })),
      none(5, 13),
    )
  })
})
