import { join } from 'node:path'
import { after, before } from 'node:test'
import type { Browser } from 'playwright-core'
import { openBrowser } from './browser.ts'
import { inFolder, start } from './starting.ts'

/** The product as a newcomer gets it: its own database, the demonstration, one process that serves. */
export interface Product {
  /** Without a slash at the end. */
  readonly address: string
  /** The folder of its database, for a command beside it. */
  readonly data: string
}

/** Starts the product in a folder of its own; `stop` ends it and leaves nothing behind. */
export async function startProduct(
  env: Readonly<Record<string, string>> = {},
): Promise<Product & { readonly stop: () => Promise<void> }> {
  let release = (): void => undefined
  let ended: Promise<void> = Promise.resolve()
  const product = await new Promise<Product>((resolve, reject) => {
    ended = inFolder(async (folder) => {
      const stopped = new Promise<void>((toStop) => (release = toStop))
      const data = join(folder, 'data')
      const started = start({ env: { DATA: data, ...env } })
      const address = /is ready at (http:\S+)/.exec(await started.ready())?.[1] ?? ''
      resolve({ address, data })
      await stopped
      await started.interrupt()
    })
    ended.catch(reject)
  })
  const stop = (): Promise<void> => {
    release()
    return ended
  }
  return { ...product, stop }
}

/** Starts the product before the tests of a file and stops it after them, whatever became of them. */
export function theProduct(env?: Readonly<Record<string, string>>): () => Product {
  let product: Awaited<ReturnType<typeof startProduct>> | undefined
  before(async () => {
    product = await startProduct(env)
  })
  after(() => product?.stop())
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
