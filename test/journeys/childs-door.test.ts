import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { axe, newPage, tooWide } from '../support/browser.ts'
import { signIn } from '../support/journey-person.ts'
import { theBrowser, theProduct } from '../support/journey-product.ts'
import { assertValidHtml } from '../support/valid-html.ts'

const product = theProduct()
const browser = theBrowser()

/** As a child finds it: usable by everyone, no wider than a telephone, with the numbers and the way out on it. */
async function isFine(page: Page, javaScript: boolean): Promise<void> {
  // Both run in the page: where it runs nothing, the same pages are looked at with JavaScript.
  if (javaScript) {
    assert.deepEqual(await axe(page), [], page.url())
    assert.equal(await tooWide(page), false, page.url())
  }
  assertValidHtml(await page.content())
  assert.match(await page.title(), /^(?:Error: )?My page$/)
  const body = await page.locator('body').innerText()
  for (const said of ['Ring 999', '0800 1111', '116 000', 'Leave this page now'])
    assert.ok(body.includes(said), `${said} on ${page.url()}`)
  assert.doesNotMatch(body, /Oakfield|Aldermoor Road|07700|01632/)
}

for (const javaScript of [true, false]) {
  const how = javaScript ? 'with JavaScript' : 'without JavaScript'
  test(`a child is given a code, chooses a PIN, reads, writes and is answered, ${how}`, async () => {
    const name = javaScript ? 'Otter 9' : 'Heron 4'
    const as = (who: string) => signIn(browser(), product(), who, { javaScript })
    const sam = await as('Sam Okafor')
    await sam.goTo('/children?q=tyler')
    await sam.follow(/Tyler Boothe/)
    const child = new URL(sam.page.url()).pathname
    await sam.follow('Hand over a code')
    await sam.press('Make a code')
    const code = await sam.page.locator('.wa-code').innerText()
    assert.match(code, /^[2-9A-Z]{4}-[2-9A-Z]{4}$/)
    const ruth = await as('Ruth Adeyemi')
    for (const part of ['code', 'messages'])
      assert.equal((await ruth.page.goto(`${child}/${part}`))?.status(), 403)
    assert.equal((await ruth.page.goto('/mine/code'))?.status(), 403)
    await ruth.goTo(child)
    assert.doesNotMatch(await ruth.reads(), /own door|wrote/)

    const page = await newPage(browser(), { width: 320, javaScript, baseURL: product().address })
    await page.goto('/mine')
    await isFine(page, javaScript)
    await page.getByRole('link', { name: 'I have been given a code' }).click()
    await isFine(page, javaScript)
    const choose = async (pin: string, again: string) => {
      await page.getByLabel('Your code').fill(code.toLowerCase())
      await page.getByLabel('Choose a name to come in with').fill(name)
      await page.getByLabel('Choose a PIN of 6 numbers or more').fill(pin)
      await page.getByLabel('The same PIN again').fill(again)
      await page.getByRole('button', { name: 'Come in', exact: true }).click()
    }
    await choose('123456', '12')
    await isFine(page, javaScript)
    await choose('274918', '274918')
    await page.getByRole('heading', { name: 'Hello Tyler' }).waitFor()
    await isFine(page, javaScript)
    await page.getByRole('link', { name: 'Who has looked', exact: true }).click()
    await isFine(page, javaScript)
    await page.getByRole('link', { name: 'Write to us', exact: true }).click()
    await page.getByRole('heading', { name: 'Before you write' }).waitFor()
    await isFine(page, javaScript)
    const words = `  i want to tell sam something <b>${name}</b>`
    await page.getByLabel('What do you want to say?').fill(words)
    await page.getByLabel(/No\. Somebody is hurting me/).check()
    await page.getByRole('button', { name: 'Send' }).click()
    await page.getByRole('heading', { name: 'It has arrived' }).waitFor()
    assert.match(await page.locator('main').innerText(), /Ring 999 now/)
    await isFine(page, javaScript)

    await sam.goTo('/duties')
    await sam.follow('Speak with the child who wrote that they are not safe now')
    await sam.sees(words.trim())
    await sam.follow('Record what Tyler Boothe was told')
    await sam.page.locator('input[name="wrote"]').first().check()
    await sam.page.getByLabel('What you told them').fill('I rang you, and I see you tonight.')
    await sam.page.getByLabel('By telephone', { exact: true }).first().check()
    await sam.page.locator('input[name="occurred-day"][value="today"]').check()
    const clock = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: 'Europe/London' })
    await sam.page.locator('input[name="occurred-time"]').fill(clock.format(new Date()))
    await sam.press('Record this')
    await sam.sees('Recorded: what the child was told')

    await page.goto('/mine')
    const own = await page.locator('main').innerText()
    assert.match(own, /Sam Okafor told you/)
    assert.ok(own.includes('I rang you, and I see you tonight.'))
    await page.getByRole('button', { name: 'Finish' }).click()
    await page.goto('/mine')
    await page.getByLabel('Your name here').fill(name)
    await page.getByLabel('Your PIN').fill('274918')
    await page.getByRole('button', { name: 'Come in', exact: true }).click()
    await page.getByRole('heading', { name: 'Hello Tyler' }).waitFor()
    const exit = page.getByRole('button', { name: 'Leave this page now' })
    assert.equal(await exit.getAttribute('href'), '/mine/exit')
    // The page outside is nobody's to test: where the way out leads, and that the browser forgets on the way.
    const left = await page.request.get('/mine/exit', { maxRedirects: 0 })
    assert.deepEqual([left.status(), left.headers()['location']], [303, 'https://www.bbc.co.uk/weather'])
    await page.goto('/mine')
    await page.getByRole('heading', { name: 'Come in' }).waitFor()
    await page.context().close()
    await Promise.all([sam.leaves(), ruth.leaves()])
  })
}
