import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { cast } from '../../src/cli/demonstration/cast.ts'
import { admit } from '../../src/store/provider-keeping.ts'
import { axe, newPage, tooWide } from '../support/browser.ts'
import { patience } from '../support/journey-person.ts'
import { theBrowser } from '../support/journey-product.ts'
import { withLive, type Live, type Organisation } from '../support/signing-in.ts'
import { council, force } from '../support/through-a-provider.ts'
import { assertValidHtml } from '../support/valid-html.ts'

const browser = theBrowser()
const sam = cast.sam.post

/** At a browser of their own. What a provider's own pages would fetch from elsewhere is not there. */
async function sitDown({ address }: Live, javaScript = true): Promise<Page> {
  const page = await newPage(browser(), { baseURL: address, javaScript })
  page.setDefaultTimeout(patience)
  await page.route(/fonts[.]googleapis[.]com/, (route) => route.abort())
  return page
}

async function signIn(page: Page, { kept }: Organisation, login: string): Promise<void> {
  await page.goto('/sign-in')
  await page.getByRole('button', { name: `Sign in with ${kept.name}` }).click()
  await typeThere(page, login)
}

async function typeThere(page: Page, login: string): Promise<void> {
  await page.locator('[name=login]').fill(login)
  await page.locator('[name=password]').fill('any')
  await page.getByRole('button', { name: 'Sign-in' }).click()
}

/** Valid as it stands, free of what axe finds, and no wider than a telephone. */
async function holds(page: Page, heading: string | RegExp): Promise<void> {
  await page.locator('h1').filter({ hasText: heading }).waitFor()
  const { status, text } = await served(page)
  if (status === 200) assertValidHtml(text)
  assert.deepEqual(await axe(page), [], page.url())
  const size = page.viewportSize()!
  await page.setViewportSize({ width: 320, height: 700 })
  assert.equal(await tooWide(page), false, page.url())
  await page.setViewportSize(size)
}

/** The page of this address once more, where asking twice is the same. */
async function served(page: Page) {
  const answer = await page.request.get(page.url())
  return { status: answer.status(), text: await answer.text() }
}

test('A social worker signs in with the council’s own sign-in, is locked out, shows who they are, and leaves both.', () =>
  withLive(async (live) => {
    const [there, other] = [await live.provide(council), await live.provide(force)]
    await admit(live.database.maintainer, there.kept.id, sam.person, 'sam@aldermoor.example')
    const page = await sitDown(live)
    await page.goto('/sign-in?to=/duties')
    await holds(page, 'Sign in')
    await page.getByRole('button', { name: `Sign in with ${other.kept.name}` }).waitFor()
    await page.getByRole('button', { name: `Sign in with ${there.kept.name}` }).click()
    await typeThere(page, 'sam-at-council')
    await page.waitForURL('**/duties')

    await page.getByRole('button', { name: 'Lock' }).click()
    await page.waitForURL('**/locked**')
    await holds(page, `Locked by ${sam.personName}`)
    await page.getByRole('button', { name: `Show ${there.kept.name} that it is you` }).click()
    await typeThere(page, 'sam-at-council')
    await page.waitForURL(`${live.address}/**`)

    await page.goto('/confirm?to=/you')
    await holds(page, `Is it still you, ${sam.personName}?`)
    await page.getByRole('button', { name: `Show ${there.kept.name} that it is you` }).click()
    await typeThere(page, 'sam-at-council')
    await page.waitForURL('**/you')
    await holds(page, sam.personName)

    await page.getByRole('button', { name: 'Sign out', exact: true }).click()
    await page.getByRole('button', { name: 'Yes, sign me out' }).click()
    await page.waitForURL(`${live.address}/sign-in`)
    await page.goto('/board')
    await page.waitForURL('**/sign-in?to=**')
    await page.getByRole('button', { name: `Sign in with ${there.kept.name}` }).click()
    await page.locator('[name=login]').waitFor()
    assert.deepEqual(live.defects, [])
  }))

test('Without JavaScript too, whoever is not known here is told so, whom to ring, and may try as somebody else.', () =>
  withLive(async (live) => {
    const there = await live.provide(council)
    await admit(live.database.maintainer, there.kept.id, sam.person, 'sam@aldermoor.example')
    const page = await sitDown(live, false)
    await signIn(page, there, 'nobody-here')
    await page.locator('h1').filter({ hasText: 'You are not known here yet' }).waitFor()
    const text = await page.locator('main').innerText()
    assert.match(text, /Ring and ask to be admitted/)
    assert.match(text, /01632 960/)
    await page.getByRole('button', { name: `Try ${there.kept.name} again` }).click()
    await typeThere(page, 'nobody-here')
    await page.locator('h1').filter({ hasText: 'You are not known here yet' }).waitFor()
  }))

test('Every page that says why nobody was signed in is accessible, and fits a telephone.', () =>
  withLive(async (live) => {
    const there = await live.provide(council)
    const page = await sitDown(live)
    await page.goto(`/sign-in/with/${there.kept.id}/return?state=x&code=y`)
    await holds(page, 'That sign-in is over')
    await signIn(page, there, 'nobody-here')
    await holds(page, 'You are not known here yet')
    await there.stop()
    await page.goto('/sign-in')
    await holds(page, 'Sign in')
    assert.match(await page.locator('main').innerText(), /cannot be reached just now/)
  }, 0))
