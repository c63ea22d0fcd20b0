import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cast } from '../../src/cli/demonstration/cast.ts'
import { childIdOf } from '../../src/cli/demonstration/child-plan.ts'
import { organisations } from '../../src/cli/demonstration/organisations.ts'
import { withApi, type Served } from '../support/api.ts'
import { ago, does, jay } from '../support/api-story-asking.ts'
import { WebVisitor } from '../support/web-visitor.ts'

const { ruth, noor, dawn, lena, karl, ann, hannah, amira } = cast
type Member = (typeof cast)[keyof typeof cast]

/** A word in every field that is kept apart, which stands nowhere else. */
const kept = [
  'acceptedkept',
  'declinedkept',
  'heldkept',
  'answerkept',
  'chosenkept',
  'viewkept',
  'commentkept',
  'addedkept',
  'notsharedkept',
  'notsharedwishkept',
  'findingkept',
  'knownkept',
  'quotekept',
  'reasonkept',
  'unreleasedkept',
  'comparedkept',
  'nothingkept',
]
const toldPolice = 'toldpolicekept'
const toldCouncil = 'toldcouncilkept'
const shared = 'sharedkept'
const sharedWish = 'sharedwishkept'
/** What the home agreed to do, and what became of it. */
const agreedWithHome = ['whatkept', 'servicekept', 'shownkept', 'donekept', 'endedkept']
const all = [...kept, toldPolice, toldCouncil, shared, sharedWish, ...agreedWithHome]

async function planted({ ask }: Served): Promise<void> {
  await does(ask, ruth, 'record-return', { to: 'Oakfield House', how: 'by-themselves' })
  const telling = { who: 'Somebody', means: 'telephone' }
  const { aldermoor, police, oakfield } = organisations
  await does(ask, noor, 'tell-now', {
    ...telling,
    to: 'police',
    with: police.id,
    name: police.name,
    passage: toldPolice,
  })
  await does(ask, noor, 'tell-now', {
    ...telling,
    to: 'social-worker',
    with: aldermoor.id,
    name: aldermoor.name,
    passage: toldCouncil,
  })
  await does(ask, noor, 'offer-interview', { how: 'in-person', by: 'Noor Aziz', choice: 'The park' })
  await does(ask, noor, 'record-interview-declined', {
    toldTo: 'Noor Aziz',
    childsOwnAnswer: true,
    childsWords: 'declinedkept',
  })
  await does(ask, noor, 'record-interview-accepted', { toldTo: 'Noor Aziz', childsWords: 'acceptedkept' })
  const { body: held } = await does(ask, noor, 'record-interview', {
    interviewer: 'Noor Aziz',
    caresForChild: false,
    allocatedWorker: false,
    where: 'The park',
    present: 'Jay and Noor',
    childsWords: 'heldkept',
  })
  const interview = held['entry']
  const answers = [{ question: 'where', asked: 'Where?', words: 'answerkept', chosen: ['chosenkept'] }]
  const first = await does(ask, noor, 'write-up-interview', { interview, answers, view: 'viewkept' })
  const back = await does(ask, dawn, 'send-back-interview', {
    writeUp: first.body['entry'],
    comments: 'commentkept',
  })
  const again = { interview, answers, again: back.body['entry'] }
  await does(ask, noor, 'write-up-interview', again)
  await does(ask, noor, 'add-to-interview', { interview, text: 'addedkept' })
  await does(ask, noor, 'share-passage', {
    interview,
    with: oakfield.id,
    name: oakfield.name,
    why: 'He wants it',
    basis: 'To look after him',
    wished: sharedWish,
    purpose: 'carer',
    passage: shared,
  })
  await does(ask, noor, 'decide-not-to-share', {
    interview,
    name: 'His school',
    why: 'No need',
    basis: 'None',
    wished: 'notsharedwishkept',
    purpose: 'school',
    passage: 'notsharedkept',
  })
  await ledSomewhere(ask, interview)
}

/** What was learned from it, and what became of that. */
async function ledSomewhere(ask: Served['ask'], from: unknown): Promise<void> {
  const learned = async (name: string) => {
    const what = { kind: 'person', name, known: 'knownkept' }
    const restricted = { what, quote: 'quotekept', reason: 'reasonkept' }
    return (await does(ask, noor, 'record-finding', { from, ofConcern: true, restricted })).body['entry']
  }
  const [finding, other] = [await learned('findingkept'), await learned('findingkept too')]
  await does(ask, dawn, 'keep-finding', { finding, why: 'unreleasedkept' })
  await does(ask, noor, 'compare-findings', {
    finding,
    other: { episode: jay, finding: other },
    same: true,
    why: 'comparedkept',
  })
  await does(ask, dawn, 'decide-no-action', { finding: other, restricted: 'nothingkept' })
  const { oakfield } = organisations
  const agree = async () => {
    const { body } = await does(ask, noor, 'agree-action', {
      finding,
      owner: 'carer',
      with: oakfield.id,
      name: oakfield.name,
      byWhen: ago(-1440),
      restricted: { what: 'whatkept', service: 'servicekept', shownBy: 'shownkept' },
    })
    return body['entry']
  }
  const [first, second] = [await agree(), await agree()]
  await agree()
  await does(ask, noor, 'record-action-done', { action: first, restricted: 'donekept' })
  await does(ask, dawn, 'end-action', { action: second, restricted: 'endedkept' })
}

/** Everything that the API and the pages say to somebody, by what they follow from where a person begins. */
async function everythingSaid({ ask }: Served, by: Member, origin: string): Promise<string> {
  const child = childIdOf('jay')
  const said: string[] = []
  for (const path of [`/episodes/${jay}`, `/children/${child}`, '/board', '/duties'])
    said.push((await ask('GET', path, { by })).text)
  for (const name of ['write-up-interview', 'approve-interview', 'answer-telling', 'close-episode']) {
    const sent = { by, body: {}, headers: { 'if-match': '"1"' } }
    said.push((await ask('POST', `/episodes/${jay}/${name}`, sent)).text)
  }
  const visitor = new WebVisitor()
  await visitor.send(await visitor.go(`${origin}/sign-in`), { post: by.post.id })
  const forms = [
    'answer-telling',
    'write-up-interview',
    'send-back-interview',
    'share-passage',
    'add-to-interview',
    'record-finding',
    'agree-action',
    'record-action-done',
    'compare-findings',
    'decide-no-action',
  ]
  const soWhat = [
    '/so-what',
    `/children/${child}/so-what`,
    `/episodes/${jay}/so-what`,
    `/episodes/${jay}/who-gets-to-know`,
  ]
  const paths = [
    `/episodes/${jay}`,
    `/children/${child}`,
    ...soWhat,
    ...forms.map((name) => `/episodes/${jay}/${name}`),
  ]
  for (const path of paths) {
    const { text, status, url } = await visitor.go(`${origin}${path}`)
    assert.ok(status < 500 && url.pathname === path, path)
    said.push(text)
  }
  return said.join('\n')
}

test('What a child told, and what was written of it, is said to those alone for whom it is.', () =>
  withApi(async (served) => {
    await planted(served)
    const origin = await served.server.listen({ port: 0, host: '127.0.0.1' })
    const hears = async (by: Member) => {
      const said = await everythingSaid(served, by, origin)
      return all.filter((word) => said.includes(word))
    }
    const interviewer = await hears(noor)
    assert.deepEqual(interviewer, all)
    assert.deepEqual(await hears(lena), [toldPolice], 'police')
    for (const by of [ruth, karl])
      assert.deepEqual(await hears(by), [shared, sharedWish, ...agreedWithHome], by.post.personName)
    // Of the council that was told, and reads no interviews.
    assert.deepEqual(await hears(amira), [toldCouncil], 'the duty team')
    for (const by of [ann, hannah]) assert.deepEqual(await hears(by), [], by.post.personName)
    const lines = served.lines.join('\n')
    assert.deepEqual(
      all.filter((word) => lines.includes(word)),
      [],
      'in a log',
    )
  }))
