import assert from 'node:assert/strict'
import { pronounsOf, type Away } from './journey-acts.ts'
import type { OnEpisode } from './journey-episode.ts'
import type { Person } from './journey-person.ts'
import { minutesAgo, plusMinutes, type Minute } from './journey-times.ts'

/** The decision about harm: neither suffered nor at risk, and not exploited. */
export async function considersHarm(
  by: Person,
  episode: OnEpisode,
  { he }: Pick<Away, 'he'>,
  why: string,
  at: Minute,
): Promise<void> {
  const decision = {
    'Your decision': 'Neither, on what is known',
    Why: why,
    [`Is ${he} being exploited?`]: 'No',
    'When was it decided?': at,
  }
  await episode.record(by, 'Decide about significant harm', decision, 'Record the decision')
}

/** The times of what follows a return. */
export interface TypedAfter {
  readonly back: Minute
  readonly offered: Minute
  readonly held: Minute
}

/** The interview is offered, arranged and held; its clock is held to the minute. */
export async function isHeard(
  noor: Person,
  episode: OnEpisode,
  child: Away,
  times: TypedAfter,
): Promise<void> {
  const { first } = child
  const { he, his } = pronounsOf(child)
  await episode.record(noor, 'Record the offer of an interview', {
    How: 'In person',
    [`What ${he} could choose`]: 'Who, where and when, and who sits with him.',
    'When was it offered?': times.offered,
  })
  await episode.record(noor, 'Record when the interview will be', {
    'When will it be?': plusMinutes(minutesAgo(0), 24 * 60),
    Where: 'The library, upstairs',
  })
  await episode.isDue(noor, 'Hold the independent return interview', plusMinutes(times.back, 72 * 60))
  await episode.record(noor, 'Record the return interview', {
    [`${his === 'his' ? 'His' : 'Her'} own words`]: 'I just wanted a night when nobody asked me anything.',
    'What may be shared': 'One evening a week with friends is wished for.',
    [`Does the interviewer care for ${first}?`]: 'No',
    [`Is the interviewer ${his} allocated social worker?`]: 'No',
    Where: 'In the garden: asked to talk at once',
    'Who was there': `${first} and Noor`,
    'When was it held?': times.held,
  })
}

/** Met at the door, and talked with. */
export async function isWelcomed(
  carer: Person,
  episode: OnEpisode,
  { back, held }: TypedAfter,
  { first, he }: Away,
): Promise<void> {
  const him = he === 'he' ? 'him' : 'her'
  await episode.record(carer, `Record how ${first} was welcomed`, {
    'Food and drink': 'Soup and toast',
    'Rest and warmth': 'A bath',
    'Medical need': 'Asked; none',
    'The plan for tonight': 'Somebody is awake',
    'When?': back,
  })
  await episode.record(carer, `Record the conversation with ${him} at home`, {
    'What was said, on both sides': 'Sorry, both ways',
    'What you agreed': 'A message by ten',
    'When was it?': held,
  })
}

/** Written up by the interviewer and approved by whoever manages the service. */
export async function isWrittenUp(
  noor: Person,
  dawn: Person,
  episode: OnEpisode,
  { first, he }: Away,
): Promise<void> {
  await episode.record(
    noor,
    'Write the interview up',
    { [`What ${he} said`]: 'I just wanted a night when nobody asked me anything.', 'Your own view': first },
    'Hand in the write-up',
  )
  await episode.record(dawn, 'Approve the write-up', { 'Have you read it?': 'I have read it' }, 'Approve')
}

/** Harm again, significance, the meeting about cause and support, the plan. */
export async function isDecided(
  sam: Person,
  dawn: Person,
  episode: OnEpisode,
  child: Pick<Away, 'he'>,
  { held }: TypedAfter,
): Promise<void> {
  const why = 'Seen by an officer and heard by the missing service; what he says fits.'
  await considersHarm(sam, episode, child, why, held)
  const significance = {
    'Is this episode significant?': 'Yes, something must change',
    Why: 'He says what would have kept him in.',
    Assessments: 'None changes.',
    'Care plans': 'One evening a week with his friends, agreed with the home.',
    'Additional activity': 'None.',
    'When was it decided?': held,
  }
  await episode.record(sam, 'Decide what must change', significance, 'Record the decision')
  await episode.record(dawn, 'Record a meeting', {
    'Which meeting': 'Meeting about cause and support',
    'The cause, as agreed': 'Too many questions and too little say.',
    'The support most likely to help': 'An evening that is his own.',
    'Each service’s part': 'Home: the evening. Council: the plan. Police: none.',
    'Who was there': 'Noor Aziz, Sam Okafor, the home, PS Imran Shah',
    'What was decided': 'Tried for six weeks.',
    'When was it held?': held,
  })
  await episode.record(sam, 'Record that the plan is up to date', {
    'What changed in it': 'His evening, and whom he rings.',
    'When was it brought up to date?': held,
  })
}

/** Being told is not reading: the officer says themselves that they have read it. */
export async function isRead(colm: Person, episode: OnEpisode): Promise<void> {
  const view = { 'What do you make of it?': 'The plan has what he asked for.' }
  await episode.record(colm, 'Record that you have read this', view, 'Record that I have read it')
}

/** Nothing is owed any more, and the episode is closed. */
export async function isClosed(noor: Person, episode: OnEpisode, { name, first }: Away): Promise<void> {
  assert.deepEqual(await episode.owed(noor), [])
  assert.equal(await noor.heading(), `${name} is back. Everything that was owed is done.`)
  await episode.begin(noor, 'Close the episode')
  await noor.sees('Nothing is owed any more.')
  await noor.fillIn({
    'What this episode was, and what follows from it': `${first} has an evening of his own.`,
  })
  await noor.press('Close the episode')
  await noor.arrivesAt('?done=close-episode')
  assert.equal(await noor.heading(), `${name} is back, and this episode is closed.`)
  await noor.goTo('/board')
  assert.ok(!(await noor.reads()).includes(name))
}
