import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aVisit } from '../../../../test/support/an-episode-page.ts'
import { aldermoor, amira } from '../../../../test/support/a-directory.ts'
import { at } from '../../../../test/support/at.ts'
import { day } from '../../../../test/support/told-of-a-child.ts'
import { assertValidHtml } from '../../../../test/support/valid-html.ts'
import { rotaOf } from '../../../domain/child/rota.ts'
import type { Shift } from '../../../domain/child/shift.ts'
import { plus } from '../../../kernel/moment.ts'
import { rotaPage } from './view.ts'

const now = at('2026-11-27T20:00')
const relief = { ...amira, id: amira.person as unknown as typeof amira.id, personName: 'Bo <Lind>' }
const team = { organisations: [aldermoor], posts: [amira, relief] }
const nights: Shift = {
  id: 'nights',
  organisation: aldermoor.id,
  name: 'Nights',
  hours: 'out-of-hours',
  posts: [amira.id],
  from: day('2026-01-01'),
}

function shown(shifts: readonly Shift[], posts = team.posts): string {
  const rota = rotaOf({ ...team, posts, shifts }, aldermoor.id, { from: now, until: plus(now, 'PT168H') })
  const made = rotaPage({ visit: aVisit(now), council: aldermoor.name, shifts, rota }).toString()
  assertValidHtml(made)
  return made
}

test('who is on duty is said first, and when the whole team is because nobody is named', () => {
  const made = shown([nights])
  assert.match(made, /Now: Amira Hussain</)
  assert.match(made, /08:30, Monday 30 November/)
  assert.match(made, /the whole team, because nobody is named \(Amira Hussain, Bo &lt;Lind&gt;\)/)
  assert.match(made, /Nights: out of hours, from 2026-01-01/)
})

test('without a rota, and without a team, the page says so and whom to ring', () => {
  assert.match(shown([]), /No rota is kept, so the whole team is on duty/)
  assert.match(shown([], []), /nobody holds a post of the team: ring|keeps no duty team/)
})
