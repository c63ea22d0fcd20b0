import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lena } from '../../../../test/support/a-directory.ts'
import { anEpisodePage, aVisit, protocols } from '../../../../test/support/an-episode-page.ts'
import { cast } from '../../../../test/support/cast.ts'
import { aChildMissingOvernight, after, at, entry } from '../../../../test/support/chronology.ts'
import { assertValidHtml } from '../../../../test/support/valid-html.ts'
import { Form } from '../../forms/form.ts'
import { onBehalf } from '../act/on-behalf.ts'
import { actsNow } from './acts-now.ts'
import { childWords } from './child-words.ts'
import { episodeView } from './view.ts'
import { stillToTell, toldLines } from './who-knows.ts'

const now = at('2026-03-28T23:30')
const mother = {
  name: 'Karen Boothe',
  role: 'parents',
  organisationName: 'his mother',
  means: 'telephone',
} as const

test('A parent who tells us something stands in the record by name, by who they are to the child, how and when.', () => {
  const typed = Form.of({
    'toldBy-name': mother.name,
    'toldBy-organisationName': mother.organisationName,
    'toldBy-role': mother.role,
    'toldBy-means': mother.means,
  })
  assert.deepEqual(onBehalf.read('toldBy', typed, now), { kind: 'read', value: mother })
  const said = entry(
    'information-received',
    '2026-03-28T23:05',
    { from: 'His mother', text: 'He rang her from a shop' },
    { id: 'she rang', by: cast['duty-team'], toldBy: mother },
  )
  const page = anEpisodePage(after(aChildMissingOvernight(), said), now)
  const shown = episodeView({
    visit: aVisit(now),
    page,
    acts: actsNow(page, lena, protocols.editions, childWords(page.record, now)),
    mayUndo: () => false,
    person: cast['duty-team'].person,
    mayAcknowledge: () => false,
  }).toString()
  assertValidHtml(shown)
  assert.match(shown, /told by Karen Boothe, his mother, by telephone/)
  assert.match(shown, /23:05/)
})

test('A parent who must not be told is named with the reason, and the other is still to be told.', () => {
  const kept = entry('agency-informed', '2026-03-28T22:40', {
    role: 'parents',
    about: 'report',
    told: { kind: 'one-not-told', who: 'Dean Boothe, his father', because: 'A court keeps him away' },
  })
  const page = anEpisodePage(after(aChildMissingOvernight(), kept), now)
  assert.ok(stillToTell(page).some(({ role }) => role === 'parents'))
  const lines = toldLines(page, now).filter(({ who }) => who.startsWith('Those with parental'))
  assert.deepEqual(lines, [
    { who: 'Those with parental responsibility' },
    {
      who: 'Those with parental responsibility (Dean Boothe, his father)',
      notToldBecause: 'A court keeps him away',
    },
  ])
})
