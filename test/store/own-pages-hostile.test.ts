import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '../../src/application/ids.ts'
import { accessIdOf, childIdOf } from '../../src/cli/demonstration/child-plan.ts'
import { children } from '../../src/cli/demonstration/children.ts'
import { clockAt } from '../../src/cli/demonstration/clock.ts'
import { momentOf } from '../../src/kernel/moment.ts'
import { withApi } from '../support/api.ts'
import { naughtyStrings } from '../support/naughty-strings.ts'
import { WebVisitor } from '../support/web-visitor.ts'

const plan = children.find(({ access }) => access !== undefined)!
const access = accessIdOf(plan, clockAt(momentOf(Temporal.Now.instant())))!
const inventedChild = { name: 'Tyler Boothe', comeIn: { child: childIdOf(plan.key), access } }
const some = ['', '\0', '\ud800', 'x'.repeat(9000), ...naughtyStrings.filter((_, place) => place % 8 === 0)]

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
