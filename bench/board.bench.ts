import assert from 'node:assert/strict'
import { board, type Board } from '../src/application/queries/board.ts'
import { momentAt } from '../src/kernel/moment.ts'
import { amira, lena, sam } from '../test/support/a-directory.ts'
import { timed, type Comparison } from './comparison.ts'
import { fillHistory } from './reading/history.ts'
import { dutyTeam, keep, missingChildren, settledChild } from './reading/nights.ts'
import { openOwnDatabase, type OwnDatabase } from './own-database.ts'
import { applicationOver, unprotected } from './reading/visiting.ts'

const open = 200
const [short, long] = [5_000, 1_000_000]

/** A database with the same children missing, and so many episodes before. */
async function withHistory(closing: AsyncDisposableStack, episodes: number): Promise<OwnDatabase> {
  const database = await openOwnDatabase(closing)
  const settled = settledChild(now)
  await keep(database.maintainer, [...missingChildren(open, now), settled])
  console.log(await fillHistory(database.owner, settled, episodes, [amira, lena, sam]))
  return database
}

const now = momentAt(Date.now())

/** What is on a board, whatever the moment at which it was read. */
function shown({ looking, missing, back, died, asked }: Board): readonly string[] {
  const items = [looking, missing, back, died, asked].flat()
  return items.map(({ row, owed }) => `${row.episode}: ${owed.map((duty) => duty.row.id).join()}`).toSorted()
}

/** The board of a council's duty team who see all of them, as the role of the application, and the look kept. */
export async function comparisons(closing: AsyncDisposableStack): Promise<readonly Comparison[]> {
  const [recent, years] = [await withHistory(closing, short), await withHistory(closing, long)]
  const [few, many] = [applicationOver(recent.app), applicationOver(years.app)]
  const bare = unprotected(years.owner)
  const seen = shown(await board(few, dutyTeam))
  assert.equal(seen.length, open)
  assert.deepEqual(shown(await board(many, dutyTeam)), seen)
  assert.deepEqual(shown(await board(bare, dutyTeam)), seen)
  const title = `the board of ${open} open episodes`
  const ours = timed('under row security', () => board(many, dutyTeam))
  return [
    {
      title: `${title} after ${long} closed ones`,
      unit: 'ms',
      baseline: timed(`after ${short}`, () => board(few, dutyTeam)),
      ours: { ...ours, name: `after ${long}` },
      rounds: 150,
      warmUp: 30,
      stated: { atMost: 1.2 },
    },
    {
      title: `${title} under row security`,
      unit: 'ms',
      baseline: timed('the same as a superuser, asking for no grant', () => board(bare, dutyTeam)),
      ours,
      rounds: 150,
      warmUp: 30,
      stated: { atMost: 2 },
    },
  ]
}
