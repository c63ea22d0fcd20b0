import assert from 'node:assert/strict'
import { cast } from '../../src/cli/demonstration/cast.ts'
import { episodeIdOf } from '../../src/cli/demonstration/episode-plan.ts'
import { organisations } from '../../src/cli/demonstration/organisations.ts'
import { ago, does, jay, type Ask } from './api-story-asking.ts'

const { oakfield } = organisations
const { milo, noor, dawn } = cast

export async function interviews(ask: Ask): Promise<void> {
  await does(ask, noor, 'offer-interview', { how: 'in-person', by: 'Noor Aziz', choice: 'The park' })
  await does(ask, noor, 'record-interview-declined', { toldTo: 'Noor Aziz', childsOwnAnswer: true })
  await does(ask, noor, 'take-carers-account', { from: 'Ruth', account: 'Came in hungry' })
  await does(ask, noor, 'record-interview-accepted', { toldTo: 'Noor Aziz', childsWords: 'At the park' })
  const request = await does(ask, noor, 'ask-host', {
    council: organisations.fenwick.id,
    name: 'Fenwick Council',
    why: 'Nearer',
  })
  await does(ask, noor, 'answer-for-host', {
    asked: request.body['entry'],
    accepted: false,
    reason: 'Nobody is free',
  })
  await does(ask, dawn, 'decide-interview-not-held', { reason: 'Until he asks' })
  await does(ask, noor, 'arrange-interview', { at: ago(-1440), where: 'The park', interviewer: 'Noor Aziz' })
  await does(ask, noor, 'record-interview-attempt', { because: 'Nobody answered the door' })
  const interview = await does(ask, noor, 'record-interview', {
    interviewer: 'Noor Aziz',
    caresForChild: false,
    allocatedWorker: false,
    where: 'The park',
    present: 'Jay and Noor',
    childsWords: 'I missed my friend',
    shared: 'A friend was missed',
  })
  await does(ask, noor, 'share-passage', {
    interview: interview.body['entry'],
    with: oakfield.id,
    name: 'Oakfield Care',
    why: 'He wants his carers to know',
    basis: 'To look after him',
    wished: 'That they know',
    purpose: 'carer',
    passage: 'I missed my friend',
  })
  await writtenUp(ask, interview.body['entry'])
}

async function writtenUp(ask: Ask, interview: unknown): Promise<void> {
  const said = { question: 'account', asked: 'What he said', words: 'I missed my friend' }
  await does(ask, noor, 'decide-not-to-share', {
    interview,
    name: 'His school',
    why: 'No need',
    basis: 'None',
    wished: 'Not school',
    purpose: 'school',
  })
  await heldToTheQuestions(ask, interview)
  const first = await does(ask, noor, 'write-up-interview', { interview, answers: [said] })
  const back = await does(ask, dawn, 'send-back-interview', {
    writeUp: first.body['entry'],
    comments: 'Which friend?',
  })
  const again = await does(ask, noor, 'write-up-interview', {
    interview,
    again: back.body['entry'],
    set,
    answers: [went],
    view: 'He is lonely',
  })
  await does(ask, dawn, 'approve-interview', { writeUp: again.body['entry'] })
  await does(ask, noor, 'add-to-interview', { interview, text: 'The friend has moved' })
  await soWhat(ask, interview)
}

const set = { set: 'return-interview', edition: '2026-01' }
const went = { question: 'where-went', asked: 'Where did you go?', words: 'To the park' }

/** Whoever names an edition is held to it, and told which question is wrong. */
async function heldToTheQuestions(ask: Ask, interview: unknown): Promise<void> {
  const refused = async (said: object) => {
    const occurred = { at: ago(0), precision: 'minute' }
    const path = `/episodes/${jay}/write-up-interview`
    const { status, body } = await ask('POST', path, { by: noor, body: { occurred, interview, ...said } })
    return { status, refusal: body['refusal'] }
  }
  const question = 'planned'
  const both = { question, asked: 'Did you plan to go?', chosen: ['I planned it', 'It just happened'] }
  assert.deepEqual(await refused({ set, answers: [went, both] }), {
    status: 409,
    refusal: { kind: 'not-an-answer', question, says: 'Choose one answer' },
  })
  const old = { ...set, edition: '2020-01' }
  assert.deepEqual(await refused({ set: old, answers: [went] }), {
    status: 409,
    refusal: { kind: 'no-such-questions', ...old },
  })
}

/** What was learned, and what became of it. */
async function soWhat(ask: Ask, from: unknown): Promise<void> {
  const learned = async (name: string) => {
    const restricted = { what: { kind: 'person', name, known: 'Lives by the park' }, quote: 'I missed him' }
    const { body } = await does(ask, noor, 'record-finding', { from, ofConcern: true, restricted })
    return body['entry']
  }
  const [finding, other] = [await learned('Kez'), await learned('Kezza')]
  await does(ask, dawn, 'release-finding', { finding })
  await does(ask, dawn, 'keep-finding', { finding: other, why: 'It is the same friend' })
  await does(ask, noor, 'compare-findings', {
    finding,
    other: { episode: episodeIdOf('jay, high risk'), finding: other },
    same: true,
    why: 'He says so',
  })
  const agreed = async () => {
    const restricted = { what: 'Find the friend', service: 'Missing service', shownBy: 'A call' }
    const { body } = await does(ask, noor, 'agree-action', {
      finding,
      owner: 'missing-service',
      byWhen: ago(-1440),
      restricted,
    })
    return body['entry']
  }
  const [first, second] = [await agreed(), await agreed()]
  await does(ask, noor, 'record-action-done', { action: first, restricted: 'Rang him' })
  await does(ask, dawn, 'end-action', { action: second, restricted: 'He has moved' })
  await does(ask, dawn, 'decide-no-action', { finding: other, restricted: 'It is the same friend' })
}

/** Kayleigh was away twice, and is heard once about both. */
export async function serves(ask: Ask): Promise<void> {
  const [before, again] = [episodeIdOf('kayleigh, this afternoon'), episodeIdOf('kayleigh, again tonight')]
  await does(ask, milo, 'record-return', { to: 'Larch House', how: 'by-themselves' }, again)
  const held = {
    interviewer: 'Noor Aziz',
    caresForChild: false,
    allocatedWorker: false,
    where: 'The hub',
    present: 'Kayleigh and Noor',
  }
  const interview = await does(ask, noor, 'record-interview', held, before)
  await does(
    ask,
    noor,
    'record-interview-served',
    { episode: before, interview: interview.body['entry'] },
    again,
  )
}
