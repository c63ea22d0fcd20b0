import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  added,
  byName,
  codeOf,
  organisations,
  isSound,
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

const admin = {
  name: 'Ola Brandt',
  signIn: 'ola.brandt@northmoor.example',
  password: 'kettle orbit marmalade',
}
const carer = {
  name: 'Maya Lindqvist',
  signIn: 'maya@fernhill.example',
  password: 'lantern gravel seventeen',
}

let links: { readonly admin: string; readonly carer: string }
let mayaHas: Secrets
let maya: Person

test('the command line makes the first people of a partnership, and refuses what cannot be', async () => {
  const at = product()
  await organisations(at)
  links = {
    admin: await added(at, admin, 'Northmoor Council', 'administrator'),
    carer: await added(at, carer, 'Fernhill Homes', 'carer'),
  }
  assert.match(links.admin, /^http:\/\/localhost:\d+\/invitation\/[\w-]{43}$/)
  assert.match(
    await user(at, 'list'),
    /Maya Lindqvist, maya@fernhill\.example: invited, and not signed in yet/,
  )
  await assert.rejects(
    added(at, carer, 'Fernhill Homes', 'carer'),
    /signs in as maya@fernhill\.example already/,
  )
  await assert.rejects(
    added(at, { name: 'X', signIn: 'x' }, 'Nowhere', 'carer'),
    /no organisation named Nowhere/,
  )
  await assert.rejects(added(at, { name: 'X', signIn: 'x' }, 'Fernhill Homes', 'king'), /no role king/)
  await assert.rejects(user(at, 'add', { name: 'X' }), /Say --sign-in/)
  await assert.rejects(user(at, 'crown'), /There is no user crown/)
})

test('an invitation sets a password and a second factor, and says what is wrong with either', async () => {
  const ola = await someone(browser(), product())
  await ola.goTo(links.admin)
  assert.equal(await ola.heading(), 'Welcome, Ola Brandt')
  await isSound(ola)
  const key = await ola.page.locator('input[name=authenticator]').inputValue()
  await ola.page.getByLabel('New password').fill('ola brandt 1')
  await ola.page.getByLabel('Code', { exact: true }).fill('000000')
  await ola.press('Keep these and sign in')
  await ola.sees('The password must not be your own name with a little added')
  await ola.sees('That is not the code that the app shows for this square')
  assert.equal(await ola.page.locator('input[name=authenticator]').inputValue(), key)
  await ola.page.getByLabel('New password').fill('short')
  await ola.press('Keep these and sign in')
  await ola.sees('The password must have at least 12 characters')
  await takesUp(ola, links.admin, admin.password)
  await ola.sees('Ola Brandt')
  await ola.goTo('/you')
  await ola.sees('With an invitation')
  await isSound(ola)
  await ola.leaves()
})

test('the link is good once, and a carer takes up hers on a telephone without scripts', async () => {
  const other = await someone(browser(), product())
  assert.equal((await other.page.goto(links.admin))?.status(), 404)
  assert.equal(await other.heading(), 'This invitation is no longer good')
  await isSound(other)
  await other.leaves()
  maya = await someone(browser(), product(), { width: 320, javaScript: false })
  mayaHas = await takesUp(maya, links.carer, carer.password)
  await maya.sees('Maya Lindqvist')
})

test('the sign-in page refuses a wrong password and a name that nobody has in the same words', async () => {
  const stranger = await someone(browser(), product())
  await stranger.goTo('/board')
  await stranger.arrivesAt('/sign-in?to=%2Fboard')
  await isSound(stranger)
  await stranger.sees('Northmoor Council, day and night: 01632 960703')
  const said: string[] = []
  for (const name of [carer.signIn, 'nobody@nowhere.example']) {
    await triesToSignIn(stranger, name, 'not the password', '000000')
    await stranger.sees('The name, the password or the code is not right')
    said.push((await stranger.reads()).replaceAll(/As recorded at [^.]*\./g, ''))
    assert.equal(await stranger.page.getByLabel('Sign-in name').inputValue(), name)
  }
  assert.equal(said[0], said[1])
  await triesToSignIn(stranger, '', '', '')
  await stranger.sees('Enter your sign-in name')
  await stranger.leaves()
})

test('a password and a code sign in; one code does so once, and a recovery code stands in for a lost telephone', async () => {
  await maya.page.getByRole('button', { name: 'Sign out' }).click()
  await maya.arrivesAt('/sign-in')
  await triesToSignIn(maya, carer.signIn, carer.password, codeOf(mayaHas.totp, 1))
  await maya.arrivesAt('/board')
  const second = await someone(browser(), product())
  await triesToSignIn(second, carer.signIn, carer.password, codeOf(mayaHas.totp, 1))
  await second.sees('A code from your app is good once')
  await triesToSignIn(second, carer.signIn, carer.password, mayaHas.recoveryCodes[0] ?? '')
  await second.arrivesAt('/board')
  await second.goTo('/you/account')
  await second.sees('9 left')
  await isSound(second)
  await second.goTo('/you')
  await second.press('Sign out everywhere')
  await second.arrivesAt('/sign-in')
  await maya.page.goto('/board')
  await maya.arrivesAt('/sign-in?to=%2Fboard')
  await second.leaves()
})
