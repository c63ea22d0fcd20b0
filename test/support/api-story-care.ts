import assert from 'node:assert/strict'
import { cast } from '../../src/cli/demonstration/cast.ts'
import { childIdOf } from '../../src/cli/demonstration/child-plan.ts'
import { ago, does, type Ask } from './api-story-asking.ts'

const { ruth, ellen, colm } = cast

/** The social worker's visits are missing from Jay's Care: reported, found elsewhere, back, asked about, planned for. */
export async function looksForCare(ask: Ask): Promise<void> {
  const path = `/children/${childIdOf('jay')}/care-missing`
  const said = {
    noticed: { at: ago(40), precision: 'minute' },
    danger: 'no',
    harmByWorker: false,
    complaint: false,
    expected: 'On Friday at Oakfield House',
    why: 'Nobody came, and nobody rang',
    worriedNow: false,
  }
  const none = await ask('POST', path, { by: ruth, body: { ...said, strands: ['nothing'] } })
  assert.equal(none.status, 422)
  const begun = await ask('POST', path, { by: ruth, body: { ...said, strands: ['social-worker-visit'] } })
  assert.equal(begun.status, 201, begun.text)
  const episode = String(begun.body['episode'])
  const told = { to: 'reviewing-officer', who: 'Colm', means: 'telephone' }
  await does(ask, ruth, 'report-care-missing', told, episode)
  const found = { seenBy: 'Ellen', howKnown: 'The diary', where: 'With another child' }
  await does(ask, ellen, 'record-care-located', found, episode)
  const back = { seenBy: 'Ruth', how: 'She came', childSays: 'yes', childsWords: 'She came' }
  await does(ask, ruth, 'record-care-returned', back, episode)
  const talk = { with: 'Colm', chosenByChild: true, holdsIt: false, harm: 'no', whileAway: 'I waited' }
  await does(ask, colm, 'record-care-conversation', talk, episode)
  await does(ask, colm, 'agree-care-repair', { what: 'She says sorry', by: 'Ellen' }, episode)
  const plan = { keep: 'Two visits ahead in the diary', ifMissing: 'Ring the team', afterwards: 'Ask Jay' }
  await does(ask, colm, 'agree-care-prevention', plan, episode)
}
