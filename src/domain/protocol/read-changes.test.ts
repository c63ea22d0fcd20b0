import assert from 'node:assert/strict'
import { test } from 'node:test'
import { base, clauseOf, editionOf, fenwick, problemsOf } from '../../../test/support/an-own-edition.ts'
import { parseEdition } from './read.ts'

test('a verified time is no shorter on another clock, and no other kind of length', () => {
  const change = (within: string) =>
    problemsOf(fenwick({ changes: [{ duty: 'return-interview', within, source: 'fenwick' }] }))
  assert.match(change('P1D'), /72 hours is from a verified source and cannot become 1 day$/m)
  assert.match(
    change('reasonable-time'),
    /72 hours is from a verified source and cannot become reasonable-time$/m,
  )
  assert.equal(change('PT72H'), '')
  assert.match(change('PT72H1M'), /cannot become 72 hours 1 minute$/m)
  const named = {
    ...base,
    clauses: base.clauses.map((one) => ({ ...one, length: { kind: 'reasonable-time' } as const })),
  }
  const parsed = parseEdition(
    fenwick({ changes: [{ duty: 'return-interview', within: 'reasonable-time', source: 'fenwick' }] }),
    named,
  )
  assert.equal(parsed.kind, 'edition')
  const other = parseEdition(
    fenwick({ changes: [{ duty: 'return-interview', within: 'next-review', source: 'fenwick' }] }),
    named,
  )
  assert.equal(other.kind, 'problems')
})

test('a time that a verified source did not give may be lengthened', () => {
  const change = { duty: 'consider-significance', within: 'WD30', source: 'fenwick' }
  assert.equal(clauseOf(base, 'consider-significance').source.interval, 'setting')
  assert.deepEqual(clauseOf(editionOf(fenwick({ changes: [change] })), 'consider-significance').length, {
    kind: 'within',
    within: 'WD30',
  })
})
