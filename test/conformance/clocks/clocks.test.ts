import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { test } from 'node:test'
import { casesFrom, kinds, type Case, type Kind } from './cases.ts'

const program = join(import.meta.dirname, 'second_opinion.py')
const present = spawnSync('python3', ['-c', "import zoneinfo; zoneinfo.ZoneInfo('Europe/London')"])
const skip = present.status === 0 ? false : 'no python3 with zone rules on this machine'
const full = process.env['SIZE'] === 'full'

/** What Python answers to each line. */
function secondOpinion(lines: readonly string[]): readonly string[] {
  const answer = spawnSync('python3', [program], {
    input: lines.join('\n'),
    encoding: 'utf8',
    maxBuffer: 1e9,
  })
  assert.equal(answer.status, 0, answer.stderr)
  const answers = answer.stdout.trimEnd().split('\n')
  assert.equal(answers.length, lines.length)
  return answers
}

/** Each case that differs, with both answers: ten are enough to see why. */
function differing(cases: readonly Case[], theirs: readonly string[]): readonly string[] {
  return cases
    .flatMap(({ asked, ours }, index) =>
      ours === theirs[index] ? [] : [`${asked}: we say ${ours}, Python ${theirs[index] ?? 'nothing'}`],
    )
    .slice(0, 10)
}

test(
  'Clocks agree with Python: typed times around every change, working days, calendar and elapsed.',
  { skip },
  (t) => {
    const [changes = ''] = secondOpinion(['changes 1916 2200'])
    const cases = casesFrom(changes.split('\t'), full ? 120_000 : 4_000)
    const theirs = secondOpinion(cases.map(({ asked }) => asked))
    assert.deepEqual(differing(cases, theirs), [])

    const count = (kind: Kind): number => cases.filter((one) => one.kind === kind).length
    t.diagnostic(`${cases.length} cases: ${kinds.map((kind) => `${count(kind)} ${kind}`).join(', ')}`)
    assert.ok(cases.length >= (full ? 100_000 : 4_000))
    assert.equal(new Set(cases.map(({ asked }) => asked)).size, cases.length, 'no case is counted twice')
    // By Python's word: less than three hours from a change.
    const near = theirs.filter((answer, index) => cases[index]?.kind === 'typed' && answer.endsWith(' near'))
    assert.equal(near.length, cases.length / 2)
    assert.equal(count('working'), cases.length / 4)
    assert.equal(count('calendar') + count('elapsed'), cases.length / 4)
    for (const kind of ['never', 'once', 'twice'])
      assert.ok(near.filter((answer) => answer.startsWith(kind)).length > cases.length / 50, kind)
  },
)

test('Python would say so if a clock were wrong by an hour, a day or a bank holiday.', { skip }, () => {
  const wrong: readonly (readonly [asked: string, ours: string])[] = [
    ['elapsed 2026-03-28T22:40:00.000Z 240', '2026-03-29T01:40:00.000Z'],
    ['calendar 2026-11-30T12:00:00.000Z 0 3 0 0', '2027-03-02T23:59:59.999Z'],
    ['working 2022-09-16T12:00:00.000Z 1', '2022-09-19T22:59:59.999Z'],
    ['typed 2026-10-25T01:30', 'once 2026-10-25T00:30:00.000Z near'],
  ]
  const cases = wrong.map(([asked, ours]) => ({ kind: 'typed', asked, ours }) as const)
  assert.equal(differing(cases, secondOpinion(wrong.map(([asked]) => asked))).length, wrong.length)
})
