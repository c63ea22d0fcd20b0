import type { PoolClient } from 'pg'
import type {
  ChildToDisclose,
  DisposedOf,
  RequestActs,
  Sought,
  StoredPassage,
  ToKeep,
} from '../application/disclosure.ts'
import type { DisclosureSession } from '../application/ports.ts'
import type { Act, RequestId } from '../domain/access/disclosure/acts.ts'
import type { Author, ChildId } from '../domain/episode/entry.ts'
import type { Moment } from '../kernel/moment.ts'
import { disposalsLock } from './disposal/carried-out.ts'
import { fromStored, type Columns, type StoredRow } from './projection-rows.ts'
import { prepared } from './query.ts'
import { readSession } from './read-session.ts'
import { refuseUnstorable } from './storable.ts'

const childColumns: Columns<ChildToDisclose> = {
  child: 'subject',
  name: 'name',
  otherNames: 'other_names',
  bornOn: 'born_on',
  council: 'council',
}

const actColumns: Columns<Act> = { id: 'id', at: 'at', person: 'person', post: 'post', said: 'said' }

const disposedColumns: Columns<DisposedOf> = {
  controller: 'controller',
  organisation: 'name',
  on: 'day',
  entries: 'entries',
}

/** What one organisation discloses of children's records. */
export function disclosureSession(client: PoolClient): DisclosureSession {
  const read = readSession(client)
  return {
    now: () => read.now(),
    look: (look) => read.look(look),
    children: async (sought) => {
      const text = 'select * from whereabouts.disclosure_children($1, $2, $3, $4)'
      const { rows } = await prepared<StoredRow>(client, text, wanted(sought))
      return rows.map((row) => fromStored(childColumns, row))
    },
    passages: async (child) => {
      const text = 'select * from whereabouts.disclosure_passages($1)'
      const { rows } = await prepared<PassageRow>(client, text, [child])
      return rows.map(passageOf)
    },
    disposed: async (child) => {
      const text = 'select * from whereabouts.disclosure_disposed($1)'
      const { rows } = await prepared<StoredRow>(client, text, [child])
      return rows.map((row) => fromStored(disposedColumns, row))
    },
    requests: async () => requestsIn(await actsOf(client, 'true', [])),
    request: async (request) => requestsIn(await actsOf(client, 'a.request = $1', [request]))[0],
    lock: (request) => lock(client, request),
    isKept: async (request, command) => {
      const text = 'select from whereabouts.disclosure_act where request = $1 and command = $2 limit 1'
      return (await prepared(client, text, [request, command])).rows.length > 0
    },
    keep: (toKeep) => keep(client, toKeep),
  }
}

function wanted(sought: Sought): readonly unknown[] {
  refuseUnstorable(sought, 'whose record is asked for')
  if (sought.kind === 'these') return [sought.children, null, null, null]
  if (sought.kind === 'reference') return [null, sought.reference, null, null]
  return [null, null, ...(sought.kind === 'name' ? [sought.name, sought.bornOn ?? null] : [null, null])]
}

interface PassageRow {
  readonly stream: string
  readonly entry: string
  readonly section: string
  readonly own: boolean
  readonly recorded: Moment
  /** What the entry says where it stands itself, and what this section says of it. Null where the first was disposed of. */
  readonly said: string | null
  readonly content: string | null
}

function passageOf({ stream, entry, section, own, recorded, said, content }: PassageRow): StoredPassage {
  const { type, occurred, by, toldBy, body } = (
    said === null ? leftOf(recorded) : JSON.parse(said)
  ) as StoredPassage
  const here = content === null ? undefined : own ? body : (JSON.parse(content) as object)
  return {
    ...({ stream, entry, section } as Pick<StoredPassage, 'stream' | 'entry' | 'section'>),
    type,
    occurred,
    by,
    ...(own && toldBy && { toldBy }),
    ...(here && { body: here }),
  }
}

/** The rest of the entry was disposed of by whoever recorded it: who that was, and when it happened, went with it. */
function leftOf(recorded: Moment): Pick<StoredPassage, 'type' | 'occurred' | 'by'> {
  const nobody = '00000000-0000-0000-0000-000000000000'
  return {
    type: 'part-of-an-entry-of-which-the-rest-was-disposed-of',
    occurred: { at: recorded, precision: 'minute' },
    by: {
      name: 'somebody whose part was disposed of',
      organisationName: 'an organisation that has disposed of its part',
      organisationKind: 'council',
      role: 'responsible-council',
      ...({ person: nobody, post: nobody, organisation: nobody } as Pick<
        Author,
        'person' | 'post' | 'organisation'
      >),
    },
  }
}

type ActRow = StoredRow & { readonly request: RequestActs['request']; readonly subject: ChildId }

async function actsOf(
  client: PoolClient,
  which: string,
  values: readonly string[],
): Promise<readonly ActRow[]> {
  const text = `select a.* from whereabouts.disclosure_act a where ${which} order by a.request, a.number`
  return (await prepared<ActRow>(client, text, values)).rows
}

function requestsIn(rows: readonly ActRow[]): readonly RequestActs[] {
  const requests = [...Map.groupBy(rows, ({ request }) => request).values()].flatMap((own) => {
    const [first] = own
    const acts = own.map((row) => fromStored<Act>(actColumns, row))
    return first === undefined ? [] : [{ request: first.request, child: first.subject, acts }]
  })
  const begun = ({ acts }: RequestActs): string => acts[0]?.at ?? ''
  return requests.toSorted((a, b) => (begun(a) < begun(b) ? 1 : -1))
}

async function lock(client: PoolClient, request: RequestId): Promise<void> {
  await prepared(client, `select pg_advisory_xact_lock(hashtextextended($1, 72031191))`, [request])
}

/** One after another for one request, so that each has its number; all of them in one statement. */
async function keep(
  client: PoolClient,
  { child, request, command, controller, acts }: ToKeep,
): Promise<void> {
  refuseUnstorable(acts, 'what is said of a disclosure')
  await lock(client, request)
  // A record that is asked for is in use: that comes before a disposal is judged, or after it was carried out.
  await prepared(client, 'select pg_advisory_xact_lock_shared($1)', [disposalsLock])
  const { rows } = await prepared<{ last: number; done: boolean }>(
    client,
    `select coalesce(max(number), 0) as last, coalesce(bool_or(command = $3), false) as done
     from whereabouts.disclosure_act where subject = $1 and request = $2`,
    [child, request, command],
  )
  const { last = 0, done = false } = rows[0] ?? {}
  if (done) return
  await prepared(
    client,
    `insert into whereabouts.disclosure_act (subject, request, number, id, command, controller, said)
     select $1::uuid, $2::uuid, $3::integer + act.place, act.id, $4::text, $5::uuid, act.said
     from unnest($6::uuid[], $7::jsonb[]) with ordinality as act (id, said, place)`,
    [
      child,
      request,
      last,
      command,
      controller,
      acts.map(({ id }) => id),
      acts.map(({ said }) => JSON.stringify(said)),
    ],
  )
}
