import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cast } from '../../src/cli/demonstration/cast.ts'
import { accessIdOf, childIdOf } from '../../src/cli/demonstration/child-plan.ts'
import { children } from '../../src/cli/demonstration/children.ts'
import { clockAt } from '../../src/cli/demonstration/clock.ts'
import { momentOf } from '../../src/kernel/moment.ts'
import { routes } from '../../src/web/routes.ts'
import { withApi } from '../support/api.ts'

const plan = children.find(({ access }) => access !== undefined)!
const access = accessIdOf(plan, clockAt(momentOf(Temporal.Now.instant())))!
const inventedChild = { name: 'Tyler Boothe', comeIn: { child: childIdOf(plan.key), access } }

test('reached over TLS alone, no cookie travels without it and browsers are told so', () =>
  withApi(
    async ({ server }) => {
      const set = new Set<string>()
      for (const [from, to, fields] of [
        ['/sign-in', '/sign-in', { post: cast.ruth.post.id, to: '/board' }],
        ['/mine/enter', '/mine/invented', {}],
      ] as const) {
        const page = await server.inject({ method: 'GET', url: from })
        assert.equal(page.headers['strict-transport-security'], 'max-age=31536000; includeSubDomains')
        const sent = await server.inject({
          method: 'POST',
          url: to,
          cookies: Object.fromEntries(page.cookies.map(({ name, value }) => [name, value])),
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
          payload: new URLSearchParams({
            ...fields,
            _csrf: /name="_csrf" value="([^"]+)"/.exec(page.body)?.[1] ?? '',
          }).toString(),
        })
        assert.equal(sent.statusCode, 303)
        for (const { name, secure, httpOnly, sameSite } of [...page.cookies, ...sent.cookies]) {
          assert.deepEqual([secure, httpOnly, sameSite], [true, true, 'Lax'], name)
          set.add(name)
        }
      }
      assert.deepEqual([...set].toSorted(), ['_csrf', 'wa-mine', 'wa-mine-known', 'wa-session'])
    },
    { routes, secure: true, inventedChild },
  ))
