import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  added,
  byName,
  codeOf,
  isSound,
  organisations,
  someone,
  takesUp,
  triesToSignIn,
  user,
  type Secrets,
} from '../support/journey-accounts.ts'
import type { Person } from '../support/journey-person.ts'
import { theBrowser, theProduct, type Product } from '../support/journey-product.ts'

const started = theProduct({ DEMONSTRATION: 'no' })
const browser = theBrowser()
const product = (): Product => byName(started())

const carer = {
  name: 'Maya Lindqvist',
  signIn: 'maya@fernhill.example',
  password: 'lantern gravel seventeen',
}

let mayaHas: Secrets
let maya: Person

test('a carer of a live installation has taken up her invitation', async () => {
  await organisations(product())
  const link = await added(product(), carer, 'Fernhill Homes', 'carer')
  maya = await someone(browser(), product(), { width: 320 })
  mayaHas = await takesUp(maya, link, carer.password)
  await maya.page.getByRole('button', { name: 'Sign out' }).click()
  await maya.arrivesAt('/sign-in')
})

test('a passkey signs in while somebody tries passwords in the carer’s name, and so does a device that is known', async () => {
  const at = await someone(browser(), product())
  const devices = await at.page.context().newCDPSession(at.page)
  await devices.send('WebAuthn.enable')
  const options = {
    protocol: 'ctap2',
    transport: 'internal',
    hasResidentKey: true,
    hasUserVerification: true,
    isUserVerified: true,
  } as const
  await devices.send('WebAuthn.addVirtualAuthenticator', { options })
  await triesToSignIn(at, carer.signIn, carer.password, mayaHas.recoveryCodes[1] ?? '')
  await at.arrivesAt('/board')
  await at.goTo('/you/account')
  await at.page.getByLabel('Name of the device').fill('Fernhill tablet')
  await at.press('Add a passkey')
  await at.sees('The passkey is kept')
  await at.sees('Fernhill tablet')
  await isSound(at)
  await at.page.getByRole('button', { name: 'Sign out' }).first().click()
  await at.arrivesAt('/sign-in')

  const stranger = await someone(browser(), product())
  for (let tried = 0; tried < 10; tried++)
    await triesToSignIn(stranger, carer.signIn, `guess ${tried}`, '000000')
  await triesToSignIn(stranger, carer.signIn, carer.password, codeOf(mayaHas.totp, 1))
  await stranger.sees('That was tried too often')
  await isSound(stranger)
  await stranger.leaves()

  await at.press('Sign in with a passkey')
  await at.arrivesAt('/board')
  await triesToSignIn(maya, carer.signIn, carer.password, mayaHas.recoveryCodes[2] ?? '')
  await maya.arrivesAt('/board')
  await at.leaves()
})

test('one press locks; nothing is shown until the carer’s own password, and what was being typed is not lost', async () => {
  await maya.goTo('/report/new-child')
  const again = await maya.page.context().newPage()
  await again.goto('/board')
  await again.getByRole('button', { name: 'Lock' }).click()
  await again.waitForURL(/\/locked/)
  const locked = (await again.locator('body').innerText()).replaceAll(/\s+/g, ' ')
  assert.match(locked, /Locked by Maya Lindqvist/)
  assert.doesNotMatch(locked, /Board|My duties/)
  await again.close()
  await maya.page.getByLabel('Name', { exact: true }).fill('Robin Ashdown')
  await maya.press('Continue')
  await maya.arrivesAt('/locked')
  await isSound(maya)
  await maya.page.getByLabel('Password', { exact: true }).fill('not hers')
  await maya.press('Unlock as Maya Lindqvist')
  await maya.sees('That is not the password of whoever locked this')
  await maya.page.getByLabel('Password', { exact: true }).fill(carer.password)
  await maya.press('Unlock as Maya Lindqvist')
  await maya.arrivesAt('/held')
  await maya.sees('Robin Ashdown')
  await isSound(maya)
  await maya.press('Send it now')
  await maya.arrivesAt(/\/report\/[\da-f-]{36}\/worried$/)
})

test('a new password is asked only of somebody who has just shown who they are, and ends every other session', async () => {
  await maya.goTo('/you/account/password')
  await isSound(maya)
  await maya.page.getByLabel('New password').fill('a quite different phrase')
  await maya.press('Change password')
  await maya.arrivesAt('/you/account?done=password')
  await maya.goTo('/you/account/codes')
  await isSound(maya)
  await maya.goTo('/confirm?to=/you')
  await isSound(maya)
  await maya.page.getByLabel('Password', { exact: true }).fill(carer.password)
  await maya.page.getByLabel('Code', { exact: true }).fill(mayaHas.recoveryCodes[3] ?? '')
  await maya.press('Yes, go on')
  await maya.sees('The password or the code is not right')
})

test('somebody holds a second post, acts in it by choice, and is out at once when their time here ends', async () => {
  const at = product()
  await user(at, 'post', {
    'sign-in': carer.signIn,
    organisation: 'Fernhill Homes',
    role: 'home-on-call',
    telephone: '01632 960707',
  })
  await maya.goTo('/you')
  await isSound(maya)
  await maya.page.getByLabel(/on-call/).check()
  await maya.press('Act in this post')
  await maya.arrivesAt('/board')
  await maya.goTo('/you')
  assert.equal(await maya.page.getByLabel(/on-call/).isChecked(), true)
  assert.match(await user(at, 'end', { 'sign-in': carer.signIn }), /signs in no more/)
  await maya.page.goto('/board')
  await maya.arrivesAt('/sign-in?to=%2Fboard')
  await triesToSignIn(maya, carer.signIn, 'a quite different phrase', mayaHas.recoveryCodes[4] ?? '')
  await maya.sees(/is not right|tried too often/)
  assert.match(await user(at, 'list'), /maya@fernhill\.example: ended/)
})
