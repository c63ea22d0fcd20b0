import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anEpisodePage, aVisit } from '../../../../test/support/an-episode-page.ts'
import { cast } from '../../../../test/support/cast.ts'
import { aChildMissingOvernight, after, at, entry, entryId } from '../../../../test/support/chronology.ts'
import { assertValidHtml } from '../../../../test/support/valid-html.ts'
import type { Chronology } from '../../../domain/episode/entries.ts'
import type { Author } from '../../../domain/episode/entry.ts'
import { mayUndo } from '../../../domain/access/may.ts'
import { answersFor } from '../../../domain/protocol/rungs.ts'
import { episodeView } from './view.ts'

const now = at('2026-03-29T11:00')

function shown(chronology: Chronology, as: Author): string {
  const page = anEpisodePage(chronology, now)
  const made = episodeView({
    visit: aVisit(page.at),
    page,
    acts: [],
    mayUndo: (type) => mayUndo(as, type),
    person: as.person,
    mayAcknowledge: (tell) => answersFor(as.role, tell),
  }).toString()
  assertValidHtml(made)
  return made
}

const whole = entry('recorded-in-error', '2026-03-29T09:00', { needsSecond: true }, { id: 'whole' })
const waiting = after(aChildMissingOvernight(), whole)

test('a whole episode that one person called an error goes on, and the page says so', () => {
  const made = shown(waiting, cast.police)
  assert.match(made, /Ruth Adeyemi says that this episode was recorded in error/)
  assert.match(made, /until a second person has confirmed that/)
  assert.match(made, new RegExp(`acknowledge\\?entry=${entryId('whole')}`))
  assert.match(made, /Tyler Boothe is missing\. Police grade the risk medium\./)
})

test('nobody confirms that a whole episode is an error who said so', () => {
  assert.doesNotMatch(shown(waiting, cast.carer), /acknowledge\?entry/)
})

test('a whole episode that two people called an error waits for nobody', () => {
  const of = { kind: 'entry' as const, entry: entryId('whole') }
  const agreed = after(waiting, entry('acknowledged', '2026-03-29T10:00', { of }, { by: cast.police }))
  assert.doesNotMatch(shown(agreed, cast.police), /until a second person/)
})

test('only those can correct an entry who could have written it', () => {
  const link = (id: string) => new RegExp(`correct-entry/${entryId(id)}`)
  const carer = shown(aChildMissingOvernight(), cast.carer)
  assert.match(carer, link('rang his mobile'))
  assert.doesNotMatch(carer, link('grade'))
  assert.match(shown(aChildMissingOvernight(), cast.police), link('grade'))
})

test('only those can acknowledge a silent duty who answer for whom it tells', () => {
  const silent = (as: Author) => /acknowledge\?duty/.test(shown(aChildMissingOvernight(), as))
  assert.ok(silent(cast['duty-team']))
  assert.ok(!silent(cast.school))
})
