import assert from 'node:assert/strict'
import { test } from 'node:test'
import { routes } from '../../src/web/routes.ts'
import { withApi } from '../support/api.ts'

test('reached over TLS alone, no cookie travels without it and browsers are told so', () =>
  withApi(
    async ({ server }) => {
      const { headers, cookies } = await server.inject({ method: 'GET', url: '/sign-in' })
      assert.equal(headers['strict-transport-security'], 'max-age=31536000; includeSubDomains')
      assert.ok(cookies.length > 0)
      for (const { name, secure } of cookies) assert.equal(secure, true, name)
    },
    { routes, secure: true },
  ))
