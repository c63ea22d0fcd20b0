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
  sam,
  saysSo,
  signIn,
} from '../support/through-a-provider.ts'
import { assertValidHtml } from '../support/valid-html.ts'
import { WebVisitor } from '../support/web-visitor.ts'

test('A code that was used, another’s code, another issuer and another nonce are not trusted.', () =>
  withLive(async (live) => {
    const there = await live.provide(council)
    await admit(live.database.maintainer, there.kept.id, sam.person, 'sam@aldermoor.example')
    const { at } = await signIn(live, there, 'sam-at-council')
    const answer = async (more?: Readonly<Record<string, string>>) =>
      (await begin(live, there, at, more, isBack)).url
    const spent = await answer()
    assert.equal((await at.copy().go(spent)).status, 200)
    const fresh = await answer()
    const changed = async (name: string, value: string) => {
      const url = new URL(await answer())
      url.searchParams.set(name, value)
      return url
    }
    const stranger = new WebVisitor()
    for (const url of [
      await changed('code', spent.searchParams.get('code')!),
      await changed('code', fresh.searchParams.get('code')!),
      await changed('code', 'x'),
    ])
      saysSo(await at.go(url), 403, /could not be trusted/)
    for (const url of [await changed('iss', 'https://elsewhere.example'), await changed('iss', '')])
      saysSo(await at.go(url), 403, /could not be trusted/)
    const door = await stranger.go(`${live.address}/sign-in`)
    const _csrf = /name="_csrf" value="([^"]+)"/.exec(door.text)![1]!
    const left = await stranger.ask(`${live.address}/sign-in/with/${there.kept.id}`, { _csrf })
    const asked = new URL(left.headers.get('location')!)
    asked.searchParams.set('nonce', 'a nonce of somebody else')
    saysSo(await comeBack(stranger, await stranger.go(asked), 'sam-at-council'), 403, /could not be trusted/)
    assert.equal(await isIn(live, stranger), false)
    assert.deepEqual(live.defects, [])
    assert.equal(live.told.length, 6)
  }))

test('Whoever goes back is told so, and a client that the provider does not take for its own says who can mend it.', () =>
  withLive(async (live) => {
    const there = await live.provide({ ...council, secret: 'not the secret' })
    const at = new WebVisitor()
    const asked = await begin(live, there, at)
    const abort = /href="([^"]+abort)"/.exec(asked.text)![1]!
    saysSo(await at.go(new URL(abort, asked.url)), 403, /did not sign you in/)
    saysSo(
      await comeBack(at, await begin(live, there, at), 'sam-at-council'),
      503,
      /does not let Whereabouts ask/,
    )
    const logged = JSON.stringify(live.told, (_key, value: unknown) =>
      value instanceof Error ? value.message : value,
    )
    assert.ok(!logged.includes('not the secret'))
    assert.deepEqual(live.defects, [])
  }))

test('A provider that cannot be reached is said so at once and later, the others go on, and it is offered when it is back.', () =>
  withLive(async (live) => {
    const [there, other] = [await live.provide(council), await live.provide(force)]
    const { maintainer } = live.database
    await admit(maintainer, other.kept.id, lena.person, 'lena@police.example')
    await there.stop()
    const at = new WebVisitor()
    const door = async () => (await at.go(`${live.address}/sign-in`)).text
    const gone = await door()
    assertValidHtml(gone)
    assert.match(gone, /Aldermoor Council’s own sign-in cannot be reached just now/)
    assert.match(gone, new RegExp(`Sign in with ${other.kept.name}`))
    assert.equal((await signIn(live, other, 'lena-at-force')).shown.status, 200)
    saysSo(await begin(live, there, at), 503, /Aldermoor Council cannot be reached just now/)
    const back = await there.startAgain()
    assert.match(await door(), /Sign in with Aldermoor Council/)
    const asked = await begin(live, there, at)
    const answered = (await comeBack(at, asked, 'sam-at-council', isBack)).url
    await back.stop()
    saysSo(await at.go(answered), 503, /Aldermoor Council cannot be reached just now/)
    assert.match(await door(), /cannot be reached just now/)
    assert.deepEqual(live.defects, [])
  }, 0))

test('Clocks may be a minute apart, and no more.', async (t) => {
  for (const [apart, status] of [
    [45, 200],
    [90, 403],
  ] as const)
    await withLive(async (live) => {
      let ahead = 0
      const now = Date.now.bind(Date)
      const clock = t.mock.method(Date, 'now', () => now() + ahead * 1000)
      // Ours is ahead from the moment at which the provider has written that its token counts for ten seconds.
      const more = { ttl: { IdToken: 10 }, told: { 'grant.success': () => (ahead = 10 + apart) } }
      const there = await live.provide({ ...council, more })
      await admit(live.database.maintainer, there.kept.id, sam.person, 'sam@aldermoor.example')
      const { shown } = await signIn(live, there, 'sam-at-council')
      clock.mock.restore()
      assert.equal(shown.status, status)
    })
})
