import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { assetMounts } from '../../src/web/assets/mounts.ts'
import { clockSentence } from '../../src/web/components/clock.ts'
import { liveLine } from '../../src/web/components/live-line.ts'
import { govuk } from '../../src/web/components/official.ts'
import { html, type Html } from '../../src/web/html.ts'
import { page } from '../../src/web/layout/page.ts'
import { axe, newPage, openBrowser, tooWide } from '../support/browser.ts'
import type { Moment } from '../../src/kernel/moment.ts'

const now = '2026-11-21T00:52:00.000Z'
const site = 'http://whereabouts.test'
const types: Record<string, string> = {
  css: 'text/css',
  js: 'text/javascript',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
}
const errors = [{ field: 'name', message: 'Enter a name' }]

let browser: Browser
before(async () => {
  browser = await openBrowser()
})
after(() => browser.close())

function made(main: Html, at: string): string {
  const visit = {
    person: { name: 'Ruth Adeyemi', post: 'Carer, Oakfield House' },
    dutiesOwed: 3,
    dutyTeam: null,
    demonstration: true,
    csrfToken: 'token',
    now: at as Moment,
  }
  const withHeading = html`<h1 class="wa-sentence">One child is missing.</h1>
    ${main}`
  return page({
    title: 'Board',
    visit,
    here: 'board',
    errors,
    main: withHeading,
    live: '/board',
    wide: true,
  }).toString()
}

/** Opens a page whose every request is answered from our own folders; `answer` is the page, asked anew each time. */
async function opened(answer: () => string, options: Parameters<typeof newPage>[1] = {}): Promise<Page> {
  const tab = await newPage(browser, options)
  await tab.clock.install({ time: new Date(now) })
  await tab.route(`${site}/**`, (route) => {
    const { pathname } = new URL(route.request().url())
    const mount = assetMounts.find(({ prefix }) => pathname.startsWith(prefix))
    if (mount === undefined) {
      const headers = { 'content-type': 'text/html', 'content-security-policy': "default-src 'self'" }
      return route.fulfill({ body: answer(), headers })
    }
    const body = readFileSync(new URL(pathname.slice(mount.prefix.length), mount.folder))
    return route.fulfill({
      body,
      headers: { 'content-type': types[pathname.split('.').at(-1) ?? ''] ?? 'text/plain' },
    })
  })
  await tab.goto(`${site}/board`, { waitUntil: 'networkidle' })
  return tab
}

const form = html`<form method="post" action="/send">
  ${govuk('input', { id: 'name', name: 'name', label: { text: 'Name' }, errorMessage: { text: 'Enter a name' } })}
  ${govuk('button', { text: 'Send' })}
</form>`
const due = '2026-11-21T00:53:00.000Z'
const clocks = (at: string): Html =>
  html`${liveLine('00:52')}
    <p>${clockSentence(due, at).markup}</p>`

for (const [width, javaScript] of [
  [320, true],
  [1280, true],
  [320, false],
] as const) {
  test(`a page fits ${width} pixels and axe finds nothing, ${javaScript ? 'with' : 'without'} JavaScript`, async () => {
    const tab = await opened(() => made(html`${clocks(now)}${form}`, now), { width, javaScript })
    assert.equal(await tooWide(tab), false)
    if (javaScript) assert.deepEqual(await axe(tab), [])
    assert.match(
      await tab.locator('.wa-clock').innerText(),
      /^Due in (?:1 minute|less than a minute), by 00:53$/,
    )
    await tab.context().close()
  })
}

test('every element is set in our own typeface, and none in the one licensed to GOV.UK', async () => {
  const tab = await opened(() => made(form, now))
  const families = await tab.evaluate<string[]>(
    "[...document.querySelectorAll('body, body *')].map((element) => getComputedStyle(element).fontFamily)",
  )
  assert.deepEqual(
    new Set(families.map((family) => family.split(',')[0])),
    new Set(['"Atkinson Hyperlegible Next"']),
  )
  assert.equal(await tab.evaluate('document.fonts.check("19px Atkinson Hyperlegible Next")'), true)
  await tab.context().close()
})

test('a clock passes from soon to overdue in front of the reader, by the server’s time and not the device’s', async () => {
  const twelveMinutesAgo = '2026-11-21T00:40:00.000Z'
  const tab = await opened(() => made(clocks(twelveMinutesAgo), twelveMinutesAgo))
  const clock = tab.locator('.wa-clock')
  assert.match(await clock.innerText(), /^Due in 1[23] minutes, by 00:53$/)
  await tab.evaluate(
    "document.getElementById('main').focus(), getSelection().selectAllChildren(document.body)",
  )
  await tab.clock.runFor('14:00')
  assert.equal(await clock.getAttribute('class'), 'wa-clock wa-clock--overdue')
  assert.match(await clock.innerText(), /^Overdue by (?:less than a|1) minute \(was due 00:53\)$/)
  await tab.context().close()
})

test('a live page is taken afresh each minute, but never from under someone who types, and says when it cannot', async () => {
  let answers = 0
  const tab = await opened(() =>
    made(
      html`${liveLine('00:52')}
        <p id="count">${++answers}</p>
        ${form}`,
      now,
    ),
  )
  const count = tab.locator('#count')
  await tab.evaluate('document.activeElement.blur()')
  await tab.clock.runFor('01:01')
  await tab.locator('#count', { hasText: '2' }).waitFor()
  assert.match(await tab.locator('[data-live-line]').innerText(), /^Live, last heard /)

  await tab.locator('#name').fill('Jay')
  await tab.clock.runFor('02:00')
  assert.equal(await count.innerText(), '2')
  assert.equal(await tab.locator('#name').inputValue(), 'Jay')

  await tab.unroute(`${site}/**`)
  await tab.route(`${site}/**`, (route) => route.abort())
  await tab.evaluate('document.activeElement.blur()')
  await tab.clock.runFor('01:01')
  await tab.locator('[data-live-line]', { hasText: 'Not live' }).waitFor()
  await tab.context().close()
})

test('a form pressed twice is sent once', async () => {
  const tab = await opened(() => made(form, now))
  const sent: string[] = []
  await tab.route(`${site}/send`, (route) => {
    sent.push(route.request().method())
    return route.fulfill({ status: 204 })
  })
  const press = "document.querySelector('main button').click()"
  await tab.evaluate(press)
  await tab.evaluate(press)
  await tab.waitForTimeout(300)
  assert.deepEqual(sent, ['POST'])
  await tab.context().close()
})
