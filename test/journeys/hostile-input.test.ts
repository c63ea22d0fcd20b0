import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '../../src/application/ids.ts'
import { routes } from '../../src/web/routes.ts'
import type { Route } from '../../src/web/route.ts'
import { askForJaysRecord, jaysRequest, passageOfAHome } from '../support/journey-disclosure.ts'
import { Caller, type Reply } from '../support/journey-http.ts'
import { theProduct } from '../support/journey-product.ts'
import {
  addressOf,
  jay,
  jaysEpisode,
  mayAnswer,
  ownFormIn,
  pageOf,
  whoMay,
} from '../support/journey-routes.ts'

const product = theProduct()
const posts = routes.filter(({ method }) => method === 'POST')
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

interface Door {
  readonly caller: Caller
  readonly token: string
}

const doors = new Map<string, Promise<Door>>()

/** Somebody who may use the route, signed in once, with a token for their forms. */
function doorTo(route: Route): Promise<Door> {
  const { id } = whoMay(route).post
  const door = doors.get(id) ?? opened(id)
  doors.set(id, door)
  return door
}

async function opened(post: string): Promise<Door> {
  const caller = new Caller(product())
  await caller.signIn(post)
  return { caller, token: await caller.token() }
}

async function send(route: Route, body: string, type?: string): Promise<Reply> {
  const { caller } = await doorTo(route)
  return caller.post(addressOf(route.path, parts), body, type)
}

const isSigning = ({ path }: Route): boolean =>
  /^\/(?:sign-|lock|here|held|you|confirm|invitation)/.test(path)
/** Signing in and out, and what changes a session, is left out where it would end what the other routes need. */
const working = posts.filter((route) => !isSigning(route))

/** What is typed is saved by a script, which is told how it went. */
function isToldToAScript({ path }: Route, text: string): boolean {
  return path.startsWith('/drafts') && text.startsWith('{"kept":')
}

function holds(route: Route, { status, text }: Reply, what: string): void {
  assert.ok(status < 500, `${route.path}, ${what}: ${status}`)
  const isFile = status === 200 && route.confirms
  if (status !== 303 && !isFile && !isToldToAScript(route, text))
    assert.match(text, /^\s*<!doctype html>/i, `${route.path}, ${what}: ${text.slice(0, 200)}`)
}

const questions = new Map<Route, readonly string[]>()

/** The names of everything that a person could fill in on the page of this form. */
async function questionsOf(route: Route): Promise<readonly string[]> {
  const known = questions.get(route)
  if (known !== undefined) return known
  const { caller } = await doorTo(route)
  const { text } = await caller.arrive(addressOf(pageOf(route), parts))
  const inputs = [...text.matchAll(/<(?:input|textarea|select)[^>]* name="([^"]+)"/g)].map(
    ([, name]) => name ?? '',
  )
  const names = [...new Set(inputs)].filter((name) => !['_csrf', 'command', 'shown'].includes(name))
  questions.set(route, names)
  return names
}

async function fieldsOf(route: Route, value: string): Promise<string> {
  const { token } = await doorTo(route)
  const typed = (await questionsOf(route)).map((name) => `${name}=${value}`)
  return [`_csrf=${token}`, `command=${newId()}`, ...typed].join('&')
}

const values: Readonly<Record<string, string>> = {
  'a NUL': 'a%00b',
  'a lone surrogate': 'a%ED%A0%80b',
  'bytes that are no UTF-8': '%FF%FE%C0%AF',
  'a broken escape': '%zz%',
  'the name of a prototype': '__proto__',
  'the name of a method': 'constructor',
  markup: '%3Cscript%3Ealert(1)%3C/script%3E%22%27%26',
  'directions of writing and no width': '%E2%80%AE%E2%80%8B%EF%BB%BF',
  'a number beyond all numbers': '99999999999999999999999e999',
  'more than a form may carry of one answer': 'x'.repeat(9000),
}

test('a record is asked for, for the forms by which it is prepared', () => askForJaysRecord(product()))

for (const [what, value] of Object.entries(values))
  test(`every form answers a page to ${what} in every field`, async () => {
    for (const route of working) {
      const reply = await send(route, await fieldsOf(route, value))
      holds(route, reply, what)
      assert.ok(mayAnswer(route, reply.status), `${route.path}: ${reply.status}`)
      assert.ok(!reply.text.includes('<script>alert(1)'), route.path)
    }
  })

const bodies: Readonly<Record<string, (body: string) => readonly [string, string?]>> = {
  'nothing at all but its token': (body) => [/^_csrf=[^&]+/.exec(body)?.[0] ?? ''],
  'each field twice': (body) => [`${body}&${body.replace(/^_csrf=[^&]+&/, '')}`],
  'fields nobody asked for': (body) => [`${body}&admin=yes&by=police&needsSecond=false&__proto__[x]=1`],
  'the names of prototypes as fields': (body) => [
    `${body}&__proto__=1&constructor=1&toString=1&hasOwnProperty=1&constructor[prototype][x]=1`,
  ],
  'structure where a text belongs': (body) => [
    body.replaceAll('=', '[a][b]=').replace('_csrf[a][b]', '_csrf'),
  ],
  JSON: (body) => [
    JSON.stringify({ ...Object.fromEntries(new URLSearchParams(body)), nested: { a: [null, 1] } }),
    'application/json',
  ],
  'broken JSON': () => ['{"_csrf":', 'application/json'],
  'a type that nobody knows': (body) => [body, 'application/x-whatever'],
  'a multipart body without parts': () => ['--x--', 'multipart/form-data; boundary=x'],
  'counts that are none': (body) => [`${body}&shown=-1&shown=NaN`],
  'a command that is no id': (body) => [
    body.replace(/command=[^&]+/, 'command=%27%3B%20drop%20table%20entry'),
  ],
}

for (const [what, made] of Object.entries(bodies))
  test(`every form answers a page to ${what}`, async () => {
    for (const route of working) {
      const [body, type] = made(await fieldsOf(route, 'word'))
      holds(route, await send(route, body, type), what)
    }
  })

test('no form is taken without its token, or with one of somebody else', async () => {
  const stranger = new Caller(product())
  for (const route of posts) {
    const body = (await fieldsOf(route, 'word')).replace(/^_csrf=[^&]+/, '')
    for (const token of ['', 'x', await stranger.token()]) {
      const reply = await send(route, `_csrf=${token}${body}`)
      assert.equal(reply.status, 403, route.path)
      holds(route, reply, 'a wrong token')
    }
  }
})

test('ten megabytes are refused with a page, and a form that is only long is read', async () => {
  for (const route of working) {
    const start = await fieldsOf(route, 'word')
    const huge = await send(route, `${start}&note=${'x'.repeat(10_000_000)}`)
    assert.equal(huge.status, 413, route.path)
    holds(route, huge, 'ten megabytes')
    holds(route, await send(route, `${start}&note=${'x'.repeat(400_000)}`), 'long')
  }
})

const noIds = [
  'x',
  newId(),
  '__proto__',
  '%00',
  '%ED%A0%80',
  '..%2f..%2fetc',
  "1'%20or%20'1'='1",
  '%F0%9F%92%A5',
  'x'.repeat(190),
  'x'.repeat(2000),
]

test('an address that names nothing is not found, whatever stands in it', async () => {
  for (const route of routes) {
    if (!/:(episode|child|protocol|set)/.test(route.path)) continue
    const { caller, token } = await doorTo(route)
    for (const id of noIds) {
      const all = {
        episode: id,
        child: id,
        entry: id,
        question: id,
        protocol: id,
        set: id,
        edition: id,
        '*': id,
      }
      const path = addressOf(route.path, all)
      const isGet = route.method === 'GET'
      const reply = await (isGet ? caller.arrive(path) : caller.post(path, `_csrf=${token}`))
      holds(route, reply, id)
      assert.ok([400, 403, 404].includes(reply.status), `${path}: ${reply.status}`)
    }
  }
})

const typed = 'Zoë said “it’s <fine>” & left – 5 > 4'
const escaped = /^\s*Zoë said “it’s &lt;fine(?:>|&gt;)” &amp; left – 5 (?:>|&gt;) 4\s*$/u

/** What stands in a field of a page. */
function standingIn(page: string, name: string): string {
  const field = new RegExp(`<(?:input|textarea)[^>]* name="${name}"[^>]*>(?:([^<]*)</textarea>)?`).exec(page)
  return field?.[1] ?? / value="([^"]*)"/.exec(field?.[0] ?? '')?.[1] ?? ''
}

test('what was typed is shown again, letter by letter, wherever a form is asked again', async () => {
  let shown = 0
  for (const route of working) {
    const { caller, token } = await doorTo(route)
    const { text: page } = await caller.arrive(addressOf(pageOf(route), parts))
    const inputs = ownFormIn(page, addressOf(route.path, parts)).matchAll(
      /<(?:input(?=[^>]* type="(?:text|tel)")|textarea)[^>]* name="([^"]+)"/g,
    )
    const names = new Set([...inputs].map(([, name]) => name ?? ''))
    const fields = [...names].map((name) => [name, typed] as [string, string])
    const body = new URLSearchParams([['_csrf', token], ['command', newId()], ...fields])
    const reply = await send(route, body.toString())
    if (reply.status !== 400) continue
    for (const name of names) {
      assert.match(standingIn(reply.text, name), escaped, `${route.path}, ${name}`)
      shown++
    }
  }
  assert.ok(shown > 100, `${shown} fields`)
})
