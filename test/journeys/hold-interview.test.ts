import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { episodeIdOf } from '../../src/cli/demonstration/episode-plan.ts'
import { isSound } from '../support/journey-accounts.ts'
import { patience, Person, signIn } from '../support/journey-person.ts'
import { theBrowser, theProduct } from '../support/journey-product.ts'

const product = theProduct()
const browser = theBrowser()

const episodeOf = (night: string) => `/episodes/${episodeIdOf(night)}`
const reece = episodeOf('reece, offered an interview')
const amara = episodeOf('amara, interview arranged')

const at = ({ page }: Person) => new URL(page.url()).pathname
const isOfQuestions = (person: Person) => at(person).includes('/interview/questions/')

/** What has the focus: enough to know what a key would do. */
interface Focus {
  readonly tag: string
  readonly type: string
  readonly name: string
  readonly text: string
  readonly checked: boolean
}

const focusOf = (page: Page): Promise<Focus> =>
  page.evaluate(`(() => {
    const it = document.activeElement
    return { tag: it.tagName, type: it.type ?? '', name: it.name ?? '', text: it.textContent.trim(), checked: it.checked === true }
  })()`)

/** Tab by tab to what is called so, doing on the way what `meets` does with what has the focus. */
async function tabsTo(
  { page }: Person,
  text: string,
  meets: (focus: Focus) => Promise<void> = async () => {},
) {
  for (let presses = 0; presses < 250; presses++) {
    await page.keyboard.press('Tab')
    const focus = await focusOf(page)
    if (focus.text === text && (focus.tag === 'BUTTON' || focus.tag === 'A')) return
    await meets(focus)
  }
  throw new Error(`No Tab leads to ${text} on ${page.url()}`)
}

/** Presses Enter on it and waits for the page that follows. */
async function enters(person: Person, text: string, meets?: (focus: Focus) => Promise<void>): Promise<void> {
  const { page } = person
  await tabsTo(person, text, meets)
  const before = page.url()
  await page.keyboard.press('Enter')
  await page.waitForURL((url) => url.href !== before, { waitUntil: 'load' })
}

const labels = '.govuk-radios__label, .govuk-checkboxes__label'

/** One answer of any kind, by keys: the first option, or words. */
async function answersByKeys(person: Person): Promise<void> {
  const { keyboard } = person.page
  const isWords = (await person.page.locator(labels).count()) < 2
  let isAnswered = false
  await enters(person, 'Continue', async ({ tag, type }) => {
    if (isAnswered) return
    if (tag === 'TEXTAREA' && isWords) {
      await keyboard.type('Said so')
      isAnswered = true
    }
    if (!isWords && (type === 'radio' || type === 'checkbox')) {
      await keyboard.press('Space')
      isAnswered = true
    }
  })
}

async function holdsWith(
  person: Person,
  one: (person: Person) => Promise<void>,
  goOn: (text: string) => Promise<void>,
) {
  let questions = 0
  while (isOfQuestions(person)) {
    await one(person)
    assert.ok(++questions < 120)
    if (at(person).endsWith('/thanks')) await goOn('Go on to your own view')
  }
  await person.sees(/(\d+) of about \1 questions answered/)
  await goOn('Read it through and record it')
  return questions
}

async function isRecorded(person: Person, episode: string): Promise<void> {
  await person.arrivesAt(`${episode}?done=write-up-interview`)
  await person.sees('Return interview written up.')
  await person.sees(/interview held/i)
  await person.follow('Read it question by question')
  await person.arrivesAt(/interview\/written-up\//)
  await isSound(person)
}

test('an interview is held to its end on a telephone of 320 pixels, by the keyboard alone', async () => {
  const noor = await signIn(browser(), product(), 'Noor Aziz', { width: 320 })
  await noor.goTo(`${reece}/interview`)
  await enters(noor, 'Begin')
  await noor.arrivesAt('/opening')
  await enters(noor, 'Begin')
  const questions = await holdsWith(noor, answersByKeys, (text) => enters(noor, text))
  assert.ok(questions > 40, String(questions))
  await noor.arrivesAt('/finish')
  const seen = new Set<string>()
  await enters(noor, 'Record the interview', async ({ type, name }) => {
    if (!/^(finding-|caresForChild|allocatedWorker)/.test(name) || type !== 'radio' || seen.has(name)) return
    seen.add(name)
    await noor.page.keyboard.press('Space')
    // The first is Yes: from it Down goes to No, and chooses it. Of what the answers point to it is that it is so.
    if (!name.startsWith('finding-')) await noor.page.keyboard.press('ArrowDown')
  })
  assert.ok(seen.size > 5)
  await isRecorded(noor, reece)
  await noor.sees('Said so')
  await noor.goTo(reece)
  await noor.sees('Something of concern was learned')
  await noor.leaves()
})

test('another is held by touch alone, and is read apart from what the interviewer thinks', async () => {
  const context = await browser().newContext({
    baseURL: product().address,
    viewport: { width: 320, height: 700 },
    hasTouch: true,
    isMobile: true,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  page.setDefaultTimeout(patience)
  await page.goto('/sign-in')
  await page.getByRole('button', { name: 'Noor Aziz', exact: true }).tap()
  const noor = new Person(page)
  await noor.arrivesAt('/board')
  await noor.goTo(`${amara}/interview`)
  const taps = async (text: string) => {
    const before = page.url()
    await page
      .locator('main')
      .getByRole('button', { name: text, exact: true })
      .or(noor.link(text))
      .first()
      .tap()
    await page.waitForURL((url) => url.href !== before, { waitUntil: 'load' })
  }
  await taps('Begin')
  await taps('Begin')
  let words = 0
  await holdsWith(
    noor,
    async () => {
      const options = page.locator(labels)
      const isWords = (await options.count()) < 2
      if (isWords && words++ === 1) {
        await page.locator('textarea').tap()
        await page.keyboard.type('Amara said this')
      } else await options.last().tap()
      await taps('Continue')
    },
    taps,
  )
  for (const name of ['caresForChild', 'allocatedWorker'])
    await page.locator(`input[name="${name}"][value="no"] + label`).tap()
  for (const left of await page.locator('input[value="left"] + label').all()) await left.tap()
  for (const [name, text] of [
    ['where', 'At school'],
    ['present', 'Amara and Noor'],
    ['view', 'She wants to be asked again'],
  ] as const)
    await page.locator(`[name="${name}"]`).fill(text)
  await taps('Record the interview')
  await isRecorded(noor, amara)
  const read = await noor.reads()
  assert.ok(read.indexOf('Amara said this') < read.indexOf('apart from what Amara said'))
  assert.ok(read.indexOf('She wants to be asked again') > read.indexOf('apart from what Amara said'))
  await context.close()
})
