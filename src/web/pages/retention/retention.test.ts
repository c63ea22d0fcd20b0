import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { aVisit } from '../../../../test/support/an-episode-page.ts'
import { at } from '../../../../test/support/at.ts'
import { cast, idFor } from '../../../../test/support/cast.ts'
import { day } from '../../../../test/support/told-of-a-child.ts'
import { assertValidHtml } from '../../../../test/support/valid-html.ts'
import type { Retained } from '../../../application/queries/retention.ts'
import type { RetentionAct, RetentionActKind } from '../../../domain/access/retention-review.ts'
import { decidedFrom } from '../../../domain/access/retention-review.ts'
import { emptyForm, Form } from '../../forms/form.ts'
import { readFields } from '../../forms/fields.ts'
import { holdAllPage } from './all-view.ts'
import { decisionFields } from './form.ts'
import { dueForReviewPage } from './list-view.ts'
import { recordPage } from './record-view.ts'

const now = at('2026-11-21T10:00')
const visit = aVisit(now)
const wilma = cast['information-governance']
const beatrice = cast['senior-manager']

function act(name: string, kind: RetentionActKind, more: Partial<RetentionAct> = {}): RetentionAct {
  const { person, post } = wilma
  return { id: idFor(name), at: now, person, post, kind, reason: 'a <reason>', ...more }
}

function retained(acts: readonly RetentionAct[] = [], more: Partial<Retained> = {}): Retained {
  const length = { years: 6, source: 'no source gives it', verified: false, set: false }
  const due = { kind: 'on', day: day('2026-11-20'), because: '6 years after the last entry', length } as const
  return {
    child: idFor('Jay'),
    name: 'Jay <Mercer>',
    bornOn: day('2004-02-01'),
    restricted: false,
    class: 'missing-only',
    review: {
      due,
      today: day('2026-11-21'),
      inUse: false,
      held: false,
      disposed: false,
      decided: decidedFrom(acts),
    },
    acts,
    others: ['Larkfield <Homes>'],
    entries: 4,
    ...more,
  }
}

function shown(record: Retained, person = beatrice.person, form = emptyForm): string {
  const asking = { form, errors: [], now }
  const directory = { organisations: [], posts: [] }
  return recordPage(visit, { record, person, directory, asking, command: idFor('a command') }).toString()
}

suite('what is due for review', () => {
  test('says why, and that an interval which nobody gives is not verified', () => {
    const html = dueForReviewPage(visit, 'Calderwick <Council>', {
      now,
      due: [retained()],
      decided: [retained([act('p', 'propose')])],
      held: [retained([act('h', 'hold')])],
      heldAll: [act('all', 'hold')],
    }).toString()
    assertValidHtml(html)
    assert.match(html, /6 years after the last entry/)
    assert.match(html, /6 years, not verified: no source gives it/)
    assert.match(html, /waits for a second person/)
    assert.match(html, /Every record of Calderwick &lt;Council&gt; is on hold/)
    assert.ok(!html.includes('<Mercer>'))
  })

  test('says that there is nothing', () => {
    const html = dueForReviewPage(visit, 'Us', {
      now,
      due: [],
      decided: [],
      held: [],
      heldAll: [],
    }).toString()
    assertValidHtml(html)
    assert.match(html, /Nothing is due for review/)
  })

  test('does not name a child whose record is for named people alone', () => {
    const { name: _, bornOn: __, ...rest } = retained()
    const html = shown({ ...rest, restricted: true })
    assert.match(html, /A restricted record/)
  })
})

suite('one record under review', () => {
  test('offers the confirmation to a second person, and not to whoever proposed it', () => {
    const record = retained([act('p', 'propose', { class: 'missing-only' })])
    const [second, first] = [shown(record), shown(record, wilma.person)]
    for (const html of [second, first]) assertValidHtml(html)
    assert.match(second, /Confirm the disposal/)
    assert.ok(!first.includes('Confirm the disposal'))
    assert.match(first, /Withdraw the proposal/)
  })

  test('says what stands against a disposal, and offers to end a hold', () => {
    const record = retained([act('h', 'hold')])
    const html = shown({ ...record, review: { ...record.review, inUse: true, held: true } })
    assertValidHtml(html)
    assert.match(html, /an episode is open or a duty is owed; somebody holds it/)
    assert.match(html, /End the hold: a &lt;reason&gt;/)
  })

  test('keeps what was typed', () => {
    const form = new Form(
      new Map([
        ['act', ['keep']],
        ['act-until', ['31 31 2032']],
        ['reason', ['a "claim"']],
      ]),
    )
    const read = readFields(decisionFields, form, now)
    assert.equal(read.kind === 'problems' && read.problems[0]?.field, 'act-until')
    const html = shown(retained(), beatrice.person, form)
    assertValidHtml(html)
    assert.match(html, /31 31 2032/)
    assert.match(html, /a &quot;claim&quot;/)
  })
})

test('every record of an organisation is held with a reason, and each hold can be ended', () => {
  const asking = { form: emptyForm, errors: [], now }
  const html = holdAllPage(visit, 'Us', [act('h', 'hold')], asking, idFor('a command')).toString()
  assertValidHtml(html)
  assert.match(html, /End this hold/)
})
