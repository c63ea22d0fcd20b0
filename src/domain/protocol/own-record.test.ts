import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { firstEdition } from '../../../test/support/first-edition.ts'
import { at } from '../../../test/support/at.ts'
import { own, to, wrote } from '../../../test/support/own-record.ts'
import { aChildMissingOvernight } from '../../../test/support/chronology.ts'
import { englandCalendar } from '../../kernel/bank-holidays.ts'
import type { Means } from '../episode/entry.ts'
import type { EntryId } from '../episode/entry.ts'
import type { Facts } from './facts.ts'
import { obligations, ownObligations } from './obligations.ts'
import type { OwnEntry } from './own-record.ts'
import { ownShownOverdue } from './shown-overdue.ts'

const edition = firstEdition()
const nothingKnown: Facts = { statuses: ['not-known'], placedOutOfArea: false, earlierEpisodes: [] }
const facts = () => nothingKnown
const message = wrote('2026-03-28T21:40:20', { as: 'message' })
const danger = wrote('2026-03-28T21:40:20', { as: 'danger', notSafe: true })

function told(when: string, about: EntryId, means: Means = 'telephone') {
  return own('child-answered', when, { wrote: about, answer: 'I ring you now', means })
}

function owedOn(...entries: readonly OwnEntry[]) {
  const laid = ownObligations(entries, () => edition, facts, englandCalendar)
  return new Map(laid.map((one) => [one.duty, one]))
}

suite('what a child wrote', () => {
  test('is owed an answer from the moment they wrote it, whatever the child and the hour', () => {
    const owed = owedOn(message).get('answer-child')
    assert.deepEqual(
      [owed?.owedBy, owed?.covered, owed?.startsAt, owed?.dueAt],
      ['social-worker', true, to('2026-03-28T21:40:20'), to('2026-03-29T22:40:20')],
    )
    assert.match(owed?.because ?? '', /^24 hours from the child’s message at 21:40/)
    assert.deepEqual(
      owed?.rungs.map(({ tell }) => tell),
      ['team-manager', 'duty-team'],
    )
    assert.equal(owedOn(message).has('speak-with-child-not-safe'), false)
  })

  test('is met by an answer to that message, from the minute of it, and by no other', () => {
    const met = (...more: readonly OwnEntry[]) =>
      ownObligations([message, danger, ...more], () => edition, facts, englandCalendar).find(
        ({ id }) => id === `answer-child/${message.id}`,
      )?.met
    assert.equal(met(told('2026-03-28T21:40', message.id))?.at, message.occurred.at)
    assert.equal(met(told('2026-03-28T23:00', message.id))?.at, at('2026-03-28T23:00'))
    assert.equal(met(told('2026-03-28T23:00', danger.id)), undefined)
    assert.equal(met(told('2026-03-28T21:39', message.id)), undefined)
  })

  test('that they are not safe is owed a voice or a face within a quarter of an hour', () => {
    const owed = (means: Means) => owedOn(danger, told('2026-03-28T21:45', danger.id, means))
    assert.equal(owed('message').get('answer-child')?.met?.at, at('2026-03-28T21:45'))
    assert.equal(owed('message').get('speak-with-child-not-safe')?.met, undefined)
    assert.equal(owed('telephone').get('speak-with-child-not-safe')?.met?.at, at('2026-03-28T21:45'))
    assert.equal(owed('in-person').get('speak-with-child-not-safe')?.dueAt, to('2026-03-28T21:55:20'))
  })

  test('is answered by whoever plans their care, the duty team or the reviewing officer', () => {
    const by = (role: 'carer' | 'duty-team') => {
      const answer = { wrote: message.id, answer: 'Yes', means: 'in-person' } as const
      return owedOn(message, own('child-answered', '2026-03-28T22:00', answer, { by: role }))
    }
    assert.equal(by('carer').get('answer-child')?.met, undefined)
    assert.equal(by('duty-team').get('answer-child')?.met?.at, at('2026-03-28T22:00'))
  })

  test('runs by the editions that it names, the stricter of two where they differ', () => {
    const strict = {
      ...edition,
      edition: '2027-01',
      clauses: edition.clauses.map((clause) =>
        clause.duty === 'answer-child'
          ? { ...clause, length: { kind: 'within', within: 'PT1H' } as never }
          : clause,
      ),
    }
    const both = wrote('2026-03-28T21:40', {
      editions: [
        { protocol: edition.protocol, edition: '2024-03' },
        { protocol: edition.protocol, edition: '2027-01' },
      ],
    })
    const laid = ownObligations(
      [both, message],
      (ref) => (ref.edition === '2027-01' ? strict : edition),
      facts,
      englandCalendar,
    )
    const answers = laid.filter(({ duty }) => duty === 'answer-child')
    assert.deepEqual(
      answers.map(({ startedBy, dueAt, also }) => [startedBy, dueAt, also?.dueAt]),
      [
        [both.id, at('2026-03-28T22:40'), at('2026-03-29T22:40')],
        [message.id, to('2026-03-29T22:40:20'), undefined],
      ],
    )
  })

  test('is kept as shown overdue after a late answer, for the time in which nobody had answered', () => {
    const answer = told('2026-03-30T09:00', message.id)
    const written = [message, answer]
    const shown = ownShownOverdue(
      {
        written,
        asKnownAt: (known) => written.filter(({ recorded }) => recorded <= known),
        editionOf: () => edition,
      },
      facts,
      englandCalendar,
    )
    assert.deepEqual(
      [...shown.spans.values()],
      [[{ from: to('2026-03-29T22:40:20'), until: at('2026-03-30T09:00') }]],
    )
    assert.equal(shown.laid[0]?.met?.at, at('2026-03-30T09:00'))
  })

  test('owes nothing in an episode, and an episode owes nothing on it', () => {
    const duties = new Set(
      obligations(aChildMissingOvernight(), edition, facts, englandCalendar).map(({ duty }) => duty),
    )
    assert.equal(duties.has('answer-child'), false)
    assert.deepEqual([...owedOn(message, danger).keys()], ['answer-child', 'speak-with-child-not-safe'])
  })
})
