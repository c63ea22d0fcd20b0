import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cast } from '../../../../test/support/cast.ts'
import { aChildBackInTheMorning, after, entry, entryId } from '../../../../test/support/chronology.ts'
import { acceptedEntry, refusalOf } from '../../../../test/support/deciding.ts'
import type { EntryType } from '../entries.ts'
import { roles } from '../roles.ts'
import { isPolice, mayAnswer } from './kept-by-police.ts'

const officer = { by: cast.police }
const worker = { by: cast['social-worker'] }
const learned = { what: { kind: 'person', name: 'Kez' }, reason: 'Seen in his car' } as const
const agreed = { what: 'Stop the car', service: 'Response', shownBy: 'The log' }
const done = 'Stopped on Thursday'
const reads = { readsIntelligence: (id: string) => id === entryId('check') || id === entryId('information') }

const checked = after(
  aChildBackInTheMorning(),
  entry('interview-held', '2026-03-30T08:00', {}, { id: 'interview' }),
  entry('prevention-check-done', '2026-03-30T08:30', {}, { id: 'check' }),
  entry('information-received', '2026-03-30T08:31', {}, { id: 'information' }),
  entry('note-added', '2026-03-30T08:32', {}, { id: 'note' }),
  entry('finding-recorded', '2026-03-30T09:00', {}, { id: 'restricted' }),
  entry(
    'finding-recorded',
    '2026-03-30T09:00',
    { from: entryId('check'), owner: 'police', intelligence: learned, restricted: undefined } as object,
    { id: 'theirs', ...officer },
  ),
  entry('action-agreed', '2026-03-30T09:30', { finding: entryId('restricted') }, { id: 'an action' }),
  entry(
    'action-agreed',
    '2026-03-30T09:30',
    {
      finding: entryId('theirs'),
      owner: 'police',
      intelligence: agreed,
      restricted: undefined,
      with: undefined,
    } as object,
    { id: 'their action', ...officer },
  ),
)

type Body = Readonly<Record<string, unknown>>
const none = { open: undefined, restricted: undefined, intelligence: undefined }

function asked(type: EntryType, body: Body, by: typeof officer | typeof worker, circumstances = reads) {
  return refusalOf(
    checked,
    entry(type, '2026-03-30T18:00', { ...none, ...body } as object, by),
    circumstances,
  )
}

test('What was learned where police read intelligence is said to police alone.', () => {
  for (const from of ['check', 'information'].map((id) => entryId(id))) {
    for (const wider of ['open', 'restricted'])
      assert.deepEqual(asked('finding-recorded', { from, [wider]: learned }, officer), {
        kind: 'not-as-narrow',
      })
    assert.equal(asked('finding-recorded', { from, intelligence: learned }, officer), undefined)
  }
})

test('Whoever reads no intelligence there, and what holds none, says it as before.', () => {
  const blind = { readsIntelligence: () => false }
  const from = entryId('check')
  for (const by of [officer, worker])
    assert.equal(asked('finding-recorded', { from, open: learned }, by, blind), undefined)
  assert.deepEqual(asked('finding-recorded', { from, intelligence: learned }, officer, blind), {
    kind: 'not-as-narrow',
  })
  // A note holds no intelligence, whatever else is read.
  const note = entryId('note')
  const all = { readsIntelligence: () => true }
  assert.equal(asked('finding-recorded', { from: note, open: learned }, officer, all), undefined)
})

test('Nobody but police says what only police read, and it is said in one place.', () => {
  const from = entryId('check')
  assert.deepEqual(asked('finding-recorded', { from, intelligence: learned }, worker), {
    kind: 'kept-by-police',
  })
  for (const other of ['open', 'restricted'])
    assert.deepEqual(
      asked('finding-recorded', { from, intelligence: learned, [other]: learned }, officer),
      { kind: 'not-as-narrow' },
      other,
    )
})

test('Police answer for it, and that is written by the rules alone.', () => {
  const owner = (body: Body) => {
    const draft = entry('finding-recorded', '2026-03-30T18:00', { ...none, ...body } as object, officer)
    const accepted = acceptedEntry(checked, draft, reads)
    return accepted.type === 'finding-recorded' && accepted.body.owner
  }
  assert.equal(owner({ from: entryId('check'), intelligence: learned }), 'police')
  assert.equal(owner({ from: entryId('note'), open: learned, owner: 'police' }), undefined)
})

test('What became of it is said where it is said, by police.', () => {
  const cases = [
    ['action-agreed', { finding: entryId('theirs'), owner: 'police', with: undefined }, agreed],
    ['no-action-decided', { finding: entryId('theirs') }, done],
    ['action-done', { action: entryId('their action') }, done],
    ['action-ended', { action: entryId('their action') }, done],
  ] as const
  for (const [type, of, words] of cases) {
    assert.equal(asked(type, { ...of, intelligence: words }, officer), undefined, type)
    assert.deepEqual(asked(type, { ...of, intelligence: words }, worker), { kind: 'kept-by-police' }, type)
    for (const wider of ['open', 'restricted'])
      assert.deepEqual(asked(type, { ...of, [wider]: words }, officer), { kind: 'not-as-narrow' }, type)
  }
})

test('What is agreed of it is done by police of that force.', () => {
  const { organisation } = cast.police
  const by = (owner: string, other: string | undefined) =>
    asked('action-agreed', { finding: entryId('theirs'), owner, with: other, intelligence: agreed }, officer)
  assert.equal(by('police-supervisor', organisation), undefined)
  assert.deepEqual(by('carer', undefined), { kind: 'kept-by-police' })
  assert.deepEqual(by('police', cast.carer.organisation), { kind: 'kept-by-police' })
})

test('It is neither released, kept, shared nor compared.', () => {
  const finding = entryId('theirs')
  const interview = entryId('interview')
  for (const [type, body] of [
    ['finding-released', { finding }],
    ['finding-kept', { finding }],
    ['findings-compared', { finding }],
    ['passage-shared', { finding, interview }],
    ['passage-not-shared', { finding, interview }],
  ] as const)
    assert.deepEqual(asked(type, body, worker), { kind: 'kept-by-police' }, type)
  const other = { episode: checked[0]?.stream, finding }
  assert.deepEqual(asked('findings-compared', { finding: entryId('restricted'), other }, worker), {
    kind: 'no-such-entry',
    entry: finding,
  })
})

test('That nothing is done about anything else is not for police to decide.', () => {
  const words = { restricted: done }
  for (const [type, of] of [
    ['no-action-decided', { finding: entryId('restricted') }],
    ['action-ended', { action: entryId('an action') }],
  ] as const) {
    assert.deepEqual(asked(type, { ...of, ...words }, officer), { kind: 'not-for-police' }, type)
    assert.equal(asked(type, { ...of, ...words }, worker), undefined, type)
  }
  const shown = { action: entryId('an action'), restricted: done }
  assert.equal(asked('action-done', shown, officer), undefined)
  const more = { finding: entryId('restricted'), restricted: agreed }
  assert.equal(asked('action-agreed', more, officer), undefined)
})

test('Intelligence is no place for what came from elsewhere.', () => {
  assert.deepEqual(
    asked('no-action-decided', { finding: entryId('restricted'), intelligence: done }, worker),
    { kind: 'not-as-narrow' },
  )
})

test('Of police there are two roles.', () => {
  assert.deepEqual(roles.filter(isPolice), ['police', 'police-supervisor'])
  assert.equal(mayAnswer('police', 'finding-released', 'police'), false)
  assert.equal(mayAnswer('carer', 'no-action-decided', undefined), true)
})

test('Nobody but police takes back or corrects what was said of it, and police nothing that another decided.', () => {
  const inError = (of: string, by: typeof officer | typeof worker) =>
    refusalOf(
      after(
        checked,
        entry('no-action-decided', '2026-03-30T10:00', { finding: entryId('restricted') }, { id: 'nothing' }),
      ),
      entry(
        'recorded-in-error',
        '2026-03-30T18:00',
        { scope: { kind: 'entry', entry: entryId(of) }, why: 'did-not-happen', reason: 'Another child' },
        by,
      ),
    )
  for (const one of ['theirs', 'their action']) {
    assert.deepEqual(inError(one, worker), { kind: 'kept-by-police' }, one)
    assert.equal(inError(one, officer), undefined, one)
  }
  assert.deepEqual(inError('nothing', officer), { kind: 'not-for-police' })
  for (const one of ['nothing', 'an action', 'restricted']) assert.equal(inError(one, worker), undefined, one)
  const corrected = (owner: string) =>
    refusalOf(
      checked,
      entry(
        'entry-corrected',
        '2026-03-30T18:00',
        { corrects: entryId('their action'), changes: { owner }, reason: 'The wrong role' },
        officer,
      ),
    )
  assert.equal(corrected('police-supervisor'), undefined)
  assert.deepEqual(corrected('social-worker'), { kind: 'kept-by-police' })
})
