import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isBack, reportsMissing, type Away } from '../support/journey-acts.ts'
import { OnEpisode } from '../support/journey-episode.ts'
import { signIn } from '../support/journey-person.ts'
import { theBrowser, theProduct } from '../support/journey-product.ts'
import { minutesAgo, plusMinutes } from '../support/journey-times.ts'

const product = theProduct()
const browser = theBrowser()

const reece: Away = { name: 'Reece Appleton', first: 'Reece', he: 'he', home: 'Oakfield House' }

const first = {
  noticed: minutesAgo(110),
  told: minutesAgo(100),
  found: minutesAgo(95),
  back: minutesAgo(90),
  seen: minutesAgo(80),
}
const again = { ...first, noticed: minutesAgo(30), told: minutesAgo(20) }
const check = 'See the child face to face'
const interview = 'Hold the independent return interview'
const grade = 'Take a detailed account and grade the risk of this report'

test('a child missing again an hour after the return has a second, linked episode, and each keeps its own duties', async () => {
  const carer = await signIn(browser(), product(), 'Ruth Adeyemi', { width: 320 })
  const before = await reportsMissing(carer, reece, first)
  await isBack(carer, before, reece, first)

  const now = await reportsMissing(carer, reece, again)
  assert.notEqual(now.path, before.path)
  await now.isDue(carer, grade, plusMinutes(again.told, 60))
  assert.equal((await now.owed(carer)).includes(check), false)

  await before.isDue(carer, check, plusMinutes(first.back, 4 * 60))
  await before.isDue(carer, interview, plusMinutes(first.back, 72 * 60))
  assert.equal(await carer.heading(), 'Reece Appleton is back. Police have not yet seen him.')

  await carer.goTo(now.path)
  await carer.sees('Reece Appleton is missing.')
  await carer.page.locator(`main a[href="${before.path}"]`).first().click()
  await carer.arrivesAt(before.path)

  const lena = await signIn(browser(), product(), 'PC Lena Fox')
  await lena.goTo('/board')
  for (const episode of [before, now])
    assert.equal(await lena.page.locator(`main a[href="${episode.path}"]`).count(), 1, episode.path)
})

test('a report of a child who is missing already leads to the episode that there is', async () => {
  const carer = await signIn(browser(), product(), 'Ruth Adeyemi', { width: 320 })
  await carer.goTo('/report')
  await carer.follow(/^Jay Mercer/)
  await carer.arrivesAt(/^[/]episodes[/][^/]+[/]report$/)
  await carer.sees('Jay is reported missing. Police have known since')
  const known = new OnEpisode(new URL(carer.page.url()).pathname.replace('/report', ''))
  assert.match(await known.duty(carer, 'Look at the risk again'), /Due in|Overdue by/)
})
