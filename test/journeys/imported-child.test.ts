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
import { considersHarm, isDecided, isHeard, isRead, isWrittenUp } from '../support/journey-after.ts'
import { OnEpisode } from '../support/journey-episode.ts'
import { signIn, type Person } from '../support/journey-person.ts'
import { theBrowser, theProduct } from '../support/journey-product.ts'
import { atUtc, minutesAgo, plusMinutes } from '../support/journey-times.ts'
import { communityFolder, hasCommunityFolder, ownFolder } from '../support/ssda903-sample.ts'
import { checkout } from '../support/starting.ts'

const product = theProduct()
const browser = theBrowser()

/** The command line beside the process that serves, as an analyst of the council would type it. */
async function imports(folder: string): Promise<string> {
  const words = ['import', 'ssda903', folder, '--council', 'Aldermoor Council']
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

const times = {
  noticed: minutesAgo(45),
  told: minutesAgo(40),
  graded: minutesAgo(35),
  heardOf: minutesAgo(30),
  found: minutesAgo(25),
  back: minutesAgo(20),
  seen: minutesAgo(10),
  offered: minutesAgo(8),
  held: minutesAgo(5),
}

test('a return is imported beside the running product, and a second time changes nothing', async () => {
  const first = await imports(ownFolder)
  assert.match(first, /header\.csv \(Header\): 9 rows: 5 new, 0 changed, 0 already there, 4 refused\./)
  assert.match(first, /2 spells have no end: the responsible council is asked/)
  assert.match(
    await imports(ownFolder),
    /header\.csv \(Header\): 9 rows: 0 new, 0 changed, 5 already there, 4 refused\./,
  )
})

/** A child of each return who is still looked after, by the number that the council has for them. The community's was away
    before, in a foster home; ours lives in a children's home. */
const children = [
  { key: '7001', folder: ownFolder, skip: false },
  {
    key: '162514',
    folder: communityFolder,
    skip: hasCommunityFolder ? false : 'the community sample is not beside this checkout',
  },
] as const

for (const { key, folder, skip } of children) {
  const whose = folder === ownFolder ? 'our own return' : 'the community sample'
  test(
    `a child of ${whose} is reported, comes back and is asked, until the episode is closed`,
    { skip },
    async () => {
      await imports(folder)
      const [ellen, lena, amira] = await people('Ellen Marsh', 'PC Lena Fox', 'Amira Hussain')
      const [noor, sam, dawn] = await people('Noor Aziz', 'Sam Okafor', 'Dawn Ellis')
      await allocates(ellen, key, ['Sam Okafor', 'Colm Brady'])
      await findsToReport(ellen, key)
      const child = await asThePageSpeaksOf(ellen)
      const episode = await saysWorried(ellen, child, times)
      const grade = 'Take a detailed account and grade the risk of this report'
      await episode.isDue(lena, grade, plusMinutes(times.told, 60))
      await gradesMedium(lena, episode, child, times.graded)
      await tellsEveryone(amira, episode, times.heardOf)
      await considersHarm(sam, episode, child, 'Nothing is known that says so.', times.heardOf)
      await episode.tell(sam, 'Independent reviewing officer', 'Colm Brady', times.heardOf)
      await isFound(lena, episode, child, times)
      await isBack(ellen, episode, child, times)
      await tellsEveryone(amira, episode, times.seen)
      await seenByPolice(lena, episode, child, times)
      const him = child.he === 'he' ? 'him' : 'her'
      assert.equal(
        await lena.heading(),
        `The child is back. Nobody independent has yet asked ${him} about it.`,
      )
      await isHeard(noor, episode, child, times)
      await isWrittenUp(noor, dawn, episode, child)
      await isDecided(sam, dawn, episode, child, times)
      await isRead(await signIn(browser(), product(), 'Colm Brady'), episode)
      await isClosedWithAReason(noor, episode)
    },
  )
}

/** The home is not in the directory, so nobody here can write in its place: the closing says why that stays. */
async function isClosedWithAReason(noor: Person, episode: OnEpisode): Promise<void> {
  const ofTheHome = [
    'Welcome the child with food, rest, what they need medically and a plan for tonight',
    'Decide whether the regulator must be told',
    'Talk it over with the child, to put right what can be put right',
  ]
  assert.deepEqual(await episode.owed(noor), ofTheHome)
  await episode.begin(noor, 'Close the episode')
  await noor.fillIn({
    'What this episode was, and what follows from it': 'A night out, told of freely.',
    ...Object.fromEntries(
      ofTheHome.map((title) => [
        `Why may this stay undone: ${title}?`,
        'Done by the home, told by telephone.',
      ]),
    ),
  })
  await noor.press('Close the episode')
  await noor.arrivesAt('?done=close-episode')
  assert.equal(await noor.heading(), 'The child is back, and this episode is closed.')
}

async function people(...names: readonly [string, string, string]) {
  const [first, second, third] = names
  const as = (name: string) => signIn(browser(), product(), name)
  return [await as(first), await as(second), await as(third)] as const
}

/** Her name is not known, where she lives is, and the page says both. */
async function asThePageSpeaksOf(by: Person): Promise<Away> {
  await by.arrivesAt('/worried')
  const said = (await by.page.locator('main summary').allInnerTexts()).join(' | ')
  const [, He, home] = /(He|She) should be at (.+), and it was noticed/.exec(said) ?? []
  assert.ok(home, said)
  return { name: 'The child', first: 'the child', he: He === 'He' ? 'he' : 'she', home }
}

/** A return does not say who works with a child: the council does. */
async function allocates(by: Person, key: string, names: readonly string[]): Promise<void> {
  for (const name of names) {
    await by.goTo(`/children?q=${key}`)
    await by.follow(/^Child, \d+, name not known/)
    await by.open('What do you want to add?')
    await by.follow('Someone who works with the child')
    const choose = by.page.getByLabel('Who, in which post')
    const option = await choose.locator('option').filter({ hasText: name }).innerText()
    await by.fillIn({ 'Who, in which post': option })
    await by.press('Record this')
    await by.arrivesAt('?recorded=worker-allocated')
  }
}

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
