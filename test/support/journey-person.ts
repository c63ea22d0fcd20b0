import assert from 'node:assert/strict'
import { setTimeout as pause } from 'node:timers/promises'
import type { Browser, Locator, Page } from 'playwright-core'
import { newPage } from './browser.ts'
import { fillIn, type Answers } from './journey-form.ts'
import type { Product } from './journey-product.ts'

/** How long a page may take on a busy machine. */
export const patience = 30_000

/** How somebody looks at the product. Width in CSS pixels. */
export interface Seat {
  readonly width?: number
  readonly javaScript?: boolean
}

/** Somebody of the demonstration at a browser of their own, who does what people do: read, follow links, fill in forms. */
export class Person {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  async goTo(path: string): Promise<void> {
    const answer = await this.page.goto(path)
    assert.equal(answer?.status(), 200, path)
  }

  /** A link by its words, a link that looks like a button among them; the first where there are several. */
  link(words: string | RegExp): Locator {
    const exactly = typeof words === 'string' ? new RegExp(`^\\s*${RegExp.escape(words)}\\s*$`) : words
    return this.page.locator('main a').filter({ hasText: exactly }).first()
  }

  async follow(words: string | RegExp): Promise<void> {
    await this.link(words).click()
  }

  async fillIn(answers: Answers): Promise<void> {
    await fillIn(this.page.locator('main'), answers)
  }

  async press(button: string): Promise<void> {
    await this.page.locator('main').getByRole('button', { name: button, exact: true }).click()
  }

  async open(summary: string | RegExp): Promise<void> {
    await this.page.locator('main').locator('summary').filter({ hasText: summary }).click()
  }

  async heading(): Promise<string> {
    return oneLine(await this.page.locator('h1').innerText())
  }

  /** Everything that the page says, on one line. */
  async reads(): Promise<string> {
    return oneLine(await this.page.locator('body').innerText())
  }

  /** Waits until the page says so. */
  async sees(words: string | RegExp): Promise<void> {
    const isSaid = (text: string): boolean =>
      typeof words === 'string' ? text.includes(words) : words.test(text)
    const deadline = performance.now() + patience
    let text = await this.reads()
    while (!isSaid(text) && performance.now() < deadline) {
      await pause(50)
      text = await this.reads()
    }
    assert.ok(isSaid(text), `${words} in: ${text}`)
  }

  /** Waits for the page whose address, from its path on and without its form's own id, is this or ends so. */
  async arrivesAt(address: string | RegExp): Promise<void> {
    const isThere = (url: URL): boolean => {
      url.searchParams.delete('form')
      const path = `${url.pathname}${url.search}`
      return typeof address === 'string' ? path.endsWith(address) : address.test(path)
    }
    try {
      await this.page.waitForURL(isThere)
    } catch (cause) {
      throw new Error(`Not at ${address} but at ${this.page.url()}: ${await this.reads()}`, { cause })
    }
  }

  async leaves(): Promise<void> {
    await this.page.context().close()
  }
}

/** Signs in by name, as anyone does in the demonstration. */
export async function signIn(
  browser: Browser,
  product: Product,
  name: string,
  seat: Seat = {},
): Promise<Person> {
  const page = await newPage(browser, { ...seat, baseURL: product.address })
  page.setDefaultTimeout(patience)
  await page.goto('/sign-in')
  await page.getByRole('button', { name, exact: true }).click()
  const person = new Person(page)
  await person.arrivesAt('/board')
  return person
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}

/** Its process ends at once: no page of it goes on for a moment more, as one that is left for another does. */
export async function isKilled({ page }: Person): Promise<Person> {
  const context = page.context()
  const devtools = await context.newCDPSession(page)
  const crash = page.waitForEvent('crash')
  devtools.send('Page.crash').catch(() => undefined)
  await crash
  const next = await context.newPage()
  next.setDefaultTimeout(patience)
  await page.close()
  return new Person(next)
}
