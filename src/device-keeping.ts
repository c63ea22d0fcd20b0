import { randomUUID } from 'node:crypto'
import { organisationOf } from './application/author.ts'
import type { House } from './cli/house.ts'
import { parseId } from './kernel/ids.ts'
import { enrolledDevices, withdrawDevice } from './store/device-keeping.ts'
import { readDirectory } from './store/directory.ts'
import { withPool } from './store/pool.ts'
import { recordRun } from './store/record-run.ts'
import type { Connections } from './store/server/connections.ts'

/** The maintainer's work on enrolled devices: for one that is lost when nobody who keeps it can be reached. */

type Devices = House['devices']

const kinds = { home: 'of', 'foster-carer': 'a foster carer’s telephone:', wallboard: 'on a wall:' } as const

export function listDevices({ maintainer }: Connections): ReturnType<Devices['list']> {
  return withPool(maintainer, 1, async (pool) => {
    const directory = await readDirectory(pool)
    return (await enrolledDevices(pool)).map(({ id, kind, name, organisation, home, post, ...times }) => {
      const held = directory.posts.find((one) => one.id === post)
      const whose = home ?? held?.personName ?? post ?? ''
      const { enrolled, until, ended } = times
      return {
        id,
        name,
        standsFor: `${kinds[kind]} ${whose}, ${organisationOf(directory, organisation).name}`,
        enrolled,
        until,
        ...(ended !== null && { ended }),
      }
    })
  })
}

/** Who ran it is in the record of runs. */
export function endDevice({ maintainer }: Connections, asked: string): ReturnType<Devices['withdraw']> {
  return withPool(maintainer, 1, async (pool) => {
    const id = parseId(asked)
    if (id === undefined) return false
    await recordRun(pool, randomUUID(), 'device withdraw', id)
    return withdrawDevice(pool, id)
  })
}
