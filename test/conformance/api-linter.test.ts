import assert from 'node:assert/strict'
import { before, suite, test } from 'node:test'
import spectralCore, { type ISpectralDiagnostic, type RulesetDefinition } from '@stoplight/spectral-core'
import rulesets from '@stoplight/spectral-rulesets'
import { files } from '../../src/exchange/files/files.ts'
import { momentOf } from '../../src/kernel/moment.ts'
import { createAccounts } from '../../src/store/accounts.ts'
import { createDrafts } from '../../src/store/drafts.ts'
import { createDevices } from '../../src/store/devices.ts'
import { openPool } from '../../src/store/pool.ts'
import { createSessions } from '../../src/store/sessions.ts'
import { createStore } from '../../src/store/store.ts'
import { createServer } from '../../src/web/server.ts'

type Json = Record<string, unknown>

/** The document as the product serves it: nothing in it needs a database, so none is asked. */
async function served(): Promise<Json> {
  const pool = openPool({}, 1)
  const store = createStore({ app: pool })
  const server = await createServer({
    app: { store, protocols: { editions: [] }, directory: () => store.directory() },
    routes: [],
    accounts: createAccounts(pool),
    files,
    drafts: createDrafts(pool, 'a secret of this test'),
    devices: createDevices(pool),
    sessions: createSessions(pool, { idle: 'PT15M', longest: 'PT12H' }),
    postOfToken: () => Promise.resolve(undefined),
    clock: () => momentOf(Temporal.Now.instant()),
    cookieSecret: 'for tests only, and long enough',
    demonstration: true,
    report: (defect) => assert.fail(String(defect)),
  })
  try {
    const reply = await server.inject({ url: '/api/v1/openapi.json' })
    assert.equal(reply.statusCode, 200)
    return reply.json<Json>()
  } finally {
    await server.close()
    await pool.end()
  }
}

/** Everything that Spectral has to say by the rules that it comes with, hints and warnings included. */
async function complaints(document: Json): Promise<readonly ISpectralDiagnostic[]> {
  const spectral = new spectralCore.Spectral()
  spectral.setRuleset({ extends: [[rulesets.oas as RulesetDefinition, 'recommended']] })
  return spectral.run(document)
}

suite('Spectral, with the rules for OpenAPI that it comes with', () => {
  let document: Json = {}
  before(async () => {
    document = await served()
  })

  test('has nothing to say of the description that the product serves', async () => {
    assert.ok(Object.keys(document['paths'] as Json).length > 40)
    const said = await complaints(document)
    assert.deepEqual(
      said.map(({ code, message, path }) => `${code} at ${path.join('/')}: ${message}`),
      [],
    )
  })

  test('would say so if an operation had no tag, a reference led nowhere, or a component were not used', async () => {
    const paths = document['paths'] as Readonly<Record<string, { readonly get: Json }>>
    const { tags: _tags, ...get } = paths['/problems']!.get
    const components = { schemas: { Lonely: { type: 'object' } }, securitySchemes: {} }
    const said = await complaints({ ...document, security: [], paths: { '/problems': { get } }, components })
    const codes = [...new Set(said.map(({ code }) => String(code)))].toSorted()
    assert.deepEqual(codes, ['invalid-ref', 'oas3-unused-component', 'operation-tags'])
  })
})
