import assert from 'node:assert/strict'
import { generateKeyPairSync } from 'node:crypto'
import { test } from 'node:test'
import { createLocalJWKSet, exportJWK, SignJWT, UnsecuredJWT, type JWTPayload } from 'jose'
import { Configuration } from 'openid-client'
import { newId } from '../../application/ids.ts'
import { endedThere } from './logout-token.ts'

const issuer = 'https://sign-in.aldermoor.example'
const event = 'http://schemas.openid.net/event/backchannel-logout'
const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey

const discovered = {
  provider: {
    id: newId<'identity-provider'>(),
    organisation: newId<'organisation'>(),
    name: 'Aldermoor Council',
    issuer,
    clientId: 'whereabouts',
    claim: 'email',
    via: [],
  },
  configuration: new Configuration(
    { issuer, id_token_signing_alg_values_supported: ['RS256', 'HS256', 'none'] },
    'whereabouts',
  ),
  keys: createLocalJWKSet({ keys: [{ ...(await exportJWK(publicKey)), alg: 'RS256' }] }),
}

const now = () => Math.floor(Date.now() / 1000)
const good = (): JWTPayload => ({
  iss: issuer,
  aud: 'whereabouts',
  iat: now(),
  jti: 'once',
  sub: 'sam',
  sid: 'there',
  events: { [event]: {} },
})

const signed = (claims: JWTPayload, key = privateKey) =>
  new SignJWT(claims).setProtectedHeader({ alg: 'RS256' }).sign(key)

const says = async (changed: Readonly<Record<string, unknown>>) =>
  endedThere(discovered, await signed({ ...good(), ...changed }))

test('a logout token says whose session ended, and when', async () => {
  const ended = await says({})
  assert.deepEqual([ended?.subject, ended?.sid], ['sam', 'there'])
  assert.deepEqual(Object.keys((await says({ sub: undefined }))!), ['sid', 'at'])
  assert.deepEqual(Object.keys((await says({ sid: undefined }))!), ['subject', 'at'])
})

test('one for another client, of another issuer, too old, too new, with a nonce or without its event is none', async () => {
  for (const changed of [
    { aud: 'another' },
    { iss: 'https://elsewhere.example' },
    { iat: now() - 400 },
    { iat: now() + 120 },
    { exp: now() - 90 },
    { nonce: 'x' },
    { events: {} },
    { events: { [event]: 'yes' } },
    { events: undefined },
    { jti: undefined },
    { iat: undefined },
    { sub: undefined, sid: undefined },
  ])
    assert.equal(await says(changed), undefined, JSON.stringify(changed))
})

test('one that the provider did not sign is none', async () => {
  assert.equal(await endedThere(discovered, await signed(good(), other)), undefined)
  assert.equal(await endedThere(discovered, new UnsecuredJWT(good()).encode()), undefined)
  const shared = new SignJWT(good()).setProtectedHeader({ alg: 'HS256' })
  assert.equal(
    await endedThere(discovered, await shared.sign(new TextEncoder().encode('a'.repeat(32)))),
    undefined,
  )
  for (const text of ['', 'x', 'a.b.c', '\0', '.'.repeat(50)])
    assert.equal(await endedThere(discovered, text), undefined, text)
})
