import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anEpisodePage, aVisit, protocols } from '../../../../test/support/an-episode-page.ts'
import { aChildBackInTheMorning, at } from '../../../../test/support/chronology.ts'
import { assertValidHtml } from '../../../../test/support/valid-html.ts'
import type { Edition } from '../../../domain/protocol/protocol.ts'
import { laidBy } from './clauses.ts'
import { dutyView } from './view.ts'

const late = at('2026-03-29T12:30')
const [edition] = protocols.editions
const other: Edition = { ...edition!, edition: '2026-02' }

function shown(duty: string, editions: readonly Edition[], excused?: string): string {
  const page = anEpisodePage(aChildBackInTheMorning(), late)
  const found = page.duties.find(({ row }) => row.duty === duty)!
  const refs = editions.map(({ protocol, edition: name }) => ({ protocol, edition: name }))
  return dutyView({
    visit: aVisit(late),
    page,
    duty: found,
    laid: laidBy(duty, found.row.edition, refs, editions),
    mayAcknowledge: () => true,
    ...(excused !== undefined && { excused }),
  }).toString()
}

test('every duty of a page explains itself in valid HTML', () => {
  const page = anEpisodePage(aChildBackInTheMorning(), late)
  for (const { row } of page.duties) assertValidHtml(shown(row.duty, protocols.editions, 'Because <so>'))
})

test('a duty says why it is due then, who should know, what meets it and where that comes from', () => {
  const made = shown('prevention-check', protocols.editions)
  assert.match(made, /Overdue by 1 hour 20 minutes/)
  assert.match(made, /4 hours from the return at 07:10/)
  assert.match(made, /Shown overdue since 11:10/)
  assert.match(made, /acknowledge\?duty[^"]*prevention-check[^"]*role[^"]*police-supervisor"/)
  assert.match(made, /an officer sees the child face to face/)
  assert.match(made, /One-minute guide[^<]*\(verified\)/)
})

test('a time that its source does not say is marked as a setting', () => {
  assert.match(shown('consider-significance', protocols.editions), /Not verified/)
  assert.doesNotMatch(shown('prevention-check', protocols.editions), /Not verified/)
})

test('two editions that lay one duty both stand on the page, the one whose clock stands first', () => {
  const made = shown('prevention-check', [other, edition!])
  assertValidHtml(made)
  assert.ok(made.indexOf('the clock that stands') < made.indexOf('the other edition'))
  assert.ok(made.indexOf('/2026-01"') < made.indexOf('/2026-02"'))
})
