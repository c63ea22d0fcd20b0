import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isSound } from '../support/journey-accounts.ts'
import { isKilled, signIn, type Person } from '../support/journey-person.ts'
import { theBrowser, theProduct } from '../support/journey-product.ts'
import { jay, jaysEpisode } from '../support/journey-routes.ts'

const product = theProduct()
const browser = theBrowser()

const note = `/episodes/${jaysEpisode}/add-note`
const typed = 'Her aunt rang at ten past two.\nShe had heard “nothing”.'
const kept = 'What you type is kept as you go'

const words = ({ page }: Person) => page.locator('main textarea').first()

/** What a person does on a telephone: touch the question, and type. */
async function types(person: Person, text: string): Promise<void> {
  await words(person).fill(text)
}

const onTheDevice = ({ page }: Person) =>
  page.evaluate(() => Object.entries(localStorage).map(([name, value]) => `${name} ${String(value)}`))

async function signOut(person: Person): Promise<void> {
  await person.page.getByRole('button', { name: 'Sign out' }).click()
  await person.arrivesAt('/sign-in')
}

test('what was typed is there after the browser was killed, is nobody else’s, and is gone once it is sent', async () => {
  const before = await signIn(browser(), product(), 'Ruth Adeyemi')
  await before.goTo(note)
  await types(before, typed)
  await before.sees(kept)
  // Its cookies go with it: this is a flat battery, and another telephone.
  await before.leaves()

  const ruth = await signIn(browser(), product(), 'Ruth Adeyemi', { width: 320 })
  await ruth.goTo(note)
  await ruth.sees(/You began this .* and did not send it/)
  assert.equal(await words(ruth).inputValue(), '')
  await isSound(ruth)
  await ruth.follow('Continue what you began')
  await ruth.sees('It is below as you left it, and not sent')
  assert.equal(await words(ruth).inputValue(), typed)
  await isSound(ruth)

  // Somebody else at the same browser, who did not wait for her to sign out.
  await ruth.goTo('/sign-in')
  await ruth.press('Sam Okafor')
  await ruth.arrivesAt('/board')
  await ruth.goTo(note)
  assert.doesNotMatch(await ruth.reads(), /You began this/)
  assert.equal(await words(ruth).inputValue(), '')
  await ruth.goTo('/sign-in')
  await ruth.press('Ruth Adeyemi')
  await ruth.arrivesAt('/board')

  await ruth.goTo(note)
  await ruth.follow('Continue what you began')
  await ruth.page.locator('main form#act').getByRole('button').last().click()
  await ruth.arrivesAt(/done=add-note/)
  await ruth.sees('Her aunt rang at ten past two.')
  await ruth.goTo(note)
  assert.doesNotMatch(await ruth.reads(), /You began this/)
  await ruth.leaves()
})

test('signing out removes a draft, and so does throwing it away', async () => {
  const ruth = await signIn(browser(), product(), 'Ruth Adeyemi')
  await ruth.goTo(note)
  await types(ruth, 'To be thrown away')
  await ruth.sees(kept)
  await ruth.goTo(note)
  await ruth.press('Throw it away')
  await ruth.arrivesAt(note)
  assert.doesNotMatch(await ruth.reads(), /You began this/)
  await types(ruth, 'To be signed out on')
  await ruth.sees(kept)
  await ruth.goTo('/board')
  await signOut(ruth)
  await ruth.press('Ruth Adeyemi')
  await ruth.arrivesAt('/board')
  await ruth.goTo(note)
  assert.doesNotMatch(await ruth.reads(), /You began this/)
  await ruth.leaves()
})

test('without a network it is kept on the device, sealed, and goes on when the network is back', async () => {
  const ruth = await signIn(browser(), product(), 'Ruth Adeyemi')
  const context = ruth.page.context()
  await ruth.goTo(note)
  await context.setOffline(true)
  await types(ruth, typed)
  await ruth.sees('No network. What you type is kept on this device')
  const sealed = await onTheDevice(ruth)
  assert.equal(sealed.length, 1)
  assert.doesNotMatch(sealed[0]!, /aunt|episodes/)
  await context.setOffline(false)
  await ruth.sees(kept)
  assert.deepEqual(await onTheDevice(ruth), [])

  // The page is killed while there is none: what lies there goes on from the next page that she opens.
  await context.setOffline(true)
  await types(ruth, `${typed} And more.`)
  await ruth.sees('No network. What you type is kept on this device')
  const again = await isKilled(ruth)
  await context.setOffline(false)
  await again.goTo('/sign-in')
  await again.press('Sam Okafor')
  await again.arrivesAt('/board')
  await again.goTo(note)
  assert.doesNotMatch(await again.reads(), /You began this/)
  assert.equal((await onTheDevice(again)).length, 1)
  await again.goTo('/sign-in')
  await again.press('Ruth Adeyemi')
  await again.arrivesAt('/board')
  await again.goTo(note)
  // It went on, and the page was taken afresh to offer it.
  await again.page.waitForFunction(() => {
    const { getEntriesByType } = performance as unknown as {
      readonly getEntriesByType: (type: string) => readonly { readonly type: string }[]
    }
    return localStorage.length === 0 && getEntriesByType.call(performance, 'navigation')[0]?.type === 'reload'
  })
  await again.sees(/You began this .* and did not send it/)
  await again.follow('Continue what you began')
  assert.equal(await words(again).inputValue(), `${typed} And more.`)

  await context.setOffline(true)
  await types(again, 'Left on the device')
  await again.sees('No network. What you type is kept on this device')
  await context.setOffline(false)
  await signOut(again)
  assert.deepEqual(await onTheDevice(again), [])
  await again.leaves()
})

test('without JavaScript what is asked again is kept, on a question of a report and about a child too', async () => {
  const ruth = await signIn(browser(), product(), 'Ruth Adeyemi', { javaScript: false })
  const known = `/children/${jay}/concern-known`
  await ruth.goTo(known)
  await types(ruth, 'The flat above the launderette')
  await ruth.page.locator('main form').last().locator('button').last().click()
  await ruth.sees('There is a problem')
  await ruth.goTo(known)
  await ruth.follow('Continue what you began')
  assert.equal(await words(ruth).inputValue(), 'The flat above the launderette')
  await ruth.press('Throw it away')
  await ruth.arrivesAt(known)
  await ruth.leaves()
})

test('a question of a report is kept as it is typed', async () => {
  const question = `/episodes/${jaysEpisode}/report/clothing`
  const ruth = await signIn(browser(), product(), 'Ruth Adeyemi', { width: 390 })
  await ruth.goTo(question)
  await types(ruth, 'A red coat')
  await ruth.sees(kept)
  await isSound(ruth)
  await ruth.goTo(question)
  await ruth.follow('Continue what you began')
  assert.equal(await words(ruth).inputValue(), 'A red coat')
  await ruth.press('Save and continue')
  await ruth.arrivesAt(/report\/(?!clothing)/)
  await ruth.leaves()
})
