import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cast, idFor } from '../../../../test/support/cast.ts'
import {
  aChildBackInTheMorning,
  after,
  at,
  entry,
  entryId,
  theEpisode,
} from '../../../../test/support/chronology.ts'
import { acceptedEntry, refusalOf } from '../../../../test/support/deciding.ts'
import { plus } from '../../../kernel/moment.ts'
import { entryTypes, type EntryType } from '../entries.ts'
import { openSources, restrictedSources } from './finding.ts'

const learned = { what: { kind: 'place', name: 'The canal' }, reason: 'His shoes were wet' } as const
const heard = after(
  aChildBackInTheMorning(),
  entry('interview-held', '2026-03-30T16:00', {}, { id: 'interview' }),
  entry('information-received', '2026-03-30T16:05', {}, { id: 'information' }),
  entry('finding-recorded', '2026-03-30T16:30', {}, { id: 'finding' }),
  entry(
    'finding-recorded',
    '2026-03-30T16:31',
    { from: entryId('information'), open: learned, restricted: undefined } as object,
    { id: 'open finding' },
  ),
  entry('action-agreed', '2026-03-30T17:00', {}, { id: 'action' }),
  entry(
    'action-agreed',
    '2026-03-30T17:01',
    { finding: entryId('open finding'), open: agreed(), restricted: undefined } as object,
    { id: 'open action' },
  ),
)

function agreed() {
  return { what: 'Walk the canal with him', service: 'Home', shownBy: 'The log' }
}

type Body = Readonly<Record<string, unknown>>

function asked(type: EntryType, body: Body, when = '2026-03-30T18:00', chronology = heard) {
  return refusalOf(chronology, entry(type, when, body as object))
}

function said(open: unknown, restricted: unknown): Body {
  return { open, restricted }
}

test('A finding is learned from what was said or seen, and from nothing else.', () => {
  const sources: readonly string[] = [...restrictedSources, ...openSources]
  for (const type of entryTypes) {
    if (type === 'concern-raised' || type === 'recorded-in-error' || type === 'entry-corrected') continue
    const chronology = after(heard, entry(type, '2026-03-30T17:30', {}, { id: 'source' }))
    const refusal = asked('finding-recorded', { from: entryId('source') }, '2026-03-30T18:00', chronology)
    if (sources.includes(type)) assert.equal(refusal, undefined, type)
    else if (refusal?.kind !== 'closed') assert.deepEqual(refusal, { kind: 'not-a-source' }, type)
  }
  assert.deepEqual(asked('finding-recorded', { from: entryId('nothing') }), {
    kind: 'no-such-entry',
    entry: entryId('nothing'),
  })
})

test('What came from an interview, or was told at once, is said apart and never in the open.', () => {
  for (const type of restrictedSources) {
    const chronology = after(heard, entry(type, '2026-03-30T17:30', {}, { id: 'source' }))
    const body = { from: entryId('source'), ...said(learned, undefined) }
    assert.deepEqual(asked('finding-recorded', body, '2026-03-30T18:00', chronology), {
      kind: 'not-as-narrow',
    })
  }
  for (const type of openSources) {
    const chronology = after(heard, entry(type, '2026-03-30T05:30', {}, { id: 'source' }))
    for (const one of [said(learned, undefined), said(undefined, learned)]) {
      const body = { from: entryId('source'), ...one }
      assert.equal(asked('finding-recorded', body, '2026-03-30T18:00', chronology), undefined, type)
    }
  }
})

test('It is said once: not in two places, and not in none.', () => {
  for (const body of [said(learned, learned), said(undefined, undefined)])
    assert.notEqual(asked('finding-recorded', { from: entryId('information'), ...body }), undefined)
  assert.deepEqual(asked('finding-recorded', { from: entryId('information'), ...said(learned, learned) }), {
    kind: 'not-as-narrow',
  })
})

test('A finding quotes the child or gives a reason, and names what it is about.', () => {
  const from = entryId('information')
  const blank = (field: string, open: unknown) =>
    assert.deepEqual(asked('finding-recorded', { from, ...said(open, undefined) }), {
      kind: 'left-blank',
      field,
    })
  blank('reason', { what: learned.what })
  blank('reason', { what: learned.what, quote: ' ', reason: ' ' })
  blank('what', { what: { kind: 'place', name: ' ' }, reason: 'Wet shoes' })
  blank('what', {
    what: { kind: 'factor', code: ' ', edition: '2026-01', label: 'Lonely' },
    quote: 'I am alone',
  })
  for (const words of [{ quote: 'By the canal' }, { reason: 'Wet shoes' }])
    assert.equal(
      asked('finding-recorded', { from, ...said({ what: learned.what, ...words }, undefined) }),
      undefined,
    )
})

test('What became of a finding keeps its audience, and what became of an action that of the action.', () => {
  const cases = [
    ['action-agreed', 'finding', agreed()],
    ['no-action-decided', 'finding', 'The meeting on Monday is about it'],
    ['action-done', 'action', 'The log of Thursday'],
    ['action-ended', 'action', 'He has moved away'],
  ] as const
  for (const [type, field, words] of cases) {
    const narrow = { [field]: entryId(field) }
    const open = { [field]: entryId(`open ${field}`) }
    const answer = (body: Body) => asked(type, body)
    assert.deepEqual(answer({ ...narrow, ...said(words, undefined) }), { kind: 'not-as-narrow' }, type)
    assert.equal(answer({ ...narrow, ...said(undefined, words) }), undefined, type)
    assert.equal(answer({ ...open, ...said(words, undefined) }), undefined, type)
    assert.equal(answer({ ...open, ...said(undefined, words) }), undefined, type)
    assert.deepEqual(answer({ ...open, ...said(words, words) }), { kind: 'not-as-narrow' }, type)
    assert.equal(answer({ ...open, ...said(undefined, undefined) })?.kind, 'left-blank', type)
  }
})

test('What is said of a finding or an action names one that stands.', () => {
  const ofFindings = [
    'finding-released',
    'finding-kept',
    'findings-compared',
    'action-agreed',
    'no-action-decided',
  ]
  for (const type of ofFindings as readonly EntryType[])
    assert.deepEqual(asked(type, { finding: entryId('interview') }), { kind: 'not-a-finding' }, type)
  for (const type of ['action-done', 'action-ended'] as const)
    assert.deepEqual(asked(type, { action: entryId('finding') }), { kind: 'not-an-action' }, type)
  const voided = after(
    heard,
    entry('recorded-in-error', '2026-03-30T17:10', {
      scope: { kind: 'entry', entry: entryId('finding') },
      why: 'did-not-happen',
    }),
  )
  assert.deepEqual(asked('finding-released', { finding: entryId('finding') }, '2026-03-30T18:00', voided), {
    kind: 'not-a-finding',
  })
})

test('An action is done or ended once.', () => {
  for (const first of ['action-done', 'action-ended'] as const)
    for (const then of ['action-done', 'action-ended'] as const) {
      const over = after(heard, entry(first, '2026-03-30T17:30', { action: entryId('action') }))
      const again = asked(then, { action: entryId('action') }, '2026-03-30T18:00', over)
      assert.deepEqual(again, { kind: 'action-already-ended' })
      const other = { action: entryId('open action'), ...said('The log', undefined) }
      assert.equal(asked(then, other, '2026-03-30T18:00', over), undefined)
    }
})

test('What is agreed is to be done after it was agreed.', () => {
  const by = (byWhen: string) => asked('action-agreed', { finding: entryId('finding'), byWhen: at(byWhen) })
  assert.deepEqual(by('2026-03-30T18:00'), { kind: 'due-before-agreed' })
  assert.deepEqual(by('2026-03-30T17:59'), { kind: 'due-before-agreed' })
  assert.equal(by('2026-03-30T18:01'), undefined)
})

test('Nothing follows from a finding before it was learned.', () => {
  const early = asked('action-agreed', { finding: entryId('finding') }, '2026-03-30T16:29')
  assert.deepEqual(early, { kind: 'before-what-it-answers', at: at('2026-03-30T16:30') })
  assert.equal(
    asked('action-done', { action: entryId('action') }, '2026-03-30T16:59')?.kind,
    'before-what-it-answers',
  )
  assert.equal(
    asked('finding-recorded', { from: entryId('interview') }, '2026-03-30T15:59')?.kind,
    'before-what-it-answers',
  )
})

test('A finding is compared with another one of the same child, here or in another episode.', () => {
  const compared = (episode: unknown, finding: string) =>
    asked('findings-compared', {
      finding: entryId('finding'),
      other: { episode, finding: entryId(finding) },
    })
  assert.equal(compared(theEpisode, 'open finding'), undefined)
  assert.equal(compared(idFor('another episode'), 'another finding'), undefined)
  assert.deepEqual(compared(theEpisode, 'finding'), { kind: 'compared-with-itself' })
  const wrong = [
    [theEpisode, 'another finding'],
    [idFor('another episode'), 'open finding'],
    [theEpisode, 'interview'],
    [idFor('another episode'), 'a third'],
  ] as const
  for (const [episode, finding] of wrong)
    assert.deepEqual(compared(episode, finding), { kind: 'no-such-entry', entry: entryId(finding) })
})

test('A share, and a decision not to, may tell of a finding that stands.', () => {
  for (const type of ['passage-shared', 'passage-not-shared'] as const) {
    const about = (finding: string | undefined) =>
      asked(type, { interview: entryId('interview'), finding: finding && entryId(finding) })
    assert.equal(about('finding'), undefined)
    assert.equal(about(undefined), undefined)
    assert.deepEqual(about('interview'), { kind: 'not-a-finding' })
  }
})

test('That it happened before is no reason to do nothing about it.', () => {
  for (const [type, field] of [
    ['no-action-decided', 'finding'],
    ['action-ended', 'action'],
  ] as const)
    for (const isOpen of [true, false]) {
      const words = 'He always does this'
      const body = {
        [field]: entryId(isOpen ? `open ${field}` : field),
        ...(isOpen ? said(words, undefined) : said(undefined, words)),
      }
      assert.equal(asked(type, body)?.kind, 'history-is-no-reason', type)
    }
})

test('That a finding is not of concern after all, or that an action may take longer, waits for a second person.', () => {
  const waits = (corrects: string, changes: Body) => {
    const body = { corrects: entryId(corrects), changes, reason: 'Typed wrongly', evidence: 'The notes' }
    const accepted = acceptedEntry(
      heard,
      entry('entry-corrected', '2026-03-30T18:00', body, { by: cast['social-worker'] }),
    )
    return accepted.type === 'entry-corrected' && accepted.body.needsSecond
  }
  assert.equal(waits('finding', { ofConcern: false }), true)
  const due = at('2026-04-02T17:00')
  assert.equal(waits('action', { byWhen: plus(due, 'PT1H1M') }), true)
  assert.equal(waits('action', { byWhen: plus(due, 'PT1H') }), false)
  assert.equal(waits('action', { owner: 'police' }), false)
})
