import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '../../src/application/ids.ts'
import { routes } from '../../src/web/routes.ts'
import type { Route } from '../../src/web/route.ts'
import { OnEpisode } from '../support/journey-episode.ts'
import { askForJaysRecord, jaysRequest, passageOfAHome } from '../support/journey-disclosure.ts'
import { Caller } from '../support/journey-http.ts'
import { signIn } from '../support/journey-person.ts'
import { theBrowser, theProduct } from '../support/journey-product.ts'
import { minutesAgo } from '../support/journey-times.ts'
import { naughtyStrings as strings } from '../support/naughty-strings.ts'
import {
  addressOf,
  jay,
  jaysEpisode,
  mayAnswer,
  ownFormIn,
  pageOf,
  whoMay,
} from '../support/journey-routes.ts'

/** How often every form is sent; in as many rounds as there are strings, each field meets each of them. */
const rounds = process.env['SIZE'] === 'full' ? strings.length : 3

const product = theProduct()
const browser = theBrowser()
const parts = {
  episode: jaysEpisode,
  child: jay,
  entry: newId(),
  emergency: newId(),
  question: 'last-seen',
  request: jaysRequest,
  passage: passageOfAHome,
  kind: 'place',
}
const isSigning = ({ path }: Route): boolean =>
  /^\/(?:sign-|lock|here|held|you|confirm|invitation)/.test(path)
const forms = routes.filter((route) => route.method === 'POST' && !isSigning(route))

const callers = new Map<string, { readonly caller: Caller; readonly token: string }>()

async function callerFor(route: Route) {
  const { id } = whoMay(route).post
  const known = callers.get(id)
  if (known !== undefined) return known
  const caller = new Caller(product())
  await caller.signIn(id)
  const opened = { caller, token: await caller.token() }
  callers.set(id, opened)
  return opened
}

/** The fields that a person could type into on a page. */
function textsOf(page: string): readonly string[] {
  const inputs = page.matchAll(/<(?:input(?=[^>]* type="(?:text|tel|search)")|textarea)[^>]* name="([^"]+)"/g)
  return [...new Set([...inputs].map(([, name]) => name ?? ''))]
}

function standingIn(page: string, name: string): string {
  const escaped = RegExp.escape(name)
  const area = new RegExp(`<textarea[^>]* name="${escaped}"[^>]*>([^<]*)</textarea>`).exec(page)?.[1]
  const input = new RegExp(`<input[^>]* name="${escaped}"[^>]*>`).exec(page)?.[0]
  return unescaped(area ?? / value="([^"]*)"/.exec(input ?? '')?.[1] ?? '')
}

const marks: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&' }

function unescaped(html: string): string {
  return html.replaceAll(/&(?:#(\d+)|(\w+));/g, (all, code?: string, mark = '') =>
    code === undefined ? (marks[mark as string] ?? all) : String.fromCodePoint(Number(code)),
  )
}

function stringAt(index: number): string {
  return strings[index % strings.length] ?? ''
}

test('a record is asked for, for the forms by which it is prepared', () => askForJaysRecord(product()))

test('every form takes every string, or asks again and shows what was typed letter by letter', async () => {
  let shown = 0
  const pages = new Map<Route, readonly string[]>()
  for (let round = 0; round < rounds; round++)
    for (const [place, route] of forms.entries()) {
      const { caller, token } = await callerFor(route)
      const address = addressOf(route.path, parts)
      const page = addressOf(pageOf(route), parts)
      const names = pages.get(route) ?? textsOf(ownFormIn((await caller.arrive(page)).text, address))
      pages.set(route, names)
      const typed = names.map((name, index) => [name, stringAt(round + place * 7 + index)] as const)
      const body = new URLSearchParams([
        ['_csrf', token],
        ['command', newId()],
        ...typed.map((each) => [...each]),
      ])
      const { status, text } = await caller.post(address, body.toString())
      assert.ok(mayAnswer(route, status), `${route.path}: ${status}`)
      if (status !== 400) continue
      const still = new Set(textsOf(text))
      for (const [name, string] of typed.filter(([name]) => still.has(name))) {
        assert.equal(standingIn(text, name), string, `${route.path}, ${name}`)
        shown++
      }
    }
  assert.ok(shown > rounds * 100, `${shown} fields`)
})

test('every string is kept in a note and shown back as it was typed, and none of them runs', async () => {
  const sam = await signIn(browser(), product(), 'Sam Okafor')
  const episode = new OnEpisode(`/episodes/${jaysEpisode}`)
  const notes = Array.from({ length: Math.ceil(strings.length / 60) }, (_none, index) =>
    strings.slice(index * 60, index * 60 + 60).join('\n'),
  )
  for (const text of notes) {
    await episode.begin(sam, 'Add a note')
    await sam.fillIn({ Note: text, 'When was that?': minutesAgo(1) })
    await sam.press('Add the note')
    await sam.arrivesAt('?done=add-note')
  }
  const { page } = sam
  const ran: string[] = []
  page.on('dialog', (dialog) => {
    ran.push(dialog.message())
    void dialog.dismiss()
  })
  page.on('pageerror', (error) => ran.push(error.message))
  await page.goto(`/episodes/${jaysEpisode}`)
  const shown = (await page.locator('main').textContent()) ?? ''
  for (const text of notes)
    for (const line of text.split('\n')) assert.ok(shown.includes(line), JSON.stringify(line))
  assert.equal(await page.locator('main script, main iframe, main object, main svg script').count(), 0)
  assert.deepEqual(ran, [])
})
