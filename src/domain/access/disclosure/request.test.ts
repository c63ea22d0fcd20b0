import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { acts, passage, why } from '../../../../test/support/a-disclosure.ts'
import { at } from '../../../../test/support/at.ts'
import { idFor, cast } from '../../../../test/support/cast.ts'
import type { Said } from './acts.ts'
import { linesOf } from './lines.ts'
import { controllerOf } from './passage.ts'
import { rulingOn, subjectAccessOf } from './request.ts'

const one = passage('All is well')
const exported: Said = {
  kind: 'exported',
  format: 'pdf',
  made: at('2026-11-20T21:40'),
  sha256: 'ab',
  purpose: 'Asked for it',
  reference: 'SAR 1',
}

suite('a request as it stands', () => {
  test('begins when it is received, and there is none before that', () => {
    const [, ...since] = acts(exported)
    assert.equal(subjectAccessOf(since), undefined)
    assert.equal(subjectAccessOf(acts(exported))?.received.said.askedBy, 'Jay Mercer')
  })

  test('keeps each export, and no other act among them', () => {
    const all = acts({ kind: 'withheld', passage: one.id, ...why }, exported, exported)
    assert.deepEqual(subjectAccessOf(all)?.exports, all.slice(-2))
    assert.deepEqual(subjectAccessOf(acts())?.exports, [])
  })

  test('has a ruling on what was decided about, and on nothing else', () => {
    const all = acts(exported, { kind: 'asked', passage: one.id, whom: 'By telephone' })
    const access = subjectAccessOf(all)!
    assert.deepEqual([...access.rulings.keys()], [one.id])
    assert.deepEqual(rulingOn(access, one.id), { parts: [], asked: all[2] })
    assert.deepEqual(rulingOn(access, passage('another').id), { parts: [] })
  })
})

test('the council of a child who has none is named as what it would be', () => {
  assert.deepEqual(controllerOf('plan', cast.carer, undefined), {
    name: 'the responsible council',
    law: 'uk-gdpr',
  })
})

suite('a line', () => {
  const said = (body: unknown) => linesOf(body, () => undefined).map(({ text }) => text)

  test('that the directory gives is marked as such, and one that was typed is not', () => {
    const id = idFor<'organisation'>('Oakfield')
    assert.deepEqual(
      linesOf({ provider: id, name: 'Fernside', count: 2 }, () => 'Oakfield'),
      [
        { field: 'Provider', text: 'Oakfield', fromDirectory: true },
        { field: 'Name', text: 'Fernside' },
        { field: 'Count', text: '2' },
      ],
    )
  })

  test('says no as well as yes, and nothing of what is not there', () => {
    assert.deepEqual(said({ worriedNow: false, isHere: true, unsaid: undefined, none: null }), ['no', 'yes'])
    assert.deepEqual(said(undefined), [])
  })

  test('gives a word of ours without its hyphens, and what was typed letter by letter', () => {
    assert.deepEqual(said(['known-elsewhere', 'one-of-many']), ['known elsewhere', 'one of many'])
    for (const typed of ['Self-harm', 'self-harm!', 'self-harm again', 'so self-harm', '-', 'a-B'])
      assert.deepEqual(said([typed]), [typed])
  })

  test('names its field in words', () =>
    assert.deepEqual(
      linesOf({ plan_agreed: 'x', returnKey: { ofCouncil: 'y' } }, () => undefined).map(({ field }) => field),
      ['Plan agreed', 'Return key: of council'],
    ))
})
