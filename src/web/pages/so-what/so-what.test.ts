import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aVisit } from '../../../../test/support/an-episode-page.ts'
import { tyler } from '../../../../test/support/cast.ts'
import {
  aChildBackInTheMorning,
  after,
  at,
  entry,
  entryId,
  theEpisode,
  type Draft,
} from '../../../../test/support/chronology.ts'
import { assertValidHtml } from '../../../../test/support/valid-html.ts'
import type { FoundOut, SoWhat } from '../../../application/queries/so-what.ts'
import { became, ledTo } from '../../../domain/interview/so-what.ts'
import { soWhatPage } from './view.ts'

const now = at('2026-04-01T12:00')
const visit = aVisit(now)
const all = () => true

const kez = entry('finding-recorded', '2026-03-30T16:30', {}, { id: 'finding' })
const agreed = entry(
  'action-agreed',
  '2026-03-30T17:00',
  { finding: entryId('finding'), byWhen: at('2026-04-01T11:00') },
  { id: 'action' },
)

function found(drafts: readonly Draft[], more: Partial<FoundOut> = {}): readonly FoundOut[] {
  return ledTo(after(aChildBackInTheMorning(), ...drafts)).map((led) => ({
    ...led,
    child: { child: tyler, name: 'Tyler <Boothe>', pronoun: 'he' },
    episode: theEpisode,
    reference: '7F3K-2Q9X',
    team: 'North',
    became: became(led, now),
    isClosed: false,
    owes: [],
    alike: [],
    ...more,
  }))
}

function shown(of: readonly FoundOut[], may = all, kind: 'everything' | 'episode' = 'everything'): string {
  const what: SoWhat['of'] = kind === 'everything' ? { kind } : { kind, episode: theEpisode }
  const html = soWhatPage(visit, { now, of: what, found: of, more: false }, may).toString()
  assertValidHtml(html)
  assert.doesNotMatch(html, /<Boothe>/)
  return html
}

test('what leads nowhere stands first, with its count, and offers what can be done about it', () => {
  const page = shown(found([kez]))
  assert.match(page, /The one finding of concern leads nowhere\./)
  assert.match(page, /<strong>1 of 1<\/strong> lead nowhere yet/)
  assert.match(page, /A person: Kez/)
  assert.match(page, /Kez said I owe him/)
  assert.match(page, new RegExp(`agree-action\\?finding=${entryId('finding')}`))
  assert.match(page, /Nobody has said yet whether it may go in the next pack for police/)
  assert.doesNotMatch(
    shown(found([kez]), () => false),
    /agree-action/,
  )
  assert.doesNotMatch(shown(found([kez], { isClosed: true })), /agree-action|decide-no-action/)
})

test('nothing recorded is no success, of an episode or of everything', () => {
  for (const kind of ['everything', 'episode'] as const) {
    const page = shown([], all, kind)
    assert.match(page, /None recorded yet/)
    assert.match(page, /no sign that all is well/)
    assert.doesNotMatch(page, /0 of|100|Each of/)
  }
})

test('each team stands with its own denominator, the worst first', () => {
  const other = found([kez], { team: 'South', became: 'running' })
  const page = shown([...other, ...found([kez])])
  const rows = [...page.matchAll(/<th scope="row"[^>]*>(\w+)<\/th>\s*<td[^>]*>([^<]*)<\/td>/g)]
  assert.deepEqual(
    rows.map(([, team, count]) => [team, count]),
    [
      ['North', '1 of 1'],
      ['South', '0 of 1'],
    ],
  )
  assert.match(page, /1 of 2 findings of concern leads nowhere\./)
  assert.match(shown(found([kez], { team: undefined })), /No team known/)
})

test('an action says who, by when and what shows it, and is done by whoever reads it', () => {
  const page = shown(found([kez, agreed]))
  assert.match(page, /Agreed, and late/)
  assert.match(page, /Allocated social worker, Calderwick Council, by/)
  assert.match(page, /Shown by: The note of the visit/)
  assert.match(page, new RegExp(`record-action-done\\?action=${entryId('action')}`))
  assert.match(page, /The one finding of concern led to an action or a reason/)
})

test('whoever reads none of it sees that something was learned, and not a word of what', () => {
  const apart = found([kez, agreed]).map((one) => ({
    ...one,
    finding: { ...one.finding, body: { from: one.finding.body.from, ofConcern: true } },
    actions: one.actions.map(({ agreed: { body, ...action } }) => {
      const { finding, owner, byWhen } = body
      return { agreed: { ...action, body: { finding, owner, byWhen } } }
    }),
  }))
  const page = shown(apart)
  assert.match(page, /Something that is kept apart/)
  assert.doesNotMatch(page, /Kez|owe him|visit|pack for police|record-action-done/)
})

test('a likeness is a question, and what somebody said of it stands in its place', () => {
  const [one] = found([kez])
  assert.ok(one)
  const alike = { child: tyler, episode: theEpisode, finding: one.finding, isOwn: true }
  assert.match(shown([{ ...one, alike: [alike] }]), /Is it the same as .*Say whether it is/s)
  const others = { ...alike, isOwn: false }
  const asked = shown([{ ...one, alike: [others] }])
  assert.match(asked, /of another child/)
  assert.doesNotMatch(asked, /Say whether it is/)
  const compared = after(aChildBackInTheMorning(), entry('findings-compared', '2026-03-31T09:00')).at(-1)
  assert.ok(compared?.type === 'findings-compared')
  const said = { ...alike, compared: { ...compared, corrections: [] } }
  assert.match(shown([{ ...one, alike: [said] }]), /The same as .*The same van, and the same brother/s)
  const not = { ...said.compared, body: { ...said.compared.body, same: false } }
  assert.match(shown([{ ...one, alike: [{ ...said, compared: not }] }]), /Not the same as/)
})

test('what is not of concern owes nothing and stands apart', () => {
  const page = shown(found([entry('finding-recorded', '2026-03-30T16:30', { ofConcern: false })]))
  assert.match(page, /Learned, and not of concern/)
  assert.match(page, /None recorded yet/)
  assert.doesNotMatch(page, /agree-action/)
})

test('what was decided, and whether it may go to police, stands with who said so', () => {
  const finding = entryId('finding')
  const nothing = entry('no-action-decided', '2026-03-31T09:00', { finding })
  assert.match(shown(found([kez, nothing])), /decided by .*It is what the meeting on Monday is about/s)
  const released = entry('finding-released', '2026-03-31T09:00', { finding })
  assert.match(shown(found([kez, released])), /It may go in the next pack for police/)
  const kept = entry('finding-kept', '2026-03-31T09:00', { finding })
  assert.match(shown(found([kez, kept])), /Kept from police: He fears that Kez would know/)
})
