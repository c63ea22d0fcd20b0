import { createHash } from 'node:crypto'
import type { Pool } from 'pg'
import { visitorOf, type ChildDoors, type DoorStanding } from '../application/child-doors.ts'
import type { ComeIn } from '../application/their-own.ts'
import type { ChildId, EntryId } from '../domain/episode/entry.ts'
import type { Moment } from '../kernel/moment.ts'
import { callsOver, isKeepable, type Calls } from './calls.ts'
import { prepared } from './query.ts'
import { hashOfSecret, newSecret } from './sealing.ts'
import { inTransaction } from './transaction.ts'

/** How long a code is good, how long a child may sit still and stay in, and how long they may stay at all. */
export interface DoorLengths {
  readonly code: string
  readonly idle: string
  readonly longest: string
}

const usualLengths: DoorLengths = { code: 'PT30M', idle: 'PT10M', longest: 'PT1H' }

/** How many tries are counted together, and for how long: a PIN is short. */
const most = 5
const window = 'PT1H'

interface StandingRow {
  readonly sign_in: string | null
  readonly made: Moment | null
  readonly given: Moment | null
  readonly until: Moment | null
  readonly used: Moment | null
  readonly came_in: Moment | null
}

type Row = { readonly subject: ChildId; readonly access: EntryId }

/** Doors over a pool of the application, which calls functions and reads no table of them. */
export function createChildDoors(app: Pool, lengths: DoorLengths = usualLengths): ChildDoors {
  const calls = callsOver(app)
  const { rows, answers, own } = calls
  return {
    handOver: async (visitor, child, half, hash) => {
      const text = 'select whereabouts.hand_over_code($1, $2, $3, $4::text::interval) as done'
      const [row] = await own<{ done: boolean }>(visitor, text, [child, half, hash, lengths.code])
      return row?.done === true
    },
    standing: async (visitor, child) => {
      const [row] = await own<StandingRow>(visitor, 'select * from whereabouts.childs_door($1)', [child])
      return row && standingOf(row)
    },
    codeOf: async (half) => {
      const [row] = await rows<Row & { hash: string }>('select * from whereabouts.code_of($1)', [half])
      return row && { ...comeInOf(row), hash: row.hash }
    },
    use: async (comeIn, half, signIn, pin) => {
      const text = 'select whereabouts.use_code($1, $2, $3) as outcome'
      const [row] = await own<{ outcome: 'done' | 'taken' | 'gone' }>(visitorOf(comeIn), text, [
        half,
        signIn,
        pin,
      ])
      return row?.outcome ?? 'gone'
    },
    named: async (signIn) => {
      if (!isKeepable(signIn)) return undefined
      const [row] = await rows<Row & { pin: string }>('select * from whereabouts.door_named($1)', [signIn])
      return row && { ...comeInOf(row), pin: row.pin }
    },
    isKnownDevice: (secret, child) => answers('is_childs_device($1, $2)', [hashOfSecret(secret), child]),
    takeAttempt: (what) => answers('take_attempt($1, $2, $3::text::interval)', [hashOf(what), most, window]),
    giveBackAttempt: async (what) => {
      await rows('select whereabouts.give_back_attempt($1)', [hashOf(what)])
    },
    open: (comeIn, how) => open(app, comeIn, how, lengths.longest),
    refused: (comeIn, why) => refused(app, comeIn, why),
    find: async (session) => {
      const text = 'select * from whereabouts.child_session_of($1, $2::text::interval)'
      const [row] = await rows<Row>(text, [hashOfSecret(session), lengths.idle])
      return row && comeInOf(row)
    },
    end: (session) => end(calls, session),
  }
}

async function end({ rows }: Calls, session: string): Promise<void> {
  await rows('select whereabouts.end_child_session($1)', [hashOfSecret(session)])
}

function open(app: Pool, comeIn: ComeIn, how: string, longest: string) {
  const [session, device] = [newSecret(), newSecret()]
  return inTransaction(app, visitorOf(comeIn), 'latest', async (client) => {
    const text = 'select whereabouts.open_child_session($1, $2::text::interval, $3)'
    await prepared(client, text, [hashOfSecret(session), longest, hashOfSecret(device)])
    await prepared(client, looking, [`the child came in: ${how}`, [comeIn.child]])
    return { keep: true, answer: { session, device } }
  })
}

const looking = 'insert into whereabouts.look (what, children) values ($1, $2)'
const nil = '00000000-0000-0000-0000-000000000000'

/** Kept as of nobody where it is not known whose door it was. */
async function refused(app: Pool, comeIn: ComeIn | undefined, why: string): Promise<void> {
  const nobody = { child: nil as ChildId, access: nil as EntryId }
  await inTransaction(app, visitorOf(comeIn ?? nobody), 'latest', async (client) => {
    const children = comeIn === undefined ? [] : [comeIn.child]
    await prepared(client, looking, [`a child's door stayed closed: ${why}`, children])
    return { keep: true, answer: undefined }
  })
}

function comeInOf({ subject, access }: Row): ComeIn {
  return { child: subject, access }
}

function standingOf({ sign_in, made, given, until, used, came_in }: StandingRow): DoorStanding {
  return {
    ...(sign_in !== null && made !== null && { signIn: sign_in, made }),
    ...(given !== null && until !== null && { code: { given, until, ...(used !== null && { used }) } }),
    ...(came_in !== null && { cameIn: came_in }),
  }
}

/** A name is hashed so that none is kept that nobody has. */
function hashOf(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
