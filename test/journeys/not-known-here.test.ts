import assert from 'node:assert/strict'
import { test } from 'node:test'
import { OnEpisode } from '../support/journey-episode.ts'
import { signIn } from '../support/journey-person.ts'
import { theBrowser, theProduct } from '../support/journey-product.ts'
import { inWords, minutesAgo, plusMinutes } from '../support/journey-times.ts'

const product = theProduct()
const browser = theBrowser()

const [noticed, accepted] = [minutesAgo(30), minutesAgo(20)]

for (const javaScript of [true, false]) {
  const how = javaScript ? 'with JavaScript' : 'without JavaScript'
  test(`a child whom nobody here knows is reported without a name, by police, ${how}`, async () => {
    const lena = await signIn(browser(), product(), 'PC Lena Fox', { javaScript, width: 320 })
    await lena.goTo('/report')
    await lena.follow('a child who is not known here')
    await lena.arrivesAt('/report/new-child')
    await lena.press('Continue')
    await lena.sees('Say at least one thing about the child: a name, an age or what they look like')
    const look = javaScript ? 'A red coat and odd shoes' : 'Tall, a shaved head, a burn on one hand'
    await lena.fillIn({ 'How old': javaScript ? '9' : '14', 'What the child looks like': look })
    await lena.press('Continue')
    await lena.arrivesAt('/worried')
    await lena.sees('Not sent. Police do not know.')
    await lena.fillIn({
      'Where should they be?': 'Not known',
      'When was it noticed that they are not there?': noticed,
      [await lena.heading()]: 'Yes. Police take it as a missing report now',
    })
    await lena.press('Continue')
    await lena.arrivesAt('/report/ring')
    await lena.sees(look)
    await lena.fillIn({
      'Your reference, if there is one yet': '13260450002',
      'When did you accept it?': accepted,
    })
    await lena.press('Accept as reported')
    await lena.arrivesAt('/report/together')
    await lena.sees(`Police accepted it ${inWords(accepted)}, reference 13260450002.`)

    const episode = new OnEpisode(new URL(lena.page.url()).pathname.replace('/report/together', ''))
    const grade = 'Take a detailed account and grade the risk of this report'
    await episode.isDue(lena, grade, plusMinutes(accepted, 60))
    const known = `The child is missing. Police have known since ${inWords(accepted)} and have not graded the risk yet.`
    assert.equal(await lena.heading(), known)
    await lena.sees('13260450002')
    const owed = await episode.owed(lena)
    assert.ok(
      owed.includes('Decide whether the child has suffered, or is at risk of, significant harm'),
      owed.join(),
    )
    assert.ok(
      !owed.includes('Tell the independent reviewing officer'),
      'nobody looks after a child not known',
    )

    const amira = await signIn(browser(), product(), 'Amira Hussain', { javaScript })
    await amira.goTo('/board')
    assert.equal(await amira.page.locator(`main a[href="${episode.path}"]`).count(), 1)
    for (const person of [lena, amira]) await person.leaves()
  })
}
