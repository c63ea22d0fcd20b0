import { randomUUID } from 'node:crypto'
import type { House, UserAnswer } from './cli/house.ts'
import type { Directory } from './domain/child/directory.ts'
import { onDutyInWords } from './domain/child/holder.ts'
import { readHours, type Shift } from './domain/child/shift.ts'
import type { OrganisationId, PostId } from './domain/episode/entry.ts'
import { londonDate } from './kernel/london.ts'
import { momentOf } from './kernel/moment.ts'
import { rebuildReadSide } from './maintaining.ts'
import { settledKind } from './store/account-keeping.ts'
import { keepDirectory, readDirectory } from './store/directory.ts'
import { withPool } from './store/pool.ts'
import { recordRun } from './store/record-run.ts'
import type { Connections } from './store/server/connections.ts'

type Asked = Parameters<House['users']['shift']>[0]

/** What `user shift` does: keeps a shift of an organisation's duty team, or brings the one of that name up to date. */
export function keepShift(connections: Connections, asked: Asked): Promise<UserAnswer> {
  return withPool(connections.maintainer, 1, async (pool) => {
    if ((await settledKind(pool, 'live')) === 'demonstration')
      return refused(
        'This is the demonstration, whose rota is invented too. Name another folder with DATA=/path.',
      )
    const directory = await readDirectory(pool)
    const shift = shiftOf(directory, asked)
    if (typeof shift === 'string') return refused(shift)
    await recordRun(pool, randomUUID(), 'user shift', `${shift.id}: ${asked.name}, ${asked.hours}`)
    await keepDirectory(pool, { organisations: [], posts: [], shifts: [shift] })
    // Who may read a record from which somebody is shut out follows from whether there is a rota at all.
    await rebuildReadSide(connections, true, () => undefined)
    return { kind: 'done', id: shift.id, words: inWords(await readDirectory(pool), shift) }
  })
}

/** The shift that was asked for, or why there can be none. */
function shiftOf({ organisations, posts, shifts = [] }: Directory, asked: Asked): Shift | string {
  const inside = organisations.find(
    ({ id, name }) => name === asked.organisation || id === asked.organisation,
  )
  if (inside === undefined) return `There is no organisation named ${asked.organisation}.`
  const team = posts.filter(({ organisation, role }) => organisation === inside.id && role === 'duty-team')
  if (team.length === 0) return `${inside.name} has no post of the duty team yet. Add one with: user post.`
  if (readHours(asked.hours) === undefined)
    return 'The hours are office-hours, out-of-hours, or days and times as in "mon-fri 17:00-01:00".'
  const strange = asked.posts.find((id) => !team.some((post) => post.id === id))
  if (strange !== undefined) return `${strange} is no post of the duty team of ${inside.name}: see user list.`
  const known = shifts.find(({ organisation, name }) => organisation === inside.id && name === asked.name)
  return {
    id: known?.id ?? randomUUID(),
    organisation: inside.id,
    name: asked.name,
    hours: asked.hours,
    posts: asked.posts as readonly PostId[],
    from: asked.from ?? known?.from ?? londonDate(momentOf(Temporal.Now.instant())),
    ...(asked.until !== undefined && { until: asked.until }),
  }
}

function inWords(directory: Directory, { organisation, name }: Shift): string {
  return `${name} is kept. ${onDutyNow(directory, organisation)}`
}

function onDutyNow(directory: Directory, organisation: OrganisationId): string {
  const now = onDutyInWords(directory, organisation, momentOf(Temporal.Now.instant()))
  return now === undefined ? 'Nobody holds a post of the duty team now.' : `On duty now: ${now}.`
}

function refused(why: string): UserAnswer {
  return { kind: 'refused', why }
}
