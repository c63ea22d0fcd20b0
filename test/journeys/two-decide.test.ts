import assert from 'node:assert/strict'
import { test } from 'node:test'
import { OnEpisode } from '../support/journey-episode.ts'
import { signIn, type Person } from '../support/journey-person.ts'
import { theBrowser, theProduct } from '../support/journey-product.ts'
import { minutesAgo, plusMinutes } from '../support/journey-times.ts'

const product = theProduct()
const browser = theBrowser()

/** Whoever signs in, on the page of this child's episode. */
async function onEpisodeOf(name: string, child: string): Promise<[Person, OnEpisode]> {
  const person = await signIn(browser(), product(), name)
  await person.follow(new RegExp(`^${child}`))
  await person.arrivesAt(/^[/]episodes[/][^/]+$/)
  return [person, new OnEpisode(new URL(person.page.url()).pathname)]
}

function gradeOf(level: string, reason: string) {
  return {
    Grade: level,
    'On whose account': 'Joyce Tanner, by telephone',
    'Why this grade': reason,
    'First actions': 'Officers to the park',
    'When will it be looked at again?': plusMinutes(minutesAgo(0), 240),
  }
}

/** How often the record has an entry with these words. */
async function timesRecorded(by: Person, episode: OnEpisode, words: string): Promise<number> {
  await by.goTo(episode.path)
  return by.page.locator('main li[id^="entry-"]').filter({ hasText: words }).count()
}

for (const javaScript of [true, false]) {
  test(`of two people who decide at once one wins, and the other is shown what changed, ${javaScript ? 'with' : 'without'} JavaScript`, async () => {
    const child = javaScript ? 'Leah Novak' : 'Jay Mercer'
    const [lena, episode] = await onEpisodeOf('PC Lena Fox', child)
    const [imran] = await onEpisodeOf('PS Imran Shah', child)
    await episode.begin(lena, 'Grade the risk')
    await episode.begin(imran, 'Grade the risk')
    await lena.fillIn({ ...gradeOf('Medium', 'Alone and in the dark.'), Supervisor: 'PS Imran Shah' })
    await imran.fillIn(gradeOf('Medium', 'Ten years old and never away before.'))
    await lena.press('Record the grade')
    await lena.arrivesAt('?done=assess-risk')

    await imran.press('Record the grade')
    await imran.sees('Someone wrote while you were writing. Nothing of yours was recorded yet')
    await imran.sees(/Police graded the risk: medium\..*Alone and in the dark\..*PC Lena Fox/)
    const typed = (label: string) => imran.page.getByLabel(label, { exact: true }).inputValue()
    assert.equal(await typed('Why this grade'), 'Ten years old and never away before.')
    assert.equal(await typed('First actions'), 'Officers to the park')
    assert.ok(await imran.page.getByRole('radio', { name: 'Medium', exact: true }).isChecked())
    assert.equal(await timesRecorded(lena, episode, 'Ten years old'), 0)

    await imran.press('Record the grade')
    await imran.arrivesAt('?done=assess-risk')
    assert.equal(await timesRecorded(imran, episode, 'Ten years old'), 1)
    assert.equal(await timesRecorded(imran, episode, 'Alone and in the dark'), 1)
  })
}

for (const javaScript of [true, false]) {
  const how = javaScript ? 'with JavaScript' : 'without JavaScript'
  test(`a double click, and the way back with a second press, record once, ${how}`, async () => {
    const ruth = await signIn(browser(), product(), 'Ruth Adeyemi', { javaScript })
    await ruth.follow(/^Jay Mercer/)
    await ruth.arrivesAt(/^[/]episodes[/][^/]+$/)
    const episode = new OnEpisode(new URL(ruth.page.url()).pathname)
    const words = `The bicycle is gone too, says Karl, ${how}`
    await episode.begin(ruth, 'Add a note')
    await ruth.fillIn({ Note: words, 'When was that?': minutesAgo(3) })
    await ruth.page.getByRole('button', { name: 'Add the note' }).dblclick()
    await ruth.arrivesAt('?done=add-note')

    await ruth.page.goBack()
    await ruth.arrivesAt('/add-note')
    assert.equal(await ruth.page.getByLabel('Note', { exact: true }).inputValue(), words)
    await ruth.press('Add the note')
    await ruth.arrivesAt('?done=add-note')
    assert.equal(await timesRecorded(ruth, episode, words), 1)

    await ruth.page.goBack()
    await ruth.page.goBack()
    await ruth.arrivesAt('/add-note')
    await ruth.fillIn({ Note: `No: ${words} was wrong` })
    await ruth.press('Add the note')
    await ruth.sees('This form has been sent before with other answers')
    assert.equal(await ruth.page.getByLabel('Note', { exact: true }).inputValue(), `No: ${words} was wrong`)
    assert.equal(await timesRecorded(ruth, episode, 'was wrong'), 0)
  })
}
