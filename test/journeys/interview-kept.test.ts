import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { episodeIdOf } from '../../src/cli/demonstration/episode-plan.ts'
import { chanceOf } from '../../src/cli/generated/chance.ts'
import { asked } from '../../src/domain/interview/asked.ts'
import type { QuestionSet } from '../../src/domain/interview/question-set.ts'
import { questionSets } from '../support/generated.ts'
import { isSound } from '../support/journey-accounts.ts'
import { isKilled, patience, signIn, type Person } from '../support/journey-person.ts'
import { theBrowser, theProduct } from '../support/journey-product.ts'

const product = theProduct()
const browser = theBrowser()
const full = process.env['SIZE'] === 'full'
const seed = process.env['SEED'] ?? randomUUID().slice(0, 8)

const finn = `/episodes/${episodeIdOf('finn, declined the interview')}`
const tyler = `/episodes/${episodeIdOf('tyler, back this evening')}`

const usual = questionSets.sets.find(({ set }) => set === 'return-interview') as QuestionSet

/** At any question: every one of those that are asked of everybody, or a few of them. */
function someQuestions(howMany: number): readonly string[] {
  const all = asked(usual, {}).map(({ id }) => id)
  const chance = chanceOf(seed, 'questions of an interview')
  console.log(`seed ${seed}, ${full ? all.length : howMany} of ${all.length} questions`)
  return full ? all : Array.from({ length: howMany }, () => chance.pick(all))
}

/** It goes on from the device by itself, and the page is taken afresh to show it. */
async function comesBack(person: Person, text: string): Promise<void> {
  const deadline = performance.now() + patience
  while ((await words(person).inputValue()) !== text && performance.now() < deadline) await pause(50)
  assert.equal(await words(person).inputValue(), text)
}

/** Begins one, unless one is under way. */
async function begins(person: Person, episode: string): Promise<void> {
  await person.goTo(`${episode}/interview`)
  const set = person.page.getByLabel('Return interview', { exact: true })
  if ((await set.count()) === 0) return
  await set.check()
  await person.press('Begin')
  await person.arrivesAt('/opening')
}

const words = ({ page }: Person) => page.locator('main textarea[name="words"]')

/** Typed, and two seconds gone by. */
async function types(person: Person, text: string): Promise<void> {
  await words(person).fill(text)
  await pause(2_000)
}

test('whoever kills the browser at any question loses nothing that was typed two seconds before', async () => {
  let noor = await signIn(browser(), product(), 'Noor Aziz', { width: 390 })
  await begins(noor, finn)
  for (const id of someQuestions(3)) {
    const text = `Said at ${id} ${seed}`
    await noor.goTo(`${finn}/interview/questions/${id}`)
    await types(noor, text)
    noor = await isKilled(noor)
    await noor.goTo(`${finn}/interview/questions/${id}`)
    assert.equal(await words(noor).inputValue(), text, id)
    await noor.sees(/Saved at \d\d:\d\d\./)
  }
  await noor.leaves()
})

test('nor whoever loses the network, and then the browser too', async () => {
  let noor = await signIn(browser(), product(), 'Noor Aziz', { width: 390 })
  await begins(noor, finn)
  for (const id of someQuestions(2)) {
    const text = `Said without a network at ${id} ${seed}`
    const context = noor.page.context()
    await noor.goTo(`${finn}/interview/questions/${id}`)
    await context.setOffline(true)
    await words(noor).fill(text)
    await noor.sees('Not saved yet: no connection. Kept on this device')
    assert.doesNotMatch(await noor.reads(), /Saved at/)
    // Continue goes nowhere from here, and nothing that was typed goes with it.
    await noor.press('Continue')
    await noor.sees('Not saved yet: no connection. Kept on this device')
    assert.equal(await words(noor).inputValue(), text)
    noor = await isKilled(noor)
    await context.setOffline(false)
    await noor.goTo(`${finn}/interview/questions/${id}`)
    await comesBack(noor, text)
    await noor.sees(/Saved at \d\d:\d\d\./)
  }
  const context = noor.page.context()
  await context.setOffline(true)
  await words(noor).fill('And then it came back')
  await noor.sees('Not saved yet: no connection')
  await context.setOffline(false)
  await noor.sees(/Saved at \d\d:\d\d\./)
  await noor.leaves()
})

test('it is stopped and gone on with on another device, after signing out too, and without JavaScript', async () => {
  const noor = await signIn(browser(), product(), 'Noor Aziz', { javaScript: false })
  await begins(noor, tyler)
  await noor.goTo(`${tyler}/interview/questions/where-went`)
  await noor.press('Continue')
  await noor.sees('Write an answer, or “I do not want to say”, or skip it for now')
  await words(noor).fill('To the canal')
  await noor.press('Continue')
  await noor.arrivesAt('/questions/how-travelled')
  await words(noor).fill('By bus, and')
  await noor.press('Stop for now')
  await noor.sees(/Stopped\. Saved at \d\d:\d\d, and not recorded yet/)
  await noor.sees(/kept for you alone until \w+ \d+ \w+( \d{4})?, \d\d:\d\d/)
  await noor.page.getByRole('button', { name: 'Sign out' }).click()
  await noor.leaves()

  const dawn = await signIn(browser(), product(), 'Dawn Ellis')
  await dawn.goTo(tyler)
  assert.doesNotMatch(await dawn.reads(), /You hold an interview/)
  await dawn.goTo(`${tyler}/interview`)
  assert.doesNotMatch(await dawn.reads(), /questions answered|canal/)

  const again = await signIn(browser(), product(), 'Noor Aziz', { width: 390 })
  await again.goTo(tyler)
  await again.sees('You hold an interview that is not recorded yet')
  await again.follow('Go on with it')
  await again.page.locator('main').getByRole('button', { name: 'Go on' }).click()
  await again.arrivesAt('/answers')
  await again.follow('How did you get there?')
  await again.arrivesAt('/questions/how-travelled')
  assert.equal(await words(again).inputValue(), 'By bus, and')
  await again.press('All questions')
  await again.follow('Read it through and record it')
  await again.page.locator('input[name="caresForChild"][value="yes"]').check()
  await again.page.locator('input[name="allocatedWorker"][value="no"]').check()
  await again.page.locator('[name="where"]').fill('At the library')
  await again.page.locator('[name="present"]').fill('Tyler and Noor')
  await again.press('Record the interview')
  await again.sees('A return interview is held by someone who does not care for the child')
  assert.equal(await again.page.locator('[name="where"]').inputValue(), 'At the library')
  await isSound(again)
  await again.page.locator('input[name="caresForChild"][value="no"]').check()
  await again.press('Record the interview')
  await again.arrivesAt(`${tyler}?done=write-up-interview`)
  await again.goTo(tyler)
  assert.doesNotMatch(await again.reads(), /You hold an interview/)

  await dawn.goTo(`${tyler}/send-back-interview`)
  await dawn.page.locator('[name="comments"]').fill('Which bus was it?')
  await dawn.page.locator('main form#act').getByRole('button').last().click()
  await dawn.arrivesAt(/done=send-back-interview/)
  await dawn.leaves()

  await again.goTo(`${tyler}/interview`)
  await again.sees('The write-up was sent back.')
  await again.sees('Which bus was it?')
  await again.press('Begin')
  await again.arrivesAt('/answers')
  await again.follow('How did you get there?')
  assert.equal(await words(again).inputValue(), 'By bus, and')
  await words(again).fill('By bus, and it was the 9')
  await again.press('All questions')
  await again.follow('Read it through and record it')
  await again.press('Record the interview')
  await again.arrivesAt(`${tyler}?done=write-up-interview`)
  await again.sees('Return interview written up again.')
  // What was written up before stays as it was recorded.
  const links = again.page.locator('main a', { hasText: 'Read it question by question' })
  assert.equal(await links.count(), 2)
  await links.last().click()
  await again.sees('By bus, and')
  assert.doesNotMatch(await again.reads(), /it was the 9/)
  await again.leaves()
})
