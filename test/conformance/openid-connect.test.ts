import assert from 'node:assert/strict'
import { test } from 'node:test'
import { admit } from '../../src/store/provider-keeping.ts'
import { withLive } from '../support/signing-in.ts'
import {
  begin,
  comeBack,
  council,
  force,
  isBack,
  isIn,
  lena,
  looks,
  sam,
  saysSo,
  signIn,
} from '../support/through-a-provider.ts'
import { assertValidHtml } from '../support/valid-html.ts'
import { WebVisitor } from '../support/web-visitor.ts'

test('Somebody of a council and somebody of a force each sign in with their own, and the record says how.', () =>
  withLive(async (live) => {
    const [there, other] = [await live.provide(council), await live.provide(force)]
    const { maintainer, owner } = live.database
    await admit(maintainer, there.kept.id, sam.person, 'sam@aldermoor.example')
    await admit(maintainer, other.kept.id, lena.person, 'lena@police.example')
    for (const [provider, login, post] of [
      [there, 'sam-at-council', sam],
      [other, 'lena-at-force', lena],
    ] as const) {
      const { at, shown } = await signIn(live, provider, login)
      assert.equal(`${shown.url.pathname} ${shown.status}`, '/duties 200')
      assert.ok(shown.text.includes(post.personName))
      const { text } = await at.ask(`${live.address}/you`)
      assertValidHtml(text)
      assert.match(text, /own sign-in/)
    }
    assert.deepEqual(await looks(live), [`sign-in: oidc:${there.issuer}`, `sign-in: oidc:${other.issuer}`])
    const { rows } = await owner.query<{ how: string; subject: string; recent: boolean }>(
      `select s.how, t.subject, s.authenticated > now() - interval '1 minute' as recent
         from whereabouts.session s join whereabouts.session_through t on t.session = s.id order by s.opened`,
    )
    assert.deepEqual(rows[0], { how: `oidc:${there.issuer}`, subject: 'sam-at-council', recent: true })
    assert.deepEqual([live.defects, live.told], [[], []])
  }))

test('What is asked carries a state, a nonce and PKCE, never the same twice, and forms may lead to the provider alone.', () =>
  withLive(async (live) => {
    const there = await live.provide(council)
    const at = new WebVisitor()
    const door = await at.go(`${live.address}/sign-in`)
    const origin = new URL(there.issuer).origin
    assert.match(door.headers.get('content-security-policy')!, new RegExp(`form-action 'self' ${origin};`))
    const _csrf = /name="_csrf" value="([^"]+)"/.exec(door.text)![1]!
    const begun = async () => {
      const { headers, status } = await at.ask(`${live.address}/sign-in/with/${there.kept.id}`, { _csrf })
      assert.equal(status, 303)
      return new URL(headers.get('location')!)
    }
    const [one, two] = [await begun(), await begun()]
    assert.equal(one.origin, origin)
    for (const name of ['state', 'nonce', 'code_challenge']) {
      assert.ok((one.searchParams.get(name) ?? '').length >= 43, name)
      assert.notEqual(one.searchParams.get(name), two.searchParams.get(name))
    }
    assert.equal(one.searchParams.get('code_challenge_method'), 'S256')
    assert.equal((await at.ask(`${live.address}/sign-in/with/${there.kept.id}`, {})).status, 403)
    assert.equal((await at.ask(`${live.address}/sign-in/with/x`, { _csrf })).status, 404)
  }))

test('A wrong state, another browser, a replay and an answer meant for another provider sign nobody in.', () =>
  withLive(async (live) => {
    const [there, other] = [await live.provide(council), await live.provide(force)]
    await admit(live.database.maintainer, there.kept.id, sam.person, 'sam@aldermoor.example')
    const at = new WebVisitor()
    const back = (await comeBack(at, await begin(live, there, at), 'sam-at-council', isBack)).url
    const wrong = new URL(back)
    wrong.searchParams.set('state', 'x'.repeat(43))
    saysSo(await at.go(wrong), 400, /That sign-in is over/)
    saysSo(await new WebVisitor().go(back), 400, /That sign-in is over/)
    const elsewhere = new URL(back)
    elsewhere.pathname = `/sign-in/with/${other.kept.id}/return`
    const mixedUp = at.copy()
    saysSo(await mixedUp.go(elsewhere), 400, /That sign-in is over/)
    assert.equal(await isIn(live, mixedUp), false)
    saysSo(await at.go(back), 400, /That sign-in is over/)
    const again = (await begin(live, there, at, {}, isBack)).url
    assert.equal((await at.go(again)).status, 200)
    assert.equal(await isIn(live, at), true)
    saysSo(await at.copy().go(again), 400, /That sign-in is over/)
    assert.deepEqual(
      [...new Set(await looks(live))].toSorted(),
      [
        `sign-in refused: oidc:${other.issuer}: over`,
        `sign-in refused: oidc:${there.issuer}: over`,
        `sign-in: oidc:${there.issuer}`,
      ].toSorted(),
    )
    assert.deepEqual(live.defects, [])
  }))

test('Whoever is not known, not verified, of no allowed domain or without a post is told whom to ring, and nothing more.', () =>
  withLive(async (live) => {
    const there = await live.provide(council)
    const { maintainer, owner } = live.database
    await admit(maintainer, there.kept.id, sam.person, 'sam@aldermoor.example')
    for (const login of ['nobody-here', 'unverified-sam']) {
      const { at, shown } = await signIn(live, there, login)
      saysSo(shown, 403, /You are not known here yet[^]*Ring and ask to be admitted[^]*tel:01632/)
      assert.equal(await isIn(live, at), false)
    }
    const before = await signIn(live, there, 'sam-at-council')
    await owner.query(`update whereabouts.post set until_day = current_date - 1 where person = $1`, [
      sam.person,
    ])
    assert.equal(await isIn(live, before.at), false)
    saysSo(
      (await signIn(live, there, 'sam-at-council')).shown,
      403,
      /You hold no post here today[^]*tel:01632/,
    )
    assert.deepEqual(
      (await looks(live)).filter((what) => what.includes('refused')).map((what) => what.split(': ').at(-1)),
      ['unknown', 'unknown', 'no-post'],
    )
    assert.deepEqual(live.defects, [])
  }))

test('Whoever is of an allowed domain comes in as a new person, in the role that the organisation chose, and once.', () =>
  withLive(async (live) => {
    const there = await live.provide(council)
    for (const _time of [1, 2]) {
      const { shown } = await signIn(live, there, 'newcomer')
      assert.equal(`${shown.url.pathname} ${shown.status}`, '/duties 200')
      assert.match(shown.text, /Nia Newcomer/)
    }
    const { rows } = await live.database.owner.query(
      `select role, organisation from whereabouts.post where person_name = 'Nia Newcomer'`,
    )
    assert.deepEqual(rows, [{ role: 'social-worker', organisation: there.kept.organisation }])
  }))

test('A provider speaks for its own organisation alone: a force signs in nobody of a council.', () =>
  withLive(async (live) => {
    const other = await live.provide(force)
    await admit(live.database.maintainer, other.kept.id, sam.person, 'sam@aldermoor.example')
    const { at, shown } = await signIn(live, other, 'sam-at-council')
    saysSo(shown, 403, /You hold no post here today/)
    assert.equal(await isIn(live, at), false)
  }))
