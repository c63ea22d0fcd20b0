import { join } from 'node:path'
import { after, before } from 'node:test'
import type { Browser } from 'playwright-core'
import { openBrowser } from './browser.ts'
import { inFolder, start, type Started } from './starting.ts'

/** The product as a newcomer gets it: its own database, the demonstration, one process that serves. */
export interface Product {
  /** Without a slash at the end. */
  readonly address: string
  /** The folder of its database, for a command beside it. */
  readonly data: string
  readonly started: Started
}

/** Starts the product before the tests of a file and stops it after them, whatever became of them. */
export function theProduct(): () => Product {
  let product: Product | undefined
  let stop = (): void => undefined
  let ended: Promise<void> = Promise.resolve()
  before(async () => {
    product = await new Promise<Product>((resolve, reject) => {
      ended = inFolder(async (folder) => {
        const stopped = new Promise<void>((toStop) => (stop = toStop))
        const data = join(folder, 'data')
        const started = start({ env: { DATA: data } })
        const address = /is ready at (http:\S+)/.exec(await started.ready())?.[1] ?? ''
        resolve({ address, data, started })
        await stopped
        await started.interrupt()
      })
      ended.catch(reject)
    })
  })
  after(async () => {
    stop()
    await ended
  })
  return () => {
    if (product === undefined) throw new Error('The product has not started yet.')
    return product
  }
}

/** One browser for a file. */
export function theBrowser(): () => Browser {
  let browser: Browser | undefined
  before(async () => {
    browser = await openBrowser()
  })
  after(() => browser?.close())
  return () => {
    if (browser === undefined) throw new Error('The browser has not started yet.')
    return browser
  }
}
