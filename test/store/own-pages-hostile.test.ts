import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '../../src/application/ids.ts'
import { accessIdOf, childIdOf } from '../../src/cli/demonstration/child-plan.ts'
import { children } from '../../src/cli/demonstration/children.ts'
import { clockAt } from '../../src/cli/demonstration/clock.ts'
import { momentOf } from '../../src/kernel/moment.ts'
import { withApi } from '../support/api.ts'
import { naughtyStrings } from '../support/naughty-strings.ts'
import { assertValidHtml } from '../support/valid-html.ts'
import { WebVisitor } from '../support/web-visitor.ts'

const plan = children.find(({ access }) => access !== undefined)!
const access = accessIdOf(plan, clockAt(momentOf(Temporal.Now.instant())))!
const inventedChild = { name: 'Tyler Boothe', comeIn: { child: childIdOf(plan.key), access } }
const some = ['', '\0', '\ud800', 'x'.repeat(9000), ...naughtyStrings.filter((_, place) => place % 8 === 0)]

const typed = { words: 'I am not safe\nat the pier', safe: 'not-safe' }

/** Whether it is all there to be sent again, and says what happened. */
function assertKept(text: string, says: RegExp): void {
  assert.match(text, says)
  assert.ok(text.includes('I am not safe\nat the pier'))
  assert.ok(text.includes('not-safe'))
  assert.match(text, /Ring 999 now/)
}

async function within(address: string): Promise<{ child: WebVisitor; token: string }> {
  const child = new WebVisitor()
  const { text } = await child.go(`${address}/mine/enter`)
  const token = /name="_csrf" value="([^"]+)"/.exec(text)?.[1] ?? ''
  await child.ask(`${address}/mine/invented`, { _csrf: token })
  return { child, token }
}

test('A form of a child’s whose token is no longer good is there again as it was typed, and says so.', () =>
  withApi(
    async ({ server, database: { owner } }) => {
      const address = await server.listen({ port: 0, host: '127.0.0.1' })
      const written = async () =>
        (await owner.query(`select from whereabouts.entry where sections = '{care-childs-account}'`)).rowCount
      const before = await written()
      const form = newId()
      const { child } = await within(address)
      const refused = await child.ask(`${address}/mine/write`, { ...typed, form, _csrf: 'old' })
      assert.equal(refused.status, 403)
      assertKept(refused.text, /This is not sent: the page had been open for too long/)
      assert.ok(refused.text.includes(form))
      assert.equal(await written(), before)
      const _csrf = /name="_csrf" value="([^"]+)"/.exec(refused.text)?.[1] ?? ''
      assert.equal((await child.ask(`${address}/mine/write`, { ...typed, form, _csrf })).status, 303)
      assert.equal(await written(), (before ?? 0) + 1)

      const outside = new WebVisitor()
      for (const path of ['/mine/write', '/mine/enter', '/mine/invented']) {
        const kept = await outside.ask(`${address}${path}`, { ...typed, name: 'Otter', _csrf: 'old' })
        assert.equal(kept.status, 403)
        assertKept(kept.text, /What you wrote is not sent yet/)
      }
      const code = await outside.ask(`${address}/mine/code`, {
        code: 'K7MD-4PXQ',
        name: 'Otter',
        _csrf: 'old',
      })
      assert.equal(code.status, 403)
      assert.match(code.text, /K7MD-4PXQ/)

      const elsewhere = await server.inject({
        method: 'POST',
        url: '/mine/write',
        headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'cross-site' },
        payload: new URLSearchParams({ ...typed, _csrf: 'x' }).toString(),
      })
      assert.equal(elsewhere.statusCode, 403)
      assert.doesNotMatch(elsewhere.body, /pier/)
    },
    { inventedChild },
  ))

test('A child who is asked to wait has everything that they typed, and is told how long.', () =>
  withApi(
    async ({ server }) => {
      const address = await server.listen({ port: 0, host: '127.0.0.1' })
      const { child, token } = await within(address)
      assert.equal((await child.ask(`${address}/mine/list`)).status, 200)
      const refused = await child.ask(`${address}/mine/write`, { ...typed, form: newId(), _csrf: token })
      assert.equal(refused.status, 429)
      assert.ok(Number(refused.headers.get('retry-after')) > 0)
      assertKept(refused.text, /This is not sent: too much came from here at once. Wait/)
      const page = await child.ask(`${address}/mine/list`)
      assert.equal(page.status, 429)
      assert.match(page.text, /Wait .*second/)

      const outside = await new WebVisitor().ask(`${address}/mine/write`, { ...typed, _csrf: token })
      assert.equal(outside.status, 429)
      assertKept(outside.text, /What you wrote is not sent yet/)
    },
    { inventedChild, limits: { person: 1, address: 2, machine: 100 } },
  ))

test('Nothing that is typed on a child’s own pages breaks them.', () =>
  withApi(
    async ({ server, defects }) => {
      const address = await server.listen({ port: 0, host: '127.0.0.1' })
      const child = new WebVisitor()
      const { text } = await child.go(`${address}/mine/enter`)
      const _csrf = /name="_csrf" value="([^"]+)"/.exec(text)?.[1] ?? ''
      const sent = async (path: string, fields: Readonly<Record<string, string>>) => {
        const { status } = await child.ask(`${address}${path}`, { _csrf, ...fields })
        assert.ok(status < 500, `${path}: ${status}, ${JSON.stringify(fields).slice(0, 200)}`)
        return status
      }
      for (const one of some) {
        assert.equal(
          await sent('/mine/enter', { name: one, pin: one, words: one, safe: one, form: one }),
          400,
        )
        assert.equal(await sent('/mine/code', { code: one, name: one, pin: one, again: one }), 400)
        assert.equal(await sent('/mine/write', { form: one, words: one, safe: one }), 403)
      }
      assert.equal(await sent('/mine/invented', {}), 303)
      for (const one of some) {
        assert.equal(await sent('/mine/write', { form: newId(), words: one, safe: one }), 400)
        await sent('/mine/write', { form: one, words: one, safe: 'safe' })
        const asked = await child.ask(`${address}/mine/write?form=${encodeURIComponent(one.toWellFormed())}`)
        assert.ok(asked.status < 500)
      }
      assert.equal((await child.ask(`${address}/mine`)).status, 200)
      assert.deepEqual(defects, [])
    },
    { inventedChild },
  ))

test('Finish ends it, also where the page had been open for too long, and never because another site says so.', () =>
  withApi(
    async ({ server }) => {
      const address = await server.listen({ port: 0, host: '127.0.0.1' })
      const { child } = await within(address)
      const isIn = async () => (await child.ask(`${address}/mine/list`)).status === 200
      assert.ok(await isIn())
      const elsewhere = await child.ask(`${address}/mine/leave`, { _csrf: 'old' }, 'cross-site')
      assert.equal(elsewhere.status, 403)
      assert.ok(await isIn())
      const session = child.copy()
      const left = await child.ask(`${address}/mine/leave`, { _csrf: 'old' })
      assert.deepEqual([left.status, left.headers.get('location')], [303, '/mine/enter'])
      assert.ok(!(await isIn()))
      // The session is over, and not the cookie alone.
      assert.notEqual((await session.ask(`${address}/mine/list`)).status, 200)
    },
    { inventedChild },
  ))

test('What is far too long for a form is answered by a page of the child’s own, and nobody’s else.', () =>
  withApi(
    async ({ server, defects }) => {
      const address = await server.listen({ port: 0, host: '127.0.0.1' })
      const { child, token } = await within(address)
      const words = 'x'.repeat(600_000)
      for (const path of ['/mine/write', '/mine/enter', '/mine/code', '/mine/leave']) {
        const { status, text } = await child.ask(`${address}${path}`, { ...typed, words, _csrf: token })
        assert.equal(status, 413, path)
        assert.match(text, /That was too long/)
        assert.match(text, /<title>My page<\/title>/)
        assert.match(text, /Childline: 0800 1111/)
        assert.doesNotMatch(text, /href="\/(board|sign-in)"|xxxx/)
        assertValidHtml(text)
      }
      assert.equal((await child.ask(`${address}/mine/list`)).status, 200)
      assert.deepEqual(defects, [])
    },
    { inventedChild },
  ))
