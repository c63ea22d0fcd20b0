import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parse } from 'csv-parse/sync'
import { newId } from '../../src/application/ids.ts'
import { cast, type CastName } from '../../src/cli/demonstration/cast.ts'
import { childIdOf } from '../../src/cli/demonstration/child-plan.ts'
import { momentOf, type Moment } from '../../src/kernel/moment.ts'
import { heldField } from '../../src/web/pages/held/view.ts'
import { routes } from '../../src/web/routes.ts'
import { withApi, type Served } from '../support/api.ts'
import { Caller } from '../support/journey-http.ts'

const jay = childIdOf('jay')

/** The product by a clock that a test puts forward, and people at their browsers. */
async function withClock(
  work: (at: {
    readonly served: Served
    readonly later: (minutes: number) => void
    readonly sit: (who: CastName) => Promise<Caller>
  }) => Promise<void>,
): Promise<void> {
  let forward = 0
  const clock = (): Moment => momentOf(Temporal.Now.instant().add({ minutes: forward }))
  await withApi(
    async (served) => {
      const address = await served.server.listen({ host: '127.0.0.1', port: 0 })
      const sit = async (who: CastName) => {
        const caller = new Caller({ address, data: '' })
        await caller.signIn(cast[who].post.id)
        return caller
      }
      await work({ served, later: (minutes) => (forward += minutes), sit })
      assert.deepEqual(served.defects, [])
    },
    { clock },
  )
}

async function referenceOfJay({ database }: Served): Promise<string> {
  const { rows } = await database.owner.query<{ reference: string }>(
    'select reference from whereabouts.episode_card where subject = $1 order by from_at desc',
    [jay],
  )
  return rows[0]!.reference
}

const form = (fields: Readonly<Record<string, string>>) => new URLSearchParams(fields).toString()

test('Every export and every opening of a record asks again who somebody is.', () => {
  const confirming = routes.filter(({ confirms }) => confirms).map(({ method, path }) => `${method} ${path}`)
  assert.deepEqual(confirming, [
    'POST /children/:child/looks/export',
    'POST /looks/export',
    'GET /open-record',
    'POST /open-record',
    'POST /figures/export',
    'POST /return-figures/export',
    'POST /our-record/export',
    'POST /retention/record',
    'POST /retention/standing',
    'POST /subject-access/:request/export',
  ])
})

test('After five minutes an opening waits for its sender to show who they are, and loses nothing that was typed.', () =>
  withClock(async ({ served, later, sit }) => {
    const hannah = await sit('hannah')
    const _csrf = await hannah.token()
    const reason = 'He stands at the desk,\nand is hurt'
    const opening = { command: newId(), reference: await referenceOfJay(served), reason }
    assert.equal((await hannah.get('/open-record')).status, 200)
    later(5)
    assert.equal((await hannah.get('/open-record')).location, '/confirm?to=%2Fopen-record')
    const sent = await hannah.post('/open-record', form({ _csrf, ...opening }))
    assert.equal(sent.location, '/confirm?to=/held')
    const opened = async () =>
      (await served.database.owner.query('select from whereabouts.emergency')).rowCount
    assert.equal(await opened(), 0)
    assert.equal((await hannah.post('/confirm', form({ _csrf, to: '/held' }))).location, '/held')
    // The database's clock stood still meanwhile.
    later(-5)
    const held = (await hannah.get('/held')).text
    assert.match(held, /name="reason" hidden>He stands at the desk,\r?\nand is hurt</)
    assert.match(held, new RegExp(`name="reference" hidden>${opening.reference}<`))
    const again = await hannah.post('/open-record', form({ _csrf, ...opening, [heldField]: 'yes' }))
    assert.equal(again.location, `/children/${jay}`)
    assert.equal(await opened(), 1)
    assert.equal((await hannah.get('/held')).location, '/board')
  }))

test('Those who answer for a record are told on every page that it was opened, each until they say that they know.', () =>
  withClock(async ({ served, sit }) => {
    const hannah = await sit('hannah')
    const opening = { command: newId(), reference: await referenceOfJay(served), reason: 'He is hurt' }
    const dawn = await sit('dawn')
    const told = /A record was opened in an emergency/
    assert.doesNotMatch((await dawn.arrive('/board')).text, told)
    const body = form({ _csrf: await hannah.token(), ...opening })
    assert.equal((await hannah.post('/open-record', body)).location, `/children/${jay}`)
    const [wilma, sam, ola] = [await sit('wilma'), await sit('sam'), await sit('ola')]
    for (const caller of [dawn, wilma])
      for (const path of ['/board', '/children', '/you', '/review', '/nothing-here'])
        assert.match((await caller.arrive(path)).text, told, path)
    for (const caller of [sam, ola, hannah]) assert.doesNotMatch((await caller.arrive('/board')).text, told)
    const { rows } = await served.database.owner.query<{ id: string }>('select id from whereabouts.emergency')
    const known = `/review/${rows[0]!.id}/known`
    assert.equal((await dawn.post(known, form({ _csrf: await dawn.token() }))).status, 303)
    assert.equal((await dawn.post(known, form({ _csrf: await dawn.token() }))).status, 303)
    assert.doesNotMatch((await dawn.arrive('/board')).text, told)
    assert.match((await wilma.arrive('/board')).text, told)
    assert.match((await wilma.arrive('/review')).text, /Known to Dawn Ellis\./)
    // Of another council: nothing is kept, and nothing says that there was anything.
    assert.equal((await ola.post(known, form({ _csrf: await ola.token() }))).location, '/review')
    const kept = await served.database.owner.query('select from whereabouts.emergency_known')
    assert.equal(kept.rowCount, 1)
    const review = form({ _csrf: await wilma.token(), said: 'It was right' })
    assert.equal((await wilma.post(`/review/${rows[0]!.id}`, review)).status, 303)
    assert.doesNotMatch((await wilma.arrive('/board')).text, told)
  }))

test('A table leaves with a purpose and a reference, on the record before it does, without a name and harmless in a sheet.', () =>
  withClock(async ({ served, later, sit }) => {
    const ruby = await sit('ruby')
    const _csrf = await ruby.token()
    const why = { purpose: '=cmd|calc', reference: 'Return 2026/3' }
    const refused = await ruby.post('/figures/export', form({ _csrf, purpose: 'x' }))
    assert.equal(refused.status, 400)
    assert.match(refused.text, /Enter the reference that the file rests on/)
    const looks = async (what: string) =>
      (
        await served.database.owner.query<{ children: string[]; purpose: string; reference: string }>(
          'select children, purpose, reference from whereabouts.look where what = $1',
          [what],
        )
      ).rows
    assert.deepEqual(await looks('figures, exported'), [])
    const table = await ruby.post('/figures/export', form({ _csrf, ...why }))
    assert.equal(table.status, 200)
    const [head = [], ...rows] = parse(table.text, { bom: true })
    assert.deepEqual(head.slice(0, 2), ['Episode', 'Age at the beginning'])
    assert.ok(rows.length > 5)
    assert.doesNotMatch(table.text, /Jay|Mercer|Tyler/)
    const [look, ...others] = await looks('figures, exported')
    assert.deepEqual(others, [])
    assert.deepEqual([look?.purpose, look?.reference], [why.purpose, why.reference])
    assert.ok(look!.children.includes(jay))

    const dawn = await sit('dawn')
    const theirs = form({ _csrf: await dawn.token(), ...why, purpose: '-2+3' })
    for (const path of ['/looks/export', `/children/${jay}/looks/export`]) {
      const list = await dawn.post(path, theirs)
      assert.equal(list.status, 200, path)
      const cells = parse(list.text, { bom: true }).flat()
      assert.ok(cells.includes("'=cmd|calc"), path)
      assert.ok(!cells.some((cell) => /^[=+\-@\t\r]/.test(cell)), path)
    }
    assert.equal((await looks('who has looked, exported')).length, 1)
    const ruth = await sit('ruth')
    const asRuth = form({ _csrf: await ruth.token(), ...why })
    assert.equal((await ruth.post(`/children/${jay}/looks/export`, asRuth)).status, 404)
    later(5)
    assert.equal((await ruby.post('/figures/export', form({ _csrf, ...why }))).location, '/confirm?to=/held')
    assert.equal((await looks('figures, exported')).length, 1)
  }))
