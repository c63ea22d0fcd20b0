import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cast } from '../../src/cli/demonstration/cast.ts'
import { admit } from '../../src/store/provider-keeping.ts'
import { withLive } from '../support/signing-in.ts'
import { begin, comeBack, council, isIn, looks, sam, saysSo, signIn } from '../support/through-a-provider.ts'
import { WebVisitor } from '../support/web-visitor.ts'

test('Signing out here signs out there, and asks the provider with whose session it was.', () =>
  withLive(async (live) => {
    const there = await live.provide(council)
    await admit(live.database.maintainer, there.kept.id, sam.person, 'sam@aldermoor.example')
    const { at, shown } = await signIn(live, there, 'sam-at-council')
    const _csrf = /name="_csrf" value="([^"]+)"/.exec(shown.text)![1]!
    const asked = await at.go(`${live.address}/sign-out`, { _csrf })
    assert.equal(asked.url.origin, there.issuer)
    assert.equal(await isIn(live, at), false)
    assert.ok(asked.url.searchParams.get('id_token_hint')!.split('.').length === 3)
    const back = await at.send(asked, { logout: 'yes' })
    assert.equal(`${back.url.origin}${back.url.pathname} ${back.status}`, `${live.address}/sign-in 200`)
    const again = await begin(live, there, at)
    assert.equal(again.url.origin, there.issuer)
    assert.match(again.text, /name="login"/)
  }))

test('Signing out there signs out here, on every browser that shares the session and on no other.', () =>
  withLive(async (live) => {
    const there = await live.provide(council)
    await admit(live.database.maintainer, there.kept.id, sam.person, 'sam@aldermoor.example')
    const [one, two] = [
      await signIn(live, there, 'sam-at-council'),
      await signIn(live, there, 'sam-at-council'),
    ]
    const asked = await one.at.go(`${there.issuer}/session/end`)
    await one.at.send(asked, { logout: 'yes' })
    assert.deepEqual([await isIn(live, one.at), await isIn(live, two.at)], [false, true])
    const address = `${live.address}/back-channel/${there.kept.id}/signed-out`
    for (const form of [{}, { logout_token: 'x' }, { logout_token: 'a.b.c' }]) {
      const { status } = await new WebVisitor().ask(address, form)
      assert.equal(status, 400)
    }
    assert.equal(await isIn(live, two.at), true)
    assert.deepEqual(live.defects, [])
  }))

test('Showing again who one is asks the provider afresh, opens what was locked, and is refused to anybody else.', () =>
  withLive(async (live) => {
    const there = await live.provide({
      ...council,
      people: { ...council.people, grace: { email: 'g@aldermoor.example', email_verified: true } },
    })
    const { maintainer, owner } = live.database
    await admit(maintainer, there.kept.id, sam.person, 'sam@aldermoor.example')
    await admit(maintainer, there.kept.id, cast.grace.post.person, 'g@aldermoor.example')
    const { at, shown } = await signIn(live, there, 'sam-at-council')
    const _csrf = /name="_csrf" value="([^"]+)"/.exec(shown.text)![1]!
    await owner.query(`update whereabouts.session set authenticated = authenticated - interval '1 hour'`)
    await at.ask(`${live.address}/lock`, { _csrf })
    assert.equal(await isIn(live, at), false)
    const another = at.copy(new URL(live.address))
    const asked = await begin(live, there, another, { again: 'yes' })
    assert.match(asked.text, /name="login"/)
    saysSo(await comeBack(another, asked, 'grace'), 403, /That was somebody else/)
    assert.equal(await isIn(live, at), false)
    const second = await begin(live, there, at, { again: 'yes' })
    assert.match(second.text, /name="login"/)
    const back = await comeBack(at, second, 'sam-at-council')
    assert.equal(`${back.url.pathname} ${back.status}`, '/duties 200')
    const { rows } = await owner.query<{ recent: boolean }>(
      `select authenticated > now() - interval '1 minute' as recent from whereabouts.session where ended is null`,
    )
    assert.deepEqual(rows, [{ recent: true }])
    assert.ok((await looks(live)).includes(`sign-in again: oidc:${there.issuer}`))
  }))
