import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aVisit } from '../../../../test/support/an-episode-page.ts'
import {
  aChildBackInTheMorning,
  after,
  at,
  entry,
  entryId,
  theEpisode,
} from '../../../../test/support/chronology.ts'
import { assertValidHtml } from '../../../../test/support/valid-html.ts'
import type { CommandName } from '../../../domain/episode/command.ts'
import type { Chronology } from '../../../domain/episode/entries.ts'
import { whoGetsToKnowPage } from './view.ts'

const now = at('2026-04-01T12:00')
const child = {
  full: 'Tyler <Boothe>',
  first: 'Tyler',
  age: undefined,
  he: 'he',
  him: 'him',
  his: 'his',
  is: 'is',
} as unknown as Parameters<typeof whoGetsToKnowPage>[0]['child']

function shown(chronology: Chronology, may = (_: CommandName) => true): string {
  const page = whoGetsToKnowPage({
    visit: aVisit(now),
    child,
    episode: theEpisode,
    chronology,
    may,
  }).toString()
  assertValidHtml(page)
  return page.replaceAll(/\s+/g, ' ')
}

const held = after(
  aChildBackInTheMorning(),
  entry('interview-held', '2026-03-30T16:00', {}, { id: 'interview' }),
)
const interview = entryId('interview')

test('for each audience nothing is decided until somebody decides', () => {
  const page = shown(held)
  assert.equal(page.split('Nothing is decided yet.').length - 1, 5)
  assert.match(page, new RegExp(`share-passage[?]entry=${interview}&amp;for=carer`))
  assert.match(page, new RegExp(`decide-not-to-share[?]entry=${interview}&amp;for=health`))
  assert.doesNotMatch(
    shown(held, () => false),
    /share-passage|decide-not/,
  )
  assert.match(shown(aChildBackInTheMorning()), /No interview is on the record yet/)
})

test('what was shared, and what was decided not to be, says with whom, why, on what basis and what the child wished', () => {
  const page = shown(
    after(
      held,
      entry('passage-shared', '2026-03-30T17:00', { interview }),
      entry('passage-not-shared', '2026-03-30T17:00', { interview, passage: 'About his mother' }),
    ),
  )
  assert.match(page, /Shared with Brackendale Homes<\/strong>, decided by/)
  assert.match(
    page,
    /What they read.*I want Ruth to know about my brother.*To look after him.*That Ruth knows/,
  )
  assert.match(page, /Not shared with The school<\/strong>/)
  assert.match(page, /What they are not given.*About his mother.*Nothing that a school must know.*Not school/)
  assert.equal(page.split('Nothing is decided yet.').length - 1, 3)
})

test('whoever reads neither sees that it was decided, and no word of it', () => {
  const nothing = { passage: undefined, wished: undefined } as object
  const page = shown(after(held, entry('passage-shared', '2026-03-30T17:00', { interview, ...nothing })))
  assert.match(page, /Shared with Brackendale Homes/)
  assert.equal(page.split('Kept apart').length - 1, 2)
  const not = shown(after(held, entry('passage-not-shared', '2026-03-30T17:00', { interview, ...nothing })))
  assert.equal(not.split('Kept apart, for those who read interviews.').length - 1, 2)
  const unsaid = shown(after(held, entry('passage-not-shared', '2026-03-30T17:00', { interview })))
  assert.match(unsaid, /What they are not given.*Not said.*Not school/)
  const old = { interview, ...nothing, purpose: undefined, basis: undefined } as object
  const older = shown(after(held, entry('passage-shared', '2026-03-30T17:00', old)))
  assert.match(older, /It is not said for whom.*Basis in law.*Not said/)
})
