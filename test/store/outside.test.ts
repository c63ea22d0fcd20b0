import assert from 'node:assert/strict'
import { test } from 'node:test'
import { atMinute, beginEpisode } from '../../src/application/commands/begin-episode.ts'
import type { Application } from '../../src/application/carry-out.ts'
import { newId } from '../../src/application/ids.ts'
import {
  askIfMissing,
  countToReview,
  figures,
  openInEmergency,
  ownRecord,
  revealName,
  reviewEmergency,
  toReview,
} from '../../src/application/queries/outside.ts'
import { cast } from '../../src/cli/demonstration/cast.ts'
import { childIdOf } from '../../src/cli/demonstration/child-plan.ts'
import { momentOf } from '../../src/kernel/moment.ts'
import { withApi, type Served } from '../support/api.ts'
import { protocols } from '../support/generated.ts'

type Member = (typeof cast)[keyof typeof cast]

const jay = childIdOf('jay')
const robin = childIdOf('robin')
const asVisitor = ({ author: { person, post } }: Member) => ({ person, post })

function application({ database: { store } }: Served): Application {
  return { store, protocols, directory: () => store.directory() }
}

async function referenceOf({ database }: Served, child: string): Promise<string> {
  const { rows } = await database.owner.query<{ reference: string }>(
    'select reference from whereabouts.episode_card where subject = $1 order by from_at desc',
    [child],
  )
  return rows[0]!.reference
}

/** The named duty officer reports a child whom almost nobody may see. */
async function robinIsMissing(app: Application): Promise<void> {
  const outcome = await beginEpisode(app, {
    visitor: asVisitor(cast.amira),
    author: cast.amira.author,
    commandId: newId<'command'>(),
    child: robin,
    noticed: atMinute(momentOf(Temporal.Now.instant().subtract({ minutes: 5 }))),
    concern: { expectedAt: 'Home', whereabouts: 'unknown', authorisation: 'not-authorised', how: 'noticed' },
    threshold: { worriedNow: true },
    together: [],
  })
  assert.equal(outcome.kind, 'done')
}

test('The one question works for a restricted child, and tells a number and nothing else.', () =>
  withApi(async (served) => {
    const app = application(served)
    await robinIsMissing(app)
    const asked = { names: ['robin', 'ashby'], age: 15, description: [], asked: 'Robin Ashby, about 15' }
    for (const who of [cast.femi, cast.lena, cast.ben]) {
      assert.equal(
        (await app.store.read(asVisitor(who), (read) => read.findChildren('robin', 5))).cards.length,
        0,
      )
      const answer = await askIfMissing(app, asVisitor(who), asked)
      assert.deepEqual(answer, {
        kind: 'missing',
        ring: [{ name: 'Aldermoor Council, emergency duty team', telephone: '01632 960199' }],
      })
    }
    assert.equal((await askIfMissing(app, asVisitor(cast.femi), { ...asked, age: 9 })).kind, 'not-known')
    const other = { names: ['tyler'], description: [], asked: 'Tyler, who is back' }
    assert.equal((await askIfMissing(app, asVisitor(cast.femi), other)).kind, 'not-known')
    const { questions } = await toReview(app, asVisitor(cast.dawn))
    assert.deepEqual(
      questions.map(({ child, person }) => [child, person]),
      [cast.ben, cast.lena, cast.femi].map(({ author }) => [robin, author.person]),
    )
    const { rows } = await served.database.owner.query(
      `select person from whereabouts.look where what = 'is this child missing?' and children = array[$1::uuid]`,
      [robin],
    )
    assert.equal(rows.length, 3)
  }))

test('A record that is opened in an emergency is read for an hour, written to by nobody, and reviewed.', () =>
  withApi(async (served) => {
    const app = application(served)
    const hannah = asVisitor(cast.hannah)
    const by = { kind: 'reference', reference: await referenceOf(served, jay) } as const
    const seen = () => app.store.read(hannah, (read) => read.card(jay))
    assert.equal(await seen(), undefined)
    const asked = { id: newId(), by, reason: 'He stands at the desk and is hurt' }
    assert.equal(await openInEmergency(app, hannah, cast.hannah.author, asked), jay)
    assert.equal((await seen())?.name, 'Jay Mercer')
    const sections = await app.store.read(hannah, (read) => read.child(jay))
    assert.ok(sections.some(({ type }) => type === 'plan-agreed'))
    const write = app.store.write(hannah, (session) => session.load(jay, { id: 'x', requestHash: 'x' }))
    await assert.rejects(write, /no grant/)
    await app.store.read(hannah, (read) => read.look({ what: 'child', children: [jay] }))

    assert.equal(await countToReview(app, asVisitor(cast.dawn)), 1)
    assert.equal(await countToReview(app, asVisitor(cast.wilma)), 1)
    assert.equal(await countToReview(app, asVisitor(cast.ola)), 0)
    const [opened] = (await toReview(app, asVisitor(cast.wilma))).emergencies
    assert.deepEqual([opened?.child, opened?.person, opened?.reason], [jay, hannah.person, asked.reason])
    assert.ok(opened?.looks.some(({ what }) => what === 'child'))
    assert.equal(await app.store.read(asVisitor(cast.wilma), (read) => read.card(jay)), undefined)
    assert.equal(await reviewEmergency(app, hannah, asked.id, 'It was right'), 'not-found')
    assert.equal(await reviewEmergency(app, asVisitor(cast.wilma), asked.id, 'It was right'), 'done')
    assert.equal(await countToReview(app, asVisitor(cast.dawn)), 0)

    await served.database.owner.query('alter table whereabouts.emergency disable trigger only_added_to')
    const { rows: lasting } = await served.database.owner.query<{ exactly: boolean }>(
      `select until_at - at = interval '1 hour' as exactly from whereabouts.emergency`,
    )
    assert.deepEqual(lasting, [{ exactly: true }])
    await served.database.owner.query(
      `update whereabouts.emergency set until_at = now() - interval '1 second'`,
    )
    assert.equal(await seen(), undefined)
  }))

test('Nothing opens a restricted record, or one from which this person is shut out, and it reads as if there were none.', () =>
  withApi(async (served) => {
    const app = application(served)
    const open = (who: Member, by: Parameters<typeof openInEmergency>[3]['by']) =>
      openInEmergency(app, asVisitor(who), who.author, { id: newId(), by, reason: 'A test' })
    await robinIsMissing(app)
    const ofRobin = { kind: 'reference', reference: await referenceOf(served, robin) } as const
    const ofJay = { kind: 'reference', reference: await referenceOf(served, jay) } as const
    assert.equal(await open(cast.hannah, ofRobin), undefined)
    assert.equal(await open(cast.hannah, { kind: 'reference', reference: 'ZZZZZZZZ' }), undefined)
    const reason = { reason: 'A cousin', reviewBy: '2199-01-01' }
    const { person, personName: name } = cast.hannah.post
    const shut = await served.ask('POST', `/children/${jay}/shut-out-person`, {
      by: cast.grace,
      body: { person, name, scope: { kind: 'section', section: 'health' }, ...reason },
    })
    assert.equal(shut.status, 201)
    assert.equal(await open(cast.hannah, ofJay), undefined)
    assert.equal(await open(cast.oscar, ofJay), jay)
  }))

test('An analyst counts without names, and a name that is revealed is kept with its reason.', () =>
  withApi(async (served) => {
    const app = application(served)
    const ruby = asVisitor(cast.ruby)
    const { rows } = await figures(app, ruby)
    const one = rows.find(({ child }) => child === jay)
    assert.equal(one?.initial, 'J')
    assert.doesNotMatch(JSON.stringify(rows), /Mercer|Jay/)
    assert.ok(!rows.some(({ child }) => child === childIdOf('nadia')), 'of the other council')
    for (const table of ['child_card', 'board', 'duty', 'entry', 'stream', 'episode_card'])
      assert.equal((await served.database.app.query(`select from whereabouts.${table}`)).rowCount, 0)
    assert.deepEqual(await app.store.read(ruby, (read) => read.board()), [])
    assert.equal(await revealName(app, ruby, jay, 'For the panel'), 'Jay Mercer')
    assert.equal(await revealName(app, ruby, childIdOf('nadia'), 'For the panel'), undefined)
    assert.equal(await revealName(app, asVisitor(cast.ann), jay, 'For the panel'), undefined)
    const { revealed } = await toReview(app, asVisitor(cast.dawn))
    assert.deepEqual(
      revealed.map(({ child, text }) => [child, text]),
      [[jay, 'For the panel']],
    )
    assert.deepEqual((await figures(app, asVisitor(cast.dylan))).rows, [])
  }))

test('A home that a child has left reads what it recorded itself, and nothing else of the child.', () =>
  withApi(async (served) => {
    const app = application(served)
    const ruth = asVisitor(cast.ruth)
    const house = await app.store.read(asVisitor(cast.sam), (read) => read.card(jay))
    const body = { occurred: { at: momentOf(Temporal.Now.instant()), precision: 'minute' } }
    const returned = await served.ask('GET', `/children/${jay}`, { by: cast.ruth })
    assert.equal(returned.status, 200)
    assert.deepEqual((await ownRecord(app, ruth)).entries, [])
    const placed = house?.answerable.placement?.entry
    const { rows } = await served.database.owner.query<{ episode: string; sequence: number }>(
      'select episode, sequence from whereabouts.episode_card where subject = $1 and response = $2',
      [jay, 'reported'],
    )
    const back = await served.ask('POST', `/episodes/${rows[0]!.episode}/record-return`, {
      by: cast.ruth,
      body: { ...body, to: 'Oakfield House', how: 'by-themselves' },
      headers: { 'if-match': `"${rows[0]!.sequence}"` },
    })
    assert.ok(back.status < 300, back.text)
    const ended = await served.ask('POST', `/children/${jay}/end-placement`, {
      by: cast.sam,
      body: { ...body, placed },
    })
    assert.equal(ended.status, 201, ended.text)
    assert.equal((await served.ask('GET', `/children/${jay}`, { by: cast.ruth })).status, 404)
    const { entries } = await ownRecord(app, ruth)
    assert.ok(entries.length > 5)
    assert.deepEqual([...new Set(entries.map(({ by }) => by.organisationName))], ['Oakfield Care'])
    assert.deepEqual((await ownRecord(app, asVisitor(cast.milo))).entries, [])
  }))
