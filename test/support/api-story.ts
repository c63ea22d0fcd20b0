import assert from 'node:assert/strict'
import { cast } from '../../src/cli/demonstration/cast.ts'
import { childIdOf } from '../../src/cli/demonstration/child-plan.ts'
import { organisations } from '../../src/cli/demonstration/organisations.ts'
import { asksOutside } from './api-story-outside.ts'
import { addsToTheRecord, keepsOut } from './api-story-additions.ts'
import { ago, does, jay, type Ask } from './api-story-asking.ts'
import { opensTheChildsDoor } from './api-story-door.ts'
import { looksForCare } from './api-story-care.ts'
import { interviews, serves } from './api-story-interviews.ts'

const { colm, ruth, karl, sam, grace, lena, imran } = cast
const jayHimself = childIdOf('jay')

/** One night in which everything that the API can be asked is asked, by whoever may, and is done. */
export async function theStory(ask: Ask): Promise<void> {
  await readsWhatHoldsNoChild(ask)
  await readsLists(ask)
  const begun = await beginsAnEpisode(ask)
  await whileJayIsAway(ask, begun)
  await whenJayIsBack(ask)
  await interviews(ask)
  await serves(ask)
  await looksForCare(ask)
  await setsRightAndCloses(ask)
  await asksOutside(ask, jay)
  await addsToTheRecord(ask)
  await opensTheChildsDoor(ask)
  await keepsOut(ask)
}

async function readsWhatHoldsNoChild(ask: Ask): Promise<void> {
  for (const path of ['/protocols', '/problems', '/openapi.json'])
    assert.equal((await ask('GET', path)).status, 200)
  const { protocols } = (await ask('GET', '/protocols')).body
  for (const { protocol, edition } of protocols as readonly { protocol: string; edition: string }[])
    assert.equal((await ask('GET', `/protocols/${protocol}/${edition}`)).status, 200)
}

async function readsLists(ask: Ask): Promise<void> {
  for (const path of [
    '/board',
    '/duties',
    '/children?q=jay',
    `/children/${jayHimself}`,
    `/children/${jayHimself}/before-report`,
    '/children-here',
    '/directory',
    `/episodes/${jay}`,
    `/episodes/${jay}/pack`,
  ])
    assert.equal((await ask('GET', path, { by: sam })).status, 200)
  const then = await ask('GET', `/episodes/${jay}?asKnownAt=${encodeURIComponent(ago(60 * 24 * 365))}`, {
    by: sam,
  })
  assert.deepEqual(then.body['chronology'], [])
}

async function beginsAnEpisode(ask: Ask): Promise<string> {
  const child = { name: 'Wren Alder', otherNames: ['Birdie'], bornOn: '2012-04-03', pronoun: 'she' }
  const made = await ask('POST', '/children', { by: ruth, body: { child } })
  assert.equal(made.status, 201, made.text)
  const begun = await ask('POST', `/children/${String(made.body['child'])}/episodes`, {
    by: ruth,
    body: {
      noticed: { at: ago(50), precision: 'about' },
      how: 'noticed',
      concern: { expectedAt: 'Oakfield House', whereabouts: 'unknown', authorisation: 'late' },
      threshold: { worriedNow: false, why: 'Her bus is late' },
      together: [jay],
    },
  })
  assert.equal(begun.status, 201, begun.text)
  const episode = String(begun.body['episode'])
  await does(ask, ruth, 'assess-threshold', { worriedNow: true, why: 'It has come without her' }, episode)
  await does(
    ask,
    ruth,
    'report-missing',
    { police: { kind: 'rang', number: '101', callTaker: 'Call-taker 7718' } },
    episode,
  )
  return episode
}

async function whileJayIsAway(ask: Ask, other: string): Promise<void> {
  await does(ask, ruth, 'take-action', { action: 'Rang the telephone', outcome: 'No answer' })
  const question = await does(ask, lena, 'ask', { question: 'clothing', text: 'Which coat?', of: 'carer' })
  await does(ask, ruth, 'answer', {
    question: 'clothing',
    text: 'The grey one',
    asked: question.body['entry'],
  })
  await does(ask, ruth, 'inform-agency', {
    role: 'social-worker',
    about: 'report',
    told: { kind: 'told', who: 'Sam Okafor', means: 'telephone' },
  })
  await does(ask, lena, 'record-information', {
    from: 'A shopkeeper',
    text: 'Seen by the canal, perhaps',
    intelligence: 'Known to police',
  })
  await does(ask, sam, 'give-risk-view', { level: 'high', reason: 'Threatened on Thursday' })
  await does(ask, imran, 'assess-risk', {
    level: 'medium',
    accountOf: 'The carer',
    indicators: ['Alone after dark'],
    reason: 'Seen an hour ago, and well',
    firstActions: 'Patrol to the canal',
    nextReview: ago(-120),
    supervisor: 'PS Imran Shah',
  })
  const challenge = await does(ask, sam, 'challenge-grade', { reason: 'The threat is not in it' })
  await does(ask, imran, 'answer-challenge', { challenge: challenge.body['entry'], answer: 'Graded again' })
  await does(ask, sam, 'record-meeting', {
    kind: 'strategy',
    invited: 'Police, Sam, Ruth, the school',
    attended: 'Police, Sam, Ruth',
    shared: 'Police: the threat',
    decided: 'Search on',
  })
  await does(ask, lena, 'give-reference', { reference: 'CV-2026-0311', police: true })
  await does(ask, ruth, 'link-episode', { to: other, as: 'together' })
}

async function whenJayIsBack(ask: Ask): Promise<void> {
  await does(ask, lena, 'record-location', {
    seenBy: 'PC Lena Fox',
    howKnown: 'By the photograph',
    inChargeOf: 'PC Lena Fox',
    where: 'The canal',
    outcome: 'well',
  })
  await does(ask, sam, 'agree-homecoming', {
    led: 'council',
    who: 'Sam Okafor',
    byWhen: ago(-60),
    how: 'By car',
    otherwise: 'The emergency bed',
  })
  await does(ask, ruth, 'record-return', {
    to: 'Oakfield House',
    placeOfSafety: true,
    how: 'brought-by-police',
  })
  await does(ask, ruth, 'record-welcome', {
    food: 'Soup',
    rest: 'Bed',
    medical: 'None',
    tonight: 'Ruth is awake',
  })
  await does(ask, ruth, 'record-conversation', {
    with: 'Ruth Adeyemi',
    said: 'Sorry, on both sides',
    agreed: 'A message by ten',
  })
  const told = await does(ask, lena, 'tell-now', {
    to: 'social-worker',
    with: organisations.aldermoor.id,
    name: 'Aldermoor Council',
    who: 'Sam Okafor',
    means: 'telephone',
    passage: 'A man has a key',
  })
  await does(ask, sam, 'answer-telling', { telling: told.body['entry'], did: 'Rang the inspector' })
  await does(ask, lena, 'record-check-not-possible', { because: 'Asleep', whatThen: 'Again at nine' })
  await does(ask, lena, 'record-prevention-check', {
    officer: 'PC Lena Fox',
    where: 'Oakfield House',
    faceToFace: true,
    alone: 'yes',
    said: 'Wanted to see a friend',
    harm: 'no',
  })
}

async function setsRightAndCloses(ask: Ask): Promise<void> {
  await does(ask, sam, 'consider-harm', { answer: 'neither', reason: 'Seen, heard and well' })
  await does(ask, sam, 'consider-significance', {
    significant: false,
    reason: 'Talked over with Jay',
    assessments: 'None',
    plans: 'None',
    additional: 'None',
  })
  const begun = await does(ask, sam, 'begin-enquiry', { lead: 'Sam Okafor', into: 'The threat' })
  const enquiry = begun.body['entry']
  await does(ask, sam, 'record-child-seen', { enquiry, where: 'At school', alone: true })
  await does(ask, sam, 'conclude-enquiry', { enquiry, outcome: 'not-substantiated', reason: 'A joke' })
  await does(ask, colm, 'record-reading', { view: 'The plan holds' })
  await does(ask, colm, 'call-review', { byWhen: ago(-20_000), reason: 'He asked for it' })
  await does(ask, sam, 'update-plan', { what: 'The friend’s address' })
  await does(ask, karl, 'review-concern', { outcome: 'Read' })
  await does(ask, lena, 'record-intelligence', {
    text: 'Seen near the arcade with another boy',
    source: 'untested',
    assessment: 'known-indirectly',
    handling: 'may-be-shared',
  })
  await does(ask, sam, 'share-episode', {
    with: organisations.fenwick.id,
    name: 'Fenwick Council',
    why: 'The friend lives there',
  })
  const note = await does(ask, ruth, 'add-note', { text: 'The coat is on its hook' })
  await does(ask, ruth, 'correct-entry', {
    corrects: note.body['entry'],
    changes: { text: 'The grey coat is on its hook' },
    reason: 'Which coat',
  })
  await does(ask, ruth, 'record-in-error', {
    scope: { kind: 'entry', entry: note.body['entry'] },
    why: 'did-not-happen',
    reason: 'It was another coat',
  })
  await does(ask, sam, 'acknowledge', { of: { kind: 'entry', entry: note.body['entry'] } })
  const { body } = await ask('GET', `/episodes/${jay}`, { by: grace })
  const owed = body['duties'] as readonly { id: string; standing: string }[]
  const leftOpen = Object.fromEntries(owed.map(({ id }) => [id, 'A test ends here']))
  await does(ask, grace, 'close-episode', { summary: 'Back and heard', leftOpen })
  await does(ask, grace, 'reopen-episode', { reason: 'Closed for a test' })
}
