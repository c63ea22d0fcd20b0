import { AxeBuilder } from '@axe-core/playwright'
import { inflate } from '@sparticuz/chromium'
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium, type Browser, type Page } from 'playwright-core'

type Chromium = { readonly path: string; readonly env: NodeJS.ProcessEnv }

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The package's own list of folders holds none that we unpack to, and its Chromium dies where it finds no font. */
const fontsIn = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>/usr/share/fonts</dir><dir>${folder}</dir><cachedir>${folder}/cache</cachedir></fontconfig>
`

/**
 * Unpacks the Chromium that `@sparticuz/chromium` carries, with the libraries it links, once a machine. Into a folder
 * of our own and then by one rename, because two test processes may be first at the same time.
 */
async function packaged(): Promise<Chromium> {
  const home = join(tmpdir(), 'whereabouts-chromium-153')
  if (!existsSync(join(home, 'chromium'))) {
    const bin = fileURLToPath(new URL('../bin/', import.meta.resolve('@sparticuz/chromium')))
    const [making, outside] = [mkdtempSync(`${home}-`), process.env['TMPDIR']]
    process.env['TMPDIR'] = making
    for (const file of ['chromium.br', 'fonts.tar.br', 'al2023.tar.br']) await inflate(join(bin, file))
    if (outside === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = outside
    writeFileSync(join(making, 'fonts', 'fonts.conf'), fontsIn(join(home, 'fonts')))
    if (existsSync(home)) rmSync(making, { recursive: true })
    else renameSync(making, home)
  }
  const libraries = [join(home, 'al2023', 'lib'), process.env['LD_LIBRARY_PATH'] ?? ''].filter(
    (path) => path !== '',
  )
  const env = {
    ...process.env,
    LD_LIBRARY_PATH: libraries.join(delimiter),
    FONTCONFIG_PATH: join(home, 'fonts'),
  }
  return { path: join(home, 'chromium'), env }
}

async function find(): Promise<Chromium> {
  const named = process.env['CHROMIUM_PATH']
  if (named !== undefined && named !== '') return { path: named, env: process.env }
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  const system = ['chromium', 'chromium-browser', 'google-chrome']
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find((path) => existsSync(path))
  return system === undefined ? packaged() : { path: system, env: process.env }
}

/** The libraries that the system does not have, as the linker names them. */
function missing({ path, env }: Chromium): string {
  try {
    const linked = execFileSync('ldd', [path], { env, encoding: 'utf8' })
    return [...linked.matchAll(/(\S+) => not found/g)].map(([, name]) => name).join(', ')
  } catch {
    return ''
  }
}

export async function openBrowser(): Promise<Browser> {
  const found = await find()
  try {
    return await chromium.launch({ executablePath: found.path, headless: true, args: flags, env: found.env })
  } catch (cause) {
    const lacking = missing(found)
    const why =
      lacking === '' ? 'set CHROMIUM_PATH to one that does' : `these libraries are missing: ${lacking}`
    throw new Error(`Chromium at ${found.path} does not start; ${why}.`, { cause })
  }
}

/** Opens a browser for as long as `use` takes. */
export async function withBrowser<T>(use: (browser: Browser) => Promise<T>): Promise<T> {
  const browser = await openBrowser()
  try {
    return await use(browser)
  } finally {
    await browser.close()
  }
}

type PageOptions = { readonly width?: number; readonly javaScript?: boolean; readonly baseURL?: string }

/** A page of its own, signed in as nobody. Width in CSS pixels; 320 is the phone that every page must fit. */
export async function newPage(
  browser: Browser,
  { width = 1280, javaScript = true, baseURL }: PageOptions = {},
): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height: width < 600 ? 700 : 900 },
    javaScriptEnabled: javaScript,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    reducedMotion: 'reduce',
    ...(baseURL === undefined ? {} : { baseURL }),
  })
  return context.newPage()
}

/** What axe finds against WCAG 2.2 AA, one line a fault; none is the only good answer. */
export async function axe(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}: ${node.target.join(' ')}`),
  )
}

/** Elements that stick out of the window sideways, as the reader of a narrow screen would find them. */
export async function tooWide(page: Page): Promise<boolean> {
  return page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth')
}
