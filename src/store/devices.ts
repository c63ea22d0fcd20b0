import { createHash, randomInt } from 'node:crypto'
import type { Pool } from 'pg'
import {
  deviceLasts,
  type AtThisHome,
  type Device,
  type Devices,
  type KeptDevice,
  type OpeningHere,
  type StandsFor,
} from '../application/devices.ts'
import type { DeviceKind } from '../domain/access/device.ts'
import type { OrganisationId, PersonId, PostId } from '../domain/episode/entry.ts'
import type { Moment } from '../kernel/moment.ts'
import { callsOver, type Calls } from './calls.ts'
import { createVouching } from './letting-in.ts'
import { prepared } from './query.ts'
import { hashOfSecret, newSecret } from './sealing.ts'
import { inTransaction } from './transaction.ts'

/** How many tries of a PIN are counted together, and for how long: six digits are few. */
const most = 5
const window = 'PT15M'

/** How long the code of an offer is good. */
const offeredFor = 'PT30M'

/** How long a session lasts on each: in all, and without a person. A wall has nobody who presses anything. */
const lengths: Readonly<Record<DeviceKind, { readonly longest: string; readonly idle: string }>> = {
  home: { longest: 'PT12H', idle: 'PT5M' },
  'foster-carer': { longest: 'PT12H', idle: 'PT15M' },
  wallboard: { longest: 'PT24H', idle: 'PT24H' },
}

interface Row {
  readonly id: string
  readonly kind: DeviceKind
  readonly name: string
  readonly organisation: OrganisationId
  readonly home: string | null
  readonly post: PostId | null
}

interface KeptRow extends Row {
  readonly enrolled: Moment
  readonly until: Moment
  readonly ended: Moment | null
}

/** Enrolled devices over a pool of the application, which calls functions and reads no table of them. */
export function createDevices(app: Pool): Devices {
  const calls = callsOver(app)
  const { rows, answers, own } = calls
  return {
    vouching: createVouching(app),
    here: async (secret) => {
      const [row] = await rows<Row>('select * from whereabouts.device_of($1)', [hashOfSecret(secret)])
      return row && deviceOf(row)
    },
    offer: (visitor, device) => offer(calls, visitor, device),
    enrol: async (code) => {
      const secret = newSecret()
      const asked = [offerHash(code), hashOfSecret(secret)]
      return (await answers('enrol_device($1, $2)', asked)) ? secret : undefined
    },
    kept: async (visitor) =>
      (await own<KeptRow>(visitor, 'select * from whereabouts.devices_kept()')).map(keptOf),
    end: async (visitor, id) => {
      const [row] = await own<{ yes: boolean }>(visitor, 'select whereabouts.end_device($1) as yes', [id])
      return row?.yes === true
    },
    atHome: async (secret, post) => {
      const asked = [hashOfSecret(secret), post]
      const [row] = await rows<PinRow>('select * from whereabouts.pin_at($1, $2)', asked)
      return row && atHomeOf(row)
    },
    setPin: async (visitor, pin, until) => {
      await own(visitor, 'select whereabouts.set_pin($1, $2)', [pin, until ?? null])
    },
    hasPin: async (visitor) => {
      const [row] = await own<{ yes: boolean }>(visitor, 'select whereabouts.has_pin() as yes')
      return row?.yes === true
    },
    takeAttempt: (what) => answers('take_attempt($1, $2, $3::text::interval)', [hashOf(what), most, window]),
    giveBackAttempt: async (what) => {
      await rows('select whereabouts.give_back_attempt($1)', [hashOf(what)])
    },
    open: (device, kind, opening) => open(app, device, kind, opening),
  }
}

interface PinRow {
  readonly person: PersonId
  readonly pin: string | null
  readonly until: Moment | null
}

async function offer(
  { own }: Calls,
  visitor: Parameters<Devices['offer']>[0],
  device: StandsFor & { readonly name: string },
): Promise<string | undefined> {
  const code = newOfferCode()
  const text = `select whereabouts.offer_device($1, $2, $3, $4, $5, $6, make_interval(days => $7), $8::text::interval) as yes`
  const { kind, name, organisation } = device
  const [home, post] = device.kind === 'home' ? [device.home, null] : [null, device.post]
  const values = [offerHash(code), kind, name, organisation, home, post, deviceLasts[kind], offeredFor]
  const [row] = await own<{ yes: boolean }>(visitor, text, values)
  return row?.yes === true ? code : undefined
}

/** The sign-in is a look of the person, or of the room. */
async function open(
  app: Pool,
  device: string,
  kind: DeviceKind,
  { person, post, how, ends }: OpeningHere,
): Promise<string> {
  const secret = newSecret()
  const { longest, idle } = lengths[kind]
  await inTransaction(app, { person, post }, 'latest', async (client) => {
    const text = 'select whereabouts.open_on_device($1, $2, $3, $4::text::interval, $5::text::interval, $6)'
    const hashes = [hashOfSecret(secret), hashOfSecret(device)]
    await prepared(client, text, [...hashes, how, longest, idle, ends ?? null])
    await prepared(client, `insert into whereabouts.look (what, children) values ($1, '{}')`, [
      `sign-in: ${how}`,
    ])
    return { keep: true, answer: undefined }
  })
  return secret
}

function deviceOf({ id, kind, name, organisation, home, post }: Row): Device | undefined {
  if (kind === 'home') return home === null ? undefined : { id, name, kind, organisation, home }
  return post === null ? undefined : { id, name, kind, organisation, post }
}

function keptOf(row: KeptRow): KeptDevice {
  const device = deviceOf(row)
  if (device === undefined) throw new Error('A device stands for a home or for a post')
  const { enrolled, until, ended } = row
  return { ...device, enrolled, until, ...(ended !== null && { ended }) }
}

function atHomeOf({ person, pin, until }: PinRow): AtThisHome {
  return { person, ...(pin !== null && { pin }), ...(until !== null && { until }) }
}

/** Letters and digits that nobody takes for another: two groups of five, read out over the telephone. */
const signs = '23456789abcdefghjkmnpqrstuvwxyz'
const group = () => Array.from({ length: 5 }, () => signs.charAt(randomInt(signs.length))).join('')
const newOfferCode = (): string => `${group()}-${group()}`

/** As it is kept: a code of some 49 bits that is good for minutes and once. What cannot be one is nobody's. */
function offerHash(code: string): Buffer | undefined {
  const plain = code.toLowerCase().replaceAll(/[\s-]/g, '')
  return /^[2-9a-z]{10}$/.test(plain) ? createHash('sha256').update(plain).digest() : undefined
}

function hashOf(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
