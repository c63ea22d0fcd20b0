import assert from 'node:assert/strict'
import { test } from 'node:test'
import { firstEditionFile } from '../../../test/support/first-edition.ts'
import { checkEdition } from './check.ts'
import type { Edition } from './protocol.ts'
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
