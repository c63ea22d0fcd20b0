import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '../../src/application/ids.ts'
import type { IdentityProvider, Through } from '../../src/application/identity-providers.ts'
import { cast } from '../../src/cli/demonstration/cast.ts'
import { organisations } from '../../src/cli/demonstration/organisations.ts'
import { demonstrationDirectory } from '../../src/cli/demonstration/partnership.ts'
import { momentOf, plus, type Moment } from '../../src/kernel/moment.ts'
import { keepDirectory, readDirectory } from '../../src/store/directory.ts'
import { createIdentityProviders } from '../../src/store/identity-providers.ts'
import {
  admit,
  dismiss,
  keepProvider,
  keptProviders,
  removeProvider,
} from '../../src/store/provider-keeping.ts'
import { createSessions } from '../../src/store/sessions.ts'
import { withDatabase, type TestDatabase } from '../support/database.ts'

const council: IdentityProvider = {
  id: newId<'identity-provider'>(),
  organisation: organisations.aldermoor.id,
  name: 'Aldermoor Council',
  issuer: 'https://sign-in.aldermoor.example',
  clientId: 'whereabouts',
  claim: 'email',
  via: [],
}
const domains = [{ domain: 'aldermoor.example', role: 'social-worker' }] as const
const sam = cast.sam.post

const earlier = (at: Moment, by: Temporal.DurationLike) => momentOf(Temporal.Instant.from(at).subtract(by))

type Held = TestDatabase & { readonly providers: ReturnType<typeof createIdentityProviders> }

async function withProvider(work: (held: Held) => Promise<void>): Promise<void> {
  await withDatabase(async (database) => {
    await keepDirectory(database.maintainer, demonstrationDirectory)
    assert.equal(await keepProvider(database.maintainer, council, domains), true)
    await work({ ...database, providers: createIdentityProviders(database.app) })
  })
}

const through: Through = {
  provider: council.id,
  subject: 'subject of sam',
  sid: 'there 1',
  acr: 'two factors',
  amr: ['pwd', 'otp'],
  idToken: 'header.claims.signature',
}

test('A provider is kept once an issuer, listed with whom it lets in, and the application reads no table of it.', () =>
  withProvider(async ({ maintainer, providers, app }) => {
    assert.deepEqual(await providers.list(), [council])
    const another = { ...council, id: newId<'identity-provider'>() }
    assert.equal(await keepProvider(maintainer, another, []), false)
    const [kept] = await keptProviders(maintainer)
    assert.deepEqual([kept!.organisation, kept!.people, kept!.domains], ['Aldermoor Council', 0, domains])
    for (const table of [
      'identity_provider',
      'identity_domain',
      'identity',
      'sign_in_request',
      'session_through',
    ])
      await assert.rejects(app.query(`select from whereabouts.${table}`), /permission denied/, table)
    await assert.rejects(
      keepProvider(maintainer, { ...another, issuer: 'https://other.example' }, [
        { domain: 'other.example', role: 'duty-team' as 'school' },
      ]),
      /check constraint/,
    )
  }))

test('Somebody is known by the value under which they were admitted, and from then on by their subject alone.', () =>
  withProvider(async ({ maintainer, providers }) => {
    const value = 'Sam.Okafor@council.example'
    const asked = { subject: 'a', value: value.toUpperCase() }
    assert.equal(await providers.recognise(council.id, asked), undefined)
    assert.equal(await admit(maintainer, council.id, sam.person, value), 'admitted')
    assert.equal(await admit(maintainer, council.id, cast.grace.post.person, value), 'taken')
    assert.equal(await admit(maintainer, newId(), sam.person, value), 'no-provider')
    assert.equal(await providers.recognise(council.id, { subject: 'a' }), undefined)
    assert.equal(await providers.recognise(council.id, asked), sam.person)
    assert.equal(await providers.recognise(council.id, { subject: 'a' }), sam.person)
    assert.equal(await providers.recognise(council.id, { ...asked, subject: 'b' }), undefined)
    assert.equal(await admit(maintainer, council.id, sam.person, 'new@council.example'), 'admitted')
    assert.equal(await providers.recognise(council.id, asked), undefined)
    assert.equal(
      await providers.recognise(council.id, { subject: 'b', value: 'new@council.example' }),
      sam.person,
    )
  }))

test('An allowed domain makes one person, in its role, once, however many ask at a time, and no other domain does.', () =>
  withProvider(async ({ maintainer, providers }) => {
    const asked = { subject: 'c', value: 'New.Worker@Aldermoor.example', name: 'Nia Worker' }
    const made = await Promise.all(Array.from({ length: 8 }, () => providers.recognise(council.id, asked)))
    assert.equal(new Set(made).size, 1)
    const { posts } = await readDirectory(maintainer)
    const theirs = posts.filter(({ person }) => person === made[0])
    assert.deepEqual(
      theirs.map(({ personName, role, organisation, allHours }) => [
        personName,
        role,
        organisation,
        allHours,
      ]),
      [['Nia Worker', 'social-worker', council.organisation, false]],
    )
    for (const value of [
      'x@notaldermoor.example',
      'x@aldermoor.example.elsewhere.example',
      'a@b@aldermoor.example',
      'aldermoor.example',
      '@aldermoor.example',
    ])
      assert.equal(await providers.recognise(council.id, { subject: value, value }), undefined, value)
    assert.equal(await providers.recognise(council.id, { ...asked, subject: 'somebody later' }), undefined)
    assert.equal(await admit(maintainer, council.id, made[0]!, 'else@council.example'), 'admitted')
    assert.equal(await providers.recognise(council.id, asked), undefined)
  }))

test('A request is taken once, by the browser that began it, within ten minutes, and the database cannot read it.', () =>
  withProvider(async ({ owner, providers }) => {
    const request = { nonce: 'the nonce', verifier: 'the verifier', to: '/board', again: false }
    await providers.keep('cookie', 'state', council.id, request)
    const { rows } = await owner.query<{ sealed: Buffer }>('select sealed from whereabouts.sign_in_request')
    assert.ok(!rows[0]!.sealed.toString('latin1').includes('the'))
    assert.equal(await providers.take('another', 'state'), undefined)
    assert.equal(await providers.take('cookie', 'another'), undefined)
    assert.deepEqual(await providers.take('cookie', 'state'), { provider: council.id, request })
    assert.equal(await providers.take('cookie', 'state'), undefined)
    await providers.keep('cookie', 'state', council.id, request)
    await owner.query(`update whereabouts.sign_in_request set until = until - interval '10 minutes'`)
    assert.equal(await providers.take('cookie', 'state'), undefined)
  }))

test('A session keeps what its provider said, vouches for that organisation’s posts alone, and ends there and here.', () =>
  withProvider(async ({ maintainer, owner, app, providers }) => {
    const sessions = createSessions(app, { idle: 'PT15M', longest: 'PT12H' })
    const how = `oidc:${council.issuer}` as const
    const open = (said: Partial<Through> = {}) =>
      sessions.open({ person: sam.person, post: sam.id, how, through: { ...through, ...said } })
    const secret = await open()
    assert.deepEqual(await providers.throughOf(secret), { provider: council.id, idToken: through.idToken })
    const { rows } = await owner.query('select subject, sid, acr, amr from whereabouts.session_through')
    assert.deepEqual(rows, [
      { subject: through.subject, sid: 'there 1', acr: 'two factors', amr: ['pwd', 'otp'] },
    ])
    const lena = cast.lena.post
    await assert.rejects(sessions.open({ person: lena.person, post: lena.id, how, through }), /its own posts/)

    const [police, other] = (['police', 'team-manager'] as const).map((role) => ({
      ...sam,
      id: newId<'post'>(),
      role,
      organisation: role === 'police' ? lena.organisation : sam.organisation,
    }))
    await keepDirectory(maintainer, { organisations: [], posts: [police!, other!] })
    assert.equal(await sessions.actIn(secret, { person: sam.person, post: sam.id }, police!.id), false)
    assert.equal(await sessions.actIn(secret, { person: sam.person, post: sam.id }, other!.id), true)

    const [now, second] = [momentOf(Temporal.Now.instant()), await open({ sid: 'there 2' })]
    const state = async (of: string) => (await sessions.find(of, true))?.state
    assert.equal(await providers.ended(council.id, { at: now }), 0)
    assert.equal(await providers.ended(newId(), { subject: through.subject, at: plus(now, 'PT1M') }), 0)
    assert.equal(await providers.ended(council.id, { sid: 'there 2', at: earlier(now, { minutes: 1 }) }), 0)
    assert.equal(await providers.ended(council.id, { sid: 'there 2', at: plus(now, 'PT1M') }), 1)
    assert.deepEqual([await state(secret), await state(second)], ['open', 'ended'])
    assert.equal(await providers.ended(council.id, { subject: through.subject, at: plus(now, 'PT1M') }), 1)
    assert.equal(await state(secret), 'ended')

    const last = await open()
    assert.equal(await removeProvider(maintainer, council.id), true)
    assert.equal(await removeProvider(maintainer, council.id), false)
    assert.deepEqual([await state(last), await providers.list()], ['ended', []])
    await assert.rejects(open(), /its own posts/)
  }))

test('Whoever is dismissed is signed out, is known no longer, and no domain makes them again.', () =>
  withProvider(async ({ maintainer, app, providers }) => {
    const sessions = createSessions(app, { idle: 'PT15M', longest: 'PT12H' })
    const asked = { subject: 'c', value: 'new@aldermoor.example', name: 'Nia Worker' }
    const person = (await providers.recognise(council.id, asked))!
    const { posts } = await readDirectory(maintainer)
    const post = posts.find((one) => one.person === person)!.id
    const secret = await sessions.open({ person, post, how: `oidc:${council.issuer}`, through })
    assert.equal(await dismiss(maintainer, council.id, sam.person), false)
    assert.equal(await dismiss(maintainer, council.id, person), true)
    assert.equal(await dismiss(maintainer, council.id, person), false)
    assert.equal((await sessions.find(secret, true))?.state, 'ended')
    assert.equal(await providers.recognise(council.id, asked), undefined)
    assert.equal(await admit(maintainer, council.id, person, asked.value), 'admitted')
    assert.equal(await providers.recognise(council.id, asked), person)
  }))

test('When somebody last showed who they are is what their provider says, and long ago where it says nothing.', () =>
  withProvider(async ({ app }) => {
    const sessions = createSessions(app, { idle: 'PT15M', longest: 'PT12H' })
    const visitor = { person: sam.person, post: sam.id }
    const how = `oidc:${council.issuer}` as const
    const silent = await sessions.open({ ...visitor, how, through })
    const found = (await sessions.find(silent, true))!
    assert.equal(found.authenticated, earlier(found.opened, { hours: 24 }))
    const authenticated = earlier(found.opened, { hours: 2 })
    await sessions.authenticatedAgain(silent, visitor, how, { ...through, authenticated })
    assert.equal((await sessions.find(silent, true))?.authenticated, authenticated)
    const ahead = await sessions.open({
      ...visitor,
      how,
      through: { ...through, authenticated: plus(found.opened, 'PT5M') },
    })
    const fast = (await sessions.find(ahead, true))!
    assert.ok(fast.authenticated <= plus(fast.opened, 'PT1S'))
  }))
