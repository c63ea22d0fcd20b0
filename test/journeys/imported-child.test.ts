import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { test } from 'node:test'
import { promisify } from 'node:util'
import {
  gradesMedium,
  isBack,
  isFound,
  saysWorried,
  seenByPolice,
  tellsEveryone,
  type Away,
} from '../support/journey-acts.ts'
import { OnEpisode } from '../support/journey-episode.ts'
import { signIn, type Person } from '../support/journey-person.ts'
import { theBrowser, theProduct } from '../support/journey-product.ts'
import { atUtc, minutesAgo, plusMinutes } from '../support/journey-times.ts'
import { ownFolder } from '../support/ssda903-sample.ts'
import { checkout } from '../support/starting.ts'

const product = theProduct()
const browser = theBrowser()

/** The command line beside the process that serves, as an analyst of the council would type it. */
async function imports(): Promise<string> {
  const words = ['import', 'ssda903', ownFolder, '--council', 'Aldermoor Council']
  const program = [join(checkout, 'bin/whereabouts.mjs'), ...words]
  const env = { PATH: process.env['PATH'] ?? '', DATA: product().data }
  const { stdout } = await promisify(execFile)(process.execPath, program, { env })
  return stdout
}

/** A return gives no names: children are found by the number that the council has for them. */
async function findsToReport(by: Person, key: string): Promise<void> {
  await by.goTo('/report')
  await by.fillIn({ 'Find the child': key })
  await by.press('Search')
  await by.follow(/^Child, \d+, name not known/)
}

const girl: Away = {
  name: 'The child',
  first: 'the child',
  he: 'she',
  home: "Children's home (Ofsted 9000001, private)",
}
const times = {
  noticed: minutesAgo(45),
  told: minutesAgo(40),
  found: minutesAgo(25),
  back: minutesAgo(20),
  seen: minutesAgo(10),
}

test('a return is imported beside the running product, and a second time changes nothing', async () => {
  const first = await imports()
  assert.match(first, /header\.csv \(Header\): 9 rows: 5 new, 0 changed, 0 already there, 4 refused\./)
  assert.match(first, /2 spells have no end: the responsible council is asked/)
  assert.match(
    await imports(),
    /header\.csv \(Header\): 9 rows: 0 new, 0 changed, 5 already there, 4 refused\./,
  )
})

test('a child of the return is reported and comes back, in the hands of the council that is responsible', async () => {
  const [ellen, lena, amira] = [
    await signIn(browser(), product(), 'Ellen Marsh', { width: 320 }),
    await signIn(browser(), product(), 'PC Lena Fox'),
    await signIn(browser(), product(), 'Amira Hussain'),
  ]
  await findsToReport(ellen, '7001')
  const episode = await saysWorried(ellen, girl, times)
  const grade = 'Take a detailed account and grade the risk of this report'
  await episode.isDue(lena, grade, plusMinutes(times.told, 60))
  await gradesMedium(lena, episode, girl, minutesAgo(35))
  await tellsEveryone(amira, episode, minutesAgo(30))
  await isFound(lena, episode, girl, times)
  await isBack(ellen, episode, girl, times)
  await tellsEveryone(amira, episode, times.seen)
  await seenByPolice(lena, episode, girl, times)
  assert.equal(await lena.heading(), 'The child is back. Nobody independent has yet asked her about it.')
})

test('the council says that a child of an open spell is not missing any more', async () => {
  const ellen = await signIn(browser(), product(), 'Ellen Marsh')
  await ellen.goTo('/children?q=7002')
  await ellen.follow(/^Child, 17, name not known/)
  await ellen.follow('Open the episode')
  await ellen.arrivesAt(/^[/]episodes[/][^/]+$/)
  const episode = new OnEpisode(new URL(ellen.page.url()).pathname)
  const asked = 'Say whether the child is still missing'
  assert.ok((await episode.owed(ellen)).includes(asked))
  await ellen.sees('A statutory return says that the child is still missing. Nobody has confirmed it yet.')

  await ellen.follow(asked)
  await ellen.follow('Answer a question')
  await ellen.sees('The return gives this child as missing since Thursday 12 March 2026, and no end.')
  await ellen.fillIn({ 'Your answer': 'No: back on 20 March. The return was not finished.' })
  await ellen.press('Record the answer')
  await ellen.arrivesAt('?done=answer')
  assert.equal((await episode.owed(ellen)).includes(asked), false)
  await ellen.sees('No: back on 20 March. The return was not finished.')

  await episode.record(ellen, 'Record that the child is back', {
    'How did he come back?': 'By himself',
    'When did he come back?': atUtc('2026-03-20T12:00:00Z'),
  })
  assert.match(await ellen.heading(), /^The child is back\./)
})
