import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '../../application/ids.ts'
import { throughOf, vouchedBy } from './claims.ts'

const byEmail = { claim: 'email' }
const provider = {
  id: newId<'identity-provider'>(),
  organisation: newId<'organisation'>(),
  name: 'Aldermoor Council',
  issuer: 'https://sign-in.aldermoor.example',
  clientId: 'whereabouts',
  claim: 'email',
  via: [],
}

test('an address counts where the provider has verified it, and nowhere else', () => {
  const email = 'sam@aldermoor.example'
  for (const email_verified of [undefined, false, 'true', 1])
    assert.deepEqual(vouchedBy({ sub: 'a', email, email_verified }, byEmail), { subject: 'a' })
  assert.deepEqual(vouchedBy({ sub: 'a', email: ` ${email} `, email_verified: true, name: 'Sam' }, byEmail), {
    subject: 'a',
    value: email,
    name: 'Sam',
  })
})

test('another claim counts as it stands', () => {
  const claims = { sub: 'a', preferred_username: 'sam', email: 'x@y.example', email_verified: true }
  assert.equal(vouchedBy(claims, { claim: 'preferred_username' })?.value, 'sam')
})

test('nobody is meant by a subject that cannot be kept, and nothing by what is no text', () => {
  for (const sub of [undefined, '', '  ', 5, 'a\0b', '\ud800', 'x'.repeat(256)])
    assert.equal(vouchedBy({ sub }, byEmail), undefined)
  for (const value of [5, {}, ['a'], '', 'a\0', '\ud800', 'x'.repeat(501)])
    assert.equal(vouchedBy({ sub: 'a', upn: value }, { claim: 'upn' })?.value, undefined)
})

test('what is kept with a session is what was said, and a time is a time', () => {
  const claims = { sub: 'a', sid: 's', acr: 'two', amr: ['pwd', 5, 'otp'], auth_time: 1_795_000_000 }
  assert.deepEqual(throughOf(claims, provider, 'token'), {
    provider: provider.id,
    subject: 'a',
    sid: 's',
    acr: 'two',
    amr: ['pwd', 'otp'],
    authenticated: '2026-11-18T11:06:40.000Z',
    idToken: 'token',
  })
  for (const auth_time of [-1, 1.5, 2 ** 40, '5', null])
    assert.equal(throughOf({ sub: 'a', auth_time }, provider, 'token')?.authenticated, undefined)
})
