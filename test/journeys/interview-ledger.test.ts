import assert from 'node:assert/strict'
import { test } from 'node:test'
import { episodeIdOf } from '../../src/cli/demonstration/episode-plan.ts'
import { isBack, reportsMissing, type Away } from '../support/journey-acts.ts'
import { OnEpisode } from '../support/journey-episode.ts'
import { signIn, type Person } from '../support/journey-person.ts'
import { theBrowser, theProduct } from '../support/journey-product.ts'
import { inWords, minutesAgo, plusMinutes, type Minute } from '../support/journey-times.ts'

const product = theProduct()
const browser = theBrowser()

const reece: Away = { name: 'Reece Appleton', first: 'Reece', he: 'he', home: 'Oakfield House' }
const nadia: Away = { name: 'Nadia Karim', first: 'Nadia', he: 'she', home: 'Harrow Street' }

const interview = 'Hold the independent return interview'
const afterAll = 'Hold the interview that the child declined and now wants'
const approval = 'Approve the write-up, or send it back'

const night = (back: number) => ({
  noticed: minutesAgo(back + 20),
  told: minutesAgo(back + 10),
  found: minutesAgo(back),
  back: minutesAgo(back),
  seen: minutesAgo(back),
})

async function offers(noor: Person, episode: OnEpisode, he: string, at: Minute): Promise<void> {
  await episode.record(noor, 'Record the offer of an interview', {
    How: 'In person',
    [`What ${he} could choose`]: 'Who, where and when',
    'When was it offered?': at,
  })
}

async function hears(by: Person, episode: OnEpisode, { first, he }: Away, at: Minute): Promise<void> {
  await episode.record(by, 'Record the return interview', {
    [`Does the interviewer care for ${first}?`]: 'No',
    [`Is the interviewer ${he === 'he' ? 'his' : 'her'} allocated social worker?`]: 'No',
    Where: 'The library, upstairs',
    'Who was there': `${first} and the interviewer`,
    'When was it held?': at,
  })
}

test('a child says no and then yes, is missing again before the interview, and one interview is about both', async () => {
  const [ruth, noor, dawn] = [
    await signIn(browser(), product(), 'Ruth Adeyemi', { width: 320 }),
    await signIn(browser(), product(), 'Noor Aziz'),
    await signIn(browser(), product(), 'Dawn Ellis'),
  ]
  const before = await reportsMissing(ruth, reece, night(120))
  await isBack(ruth, before, reece, night(120))
  await saysNoThenYes(noor, before)
  await arrangesAndMoves(noor, before)

  const again = await reportsMissing(ruth, reece, night(40))
  assert.notEqual(again.path, before.path)
  await isBack(ruth, again, reece, night(40))
  await offers(noor, again, 'he', minutesAgo(30))
  const held = minutesAgo(20)
  await hears(noor, again, reece, held)
  assert.ok(!(await again.owed(noor)).includes(interview))
  assert.ok((await before.owed(noor)).includes(afterAll), 'each episode keeps its own duties')
  await before.record(noor, 'An interview in another episode was about this one too', {
    'Which interview?': `Held ${inWords(held)}`,
  })
  assert.ok(!(await before.owed(noor)).includes(afterAll))

  await isSentBackAndApproved(noor, dawn, again)
  for (const person of [ruth, noor, dawn]) await person.leaves()
})

async function saysNoThenYes(noor: Person, episode: OnEpisode): Promise<void> {
  await offers(noor, episode, 'he', minutesAgo(110))
  await episode.record(noor, 'Record that Reece declined the interview', {
    'Was it his own answer?': 'Yes, he said so',
    'His own words': 'Not today.',
    'How he can still say yes': 'He has my number',
    'When did he say so?': minutesAgo(105),
  })
  await noor.sees('Return interview declined by Reece.')
  assert.ok(!(await episode.owed(noor)).includes(interview))
  assert.ok((await episode.owed(noor)).includes('Ask whoever cares for the child what they know'))
  const yes = minutesAgo(100)
  await episode.record(noor, 'Record that Reece said yes to the interview', {
    'His own words': 'All right, in the library.',
    'When did he say so?': yes,
  })
  await episode.isDue(noor, afterAll, plusMinutes(yes, 72 * 60))
}

/** Arranged, and arranged again: a calendar is told of the same appointment, without a name. */
async function arrangesAndMoves(noor: Person, episode: OnEpisode): Promise<void> {
  const invitation = async (days: number): Promise<string> => {
    await episode.record(noor, 'Record when the interview will be', {
      'When will it be?': plusMinutes(minutesAgo(0), days * 24 * 60),
      Where: 'The library, upstairs',
    })
    const waits = noor.page.waitForEvent('download')
    await noor.follow('Put it into a calendar')
    const stream = await (await waits).createReadStream()
    const parts: Buffer[] = []
    for await (const part of stream) parts.push(part as Buffer)
    return Buffer.concat(parts).toString('utf8')
  }
  const [first, moved] = [await invitation(1), await invitation(2)]
  const line = (text: string, name: string) => new RegExp(`^${name}:(.*)\r$`, 'm').exec(text)?.[1]
  assert.equal(line(first, 'UID'), line(moved, 'UID'))
  assert.deepEqual([line(first, 'SEQUENCE'), line(moved, 'SEQUENCE')], ['0', '1'])
  assert.doesNotMatch(first + moved, /Reece|Appleton|Noor|library|interview(?!er@)/i)
}

async function isSentBackAndApproved(noor: Person, dawn: Person, episode: OnEpisode): Promise<void> {
  const write = (said: string) =>
    episode.record(noor, 'Write the interview up', { 'What he said': said }, 'Hand in the write-up')
  await write('He wanted a night out.')
  assert.ok((await episode.owed(dawn)).includes(approval))
  await episode.record(dawn, 'Send the write-up back', {
    'What is missing, or unclear': 'Who else was there?',
  })
  await noor.goTo(episode.path)
  await noor.sees('Write up again what was sent back')
  await write('He wanted a night out, and was with two friends from school.')
  await episode.record(dawn, 'Approve the write-up', { 'Have you read it?': 'I have read it' }, 'Approve')
  assert.ok(!(await episode.owed(dawn)).includes(approval))
}

test('a host council is asked for the interview of a child placed there and refuses, and the responsible one holds it', async () => {
  const [tomasz, maya, ivan] = [
    await signIn(browser(), product(), 'Tomasz Wolski', { width: 320 }),
    await signIn(browser(), product(), 'Maya Pell'),
    await signIn(browser(), product(), 'Ivan Petty'),
  ]
  const times = night(90)
  const episode = new OnEpisode(`/episodes/${episodeIdOf('nadia, more than a day')}`)
  await isBack(tomasz, episode, nadia, times)
  await offers(maya, episode, 'she', minutesAgo(80))
  await episode.record(
    maya,
    'Ask a host council to hold the interview',
    {
      'Which council?': 'Aldermoor Council',
      'Why them': 'She lives in their area',
      'When were they asked?': minutesAgo(70),
    },
    'Record that they were asked',
  )
  const answer = 'Say whether the host council holds the interview'
  assert.ok((await episode.owed(ivan)).includes(answer))
  await episode.record(ivan, 'Answer the request to hold the interview', {
    'Does the host council take it on?': 'No',
    'Who will hold it and when, or why not': 'Nobody is free this week',
    'When was it answered?': minutesAgo(60),
  })
  assert.ok(!(await episode.owed(ivan)).includes(answer))
  await episode.isDue(maya, interview, plusMinutes(times.back, 72 * 60))
  await hears(maya, episode, nadia, minutesAgo(30))
  assert.ok(!(await episode.owed(maya)).includes(interview))
  for (const person of [tomasz, maya, ivan]) await person.leaves()
})
