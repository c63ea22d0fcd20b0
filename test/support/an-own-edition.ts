import assert from 'node:assert/strict'
import type { Clause, Edition } from '../../src/domain/protocol/protocol.ts'
import { parseEdition } from '../../src/domain/protocol/read.ts'
import { firstEdition } from './first-edition.ts'

export const base = firstEdition()

/** Fenwick's own edition: the least that a partnership's file says. */
export function fenwick(more: object): Record<string, unknown> {
  return {
    protocol: 'fenwick-missing',
    edition: '2025-01',
    title: 'Fenwick: children missing from home and care',
    owner: 'Fenwick missing group',
    'adopted-by': 'Fenwick safeguarding partnership, 12 December 2024',
    from: '2025-01-01',
    'last-reviewed': '2024-12-12',
    'review-due': '2025-12-12',
    extends: 'missing-from-home-and-care/2024-03',
    sources: { fenwick: { document: 'Fenwick joint protocol, January 2025', verified: false } },
    ...more,
  }
}

export function editionOf(file: object): Edition {
  const parsed = parseEdition(file, base)
  assert.ok(parsed.kind === 'edition', parsed.kind === 'problems' ? parsed.problems.join('\n') : '')
  return parsed.edition
}

export function problemsOf(file: object): string {
  const parsed = parseEdition(file, base)
  return parsed.kind === 'problems' ? parsed.problems.join('\n') : ''
}

export function clauseOf(edition: Edition, duty: string): Clause {
  return edition.clauses.find((clause) => clause.duty === duty)!
}
