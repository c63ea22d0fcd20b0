import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { signIn, type Person } from '../support/journey-person.ts'
import { theBrowser, theProduct } from '../support/journey-product.ts'
import { minutesAgo, onTheWall, plusMinutes } from '../support/journey-times.ts'

const product = theProduct()
const browser = theBrowser()

/** What a keyboard user sees of where they are: its words, its name as a field, whether a mark stands around it. */
interface Focus {
  readonly text: string
  readonly name: string
  readonly kind: string
  readonly id: string
  readonly isVisible: boolean
}

function focusOf(page: Page): Promise<Focus> {
  return page.evaluate(`(() => {
    const at = document.activeElement
    const style = getComputedStyle(at.matches('input[type=radio], input[type=checkbox]') ? at.nextElementSibling : at)
    const drawn = (side) => side.outlineStyle !== 'none' && parseFloat(side.outlineWidth) > 0
    const label = at.labels && at.labels[0] ? at.labels[0].innerText : at.innerText
    const before = at.matches('input[type=radio], input[type=checkbox]')
      ? getComputedStyle(at.nextElementSibling, '::before') : style
    const box = at.getBoundingClientRect()
    return {
      text: (label ?? '').trim().replaceAll(/\\s+/g, ' '),
      name: at.name ?? '',
      kind: at.type ?? at.nodeName,
      id: at.id,
      isVisible: box.width > 0 && box.bottom > 0 && (drawn(style) || style.boxShadow !== 'none' || before.boxShadow !== 'none'),
    }
  })()`)
}

/** Presses Tab until what is asked for has the focus; fails where the focus cannot be seen on the way. */
async function tabTo(page: Page, is: (focus: Focus) => boolean, what: string): Promise<void> {
  for (let presses = 0; presses < 120; presses++) {
    await page.keyboard.press('Tab')
    const focus = await focusOf(page)
    if (focus.kind === 'BODY') continue
    assert.ok(focus.isVisible, `focus is not seen on ${JSON.stringify(focus)}, on the way to ${what}`)
    if (is(focus)) return
  }
  assert.fail(`Tab never reached ${what} on ${page.url()}`)
}

const toText = (page: Page, text: string) => tabTo(page, (focus) => focus.text === text, text)
const toField = (page: Page, name: string) => tabTo(page, (focus) => focus.name === name, name)

/** Past the header by the link that stands first on every page. */
async function skip(page: Page): Promise<void> {
  await page.keyboard.press('Tab')
  const focus = await focusOf(page)
  assert.equal(focus.text, 'Skip to main content')
  assert.ok(focus.isVisible)
  await page.keyboard.press('Enter')
  assert.equal((await focusOf(page)).id, 'main')
}

/** Replaces what stands in the field that has the focus. */
async function type(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+A')
  await page.keyboard.type(text)
}

async function pressEnter(person: Person, on: string, arrives: string | RegExp): Promise<void> {
  await toText(person.page, on)
  await person.page.keyboard.press('Enter')
  await person.arrivesAt(arrives)
}

test('a report is made by keyboard alone, its error found by the focus', async () => {
  const ruth = await signIn(browser(), product(), 'Ruth Adeyemi', { width: 320 })
  const { page } = ruth
  await ruth.goTo('/report')
  await skip(page)
  await pressEnter(ruth, 'Reece Appleton, 15', '/worried')

  await skip(page)
  await pressEnter(ruth, 'Continue', /worried/)
  await ruth.sees('There is a problem')
  await page.locator('.govuk-error-summary:focus').waitFor()
  await page.keyboard.press('Tab')
  assert.match((await focusOf(page)).text, /^Choose whether you are worried now/)
  await page.keyboard.press('Enter')
  assert.equal((await focusOf(page)).name, 'worried')
  await page.keyboard.press('Space')
  await pressEnter(ruth, 'Continue', '/report/ring')

  await skip(page)
  await tabTo(page, ({ text }) => text.startsWith('Ring 999'), 'the number to ring')
  await toField(page, 'number')
  await page.keyboard.press('ArrowDown')
  await toField(page, 'callTaker')
  await type(page, 'Call-taker 7718')
  await pressEnter(ruth, 'I have rung: police know', '/report/together')
  await ruth.sees(/Police told \d\d:\d\d, reference to follow\./)
})

test('a grade is given by keyboard alone', async () => {
  const lena = await signIn(browser(), product(), 'PC Lena Fox')
  const { page } = lena
  await skip(page)
  await pressEnter(lena, 'Leah Novak, 10', /^[/]episodes[/][^/]+$/)
  await skip(page)
  await pressEnter(lena, 'Grade the risk', '/assess-risk')
  await skip(page)
  await toField(page, 'level')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowUp')
  const level = (await focusOf(page)).text
  await toField(page, 'accountOf')
  await type(page, 'Joyce Tanner, by telephone')
  await toField(page, 'reason')
  await type(page, 'Ten years old, and alone in the dark.')
  await toField(page, 'firstActions')
  await type(page, 'Officers to the park.')
  const review = onTheWall(plusMinutes(minutesAgo(0), 24 * 60))
  await toField(page, 'nextReview-day')
  await page.keyboard.press('ArrowDown')
  await toField(page, 'nextReview-time')
  await type(page, review.time)
  await toField(page, 'supervisor')
  await type(page, 'PS Imran Shah')
  await pressEnter(lena, 'Record the grade', '?done=assess-risk')
  assert.equal(await lena.heading(), `Leah Novak is missing. Police grade the risk ${level.toLowerCase()}.`)
})
