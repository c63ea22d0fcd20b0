import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { test } from 'node:test'
import { promisify } from 'node:util'
import { childIdOf } from '../../src/cli/demonstration/child-plan.ts'
import { operations } from '../../src/web/api/operations.ts'
import { routes } from '../../src/web/routes.ts'
import { isBack, reportsMissing, type Away } from '../support/journey-acts.ts'
import type { OnEpisode } from '../support/journey-episode.ts'
import { signIn, type Person } from '../support/journey-person.ts'
import { theBrowser, theProduct, type Product } from '../support/journey-product.ts'
import { minutesAgo } from '../support/journey-times.ts'
import { checkout } from '../support/starting.ts'

const product = theProduct()
const browser = theBrowser()

const reece: Away = { name: 'Reece Appleton', first: 'Reece', he: 'he', home: 'Oakfield House' }
const child = childIdOf('reece')

/** A word in everything that stays where interviews are read; each stands nowhere else. */
const kept = {
  own: 'ownwordskept',
  first: 'firstaccountkept',
  second: 'secondaccountkept',
  view: 'viewkept',
  comments: 'commentskept',
  person: 'Personkept',
  quote: 'quotekept',
  place: 'Placekept',
  reason: 'reasonkept',
  fromPolice: 'frompolicekept',
  notShared: 'notsharedkept',
  notWished: 'notwishedkept',
}
/** What is given to those who care for him, and what he wished of it. */
const given = { summary: 'summarygiven', wished: 'wishedgiven' }

test('An interview is sent back, approved and shared in part with a home, which reads exactly that part and nothing else.', async () => {
  const [ruth, noor, dawn] = [
    await signIn(browser(), product(), 'Ruth Adeyemi', { width: 320 }),
    await signIn(browser(), product(), 'Noor Aziz'),
    await signIn(browser(), product(), 'Dawn Ellis'),
  ]
  const back = minutesAgo(60)
  const times = { noticed: minutesAgo(80), told: minutesAgo(70), found: back, back, seen: back }
  const episode = await reportsMissing(ruth, reece, times)
  await isBack(ruth, episode, reece, times)
  await isHeard(noor, episode)
  await isSentBack(noor, dawn, episode)
  await learns(noor, episode)
  await isApproved(dawn, episode)
  await isSharedInPart(noor, episode)

  await noor.goTo(`${episode.path}/who-gets-to-know`)
  for (const word of [given.summary, given.wished, kept.notShared, kept.notWished]) await noor.sees(word)
  await ruth.goTo(`${episode.path}/who-gets-to-know`)
  for (const word of Object.values(given)) await ruth.sees(word)
  await ruth.sees('Kept apart')
  assert.deepEqual(wordsIn(await everythingTo(ruth, episode)), Object.values(given))
  assert.deepEqual(
    wordsIn(await everythingToAMachine(product(), 'Ruth Adeyemi', episode)),
    Object.values(given),
  )
  for (const person of [ruth, noor, dawn]) await person.leaves()
})

async function isHeard(noor: Person, episode: OnEpisode): Promise<void> {
  await episode.record(noor, 'Record the return interview', {
    'His own words': `I went because of ${kept.own}.`,
    'Does the interviewer care for Reece?': 'No',
    'Is the interviewer his allocated social worker?': 'No',
    Where: 'The library, upstairs',
    'Who was there': 'Reece and Noor',
    'When was it held?': minutesAgo(30),
  })
  await episode.record(
    noor,
    'Write the interview up',
    { 'What he said': `He told me of ${kept.first}.`, 'Your own view': `He is afraid: ${kept.view}.` },
    'Hand in the write-up',
  )
}

async function isSentBack(noor: Person, dawn: Person, episode: OnEpisode): Promise<void> {
  await episode.record(dawn, 'Send the write-up back', {
    'What is missing, or unclear': `Who is ${kept.comments}?`,
  })
  await episode.record(
    noor,
    'Write the interview up',
    { 'What he said': `He told me of ${kept.second}.` },
    'Hand in the write-up',
  )
}

async function learns(noor: Person, episode: OnEpisode): Promise<void> {
  const learned = async (what: string, name: string, word: string, because: object) => {
    await episode.begin(noor, 'Record what was learned')
    await noor.page.getByLabel('What was it learned from?').selectOption({ index: 1 })
    await noor.fillIn({ 'What was learned?': what, [name]: word, ...because, 'Is it of concern?': 'Yes' })
    await noor.press('Record this')
    await noor.arrivesAt(/[?]done=/)
  }
  await learned('A person', 'Name, or what they are called', kept.person, {
    'Reece’s own words': `I owe ${kept.quote} money.`,
  })
  await learned('A place', 'Where it is', kept.place, { 'Your reason': `He said ${kept.reason} twice.` })
}

/** Not before each of those who were named has an answer; then all of it at one sitting. */
async function isApproved(dawn: Person, episode: OnEpisode): Promise<void> {
  await episode.begin(dawn, 'Approve the write-up')
  await dawn.fillIn({ 'Have you read it?': 'I have read it' })
  await dawn.press('Approve')
  await dawn.sees(`Say whether police may have a person: ${kept.person}`)
  await dawn.fillIn({
    [`May it go in the next pack for police: a person: ${kept.person}?`]: 'Yes, it may go',
    [`May it go in the next pack for police: a place: ${kept.place}?`]: 'No, keep it',
  })
  await dawn.page.locator('textarea:visible').fill(`Because of ${kept.fromPolice}.`)
  await dawn.press('Approve')
  await dawn.arrivesAt('?done=approve-interview')
}

async function isSharedInPart(noor: Person, episode: OnEpisode): Promise<void> {
  const decides = async (command: string, audience: string) => {
    await noor.goTo(`${episode.path}/who-gets-to-know`)
    await noor.page.locator(`main a[href*="/${command}?"][href$="for=${audience}"]`).first().click()
  }
  await decides('share-passage', 'carer')
  await noor.fillIn({
    'The part that is shared': `He wants ${given.summary} to be known.`,
    'With which organisation?': 'Oakfield Care',
    'Basis in law': 'To look after him',
    'What he wished': `That Ruth knows ${given.wished}.`,
    'Why do they need it?': 'They look after him',
  })
  await noor.press('Share this part')
  await noor.arrivesAt('?done=share-passage')
  await decides('decide-not-to-share', 'school')
  await noor.fillIn({
    'What they are not given': `Anything of ${kept.notShared}.`,
    'Not with whom': 'His school',
    'Why not': 'Nothing of it is needed there',
    'Basis in law': 'None to pass it on',
    'What he wished': `Not school, because of ${kept.notWished}.`,
  })
  await noor.press('Record the decision')
  await noor.arrivesAt('?done=decide-not-to-share')
}

function wordsIn(said: string): readonly string[] {
  return [...Object.values(given), ...Object.values(kept)].filter((word) => said.includes(word))
}

/** Every address of a route with what this is about in it. Where it is about something else, nothing is there. */
function addressOf(path: string, { path: of }: OnEpisode, entry: string): string {
  return path
    .replace(/:episode|\{episode\}/, of.split('/').at(-1) ?? '')
    .replace(/:child|\{child\}/, child)
    .replace(/:entry|\{entry\}/, entry)
    .replaceAll(/:\w+|\{\w+\}|\*/g, child)
}

/** What a browser of theirs is answered: by every page, file and list that there is, by whatever those lead to, and by a
    search for each of the words. */
async function everythingTo({ page }: Person, episode: OnEpisode): Promise<string> {
  const { request } = page.context()
  const record = await (await request.get(episode.path)).text()
  const entries = [...record.matchAll(/id="entry-([0-9a-f-]{36})"|#([0-9a-f-]{36})/g)].flatMap(
    ([, a, b]) => a ?? b ?? [],
  )
  const waiting = new Set(
    routes
      .filter(({ method }) => method === 'GET')
      .flatMap(({ path }) =>
        [...new Set([child, ...entries])].map((entry) => addressOf(path, episode, entry)),
      ),
  )
  for (const word of Object.values(kept))
    assert.ok(!(await (await request.get(`/children?q=${word}`)).text()).includes(child), word)
  const said: string[] = []
  for (const path of waiting) {
    if (/^\/(?:sign|mine|drafts)/.test(path)) continue
    const answer = await request.get(path)
    assert.ok(answer.status() < 500 && answer.status() !== 429, `${path}: ${answer.status()}`)
    const text = await answer.text()
    said.push(text)
    const type = answer.headers()['content-type'] ?? ''
    if (type.includes('html')) for (const link of linksIn(text, episode)) waiting.add(link)
  }
  assert.ok(said.length > 150, `${said.length} answers`)
  return said.join('\n')
}

/** Within the product, and about this child or about nobody: what stands of others is theirs. */
function linksIn(text: string, episode: OnEpisode): readonly string[] {
  return [...text.matchAll(/href="(\/[^"#]*)/g)]
    .map(([, path = '']) => path.replaceAll('&amp;', '&').replace(/[?&]form=[^&]*/, ''))
    .filter((path) => !/^\/assets|^\/sign/.test(path))
    .filter((path) => !/[0-9a-f]{8}-/.test(path) || path.includes(child) || path.includes(episode.path))
}

/** What a machine in the same post is answered by every operation that asks. */
async function everythingToAMachine(
  { address, data }: Product,
  post: string,
  episode: OnEpisode,
): Promise<string> {
  const program = [
    join(checkout, 'bin/whereabouts.mjs'),
    'token',
    'create',
    '--post',
    post,
    '--name',
    'a test',
  ]
  const env = { PATH: process.env['PATH'] ?? '', DATA: data }
  const { stdout } = await promisify(execFile)(process.execPath, program, { env })
  const [token = ''] = stdout.split('\n')
  const said: string[] = []
  const paths = operations
    .filter(({ method }) => method === 'GET')
    .map(({ path }) => addressOf(path, episode, child))
  for (const path of [...paths, ...Object.values(kept).map((word) => `/children?q=${word}`)]) {
    const answer = await fetch(`${address}/api/v1${path}`, { headers: { authorization: `Bearer ${token}` } })
    assert.ok(answer.status < 500 && answer.status !== 429, `${path}: ${answer.status}`)
    const text = await answer.text()
    if (path.includes('?q=')) assert.ok(!text.includes(child), path)
    else said.push(text)
  }
  return said.join('\n')
}
