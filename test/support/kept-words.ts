import { cast } from '../../src/cli/demonstration/cast.ts'
import { organisations } from '../../src/cli/demonstration/organisations.ts'
import type { Served } from './api.ts'
import { ago, does, jay } from './api-story-asking.ts'

const { ruth, noor, dawn, lena, imran } = cast

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
export const toldPolice = 'toldpolicekept'
export const toldCouncil = 'toldcouncilkept'
export const shared = 'sharedkept'
export const sharedWish = 'sharedwishkept'
/** What the home agreed to do, and what became of it. */
export const agreedWithHome = ['whatkept', 'servicekept', 'shownkept', 'donekept', 'endedkept']
export const all = [...kept, toldPolice, toldCouncil, shared, sharedWish, ...agreedWithHome]

/** Of what only police read, and of what was learned from it. */
export const ofPolice = [
  'checkpolice',
  'informationpolice',
  'gradedpolice',
  'findingpolice',
  'knownpolice',
  'reasonpolice',
  'whatpolice',
  'servicepolice',
  'shownpolice',
  'donepolice',
  'endedpolice',
  'nothingpolice',
]
export const everything = [...all, ...ofPolice]

export async function planted({ ask }: Served): Promise<void> {
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
  await policeLearned(ask)
  await does(ask, noor, 'arrange-interview', { at: ago(-1440), where: 'The park', interviewer: 'Noor Aziz' })
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

/** What police learned of what they alone read, and what became of that. */
async function policeLearned(ask: Served['ask']): Promise<void> {
  const check = await does(ask, lena, 'record-prevention-check', {
    officer: 'PC Lena Fox',
    where: 'Oakfield House',
    faceToFace: true,
    alone: 'yes',
    said: 'He is tired',
    harm: 'no',
    intelligence: 'checkpolice',
  })
  const information = await does(ask, lena, 'record-information', {
    from: 'A patrol',
    text: 'A car was seen',
    intelligence: 'informationpolice',
  })
  await does(ask, lena, 'record-intelligence', {
    text: 'gradedpolice',
    source: 'untested',
    assessment: 'not-known',
    handling: 'may-be-shared',
  })
  const learned = async (from: unknown, name: string) => {
    const what = { kind: 'person', name, known: 'knownpolice' }
    const intelligence = { what, reason: 'reasonpolice' }
    return (await does(ask, lena, 'record-finding', { from, ofConcern: true, intelligence })).body['entry']
  }
  const finding = await learned(check.body['entry'], 'findingpolice')
  const other = await learned(information.body['entry'], 'findingpolice too')
  const agree = async () => {
    const intelligence = { what: 'whatpolice', service: 'servicepolice', shownBy: 'shownpolice' }
    const agreed = { finding, owner: 'police', byWhen: ago(-1440), intelligence }
    return (await does(ask, lena, 'agree-action', agreed)).body['entry']
  }
  const [first, second] = [await agree(), await agree()]
  await agree()
  await does(ask, lena, 'record-action-done', { action: first, intelligence: 'donepolice' })
  await does(ask, imran, 'end-action', { action: second, intelligence: 'endedpolice' })
  await does(ask, imran, 'decide-no-action', { finding: other, intelligence: 'nothingpolice' })
}
