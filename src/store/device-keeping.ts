import type { Pool } from 'pg'
import type { DeviceKind } from '../domain/access/device.ts'
import type { OrganisationId, PostId } from '../domain/episode/entry.ts'
import type { Moment } from '../kernel/moment.ts'
import { prepared } from './query.ts'
import { withConnection } from './transaction.ts'

interface DeviceRow {
  readonly id: string
  readonly kind: DeviceKind
  readonly name: string
  readonly organisation: OrganisationId
  readonly home: string | null
  readonly post: PostId | null
  readonly enrolled: Moment
  readonly until: Moment
  readonly ended: Moment | null
}

/** Every device that ever was, the newest first. Takes a pool of the maintainer. */
export async function enrolledDevices(maintainer: Pool): Promise<readonly DeviceRow[]> {
  return withConnection(maintainer, async (client) => {
    const text = `select id, kind, name, organisation, home, post, enrolled, until, ended
      from whereabouts.device order by enrolled desc, id`
    return (await prepared<DeviceRow>(client, text)).rows
  })
}

/** From now on the device opens nothing, and neither does a session on it. Says whether there was one to end. Takes a pool
    of the maintainer. */
export async function withdrawDevice(maintainer: Pool, id: string): Promise<boolean> {
  const { rowCount } = await maintainer.query(
    `with gone as (
       update whereabouts.device set ended = whereabouts.clock()
       where id = $1 and ended is null and whereabouts.clock() < until returning id
     ), out as (
       update whereabouts.session set ended = whereabouts.clock()
       where device in (select id from gone) and ended is null
     )
     select id from gone`,
    [id],
  )
  return rowCount === 1
}
