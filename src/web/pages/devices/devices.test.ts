import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aVisit } from '../../../../test/support/an-episode-page.ts'
import { assertValidHtml } from '../../../../test/support/valid-html.ts'
import { cast } from '../../../cli/demonstration/cast.ts'
import { demonstrationDirectory } from '../../../cli/demonstration/partnership.ts'
import { momentOf } from '../../../kernel/moment.ts'
import { offersOf } from './offers.ts'
import { devicesPage } from './view.ts'

const now = momentOf(Temporal.Instant.from('2026-03-28T22:00:00Z'))
const offered = (name: 'karl' | 'clare' | 'gwen' | 'dylan') =>
  offersOf(demonstrationDirectory, cast[name].post, now).map(({ words }) => words)

test('A telephone is offered for foster carers alone, and a tablet for homes where people come to work.', () => {
  assert.deepEqual(offered('karl'), ['A device of Oakfield House'])
  assert.deepEqual(offered('clare'), ['Marian Bell’s own telephone', 'Joyce Tanner’s own telephone'])
  assert.deepEqual(offered('gwen'), ['Control room wall'])
})

test('With nothing enrolled and nothing to offer the page says how there would be, and stays whole.', () => {
  const shown = (name: 'karl' | 'dylan') =>
    devicesPage({
      visit: aVisit(now),
      kept: [],
      offers: offersOf(demonstrationDirectory, cast[name].post, now),
    }).toString()
  for (const name of ['karl', 'dylan'] as const) assertValidHtml(shown(name))
  assert.match(shown('dylan'), /user add --role carer --fosters/)
  assert.match(shown('karl'), /<h2 class="govuk-heading-m wa-after">Enrol another/)
})
