import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '../../src/application/ids.ts'
import { passwordHash } from '../../src/application/passwords.ts'
import { tryPin } from '../../src/application/pins.ts'
import type { Visitor } from '../../src/application/ports.ts'
import { cast, type CastName } from '../../src/cli/demonstration/cast.ts'
import { organisations } from '../../src/cli/demonstration/organisations.ts'
import { demonstrationDirectory } from '../../src/cli/demonstration/partnership.ts'
import type { DeviceKind } from '../../src/domain/access/device.ts'
import { momentOf, plus } from '../../src/kernel/moment.ts'
import { createDevices } from '../../src/store/devices.ts'
import { keepDirectory } from '../../src/store/directory.ts'
import { endDevice, listDevices } from '../../src/device-keeping.ts'
import type { Connections } from '../../src/store/server/connections.ts'
import { createSessions } from '../../src/store/sessions.ts'
import { withDatabase, type TestDatabase } from '../support/database.ts'

const by = (name: CastName, from?: DeviceKind): Visitor => ({
  person: cast[name].post.person,
  post: cast[name].post.id,
  ...(from && { from }),
})

const tablet = {
  kind: 'home',
  name: 'Tablet in the office',
  organisation: organisations.oakfield.id,
  home: 'Oakfield House',
} as const

async function withDevices(
  work: (devices: ReturnType<typeof createDevices>, database: TestDatabase) => Promise<void>,
) {
  await withDatabase(async (database) => {
    await keepDirectory(database.maintainer, demonstrationDirectory)
    await work(createDevices(database.app), database)
  })
}

async function enrolled(devices: ReturnType<typeof createDevices>): Promise<string> {
  const code = await devices.offer(by('karl'), tablet)
  return (await devices.enrol(code!))!
}

const lengths = { idle: 'PT15M', longest: 'PT12H' }

test('A home’s manager offers a place to a device of that home, and nobody else does.', () =>
  withDevices(async (devices) => {
    for (const name of ['beth', 'ruth', 'joan', 'amira', 'dylan', 'clare'] as const)
      assert.equal(await devices.offer(by(name), tablet), undefined, name)
    const phone = {
      kind: 'foster-carer',
      name: 'Marian’s telephone',
      organisation: organisations.harbour.id,
      post: cast.marian.post.id,
    } as const
    assert.equal(await devices.offer(by('karl'), phone), undefined)
    assert.equal(await devices.offer(by('clare'), { ...phone, post: cast.leo.post.id }), undefined)
    assert.ok(await devices.offer(by('clare'), phone))
    // Milo goes to work in a home: no telephone of his stands for it, whoever manages there.
    const elsewhere = { ...phone, organisation: organisations.oakfield.id, post: cast.milo.post.id }
    for (const name of ['karl', 'beth', 'clare'] as const)
      assert.equal(await devices.offer(by(name), elsewhere), undefined, name)
  }))

test('A code makes one browser a device, once and within half an hour, and neither it nor the secret is kept.', () =>
  withDevices(async (devices, { owner, app }) => {
    const code = (await devices.offer(by('karl'), tablet))!
    assert.match(code, /^[2-9a-z]{5}-[2-9a-z]{5}$/)
    assert.equal(await devices.enrol('aaaaa-aaaaa'), undefined)
    assert.equal(await devices.enrol('\u0000'), undefined)
    const secret = (await devices.enrol(` ${code.toUpperCase()} `))!
    assert.equal(await devices.enrol(code), undefined)
    const { id, ...here } = (await devices.here(secret))!
    assert.deepEqual(here, tablet)
    assert.equal(await devices.here('x'), undefined)
    const late = (await devices.offer(by('karl'), tablet))!
    await owner.query(`update whereabouts.device_offer set until = until - interval '31 minutes'`)
    assert.equal(await devices.enrol(late), undefined)
    const { rows } = await owner.query<{ line: string }>(
      `select d::text as line from whereabouts.device d union all select o::text from whereabouts.device_offer o`,
    )
    assert.ok(!rows.some(({ line }) => line.includes(secret) || line.includes(code)))
    for (const table of ['device', 'device_offer', 'pin'])
      await assert.rejects(app.query(`select from whereabouts.${table}`), /permission denied/)
    assert.deepEqual(
      (await devices.kept(by('karl'))).map((device) => device.id),
      [id],
    )
    assert.deepEqual(await devices.kept(by('beth')), [])
    assert.equal(await devices.end(by('beth'), id), false)
    assert.equal(await devices.end(by('karl'), id), true)
    assert.equal(await devices.here(secret), undefined)
    assert.ok((await devices.kept(by('karl')))[0]?.ended)
  }))

test('A PIN opens a session in a post of that home, on that device alone, and ends with it.', () =>
  withDevices(async (devices, { app }) => {
    const device = await enrolled(devices)
    const { id } = (await devices.here(device))!
    await devices.setPin(by('ruth'), await passwordHash('480216'))
    assert.equal(await devices.hasPin(by('ruth')), true)
    assert.equal(await devices.hasPin(by('karl')), false)
    const typed = { secret: device, device: id, post: cast.ruth.post.id, pin: ' 480 216 ' }
    const tried = await tryPin(devices, typed)
    assert.equal(tried.kind, 'in')
    // Milo works in another home of the same provider, Joan in all of them.
    assert.equal(await devices.atHome(device, cast.milo.post.id), undefined)
    assert.equal((await devices.atHome(device, cast.joan.post.id))?.person, cast.joan.post.person)
    const sessions = createSessions(app, lengths)
    const secret = await devices.open(device, 'home', { ...by('ruth'), how: 'device:pin' })
    const session = (await sessions.find(secret, true))!
    assert.deepEqual(session.device, { kind: 'home', name: tablet.name })
    assert.equal(session.idleEnds, plus(session.opened, 'PT5M'))
    assert.equal(session.ends, plus(session.opened, 'PT12H'))
    for (const name of ['joan', 'milo', 'marian'] as const)
      await assert.rejects(devices.open(device, 'home', { ...by(name), how: 'device:pin' }), /does not stand/)
    await assert.rejects(devices.open('x', 'home', { ...by('ruth'), how: 'device:pin' }), /does not stand/)
    await devices.end(by('karl'), id)
    assert.equal((await sessions.find(secret, true))?.state, 'ended')
    assert.deepEqual(await tryPin(devices, typed), { kind: 'refused', why: 'wrong' })
  }))

test('A session on a device stays in its post, also for somebody who holds two.', () =>
  withDevices(async (devices, { app, maintainer }) => {
    const other = { ...cast.ruth.post, id: newId<'post'>(), team: 'Larch House' }
    await keepDirectory(maintainer, { organisations: [], posts: [other] })
    const device = await enrolled(devices)
    const sessions = createSessions(app, lengths)
    const secret = await devices.open(device, 'home', { ...by('ruth'), how: 'device:pin' })
    await assert.rejects(sessions.actIn(secret, by('ruth'), other.id), /stays in its post/)
  }))

test('Of forty wrong PINs at once five are tried, and they are nobody else’s and no other device’s.', () =>
  withDevices(async (devices) => {
    const device = await enrolled(devices)
    const { id } = (await devices.here(device))!
    await devices.setPin(by('ruth'), await passwordHash('480216'))
    await devices.setPin(by('karl'), await passwordHash('903817'))
    const typed = { secret: device, device: id, post: cast.ruth.post.id, pin: '111111' }
    const tried = await Promise.all(Array.from({ length: 40 }, () => tryPin(devices, typed)))
    const why = (wanted: string) => tried.filter((one) => one.kind === 'refused' && one.why === wanted).length
    assert.deepEqual([why('wrong'), why('too many tries')], [5, 35])
    assert.equal((await tryPin(devices, { ...typed, pin: '480216' })).kind, 'refused')
    const karl = { ...typed, post: cast.karl.post.id, pin: '903817' }
    assert.equal((await tryPin(devices, karl)).kind, 'in')
    const second = await enrolled(devices)
    const there = { ...typed, secret: second, device: (await devices.here(second))!.id, pin: '480216' }
    assert.equal((await tryPin(devices, there)).kind, 'in')
  }))

test('A PIN that was set for one shift is none afterwards.', () =>
  withDevices(async (devices, { owner }) => {
    const device = await enrolled(devices)
    const soon = plus(momentOf(Temporal.Now.instant()), 'PT8H')
    await devices.setPin(by('ruth'), await passwordHash('480216'), soon)
    assert.equal((await devices.atHome(device, cast.ruth.post.id))?.until, soon)
    await owner.query(`update whereabouts.pin set until = until - interval '8 hours'`)
    const { pin } = (await devices.atHome(device, cast.ruth.post.id))!
    assert.equal(pin, undefined)
  }))

test('From the command line every device is listed in words, and a lost one is withdrawn with whoever is in on it.', () =>
  withDevices(async (devices, { app, owner, login }) => {
    const connections = { maintainer: login('maintainer') } as Connections
    assert.deepEqual(await listDevices(connections), [])
    const device = await enrolled(devices)
    const { id } = (await devices.here(device))!
    const sessions = createSessions(app, lengths)
    const secret = await devices.open(device, 'home', { ...by('ruth'), how: 'device:pin' })
    const [listed] = await listDevices(connections)
    assert.equal(listed?.id, id)
    assert.equal(listed.standsFor, 'of Oakfield House, Oakfield Care')
    assert.equal(listed.ended, undefined)
    for (const unknown of ['x', newId()]) assert.equal(await endDevice(connections, unknown), false)
    assert.equal((await sessions.find(secret, true))?.state, 'open')
    assert.equal(await endDevice(connections, id), true)
    assert.equal(await endDevice(connections, id), false)
    assert.equal(await devices.here(device), undefined)
    assert.equal((await sessions.find(secret, true))?.state, 'ended')
    assert.ok((await listDevices(connections))[0]?.ended)
    const { rows } = await owner.query<{ reason: string }>(
      `select reason from whereabouts.maintenance where verb = 'device withdraw' order by at`,
    )
    assert.ok(rows.some(({ reason }) => reason === id))
  }))
