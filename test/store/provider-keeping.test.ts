import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { cast } from '../../src/cli/demonstration/cast.ts'
import { demonstrationDirectory } from '../../src/cli/demonstration/partnership.ts'
import type { ProviderAsked } from '../../src/cli/house.ts'
import { providerSecrets, type ProviderSecrets } from '../../src/exchange/provider-secrets.ts'
import {
  addProvider,
  admitPerson,
  dismissPerson,
  endProvider,
  listProviders,
} from '../../src/provider-keeping.ts'
import { keepDirectory } from '../../src/store/directory.ts'
import type { Connections } from '../../src/store/server/connections.ts'
import { withDatabase, type TestDatabase } from '../support/database.ts'

const asked: ProviderAsked = {
  organisation: 'Aldermoor Council',
  issuer: 'https://sign-in.aldermoor.example',
  clientId: 'whereabouts',
  claim: 'email',
  domains: [{ domain: 'aldermoor.example', role: 'social-worker' }],
  via: ['https://federation.aldermoor.example/path'],
  secret: 'a secret that stands nowhere else',
}
const address = 'https://whereabouts.example'

type Kept = TestDatabase & {
  readonly connections: Connections
  readonly secrets: ProviderSecrets
  readonly folder: string
}

async function withKeeping(work: (kept: Kept) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'providers-'))
  try {
    await withDatabase(async (database) => {
      await keepDirectory(database.maintainer, demonstrationDirectory)
      const maintainer = database.login('maintainer')
      const connections = { maintainer } as unknown as Connections
      await work({ ...database, connections, secrets: providerSecrets(folder), folder })
    })
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function runs({ owner }: TestDatabase) {
  const { rows } = await owner.query<{ verb: string; reason: string }>(
    'select verb, reason from whereabouts.maintenance order by at',
  )
  return rows
}

test('A provider is added, somebody admitted, both listed and it is removed, each on the record and the secret nowhere.', () =>
  withKeeping(async (kept) => {
    const { connections, secrets, folder, owner } = kept
    const added = await addProvider(connections, secrets, address, asked)
    assert.ok(added.kind === 'added')
    assert.equal(added.secret, 'data folder')
    assert.deepEqual(added.register, {
      redirect: `${address}/sign-in/with/${added.id}/return`,
      afterSignOut: `${address}/sign-in`,
      backChannel: `${address}/back-channel/${added.id}/signed-out`,
    })
    const who = { id: added.id, person: cast.sam.post.personName, as: 'sam@aldermoor.example' }
    assert.deepEqual(await admitPerson(connections, who), { kind: 'admitted', person: cast.sam.post.person })
    const [listed] = await listProviders(connections, secrets)
    assert.deepEqual([listed!.people, listed!.secret, listed!.removed], [1, 'data folder', undefined])
    assert.equal((await dismissPerson(connections, who)).kind, 'dismissed')
    assert.equal((await dismissPerson(connections, who)).kind, 'refused')
    assert.equal(await endProvider(connections, added.id), true)
    assert.equal(await endProvider(connections, added.id), false)
    assert.deepEqual(
      (await runs(kept)).map(({ verb }) => verb),
      ['add', 'admit', 'dismiss', 'dismiss', 'remove', 'remove'].map((act) => `provider ${act}`),
    )
    assert.match(readFileSync(join(folder, 'provider-secrets.json'), 'utf8'), /stands nowhere else/)
    const tables = ['identity_provider', 'identity', 'identity_domain', 'maintenance'].map(
      (table) => `select t::text as line from whereabouts.${table} t`,
    )
    const { rows } = await owner.query<{ line: string }>(tables.join(' union all '))
    assert.ok(rows.length > 4)
    assert.deepEqual(
      rows.filter(({ line }) => line.includes('stands nowhere else')),
      [],
    )
  }))

test('What does not fit is refused in words, and nothing is kept or recorded of it.', () =>
  withKeeping(async (kept) => {
    const { connections, secrets } = kept
    const why = async (changed: Partial<ProviderAsked>) => {
      const answer = await addProvider(connections, secrets, address, { ...asked, ...changed })
      return answer.kind === 'refused' ? answer.why : 'added'
    }
    assert.match(await why({ organisation: 'Nowhere Council' }), /no organisation Nowhere Council/)
    assert.match(await why({ issuer: 'aldermoor' }), /must be a URL/)
    assert.match(await why({ issuer: 'http://sign-in.aldermoor.example' }), /https/)
    assert.match(await why({ issuer: 'https://a.example/?x=1' }), /must be a URL/)
    assert.match(await why({ via: ['federation'] }), /must be an address/)
    assert.match(await why({ domains: [{ domain: '@a.example', role: 'school' }] }), /no domain/)
    assert.match(
      await why({ domains: [{ domain: 'a.example', role: 'duty-team' }] }),
      /until somebody allocates/,
    )
    assert.deepEqual([await runs(kept), await listProviders(connections, secrets)], [[], []])
    assert.equal(await why({ issuer: 'http://127.0.0.1:9000' }), 'added')
    assert.equal(await why({}), 'added')
    assert.match(await why({}), /already/)
  }))

test('Only somebody with a post in that organisation is admitted, by a name that is one person’s.', () =>
  withKeeping(async ({ connections, secrets }) => {
    const added = await addProvider(connections, secrets, address, asked)
    assert.ok(added.kind === 'added')
    const why = async (person: string, id = added.id) => {
      const answer = await admitPerson(connections, { id, person, as: 'x@aldermoor.example' })
      return answer.kind === 'refused' ? answer.why : answer.kind
    }
    assert.match(await why(cast.lena.post.personName), /Nobody of Aldermoor Council is called/)
    assert.match(await why('Sam'), /Nobody/)
    assert.match(await why(cast.sam.post.personName, 'x'), /no provider x/)
    assert.equal(await why(cast.sam.post.person), 'admitted')
    assert.match(await why(cast.grace.post.person), /somebody else/)
  }))
