import type { PoolClient } from 'pg'
import { idFrom } from '../application/ids.ts'
import type { CareAppend, CareWrite, LoadedCare, Remembered } from '../application/ports.ts'
import type { CareRow } from '../application/projections/rows.ts'
import type { CareEntry, CareStream } from '../domain/care/record.ts'
import type { ChildStream } from '../domain/child/child.ts'
import type { ChildId } from '../domain/episode/entry.ts'
import type { Said } from '../domain/episode/lies-in.ts'
import { earliest, latest, type Moment } from '../kernel/moment.ts'
import { refusedByDatabase } from './load.ts'
import { careColumns, toStored, type StoredRow } from './projection-rows.ts'
import { prepared } from './query.ts'
import { rowsBytes } from './row-bytes.ts'
import { shapesOn, type RowShapes } from './row-shapes.ts'
import { careEntry, childEntry } from './shapes.ts'
import { refuseUnstorable } from './storable.ts'
import type { Through } from './through.ts'
import { writtenEntry } from './written-entry.ts'

/** The stream of a child's Care. The database makes the same id. */
export function careStreamOf(child: ChildId): string {
  return idFrom<'care'>('care', child)
}

type LoadRow =
  | {
      readonly at: Moment
      readonly verdict: Remembered['kind']
      readonly answer: unknown
      readonly directory: string
      readonly stream: null
    }
  | CoreText

interface CoreText {
  readonly stream: string
  readonly id: string
  readonly sequence: number
  readonly content: string
}

interface Held extends Omit<LoadedCare, 'directory' | 'remembered'> {
  readonly shapes: RowShapes
  readonly command: CareAppend['command']
  readonly isNew: boolean
}

/** One write transaction to the record of Care of children. `appended` says whether there is anything to keep. */
export function openCareWrite(through: Through): {
  readonly session: CareWrite
  readonly appended: () => boolean
} {
  const { client, directory, recordedAt } = through
  const held = new Map<ChildId, Held>()
  let appended = false
  return {
    appended: () => appended,
    session: {
      load: async (child, command) => {
        const { directory: version, ...loaded } = await loadCare(client, child, command, recordedAt?.())
        const shapes = await shapesOn(client)
        held.set(child, { ...loaded, command, shapes, isNew: loaded.remembered.kind === 'new' })
        return { ...loaded, directory: await directory.at(version, client) }
      },
      append: (append) => {
        const found = held.get(append.child)
        if (found?.isNew !== true || found.command.id !== append.command.id)
          throw new Error('Care is loaded for the command that appends to it')
        const after = sendCare(through, append, found)
        held.set(append.child, { ...found, care: after, isNew: false })
        appended = true
      },
    },
  }
}

/** Sends the entries and what the read side of this child's Care is to be, and waits for no answer. */
function sendCare({ send, projectCare }: Through, append: CareAppend, found: Held): CareStream {
  const { child, command, answer } = append
  const { after, written } = writtenCare(append, found)
  refuseUnstorable(answer, 'answer')
  send(appending, [
    child,
    found.now,
    command.id,
    command.requestHash,
    JSON.stringify(answer),
    rowsBytes(
      found.shapes('entry'),
      written.map(({ row }) => row),
    ),
    rowsBytes(
      found.shapes('entry_content'),
      written.flatMap(({ content }) => content),
    ),
  ])
  if (projectCare) {
    const rows = projectCare(child, found.child, after)
    send(puttingCare, [child, rowsBytes(found.shapes('care_strand'), careStored(rows))])
  }
  return after
}

const nothing = Array.from({ length: 10 }, () => `'{}'`).join(', ')
const appending = `select whereabouts.append($1, $2, $3, $4, $5, $6, $7, ${nothing})`
export const puttingCare = 'select whereabouts.put_care($1, $2)'

export function careStored(rows: readonly CareRow[]): readonly StoredRow[] {
  return rows.map((row) => toStored(careColumns, row))
}

function writtenCare({ child, command, entries }: CareAppend, { care, now }: Held) {
  const others = new Map<string, Said>(care.map((entry) => [entry.id, entry]))
  const written = entries.map((entry, index) => {
    others.set(entry.id, entry)
    return writtenEntry(entry, {
      subject: child,
      stream: careStreamOf(child),
      kind: 'care',
      sequence: care.length + index + 1,
      command: command.id,
      recorded: now,
      others,
    })
  })
  return { written, after: [...care, ...written.map(({ core }) => core as CareEntry)] }
}

/** Takes the lock of the child's row and reads their own stream and their Care, in one round trip. Throws NoGrant. */
async function loadCare(
  client: PoolClient,
  child: ChildId,
  command: CareAppend['command'],
  wanted: Moment | undefined,
): Promise<Omit<LoadedCare, 'directory'> & { readonly directory: string }> {
  const values = [child, command.id, command.requestHash]
  const text = 'select * from whereabouts.load_care($1, $2, $3)'
  const { rows } = await prepared<LoadRow>(client, text, values).catch((error: unknown) => {
    throw refusedByDatabase(error)
  })
  const [first, ...entries] = rows
  if (first?.stream !== null) throw new Error('The database gave no verdict on a load')
  const { at, verdict, answer, directory } = first
  const all = entries.filter((row) => row.stream !== null)
  const [stream, care] = [childIn(all, child), careEntries(all.filter((row) => row.stream !== child))]
  const recorded = [...stream, ...care].map((entry) => entry.recorded)
  return {
    child: stream,
    care,
    remembered: verdict === 'done' ? { kind: 'done', answer } : { kind: verdict },
    directory,
    now: wanted === undefined ? at : earliest(at, latest(wanted, ...recorded)),
  }
}

function childIn(rows: readonly CoreText[], child: ChildId): ChildStream {
  return rows
    .filter(({ stream }) => stream === child)
    .map(({ content, ...place }) =>
      childEntry({ ...place, kind: 'child', own: 'core', sections: new Map([['core', content]]) }),
    )
}

/** Entries of one child's Care in their order, as they stand in the section where they stand themselves. */
function careEntries(rows: readonly CoreText[]): CareStream {
  return rows.map(({ content, ...place }) =>
    careEntry({ ...place, kind: 'care', own: 'care', sections: new Map([['care', content]]) }),
  )
}

/** The Care of a record that this transaction wrote to. */
export async function careWritten(client: PoolClient, child: ChildId): Promise<CareStream> {
  const text = 'select * from whereabouts.care_written($1)'
  const { rows } = await prepared<Omit<CoreText, 'stream'>>(client, text, [child])
  return careEntries(rows.map((row) => ({ ...row, stream: careStreamOf(child) })))
}
