import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { at } from '../../../../test/support/at.ts'
import { cast, idFor } from '../../../../test/support/cast.ts'
import {
  aChildBackInTheMorning,
  aChildMissingOvernight,
  after,
  entry,
  entryId,
} from '../../../../test/support/chronology.ts'
import { refusalOf } from '../../../../test/support/deciding.ts'
import { organisationKinds, type Author, type OrganisationKind } from '../entry.ts'
import { tellable, type Tellable } from '../return-bodies.ts'

const [jade, colin, priya] = [cast['missing-service'], cast['missing-coordinator'], cast['team-manager']]
const held = after(
  aChildBackInTheMorning(),
  entry('interview-held', '2026-03-30T16:00', {}, { id: 'interview', by: jade }),
)
const writeUp = (id: string, when = '2026-03-31T09:00', again?: string, by: Author = jade) =>
  entry(
    'interview-written-up',
    when,
    { interview: entryId('interview'), ...(again !== undefined && { again: entryId(again) }) },
    { id, by },
  )
const back = (id: string, of: string, when = '2026-03-31T10:00', by: Author = colin) =>
  entry('interview-sent-back', when, { writeUp: entryId(of) }, { id, by })
const approval = (of: string, when = '2026-03-31T15:00', by: Author = colin) =>
  entry('interview-approved', when, { writeUp: entryId(of) }, { id: `approval of ${of} ${when}`, by })
const inError = (of: string) =>
  entry('recorded-in-error', '2026-03-31T16:00', { scope: { kind: 'entry', entry: entryId(of) } })

const written = after(held, writeUp('first'))
const sentBack = after(written, back('sending back', 'first'))
const noSuch = (id: string) => ({ kind: 'no-such-entry', entry: entryId(id) })

suite('a write-up', () => {
  test('is of an interview that was held, and was not recorded in error', () => {
    assert.equal(refusalOf(held, writeUp('first')), undefined)
    assert.deepEqual(refusalOf(aChildBackInTheMorning(), writeUp('first')), noSuch('interview'))
    const ofTheReturn = entry('interview-written-up', '2026-03-31T09:00', { interview: entryId('return') })
    assert.deepEqual(refusalOf(held, ofTheReturn), { kind: 'not-an-interview' })
    const gone = after(held, inError('interview'))
    assert.deepEqual(refusalOf(gone, writeUp('first')), { kind: 'not-an-interview' })
  })

  test('is written once, and again only for a sending back of it, once for each', () => {
    assert.deepEqual(refusalOf(written, writeUp('second')), { kind: 'already-written-up' })
    assert.deepEqual(refusalOf(sentBack, writeUp('second')), { kind: 'already-written-up' })
    assert.equal(refusalOf(sentBack, writeUp('second', '2026-03-31T11:00', 'sending back')), undefined)
    const again = after(sentBack, writeUp('second', '2026-03-31T11:00', 'sending back'))
    assert.deepEqual(refusalOf(again, writeUp('third', '2026-03-31T12:00', 'sending back')), {
      kind: 'already-written-up',
    })
    const twice = after(again, back('another', 'second', '2026-03-31T12:00'))
    assert.equal(refusalOf(twice, writeUp('third', '2026-03-31T13:00', 'another')), undefined)
  })

  test('of another interview stands beside it, and answers no sending back of the first', () => {
    const two = after(sentBack, entry('interview-held', '2026-03-31T09:30', {}, { id: 'other', by: jade }))
    const ofTheOther = (again = {}) =>
      entry('interview-written-up', '2026-03-31T11:00', { interview: entryId('other'), ...again })
    assert.equal(refusalOf(two, ofTheOther()), undefined)
    const again = { again: entryId('sending back') }
    assert.deepEqual(refusalOf(two, ofTheOther(again)), noSuch('sending back'))
  })

  test('answers a sending back that is there, and nothing else', () => {
    assert.deepEqual(refusalOf(written, writeUp('second', '2026-03-31T11:00', 'none')), noSuch('none'))
    assert.deepEqual(refusalOf(written, writeUp('second', '2026-03-31T11:00', 'first')), noSuch('first'))
  })

  test('answers what was sent back also when what it was sent back for was recorded in error', () => {
    const gone = after(sentBack, inError('first'))
    assert.equal(refusalOf(gone, writeUp('second', '2026-03-31T17:00', 'sending back')), undefined)
  })

  test('that says nothing is none; that the child did not want to say is something', () => {
    const saying = (body: object) =>
      refusalOf(
        held,
        entry('interview-written-up', '2026-03-31T09:00', { interview: entryId('interview'), ...body }),
      )
    const blank = { kind: 'left-blank', field: 'answers' }
    const question = { question: 'where', asked: 'Where were you?' }
    assert.deepEqual(saying({ answers: undefined, view: undefined }), blank)
    assert.deepEqual(saying({ answers: [], view: ' ' }), blank)
    assert.deepEqual(
      saying({ answers: [{ ...question, words: ' ', chosen: [' '] }], view: undefined }),
      blank,
    )
    for (const answer of [{ notSaid: true }, { words: 'Out' }, { chosen: ['In a park'] }])
      assert.equal(saying({ answers: [question, { ...question, ...answer }], view: undefined }), undefined)
    assert.equal(saying({ answers: undefined, view: 'He said nothing' }), undefined)
  })
})

suite('the answer to a write-up', () => {
  test('is to a write-up, and to the one that waits', () => {
    for (const answer of [approval, (of: string) => back('a sending back', of)]) {
      assert.equal(refusalOf(written, answer('first')), undefined)
      assert.deepEqual(refusalOf(written, answer('none')), noSuch('none'))
      assert.deepEqual(refusalOf(written, answer('interview')), { kind: 'not-written-up' })
      assert.deepEqual(refusalOf(sentBack, answer('first')), { kind: 'not-the-latest' })
      assert.deepEqual(refusalOf(after(written, approval('first', '2026-03-31T09:30')), answer('first')), {
        kind: 'not-the-latest',
      })
    }
  })

  test('is not to an earlier write-up, also once its sending back was recorded in error', () => {
    const again = after(sentBack, writeUp('second', '2026-03-31T11:00', 'sending back'))
    const gone = after(again, inError('sending back'))
    assert.deepEqual(refusalOf(gone, approval('first')), { kind: 'not-the-latest' })
    assert.equal(refusalOf(gone, approval('second')), undefined)
  })

  test('waits again when the later write-up, or the answer, was recorded in error', () => {
    const again = after(sentBack, writeUp('second', '2026-03-31T11:00', 'sending back'))
    const gone = after(again, inError('second'), inError('sending back'))
    assert.equal(refusalOf(gone, approval('first', '2026-03-31T17:00')), undefined)
  })

  test('is nobody’s to their own words, in whichever post', () => {
    const second = { kind: 'second-person-needed' }
    const own = after(held, writeUp('first', '2026-03-31T09:00', undefined, colin))
    assert.deepEqual(refusalOf(own, approval('first')), second)
    assert.deepEqual(refusalOf(own, back('sending back', 'first')), second)
    const inAnotherPost = { ...priya, person: colin.person }
    assert.deepEqual(refusalOf(own, approval('first', '2026-03-31T15:00', inAnotherPost)), second)
    assert.equal(refusalOf(own, approval('first', '2026-03-31T15:00', priya)), undefined)
  })

  test('is nobody’s to what another wrote down for them, or to an interview that they held', () => {
    const second = { kind: 'second-person-needed' }
    const told = { name: colin.name, organisationName: 'The council', means: 'telephone' } as const
    const forHim = after(held, { ...writeUp('first'), toldBy: told })
    assert.deepEqual(refusalOf(forHim, approval('first')), second)
    const own = after(held, writeUp('first', '2026-03-31T09:00', undefined, colin))
    const asHeSaid = { ...approval('first', '2026-03-31T15:00', priya), toldBy: told }
    assert.deepEqual(refusalOf(own, asHeSaid), second)
    const byHim = after(
      aChildBackInTheMorning(),
      entry('interview-held', '2026-03-30T16:00', { interviewer: colin.name }, { id: 'interview', by: jade }),
      writeUp('first'),
    )
    assert.deepEqual(refusalOf(byHim, approval('first')), second)
    assert.equal(refusalOf(byHim, approval('first', '2026-03-31T15:00', priya)), undefined)
  })
})

test('an addition is to an interview that was held, and a passage also to a refusal of one', () => {
  const offered = entry('interview-offered', '2026-03-29T12:00')
  const declined = entry('interview-declined', '2026-03-29T13:00', {}, { id: 'declined' })
  const chronology = after(held, offered, declined)
  for (const type of ['interview-added-to', 'passage-shared', 'passage-not-shared'] as const) {
    const of = (id: string) =>
      refusalOf(chronology, entry(type, '2026-04-01T09:00', { interview: entryId(id) }))
    assert.equal(of('interview'), undefined)
    assert.deepEqual(of('none'), noSuch('none'))
    assert.deepEqual(of('return'), { kind: 'not-an-interview' })
    const isPassage = type !== 'interview-added-to'
    assert.deepEqual(of('declined'), isPassage ? undefined : { kind: 'not-an-interview' })
  }
})

suite('the answer of a host council', () => {
  const host = cast['host-council']
  const asked = after(
    held,
    entry('host-asked', '2026-03-29T12:00', { council: host.organisation }, { id: 'request', by: jade }),
  )
  const answer = (to: string, by: Author, when = '2026-03-29T13:00') =>
    refusalOf(asked, entry('host-answered', when, { asked: entryId(to) }, { by }))

  test('is to a request, by the one that was asked or by whoever asked it', () => {
    assert.equal(answer('request', host), undefined)
    assert.equal(answer('request', jade), undefined)
    assert.deepEqual(answer('none', jade), noSuch('none'))
    assert.deepEqual(answer('return', jade), { kind: 'not-asked-of-a-host' })
  })

  test('is not another council’s', () => {
    const another = { ...host, organisation: idFor<'organisation'>('Elsewhere Council') }
    assert.deepEqual(answer('request', another), { kind: 'not-asked-of-a-host' })
  })

  test('comes no earlier than the request, to the minute', () => {
    assert.equal(answer('request', jade, '2026-03-29T12:00'), undefined)
    assert.deepEqual(answer('request', jade, '2026-03-29T11:59'), {
      kind: 'before-what-it-answers',
      at: at('2026-03-29T12:00'),
    })
  })
})

test('whoever was told at once answers that telling, and not before they were told', () => {
  const told = after(held, entry('told-now', '2026-03-29T12:00:30Z', {}, { id: 'telling' }))
  const answer = (to: string, when: string) =>
    refusalOf(told, entry('telling-answered', when, { telling: entryId(to) }))
  assert.equal(answer('telling', '2026-03-29T12:00Z'), undefined)
  assert.equal(answer('telling', '2026-03-29T11:59Z')?.kind, 'before-what-it-answers')
  assert.deepEqual(answer('none', '2026-03-29T12:10Z'), noSuch('none'))
  assert.deepEqual(answer('return', '2026-03-29T12:10Z'), { kind: 'not-a-telling' })
})

test('nothing of a write-up comes before what it is about', () => {
  const early = 'before-what-it-answers'
  assert.equal(refusalOf(held, writeUp('first', '2026-03-30T15:59'))?.kind, early)
  assert.equal(refusalOf(written, approval('first', '2026-03-31T08:59'))?.kind, early)
  assert.equal(refusalOf(written, back('sending back', 'first', '2026-03-31T08:59'))?.kind, early)
  assert.equal(refusalOf(sentBack, writeUp('second', '2026-03-31T09:59', 'sending back'))?.kind, early)
  const approved = after(written, approval('first'))
  const correction = entry('entry-corrected', '2026-04-01T09:00', {
    corrects: entryId('approval of first 2026-03-31T15:00'),
    changes: {},
    occurred: { at: at('2026-03-31T08:30'), precision: 'minute' },
  })
  assert.equal(refusalOf(approved, correction)?.kind, early)
})

suite('an interview held in another episode', () => {
  const of = { episode: idFor<'episode'>('another episode'), interview: entryId('theirs') }
  const occurred = { at: at('2026-03-30T16:00'), precision: 'minute' } as const
  const served = (body = of) => entry('interview-served', '2026-04-01T09:00', body, { id: 'served' })
  const home = aChildBackInTheMorning()

  test('counts where it is on the record of that episode', () => {
    const heldElsewhere = [{ ...of, occurred }]
    assert.equal(refusalOf(home, served(), { heldElsewhere }), undefined)
    const wrong = { kind: 'not-held-elsewhere' }
    assert.deepEqual(refusalOf(home, served()), wrong)
    for (const other of [
      { ...of, episode: idFor<'episode'>('a third') },
      { ...of, interview: entryId('another') },
    ])
      assert.deepEqual(refusalOf(home, served(other), { heldElsewhere }), wrong)
  })

  test('counts from the return on', () => {
    const heldAt = (time: string) => [{ ...of, occurred: { ...occurred, at: at(time) } }]
    assert.equal(refusalOf(home, served(), { heldElsewhere: heldAt('2026-03-29T07:10') }), undefined)
    assert.deepEqual(refusalOf(home, served(), { heldElsewhere: heldAt('2026-03-29T07:09') }), {
      kind: 'not-held-elsewhere',
    })
  })

  test('happened when it was held, also by a correction', () => {
    const at16 = { ...served(), occurred }
    const chronology = after(home, { ...at16, recorded: at('2026-04-01T09:00') })
    const heldElsewhere = [{ ...of, occurred }]
    const correction = entry('entry-corrected', '2026-04-01T10:00', {
      corrects: entryId('served'),
      changes: {},
      occurred: { at: at('2026-03-29T16:00'), precision: 'minute' },
      evidence: 'A log',
    })
    assert.deepEqual(refusalOf(chronology, correction, { heldElsewhere }), { kind: 'not-held-elsewhere' })
  })
})

test('an answer stands alone, or names a question that was asked', () => {
  const asked = after(held, entry('asked', '2026-03-29T12:00', {}, { id: 'question' }))
  const answer = (body = {}) =>
    refusalOf(asked, entry('answered', '2026-03-29T12:10', { question: 'clothing', ...body }))
  assert.equal(answer(), undefined)
  assert.equal(answer({ asked: entryId('question') }), undefined)
  assert.deepEqual(answer({ asked: entryId('return') }), noSuch('return'))
})

test('whoever is told at once is told where they work', () => {
  const told = (to: Tellable, kind: OrganisationKind | undefined) =>
    refusalOf(aChildMissingOvernight(), entry('told-now', '2026-03-29T02:00', { to }), { kindOf: () => kind })
  for (const to of tellable) {
    const theirs = to === 'police' ? 'police' : 'council'
    for (const kind of [...organisationKinds, undefined])
      assert.deepEqual(told(to, kind), kind === theirs ? undefined : { kind: 'not-where-they-work' })
  }
})
