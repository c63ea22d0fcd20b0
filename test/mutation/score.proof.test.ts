import assert from 'node:assert/strict'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { after, suite, test } from 'node:test'
import { textFiles, textOf } from '../architecture/the-tree.ts'
import { mutantsOf, scoreOf } from './mutants.ts'
import { outlived, survivorsPage, type Equivalent, type RoomOfMutants } from './survivors.ts'

const full = process.env['SIZE'] === 'full'
const least = 90

const rooms = [
  'src/kernel',
  ...['episode', 'protocol', 'child', 'care', 'interview', 'access', 'patterns'].map(
    (room) => `src/domain/${room}`,
  ),
]
/** In the small size two files of one room, which their own tests are quick to judge. */
const few = { room: 'src/domain/child', files: 'council.ts,office-hours.ts' }
/** Changes that were looked at one by one: whoever sees only what the code answers cannot tell them from the original. */
const equivalents = JSON.parse(textOf('test/mutation/equivalents.json')) as readonly Equivalent[]
const page = 'docs/assurance/survivors.md'

suite(`changes to ${full ? 'all of kernel and domain' : 'a few files'}`, () => {
  const tried: RoomOfMutants[] = []

  for (const room of full ? rooms : [few.room])
    test(`at least ${least} in 100 in ${room} are noticed by its tests`, async () => {
      const mutants = await mutantsOf(room, full ? undefined : few.files)
      tried.push({ room, mutants })
      const { score, of } = scoreOf(mutants)
      console.log(`${room}: ${score.toFixed(2)} of 100 noticed, of ${of}`)
      const unnoticed = mutants.filter(({ standing }) => standing === 'unnoticed')
      assert.ok(of > 0 && score >= least, JSON.stringify(unnoticed, undefined, 2))
    })

  if (!full) return

  test('what is said to be beyond notice is still there and still not noticed', () => {
    const mutants = tried.flatMap((one) => one.mutants)
    assert.deepEqual(outlived(mutants, equivalents), [])
  })

  after(async () => {
    mkdirSync(dirname(page), { recursive: true })
    writeFileSync(page, await survivorsPage(tried, equivalents))
  })
})

test('nothing asks to be left out of it', () => {
  const asking = textFiles().filter(
    (path) => path.startsWith('src/') && /Stryker (?:disable|restore)/.test(textOf(path)),
  )
  assert.deepEqual(asking, [])
})
