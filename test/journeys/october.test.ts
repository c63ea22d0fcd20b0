import assert from 'node:assert/strict'
import { test } from 'node:test'
import { reportsMissing, type Away } from '../support/journey-acts.ts'
import type { OnEpisode } from '../support/journey-episode.ts'
import { signIn, type Person } from '../support/journey-person.ts'
import { theBrowser, theProduct } from '../support/journey-product.ts'
import { atUtc, inWords, lastClockChange, plusMinutes, type Minute } from '../support/journey-times.ts'

const product = theProduct()
const browser = theBrowser()

const reece: Away = { name: 'Reece Appleton', first: 'Reece', he: 'he', home: 'Oakfield House' }

/** Half past one in the night in which the clocks go back: in summer time, and again an hour later. */
const [first, second] = ['00:30', '01:30'].map((time) => atUtc(`${lastClockChange()}T${time}:00Z`)) as [
  Minute,
  Minute,
]
const times = {
  noticed: plusMinutes(first, -230),
  told: plusMinutes(first, -210),
  found: first,
  back: first,
  seen: second,
}

test('a return in the hour that happens twice is asked about, and a correction of it moves both clocks', async () => {
  const ruth = await signIn(browser(), product(), 'Ruth Adeyemi')
  const episode = await reportsMissing(ruth, reece, times)
  await isBackAtHalfPastOne(ruth, episode)
  await runFrom(ruth, episode, first)

  await corrects(ruth, episode, '01:30', 'The second time, after the clocks went back')
  await ruth.arrivesAt('?done=correct-entry')
  await runFrom(ruth, episode, second)
  await ruth.sees(/01:30 BST.*It was after the clocks went back/)
  await ruth.sees(/4 hours from the return at 01:30.*; corrected at \d\d:\d\d.* from 01:30/)

  const later = plusMinutes(second, 100)
  await corrects(ruth, episode, '03:10')
  await ruth.sees('Say what shows it: a log, a message, a witness.')
  await ruth.fillIn({ 'What shows it': 'The camera at the front door' })
  await ruth.press('Record the correction')
  await ruth.arrivesAt('?done=correct-entry')
  await ruth.sees(`A correction to ${inWords(later)} waits for a second person and does not count yet`)
  await runFrom(ruth, episode, second)

  const lena = await signIn(browser(), product(), 'PC Lena Fox')
  await lena.goTo(episode.path)
  await lena.follow('Confirm it')
  await lena.press('I acknowledge this')
  await lena.arrivesAt('?done=acknowledge')
  await runFrom(lena, episode, later)
  await lena.sees('confirmed by PC Lena Fox')
  assert.match(await lena.reads(), /01:30 GMT.*The door’s camera says later/)
})

/** Four hours to the check and three days to the interview: hours that pass, whatever the clock on the wall did. */
async function runFrom(by: Person, episode: OnEpisode, back: Minute): Promise<void> {
  await episode.isDue(by, 'See the child face to face', plusMinutes(back, 4 * 60))
  await episode.isDue(by, 'Hold the independent return interview', plusMinutes(back, 72 * 60))
}

async function isBackAtHalfPastOne(ruth: Person, episode: OnEpisode): Promise<void> {
  await episode.begin(ruth, 'Record that Reece is back')
  await ruth.fillIn({ 'How did he come back?': 'By himself', 'When did he come back?': first })
  await ruth.press('Record this')
  await ruth.sees('The clocks went back that night, so 01:30 happened twice. Choose which one.')
  assert.equal(await ruth.page.getByLabel('Time, on the 24-hour clock').inputValue(), '01:30')
  await ruth.fillIn({ 'Which of the two': 'The first time, before the clocks went back' })
  await ruth.press('Record this')
  await ruth.arrivesAt('?done=record-return')
}

async function corrects(ruth: Person, episode: OnEpisode, time: string, which?: string): Promise<void> {
  await ruth.goTo(episode.path)
  await ruth.follow(/^\s*Correct\s+the return/)
  const reason = which === undefined ? 'The door’s camera says later' : 'It was after the clocks went back'
  await ruth.fillIn({ 'When did it really happen?': second, 'Why it was wrong': reason })
  await ruth.page.getByLabel('Time, on the 24-hour clock').fill(time)
  await ruth.press('Record the correction')
  if (which === undefined) return
  await ruth.sees('happened twice. Choose which one.')
  await ruth.fillIn({ 'Which of the two': which })
  await ruth.press('Record the correction')
}
