import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Secret, TOTP } from 'otpauth'
import type { Browser } from 'playwright-core'
import { axe, newPage, tooWide } from './browser.ts'
import { patience, Person } from './journey-person.ts'
import type { Product } from './journey-product.ts'
import { checkout } from './starting.ts'
import { assertValidHtml } from './valid-html.ts'

/** What `whereabouts user …` says beside the product, as whoever runs it would type it. Fails where it is refused. */
export async function user(
  product: Product,
  act: string,
  options: Readonly<Record<string, string | true>> = {},
): Promise<string> {
  const typed = Object.entries(options).flatMap(([name, value]) => [
    `--${name}`,
    ...(value === true ? [] : [value]),
  ])
  const program = [join(checkout, 'bin/whereabouts.mjs'), 'user', act, ...typed]
  const { address, data } = product
  const env = { PATH: process.env['PATH'] ?? '', DATA: data, DEMONSTRATION: 'no', ADDRESS: address }
  const { stdout } = await promisify(execFile)(process.execPath, program, { env })
  return stdout
}

/** A council, its police and a provider, in a database that held nobody. */
export async function organisations(product: Product): Promise<void> {
  const council = 'Northmoor Council'
  const police = {
    name: 'Northmoor Police',
    kind: 'police',
    telephone: '01632 960701',
    levels: 'low,medium,high',
  }
  await user(product, 'organisation', police)
  await user(product, 'organisation', {
    name: council,
    kind: 'council',
    telephone: '01632 960702',
    'out-of-hours': '01632 960703',
    force: police.name,
    protocol: 'missing-from-home-and-care',
  })
  await user(product, 'organisation', { name: 'Fernhill Homes', kind: 'provider', telephone: '01632 960704' })
}

/** Adds somebody in one post, and gives the link that invites them. */
export async function added(
  product: Product,
  { name, signIn }: { readonly name: string; readonly signIn: string },
  organisation: string,
  role: string,
): Promise<string> {
  const telephone = '01632 960705'
  const said = await user(product, 'add', { name, 'sign-in': signIn, organisation, role, telephone })
  return /http:\S+\/invitation\/\S+/.exec(said)?.[0] ?? ''
}

/** A passkey belongs to a name and never to a number. */
export function byName({ address, data }: Product): Product {
  return { data, address: address.replace('127.0.0.1', 'localhost') }
}

/** Somebody real at a browser of their own. */
export async function someone(
  browser: Browser,
  product: Product,
  seat: { readonly width?: number; readonly javaScript?: boolean } = {},
): Promise<Person> {
  const page = await newPage(browser, { ...seat, baseURL: product.address })
  page.setDefaultTimeout(patience)
  return new Person(page)
}

/** The page that they are on is valid, free of what axe finds, and fits a telephone. */
export async function isSound({ page }: Person): Promise<void> {
  const at = page.url().replace(/invitation\/.*/, 'invitation/…')
  assertValidHtml(await (await page.request.get(page.url())).text())
  assert.deepEqual(await axe(page), [], at)
  const size = page.viewportSize()
  await page.setViewportSize({ width: 320, height: 700 })
  assert.equal(await tooWide(page), false, `${at}, at 320 pixels`)
  if (size !== null) await page.setViewportSize(size)
}

/** What the app on somebody's telephone shows so many half minutes from now. */
export function codeOf(totp: string, later = 0): string {
  const timestamp = Date.now() + later * 30_000
  return new TOTP({ secret: Secret.fromBase32(totp) }).generate({ timestamp })
}

export interface Secrets {
  readonly totp: string
  readonly recoveryCodes: readonly string[]
}

/** Reads what an invitation shows and sends it back with a password. */
export async function takesUp(person: Person, link: string, password: string): Promise<Secrets> {
  await person.goTo(link)
  const { page } = person
  const totp = await page.locator('input[name=authenticator]').inputValue()
  const recoveryCodes = (await page.locator('input[name=codes]').inputValue()).split(' ')
  await page.getByLabel('New password').fill(password)
  await page.getByLabel('Code', { exact: true }).fill(codeOf(totp))
  await person.press('Keep these and sign in')
  await person.arrivesAt('/board')
  return { totp, recoveryCodes }
}

/** Types what signs in, and sends it. */
export async function triesToSignIn(
  person: Person,
  name: string,
  password: string,
  code: string,
): Promise<void> {
  const { page } = person
  if (!new URL(page.url()).pathname.startsWith('/sign-in')) await person.goTo('/sign-in')
  await page.getByLabel('Sign-in name').fill(name)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByLabel('Code', { exact: true }).fill(code)
  await person.press('Sign in')
}
