import type { PoolClient } from 'pg'
import type { RetentionSession } from '../application/ports.ts'
import type { RetainedRecord, RetentionActOn } from '../application/retention.ts'
import type { ChildId, EntryId, OrganisationId } from '../domain/episode/entry.ts'
import type { Section } from '../domain/episode/sections.ts'
import type { MayBeDue } from '../domain/access/retention.ts'
import { actColumns, scheduleOf } from './disposal/acts.ts'
import { refusedByDatabase } from './load.ts'
import { fromStored, type StoredRow } from './projection-rows.ts'
import { prepared } from './query.ts'
import { coresOf, type CoreRow } from './read-cores.ts'
import { readSession } from './read-session.ts'
import { refuseUnstorable } from './storable.ts'

interface RecordRow {
  readonly subject: ChildId
  readonly in_use: boolean
  readonly disposed: readonly OrganisationId[]
  readonly entries: readonly (CoreRow & { readonly sections: readonly Section[] })[]
}

/** What whoever decides about keeping and disposing is shown and may decide, through functions that know for whom. */
export function retentionSession(client: PoolClient): RetentionSession {
  const read = readSession(client)
  const records = async (child: ChildId | null, { quietSince, bornBy }: MayBeDue = {}, after?: ChildId) => {
    const { rows } = await prepared<RecordRow>(
      client,
      'select * from whereabouts.retention_records($1, $2, $3, $4)',
      [child, quietSince ?? null, bornBy ?? null, after ?? null],
    )
    return rows.map(retained)
  }
  return {
    now: () => read.now(),
    look: (look) => read.look(look),
    records: (may, after) => records(null, may, after),
    record: async (child) => (await records(child))[0],
    acts: async () => {
      const { rows } = await prepared<StoredRow>(client, 'select * from whereabouts.retention_acts()')
      return rows.map((row) => fromStored<RetentionActOn>({ ...actColumns, child: 'subject' }, row))
    },
    schedule: (controller) => scheduleOf(client, controller),
    isHeld: async (child) => {
      const { rows } = await prepared<{ held: boolean }>(client, 'select whereabouts.is_held($1) as held', [
        child,
      ])
      return rows[0]?.held === true
    },
    decide: async ({ child, id, kind, class: of, until, reason, about }) => {
      const values = [child, id, kind, of ?? null, until ?? null, reason ?? null, about ?? null]
      refuseUnstorable(values, 'a decision')
      const text = 'select whereabouts.retention_decide($1, $2, $3, $4, $5, $6, $7)'
      await prepared(client, text, values).catch((error: unknown) => {
        throw refusedByDatabase(error)
      })
    },
  }
}

function retained({ subject, in_use, disposed, entries }: RecordRow): RetainedRecord {
  const sections = new Map(entries.map(({ id, sections: in_ }) => [id as EntryId, in_]))
  return { child: subject, held: { ...coresOf(entries), sections }, inUse: in_use, disposed }
}
