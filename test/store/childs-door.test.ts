import assert from 'node:assert/strict'
import { test } from 'node:test'
import { comeInByCode, comeInByPin, handOverCode } from '../../src/application/child-sign-in.ts'
import { visitorOf as ofTheChild } from '../../src/application/child-doors.ts'
import { addToRecord } from '../../src/application/commands/add-to-record.ts'
import { childEntryOf } from '../../src/application/commands/register-child.ts'
import { writeToUs } from '../../src/application/commands/write-to-us.ts'
import type { Application } from '../../src/application/carry-out.ts'
import { newId } from '../../src/application/ids.ts'
import { theirLooks, theirPage } from '../../src/application/queries/their-own.ts'
import { childsMessages } from '../../src/application/queries/childs-messages.ts'
import type { ComeIn } from '../../src/application/their-own.ts'
import type { ChildId, EntryId } from '../../src/domain/episode/entry.ts'
import { createChildDoors } from '../../src/store/child-doors.ts'
import { keepDirectory } from '../../src/store/directory.ts'
import { cast } from '../support/cast.ts'
import { withDatabase, type TestDatabase } from '../support/database.ts'
import { childrenOf, everyone } from '../support/everyone-and-a-child.ts'
import { protocols } from '../support/generated.ts'

const tables = [
  ...['subject', 'stream', 'entry', 'entry_content', 'child_card', 'episode_card', 'board', 'duty'],
  ...['child_door', 'child_code', 'child_session', 'child_device'],
]
const occurred = async (app: Application) =>
  ({
    at: await app.store.read(visitorOf('social-worker'), (session) => session.now()),
    precision: 'minute',
  }) as const

function visitorOf(name: keyof typeof cast) {
  return { person: cast[name].person, post: cast[name].post }
}

async function withAChild(
  work: (parts: {
    readonly database: TestDatabase
    readonly app: Application
    readonly doors: ReturnType<typeof createChildDoors>
    readonly child: ChildId
    readonly other: ChildId
    readonly access: EntryId
  }) => Promise<void>,
): Promise<void> {
  await withDatabase(async (database) => {
    await keepDirectory(database.maintainer, everyone)
    const children = await childrenOf(database)
    const { store } = database
    const app = { store, protocols, directory: () => store.directory() }
    const [child, other] = [children['own child'].child, children['other child'].child]
    const entry = childEntryOf(cast['social-worker'], 'child-access-given', await occurred(app), {
      view: 'He is fifteen',
      explained: 'Who reads it',
      language: 'English',
    })
    const visitor = visitorOf('social-worker')
    const author = cast['social-worker']
    const key = { id: newId(), requestHash: 'given' }
    const outcome = await addToRecord(app, { visitor, author, child, key, entry })
    assert.equal(outcome.kind, 'done')
    const doors = createChildDoors(database.app)
    await work({ database, app, doors, child, other, access: entry.id })
  })
}

const chosen = { signIn: 'Otter 9', pin: '274918' }

test('A code comes from whoever may decide, is good once, and makes a door that a name and a PIN open.', () =>
  withAChild(async ({ doors, child, other, access }) => {
    for (const role of ['carer', 'provider-manager', 'duty-team', 'missing-coordinator', 'police'] as const)
      assert.equal(await handOverCode(doors, visitorOf(role), child), undefined, role)
    assert.equal(await handOverCode(doors, visitorOf('social-worker'), other), undefined)
    const first = await handOverCode(doors, visitorOf('reviewing-officer'), child)
    const code = (await handOverCode(doors, visitorOf('social-worker'), child))!
    assert.equal((await comeInByCode({ doors }, { code: first!, ...chosen })).kind, 'wrong')
    const made = await comeInByCode({ doors }, { code: code.toLowerCase().replace('-', ' '), ...chosen })
    assert.deepEqual(made, { kind: 'in', comeIn: { child, access } })
    assert.equal((await comeInByCode({ doors }, { code, ...chosen })).kind, 'wrong')
    const again = await comeInByPin({ doors }, { signIn: 'OTTER 9', pin: chosen.pin })
    assert.deepEqual(again, { kind: 'in', comeIn: { child, access } })
    assert.equal((await comeInByPin({ doors }, { ...chosen, pin: '274919' })).kind, 'wrong')
    assert.equal((await comeInByPin({ doors }, { signIn: 'Nobody', pin: '1' })).kind, 'wrong')
    const standing = await doors.standing(visitorOf('team-manager'), child)
    assert.equal(standing?.signIn, 'otter 9')
    assert.equal(await doors.standing(visitorOf('carer'), child), undefined)
  }))

test('A carer, a worker or another child with the code in their hands gets nothing by it.', () =>
  withAChild(async ({ database, doors, child, access }) => {
    const code = (await handOverCode(doors, visitorOf('social-worker'), child))!
    const half = code.slice(0, 4)
    const asked = async (who: { person: string; post: string } | undefined, text: string) => {
      const client = await database.app.connect()
      try {
        await client.query('begin')
        if (who !== undefined)
          await client.query(
            `select set_config('whereabouts.person', $1, true), set_config('whereabouts.post', $2, true)`,
            [who.person, who.post],
          )
        return (await client.query<Record<string, unknown>>(text)).rows
      } finally {
        await client.query('rollback')
        client.release()
      }
    }
    const find = `select * from whereabouts.code_of('${half}')`
    assert.equal((await asked(undefined, find)).length, 1)
    const use = `select whereabouts.use_code('${half}', 'mine now', 'x') as outcome`
    const others = [visitorOf('carer'), visitorOf('social-worker'), { person: newId(), post: access }]
    for (const who of others) {
      assert.deepEqual(await asked(who, find), [])
      assert.deepEqual(await asked(who, use), [{ outcome: 'gone' }])
    }
    assert.deepEqual(await asked(undefined, use), [{ outcome: 'gone' }])
    assert.deepEqual(await asked({ person: child, post: access }, use), [{ outcome: 'done' }])
  }))

test('Of thirty wrong PINs at once exactly five are tried; a known browser and a new code still come in.', () =>
  withAChild(async ({ doors, child }) => {
    const code = async () => (await handOverCode(doors, visitorOf('social-worker'), child))!
    const made = await comeInByCode({ doors }, { code: await code(), ...chosen })
    assert.ok(made.kind === 'in')
    const { device } = await doors.open(made.comeIn, 'a test')
    let tried = 0
    const matches = () => {
      tried++
      return Promise.resolve(false)
    }
    const wrong = { signIn: chosen.signIn, pin: '000000' }
    const all = await Promise.all(Array.from({ length: 30 }, () => comeInByPin({ doors, matches }, wrong)))
    assert.equal(tried, 5)
    assert.equal(all.filter(({ kind }) => kind === 'too-many').length, 25)
    assert.equal((await comeInByPin({ doors }, chosen)).kind, 'too-many')
    assert.equal((await comeInByPin({ doors }, { ...chosen, device })).kind, 'in')
    const anew = { code: await code(), signIn: 'Heron', pin: '918274' }
    assert.equal((await comeInByCode({ doors }, anew)).kind, 'in')
    assert.equal((await comeInByPin({ doors }, { signIn: 'Heron', pin: '918274' })).kind, 'in')
  }))

test('No shorter count of somebody else’s clears the hour of a child’s name away.', () =>
  withDatabase(async ({ app, owner }) => {
    const take = `select whereabouts.take_attempt(sha256($1::bytea), 5, $2::interval) as yes`
    const client = await app.connect()
    try {
      for (let tries = 0; tries < 5; tries += 1) await client.query(take, ['a name', 'PT1H'])
      await owner.query(`update whereabouts.attempts set since = since - interval '20 minutes'`)
      // Old counts are cleared by chance: a seed with which they are.
      for (let seed = 0; ; seed += 0.001) {
        await client.query('select setseed($1)', [seed])
        const { rows } = await client.query<{ n: number }>('select random() as n')
        if (rows[0]!.n >= 0.02) continue
        await client.query('select setseed($1)', [seed])
        break
      }
      await client.query(take, ['a PIN', 'PT15M'])
      const { rows } = await client.query<{ yes: boolean }>(take, ['a name', 'PT1H'])
      assert.equal(rows[0]?.yes, false)
    } finally {
      client.release()
    }
  }))

test('A child sees no row of any table, and by the functions nothing but their own.', () =>
  withAChild(async ({ database, app, child, other, access }) => {
    const comeIn: ComeIn = { child, access }
    const seen = async (visitor: { person: string; post: string }, text: string) => {
      const client = await database.app.connect()
      try {
        await client.query('begin')
        await client.query(
          `select set_config('whereabouts.person', $1, true), set_config('whereabouts.post', $2, true)`,
          [visitor.person, visitor.post],
        )
        return (await client.query<{ n: number }>(text)).rows[0]?.n
      } finally {
        await client.query('rollback')
        client.release()
      }
    }
    for (const table of tables) {
      const count = seen(ofTheChild(comeIn), `select count(*)::int as n from whereabouts.${table}`)
      if (table.startsWith('child_') && table !== 'child_card')
        await assert.rejects(count, /permission denied/)
      else assert.equal(await count, 0, table)
    }
    const functions = ['their_card', 'their_messages', 'their_words', 'owed_to_them', 'looks_at_them']
    const others = [
      { person: child, post: newId() },
      { person: newId(), post: access },
      { person: other, post: access },
      visitorOf('carer'),
      visitorOf('social-worker'),
      visitorOf('administrator'),
    ]
    for (const name of functions) {
      for (const who of others)
        assert.equal(await seen(who, `select count(*)::int as n from whereabouts.${name}('${child}')`), 0)
      const ofAnother = `select count(*)::int as n from whereabouts.${name}('${other}')`
      assert.equal(await seen(ofTheChild(comeIn), ofAnother), 0, name)
    }
    const shown = await theirPage(app, comeIn)
    assert.equal(shown?.workers[0]?.name, cast['social-worker'].name)
    assert.doesNotMatch(JSON.stringify(shown), /telephone|address|placement|setting|Fernside/i)
  }))

test('What a child writes is theirs to the letter, owed an answer, and read by no carer.', () =>
  withAChild(async ({ app, child, other, access, database }) => {
    const comeIn: ComeIn = { child, access }
    const key = { id: newId(), requestHash: 'wrote' }
    const written = { words: '  Dan hits me.\nplease <b>come</b>  ', notSafe: true }
    assert.deepEqual(await writeToUs(app, comeIn, key, written), { kind: 'done' })
    assert.deepEqual(await writeToUs(app, comeIn, key, written), { kind: 'done' })
    const before = await theirPage(app, comeIn)
    assert.equal(before?.messages.length, 1)
    assert.equal(before.messages[0]?.message.body.words, written.words)
    assert.equal(before.messages[0].readBy, undefined)
    assert.deepEqual(
      before.owed.map(({ duty }) => duty).filter((duty) => duty.includes('child')),
      ['speak-with-child-not-safe', 'answer-child'],
    )
    const dutiesOf = async (name: keyof typeof cast) =>
      (await app.store.read(visitorOf(name), (read) => read.openDuties([child]))).map(({ duty }) => duty)
    for (const name of ['social-worker', 'duty-team', 'team-manager', 'reviewing-officer'] as const)
      assert.ok((await dutiesOf(name)).includes('speak-with-child-not-safe'), name)
    for (const name of ['carer', 'provider-manager', 'police', 'health-nurse', 'senior-manager'] as const) {
      assert.ok(!(await dutiesOf(name)).some((duty) => duty.includes('child')), name)
      const read = await childsMessages(app, visitorOf(name), child)
      assert.deepEqual([read?.record.messages, read?.record.access], [[], undefined], name)
    }
    const read = await childsMessages(app, visitorOf('duty-team'), child)
    assert.equal(read?.record.messages[0]?.words, written.words)
    const answer = childEntryOf(cast['duty-team'], 'child-answered', await occurred(app), {
      wrote: read.record.messages[0].entry,
      answer: 'I am on my way',
      means: 'telephone',
    })
    const told = await addToRecord(app, {
      visitor: visitorOf('duty-team'),
      author: cast['duty-team'],
      child,
      key: { id: newId(), requestHash: 'told' },
      entry: answer,
    })
    assert.equal(told.kind, 'done')
    const after = await theirPage(app, comeIn)
    assert.equal(after?.messages[0]?.readBy?.role, 'duty-team')
    assert.equal(after.messages[0].answers[0]?.body.answer, 'I am on my way')
    assert.deepEqual(
      after.owed.filter(({ duty }) => duty.includes('child')),
      [],
    )
    const looks = await theirLooks(app, comeIn)
    assert.ok(looks?.some(({ role }) => role === 'duty-team'))
    const elsewhere = writeToUs(app, { child: other, access }, { id: newId(), requestHash: 'x' }, written)
    assert.deepEqual(await elsewhere, { kind: 'may-not' })
    const { rows } = await database.owner.query<{ n: number }>(
      `select count(*)::int as n from whereabouts.entry where subject = $1 and sections = '{care-childs-account}'`,
      [child],
    )
    assert.equal(rows[0]?.n, 3)
  }))

test('When access ends, whoever has come in is out, and nothing of theirs is answered.', () =>
  withAChild(async ({ app, doors, child, access }) => {
    const comeIn: ComeIn = { child, access }
    const { session } = await doors.open(comeIn, 'a test')
    assert.deepEqual(await doors.find(session), comeIn)
    const entry = childEntryOf(cast['team-manager'], 'child-access-ended', await occurred(app), {
      given: access,
      why: 'Somebody else knows the PIN',
    })
    const ended = await addToRecord(app, {
      visitor: visitorOf('team-manager'),
      author: cast['team-manager'],
      child,
      key: { id: newId(), requestHash: 'ended' },
      entry,
    })
    assert.equal(ended.kind, 'done')
    assert.equal(await doors.find(session), undefined)
    assert.equal(await theirPage(app, comeIn), undefined)
    const written = { words: 'Still here', notSafe: false }
    const late = await writeToUs(app, comeIn, { id: newId(), requestHash: 'y' }, written)
    assert.equal(late.kind, 'may-not')
    await assert.rejects(doors.open(comeIn, 'a test'))
  }))
