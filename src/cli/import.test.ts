import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import type { ImportAnswer, ImportAsked, ImportReport } from '../application/commands/import-report.ts'
import type { House } from './house.ts'
import { importVerb } from './import.ts'
import { progressOn } from './import-progress.ts'
import { countsInWords, refusalsFile } from './import-words.ts'

const row = { file: 'missing.csv', line: 3, reason: 'MISSING is not M or A', words: 'MISSING is not M or A' }

const report: ImportReport = {
  files: [
    { kind: 'read', file: 'header.csv', table: 'Header', rows: 1 },
    { kind: 'read', file: 'missing.csv', table: 'Missing', rows: 3 },
    { kind: 'left', file: 'reviews.csv', table: 'Reviews' },
  ],
  landed: [
    { file: 'header.csv', line: 2, landing: 'already-there' },
    { file: 'missing.csv', line: 2, landing: 'new' },
    { file: 'missing.csv', line: 4, landing: 'changed' },
  ],
  refused: [row],
  warned: [{ ...row, line: 2, reason: 'the child has no row in Episodes' }],
  noted: [],
  children: 1,
  asked: 1,
}

test('The end of a run counts by file and by reason, and names each row that was refused.', () => {
  assert.equal(
    countsInWords(report),
    [
      'header.csv (Header): 1 row: 0 new, 0 changed, 1 already there, 0 refused.',
      'missing.csv (Missing): 3 rows: 1 new, 1 changed, 0 already there, 1 refused.',
      '  1 refused: MISSING is not M or A',
      '  1 landed, but: the child has no row in Episodes',
      'reviews.csv is Reviews, which this import does not take.',
      'No file could be read as Episodes.',
      'Refused:',
      '  missing.csv line 3: MISSING is not M or A',
      '1 child in the record by this return.',
      '1 spell has no end: the responsible council is asked whether the child is still missing.',
    ].join('\n'),
  )
})

test('Refusals past fifty are counted on the page and all written to the file.', () => {
  const refused = Array.from({ length: 60 }, (_, index) => ({ ...row, line: 61 - index, words: 'is "L"' }))
  const words = countsInWords({ ...report, refused })
  assert.match(words, / {2}missing.csv line 51: is "L"\n {2}and 10 more: --refusals FILE writes them all/)
  const lines = refusalsFile({ ...report, refused }).split('\n')
  assert.equal(lines.length, 62)
  assert.equal(lines[1], '"missing.csv","2","MISSING is not M or A","is ""L"""')
})

/** Runs the verb over a house whose import answers so. */
async function run(answer: ImportAnswer, options: Readonly<Record<string, unknown>>) {
  const asked: ImportAsked[] = []
  const house = {
    importReturn: (what: ImportAsked) => {
      asked.push(what)
      return Promise.resolve(answer)
    },
  } as Partial<House> as House
  const words = ['ssda903', 'a folder']
  const code = await importVerb.run(house, { words, options, answer: () => undefined })
  return { code, asked: asked.map(({ folder, council, reason }) => ({ folder, council, reason })) }
}

test('A run is well when every file was read, whatever became of its rows, and not when one was refused.', async () => {
  const council = 'Aldermoor Council'
  const reason = 'SSDA903 return of Aldermoor Council'
  const well = await run({ kind: 'imported', report }, { council })
  assert.deepEqual(well, { code: 0, asked: [{ folder: 'a folder', council, reason }] })
  const refused = { kind: 'refused', file: 'x.csv', because: 'it is empty' } as const
  const withRefused = { ...report, files: [...report.files, refused] }
  assert.equal((await run({ kind: 'imported', report: withRefused }, { council })).code, 1)
  assert.match(countsInWords(withRefused), /^x.csv is refused: it is empty\.$/m)
})

test('Without a council, or with one that nobody knows, nothing is imported.', async (context) => {
  const said = context.mock.method(console, 'error', () => undefined)
  assert.deepEqual(await run({ kind: 'imported', report }, {}), { code: 1, asked: [] })
  assert.equal(
    (await run({ kind: 'no-such-council', councils: ['Aldermoor Council'] }, { council: 'X' })).code,
    1,
  )
  assert.deepEqual(
    said.mock.calls.map(({ arguments: [line] }) => line as string),
    [
      'Say whose return it is: --council NAME.',
      'Nothing was imported: the directory has no council of that name. It has: Aldermoor Council.',
    ],
  )
})

test('Refusals are written where they were asked for.', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'whereabouts-refusals-'))
  try {
    const file = join(folder, 'refusals.csv')
    await run({ kind: 'imported', report }, { council: 'A', refusals: file })
    assert.equal(readFileSync(file, 'utf8'), refusalsFile(report))
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('Where nobody watches, progress is a line for each tenth.', () => {
  const lines: string[] = []
  const out = { isTTY: false, write: (line: string) => lines.push(line) > 0 } as unknown as NodeJS.WriteStream
  const progress = progressOn(out)
  for (let done = 0; done <= 200; done += 5) progress(done, 200)
  assert.equal(lines.length, 11)
  assert.equal(lines[3], 'Importing children: 30 %, 60 of 200\n')
})
