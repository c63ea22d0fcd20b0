import assert from 'node:assert/strict'
import { test } from 'node:test'
import { TOTP, Secret } from 'otpauth'
import type { Accounts } from '../../src/application/accounts.ts'
import { newAuthenticator, newRecoveryCodes, stepOf } from '../../src/application/authenticator.ts'
import { newId } from '../../src/application/ids.ts'
import { isPassword, passwordHash } from '../../src/application/passwords.ts'
import { isOwnPassword, signIn, type Typed } from '../../src/application/sign-in.ts'
import type { PersonId } from '../../src/domain/episode/entry.ts'
import { momentAt } from '../../src/kernel/moment.ts'
import { addAccount, endAccount, invite, settledKind } from '../../src/store/account-keeping.ts'
import { createAccounts } from '../../src/store/accounts.ts'
import { withDatabase, type TestDatabase } from '../support/database.ts'

const name = 'ruth.adeyemi@oakfield.example'
const password = 'kettle orbit marmalade'

interface Ruth {
  readonly database: TestDatabase
  readonly accounts: Accounts
  readonly person: PersonId
  readonly totp: string
  readonly recoveryCodes: readonly string[]
  /** Signs in so many minutes later, and says how many passwords were hashed for it. */
  readonly tries: (typed?: Partial<Typed>, minutesLater?: number) => ReturnType<typeof signIn>
  readonly hashed: () => number
  readonly codeIn: (minutes: number) => string
}

const start = Date.now()

/** Somebody with an account who has taken up her invitation. */
async function withRuth(work: (ruth: Ruth) => Promise<void>): Promise<void> {
  await withDatabase(async (database) => {
    const accounts = createAccounts(database.app)
    const [person, totp, recoveryCodes] = [newId<'person'>(), newAuthenticator(), newRecoveryCodes()]
    assert.equal(await addAccount(database.maintainer, person, name.toUpperCase()), true)
    const secret = await invite(database.maintainer, person, 72)
    const credentials = { password: await passwordHash(password), totp, step: 0, recoveryCodes }
    assert.equal(await accounts.takeUp(secret, credentials), true)
    let hashed = 0
    const matches: typeof isPassword = (...asked) => {
      hashed++
      return isPassword(...asked)
    }
    const at = (minutes: number) => start + minutes * 60_000
    const codeIn = (minutes: number) =>
      new TOTP({ secret: Secret.fromBase32(totp) }).generate({ timestamp: at(minutes) })
    await work({
      database,
      accounts,
      person,
      totp,
      recoveryCodes,
      hashed: () => hashed,
      codeIn,
      tries: (typed = {}, minutes = 0) =>
        signIn(
          { accounts, now: momentAt(at(minutes)), matches },
          { signIn: name, password, code: codeIn(minutes), ...typed },
        ),
    })
  })
}

test('A name, a password and a code sign in; each code does so once, and none that is older than the last.', () =>
  withRuth(async ({ tries, person, codeIn }) => {
    assert.deepEqual(await tries({ signIn: 'Ruth.Adeyemi@Oakfield.Example' }), {
      kind: 'in',
      person,
      how: 'password+code',
    })
    assert.equal((await tries()).kind, 'refused')
    assert.equal((await tries({}, 2)).kind, 'in')
    assert.equal((await tries({ code: codeIn(1) }, 1)).kind, 'refused')
    for (const typed of [
      { password: 'wrong' },
      { code: '000000' },
      { code: '' },
      { password: '' },
      { signIn: 'nobody' },
    ])
      assert.equal((await tries({ code: codeIn(9), ...typed }, 9)).kind, 'refused', JSON.stringify(typed))
  }))

test('Of 200 wrong passwords at once exactly ten are tried, and of 200 for a name that nobody has as many.', () =>
  withRuth(async ({ tries, hashed }) => {
    for (const signInAs of [name, 'nobody@nowhere.example']) {
      const before = hashed()
      const wrong = { signIn: signInAs, password: 'not the password', code: '000000' }
      const all = await Promise.all(Array.from({ length: 200 }, () => tries(wrong)))
      assert.equal(hashed() - before, 10)
      const tooMany = all.filter((tried) => tried.kind === 'refused' && tried.why === 'too many tries')
      assert.equal(tooMany.length, 190)
      assert.ok(all.every(({ kind }) => kind === 'refused'))
    }
  }))

test('Nobody locks an officer out: a known device, a recovery code and a passkey sign in while strangers guess.', () =>
  withRuth(async ({ accounts, database, person, tries, recoveryCodes, codeIn }) => {
    const visitor = { person, post: newId<'post'>() }
    const device = await accounts.knowDevice(visitor, 90)
    for (let tried = 0; tried < 12; tried++) await tries({ password: 'wrong' })
    assert.deepEqual(await tries({}, 1), { kind: 'refused', person, why: 'too many tries' })
    assert.equal((await tries({ device }, 2)).kind, 'in')
    const [first = '', second = ''] = recoveryCodes
    assert.deepEqual(await tries({ code: first.toUpperCase().replaceAll('-', ' ') }, 3), {
      kind: 'in',
      person,
      how: 'password+recovery-code',
    })
    assert.equal((await tries({ code: first }, 3)).kind, 'refused')
    assert.equal((await tries({ code: second, password: 'wrong' }, 3)).kind, 'refused')
    assert.equal((await tries({ code: second }, 3)).kind, 'in')
    assert.equal(await accounts.recoveryCodesLeft(visitor), 8)
    // A device that somebody else is known by counts for nothing, and one's own has a count of its own.
    assert.equal(
      (
        await tries(
          {
            device: await accounts.knowDevice({ ...visitor, person: newPerson(await another(database)) }, 90),
          },
          4,
        )
      ).kind,
      'refused',
    )
    for (let tried = 0; tried < 12; tried++) await tries({ device, password: 'wrong' })
    assert.equal((await tries({ device, code: codeIn(5) }, 5)).kind, 'refused')
    await database.owner.query(`update whereabouts.attempts set since = since - interval '15 minutes'`)
    assert.equal((await tries({}, 6)).kind, 'in')
  }))

const newPerson = (person: PersonId) => person

async function another({ maintainer }: TestDatabase): Promise<PersonId> {
  const person = newId<'person'>()
  await addAccount(maintainer, person, 'another@oakfield.example')
  return person
}

test('An invitation is good once and until its hour, and what was good before it is good no longer.', () =>
  withRuth(async ({ database, accounts, person, tries, recoveryCodes }) => {
    const visitor = { person, post: newId<'post'>() }
    const device = await accounts.knowDevice(visitor, 90)
    await accounts.addPasskey(visitor, {
      id: 'a key',
      name: 'phone',
      transports: [],
      publicKey: new Uint8Array(8),
      counter: 0,
    })
    const [late, good, other] = [
      await invite(database.maintainer, person, 1),
      await invite(database.maintainer, person, 2),
      await invite(database.maintainer, person, 2),
    ]
    await database.owner.query(`update whereabouts.invitation set until = until - interval '1 hour'`)
    assert.equal(await accounts.invited(late), undefined)
    assert.equal((await accounts.invited(good))?.signIn, name)
    const credentials = {
      password: await passwordHash('a wholly other phrase'),
      totp: newAuthenticator(),
      step: 0,
      recoveryCodes: newRecoveryCodes(),
    }
    const taken = await Promise.all(Array.from({ length: 20 }, () => accounts.takeUp(good, credentials)))
    assert.equal(taken.filter(Boolean).length, 1)
    for (const secret of [late, good, other, 'x'])
      assert.equal(await accounts.takeUp(secret, credentials), false)
    assert.equal((await tries()).kind, 'refused')
    assert.equal((await tries({ code: recoveryCodes[0]! })).kind, 'refused')
    assert.equal(await accounts.isKnownDevice(device, person), false)
    assert.equal(await accounts.passkey('a key'), undefined)
    await endAccount(database.maintainer, person)
    assert.equal(await accounts.named(name), undefined)
    assert.equal(await accounts.invited(await invite(database.maintainer, person, 2)), undefined)
  }))

test('Nothing that somebody signs in with is in the database as they know it, and the application reads no list.', () =>
  withRuth(async ({ database: { owner, app, maintainer }, recoveryCodes, accounts, person }) => {
    const device = await accounts.knowDevice({ person, post: newId<'post'>() }, 90)
    const tables = [
      'account',
      'recovery_code',
      'known_device',
      'invitation',
      'passkey',
      'attempts',
      'challenge',
    ]
    let kept = ''
    for (const table of tables) {
      const { rows } = await owner.query<{ line: string }>(
        `select t::text as line from whereabouts.${table} t`,
      )
      kept += rows.map(({ line }) => line).join('\n')
      await assert.rejects(app.query(`select * from whereabouts.${table}`), /permission denied/, table)
      await assert.rejects(maintainer.query(`delete from whereabouts.${table}`), /permission denied/, table)
    }
    for (const secret of [password, device, ...recoveryCodes]) assert.ok(!kept.includes(secret))
    assert.match(kept, /\$argon2id\$v=19\$m=47104,t=1,p=1\$/)
    await assert.rejects(
      maintainer.query(`update whereabouts.account set password = 'x'`),
      /permission denied/,
    )
  }))

test('A challenge is answered once, a passkey’s counter grows, and a copy of it is refused.', () =>
  withRuth(async ({ accounts, person }) => {
    const visitor = { person, post: newId<'post'>() }
    await accounts.giveChallenge('x')
    const taken = await Promise.all(Array.from({ length: 10 }, () => accounts.takeChallenge('x')))
    assert.equal(taken.filter(Boolean).length, 1)
    const passkey = {
      id: 'k',
      name: 'phone',
      transports: ['internal'],
      publicKey: new Uint8Array([1, 2]),
      counter: 4,
    }
    assert.equal(await accounts.addPasskey(visitor, passkey), true)
    assert.equal(await accounts.addPasskey(visitor, passkey), false)
    assert.deepEqual(await accounts.passkey('k'), {
      person,
      publicKey: new Uint8Array([1, 2]),
      counter: 4,
      transports: ['internal'],
    })
    assert.deepEqual([await accounts.usePasskey('k', 5), await accounts.usePasskey('k', 5)], [true, false])
    await accounts.removePasskey({ ...visitor, person: newId<'person'>() }, 'k')
    assert.equal((await accounts.passkeys(visitor)).length, 1)
    await accounts.removePasskey(visitor, 'k')
    assert.deepEqual(await accounts.passkeys(visitor), [])
  }))

test('Unlocking takes one’s own password, and its tries are counted apart.', () =>
  withRuth(async ({ accounts, tries }) => {
    const account = await accounts.named(name)
    assert.equal(await isOwnPassword({ accounts }, account, password), true)
    for (let tried = 0; tried < 10; tried++)
      assert.equal(await isOwnPassword({ accounts }, account, 'wrong'), false)
    assert.equal(await isOwnPassword({ accounts }, account, password), false)
    assert.equal((await tries()).kind, 'in')
  }))

test('What a database was begun as it stays.', () =>
  withDatabase(async ({ maintainer, owner }) => {
    assert.equal(await settledKind(maintainer, 'live'), 'live')
    assert.equal(await settledKind(maintainer, 'demonstration'), 'live')
    for (const text of [
      `update whereabouts.installation set kind = 'demonstration'`,
      'delete from whereabouts.installation',
    ])
      await assert.rejects(owner.query(text), /only ever added to/)
  }))

test('A code belongs to its half minute and the two beside it.', () => {
  const secret = newAuthenticator()
  const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: 300_000 })
  const stepAt = (seconds: number) =>
    stepOf(secret, ` ${code.slice(0, 3)} ${code.slice(3)}`, momentAt(seconds * 1000))
  assert.deepEqual([269, 270, 300, 359, 360].map(stepAt), [undefined, 10, 10, 10, undefined])
})
