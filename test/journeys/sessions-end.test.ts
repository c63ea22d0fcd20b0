import assert from 'node:assert/strict'
import { setTimeout as pause } from 'node:timers/promises'
import { test } from 'node:test'
import { newId } from '../../src/application/ids.ts'
import { cast } from '../../src/cli/demonstration/cast.ts'
import { isSound } from '../support/journey-accounts.ts'
import { Caller } from '../support/journey-http.ts'
import { signIn } from '../support/journey-person.ts'
import { theBrowser, theProduct } from '../support/journey-product.ts'
import { jaysEpisode } from '../support/journey-routes.ts'

const product = theProduct({ SESSION_IDLE: 'PT12S', SESSION_LONGEST: 'PT40S' })
const browser = theBrowser()

const idle = 12_500
const note = `/episodes/${jaysEpisode}/add-note`
const challenge = `/episodes/${jaysEpisode}/challenge-grade`
const typed = 'She rang from Harbour Street,\nand sounded “fine”.'

test('what is sent after a session ended waits for its sender, is offered to nobody else, and is recorded once', async () => {
  const ruth = await signIn(browser(), product(), 'Ruth Adeyemi')
  await ruth.goTo(note)
  await ruth.page.locator('textarea').first().fill(typed)
  // The script would keep the session while somebody types: this is the telephone that was put down.
  await ruth.page.context().setOffline(true)
  await pause(idle)
  await ruth.page.context().setOffline(false)
  await ruth.sees('You have been signed out. What you have typed is kept')
  await ruth.page.locator('main form').last().locator('button').last().click()
  await ruth.arrivesAt('/sign-in')
  await ruth.sees('What you typed is kept for an hour')
  await isSound(ruth)
  await ruth.press('PC Lena Fox')
  await ruth.arrivesAt('/board')
  await ruth.goTo('/held')
  await ruth.arrivesAt('/board')
  await ruth.page.getByRole('button', { name: 'Sign out' }).click()
  await ruth.press('Ruth Adeyemi')
  await ruth.arrivesAt('/held')
  await ruth.sees('She rang from Harbour Street')
  await isSound(ruth)
  await ruth.press('Send it now')
  await ruth.arrivesAt(/^\/episodes\/[\da-f-]+\?done=add-note/)
  await ruth.sees('She rang from Harbour Street')
  assert.equal((await ruth.page.context().cookies()).filter(({ name }) => name === 'wa-held').length, 0)
  await ruth.leaves()
})

test('the page warns before the end, and one press keeps somebody signed in', async () => {
  const sam = await signIn(browser(), product(), 'Sam Okafor', { width: 320 })
  await sam.goTo('/children')
  await sam.sees('You will be signed out in less than a minute, because nothing was done here.')
  await isSound(sam)
  await pause(7_000)
  await sam.page.getByRole('button', { name: 'Stay signed in' }).click()
  await pause(7_000)
  assert.equal((await sam.page.request.get('/you')).url().endsWith('/you'), true)
  await sam.leaves()
})

test('a page that fetches itself keeps nobody signed in, and somebody at work is, until the absolute end', async () => {
  const [left, works] = [new Caller(product()), new Caller(product())]
  await left.signIn(cast.amira.post.id)
  await works.signIn(cast.amira.post.id)
  const automatic = { 'x-whereabouts-automatic': 'yes' }
  const signedIn = performance.now()
  for (let beat = 0; beat < 7; beat++) {
    await pause(2_000)
    await left.get('/board', automatic)
    assert.equal((await works.get('/board')).status, 200)
  }
  assert.equal((await left.get('/board', automatic)).location, '/sign-in?to=%2Fboard')
  while (performance.now() - signedIn < 40_500) {
    await pause(4_000)
    if (performance.now() - signedIn < 38_000) assert.equal((await works.get('/board')).status, 200)
  }
  assert.equal((await works.get('/board')).location, '/sign-in?to=%2Fboard')
})

test('a form whose token went stale is offered again with everything in it, but not where it came from elsewhere', async () => {
  const sam = new Caller(product())
  await sam.signIn(cast.sam.post.id)
  const body = new URLSearchParams({ _csrf: 'stale', command: newId(), reason: typed }).toString()
  const again = await sam.post(challenge, body)
  assert.equal(again.status, 403)
  assert.match(again.text, /Send it again\?/)
  assert.match(again.text, /name="reason" hidden>She rang from Harbour Street,\r?\nand sounded “fine”\.</)
  const token = /name="_csrf" value="([^"]+)"/.exec(again.text)?.[1] ?? ''
  const sent = await sam.post(challenge, body.replace('_csrf=stale', `_csrf=${token}`))
  assert.equal(sent.status, 303)
  const elsewhere = await sam.post(challenge, body, undefined, { 'sec-fetch-site': 'cross-site' })
  assert.equal(elsewhere.status, 403)
  assert.doesNotMatch(elsewhere.text, /Harbour Street/)
})

test('the demonstration answers nobody who comes through a proxy or asks for another name', async () => {
  const { address } = product()
  for (const headers of [
    { 'x-forwarded-for': '192.0.2.1' },
    { forwarded: 'for=192.0.2.1' },
    { via: '1.1 proxy' },
  ] as const) {
    const answer = await fetch(`${address}/sign-in`, { headers: { ...headers } })
    assert.equal(answer.status, 403)
    assert.match(await answer.text(), /answers only on the machine that it runs on/)
  }
  assert.equal((await fetch(`${address}/health/live`)).status, 200)
})
