import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page, Response } from 'playwright-core'
import { newId } from '../../src/application/ids.ts'
import { cast } from '../../src/cli/demonstration/cast.ts'
import { routes } from '../../src/web/routes.ts'
import { axe, newPage, tooWide } from '../support/browser.ts'
import { askForJaysRecord } from '../support/journey-disclosure.ts'
import { Caller } from '../support/journey-http.ts'
import { interviewsAreHeld } from '../support/journey-interview.ts'
import { standBefore } from '../support/journey-here.ts'
import { beforeTheDoor } from '../support/journey-childs-door.ts'
import { pageStates, refusals } from '../support/journey-pages.ts'
import type { PageState } from '../support/journey-states.ts'
import { patience } from '../support/journey-person.ts'
import { theBrowser, theProduct } from '../support/journey-product.ts'
import { jaysEpisode } from '../support/journey-routes.ts'
import { assertValidHtml } from '../support/valid-html.ts'

const product = theProduct()
const browser = theBrowser()

const desk = { width: 1320, height: 900 }
const telephone = { width: 320, height: 700 }

/** One page for the whole file, who sits at it being changed as the states ask. */
let page: Page | undefined
let seated: Seated = {}

type Seated = Pick<PageState, 'as' | 'at'>

async function seat({ as, at }: Seated): Promise<Page> {
  if (page === undefined) {
    page = await newPage(browser(), { ...desk, baseURL: product().address })
    page.setDefaultTimeout(patience)
  }
  if (as !== seated.as || at !== seated.at) {
    await page.context().clearCookies()
    if (at !== undefined) await standBefore(page, at, as)
    else if (as !== undefined) {
      await page.goto('/sign-in')
      await page.getByRole('button', { name: cast[as].post.personName, exact: true }).click()
      await page.waitForURL('**/board')
    }
    seated = { ...(as && { as }), ...(at && { at }) }
  }
  return page
}

/** Brings the page into the state and gives what the server answered. */
async function reach(state: PageState): Promise<Response> {
  const { path, sends, form: action } = state
  const at = await seat(state)
  const opened = await at.goto(path)
  assert.ok(opened !== null)
  if (sends === undefined) return opened
  const form =
    action === undefined ? 'main form[method=post]:not([action="/drafts/drop"])' : 'form[action="/sign-out"]'
  // By the form itself, as a browser without scripts of ours would, with fields emptied that no person could empty.
  const [answered] = await Promise.all([
    at.waitForResponse((response) => isSent(response)),
    at.evaluate(`(() => {
      const form = document.querySelector(${JSON.stringify(form)})
      for (const field of form.querySelectorAll('input[type=text], input[type=tel], textarea'))
        field.value = field.name.endsWith('-time') ? '99:99' : ''
      for (const [name, value] of Object.entries(${JSON.stringify(sends)}))
        form.querySelector('[name="' + name + '"]').value = value
      ${action === undefined ? '' : `form.action = ${JSON.stringify(action)}`}
      const button = form.querySelector('button')
      form.requestSubmit(button)
    })()`),
  ])
  await at.waitForLoadState()
  return answered
}

/** The form itself, and not what the script keeps of it meanwhile. */
function isSent(response: Response): boolean {
  return response.request().method() === 'POST' && response.request().isNavigationRequest()
}

/** Valid as it was served, free of what axe finds, and no wider than a telephone. */
async function holds(state: PageState, what: string): Promise<void> {
  if (state.keeps !== undefined) {
    const kept = await (await seat(state)).request.get(state.path)
    assert.deepEqual([kept.status(), kept.headers()['content-type']], [state.status, state.keeps], what)
    return
  }
  const answered = await reach(state)
  assert.equal(answered.status(), state.status, what)
  if (answered.headers()['content-type']?.startsWith('text/html') !== true) return
  assertValidHtml(await answered.text())
  const at = await seat(state)
  if (state.kind === 'error' && state.status === 400 && state.sends?.['name'] === undefined)
    assert.equal(await at.locator('.govuk-error-summary').count(), 1, what)
  assert.deepEqual(await axe(at), [], what)
  await at.setViewportSize(telephone)
  assert.equal(await tooWide(at), false, `${what}, at 320 pixels`)
  await at.setViewportSize(desk)
}

test('every route has its states, and every state a route', () => {
  const wanted = routes.map(({ method, path }) => `${method} ${path}`)
  assert.deepEqual(Object.keys(pageStates).toSorted(), wanted.toSorted())
  for (const [route, states] of Object.entries(pageStates)) {
    const needed = route.startsWith('GET') ? 'filled' : 'error'
    assert.ok(
      states.some(({ kind }) => kind === needed),
      `${route} ${needed}`,
    )
  }
})

test('a challenge waits for its answer, for the pages that show one', async () => {
  const sam = new Caller(product())
  await sam.signIn(cast.sam.post.id)
  const body = { _csrf: await sam.token(), command: newId(), reason: 'It leaves out the silver hatchback.' }
  const form = new URLSearchParams(body).toString()
  assert.equal((await sam.post(`/episodes/${jaysEpisode}/challenge-grade`, form)).status, 303)
})

test('a record is opened in an emergency, for the page that reviews it', async () => {
  const ruth = new Caller(product())
  await ruth.signIn(cast.ruth.post.id)
  const { text } = await ruth.arrive(`/episodes/${jaysEpisode}`)
  const [, reference] = /WH-([A-Z2-9]{4}-[A-Z2-9]{4})/.exec(text) ?? []
  assert.ok(reference !== undefined)
  const hannah = new Caller(product())
  await hannah.signIn(cast.hannah.post.id)
  const body = { _csrf: await hannah.token(), command: newId(), reference, reason: 'He stands at the desk.' }
  assert.equal((await hannah.post('/open-record', new URLSearchParams(body).toString())).status, 303)
})

test('interviews are held, for their pages', () => interviewsAreHeld(product()))

test('a record is asked for, for the pages on which it is prepared', () => askForJaysRecord(product()))

for (const [route, states] of Object.entries(pageStates))
  test(`${route} is valid, accessible and fits a telephone`, async () => {
    for (const state of states) await holds(state, `${state.kind}, ${state.as ?? 'nobody'}, ${state.path}`)
  })

test('so are the pages before a child’s own door', async () => {
  for (const state of beforeTheDoor) await holds(state, state.path)
})

test('so are the pages that refuse', async () => {
  for (const state of refusals) await holds(state, `${state.status ?? ''} ${state.path}`)
})
