import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { day, entryId, idOf, moment, streamOf, told } from '../../../test/support/told-of-a-child.ts'
import { childAt } from './child-at.ts'
import type { Detail } from './detail-kinds.ts'
import { detailRule, standsRule } from './detail-rules.ts'

const today = day('2026-06-01')
const said = (detail: Detail, suppliedBy = 'Ruth') => detailRule({ detail, suppliedBy }, today)

suite('what is known of a child', () => {
  test('says something', () => {
    assert.deepEqual(said({ kind: 'description' }), { kind: 'detail-says-nothing', field: 'height' })
    assert.equal(said({ kind: 'description', hair: 'Red' }), undefined)
  })

  test('holds no number of a card and no password, wherever they are written', () => {
    assert.deepEqual(said({ kind: 'money', bank: 'Calder', cash: '4242 4242 4242 4242' }), {
      kind: 'card-number',
      field: 'cash',
    })
    assert.deepEqual(said({ kind: 'online-name', platform: 'Chat', name: 'jay', says: 'password: x1' }), {
      kind: 'password',
      field: 'says',
    })
    assert.deepEqual(said({ kind: 'money', bank: 'Calder' }, 'PIN 4821'), {
      kind: 'password',
      field: 'suppliedBy',
    })
    assert.equal(said({ kind: 'transport', card: '4242 4242 4242 4242' }), undefined)
    assert.deepEqual(said({ kind: 'transport', card: 'PIN 4821' })?.kind, 'password')
  })

  test('an IMEI has 15 digits, or 16, however they are parted', () => {
    const imei = (typed: string) => said({ kind: 'telephone', number: '07700 900123', imei: typed })
    assert.equal(imei('490154203237518'), undefined)
    assert.equal(imei('49-015420-323751/8'), undefined)
    assert.equal(imei('4901542032375186'), undefined)
    for (const typed of ['49015420323751', '49015420323751861', 'a490154203237518', '490154203237518 x'])
      assert.deepEqual(imei(typed), { kind: 'not-an-imei' }, typed)
    assert.equal(said({ kind: 'telephone', number: '07700 900123' }), undefined)
  })

  test('a warning is looked at again on a day to come, or today', () => {
    const warning = (reviewBy: string) =>
      said({ kind: 'warning', text: 'x', childKnows: true, reviewBy: day(reviewBy) })
    assert.deepEqual(warning('2026-05-31'), { kind: 'review-is-past' })
    assert.equal(warning('2026-06-01'), undefined)
  })

  test('is still so, or changed, only while it stands', () => {
    const detail: Detail = { kind: 'money', bank: 'Calder' }
    const stream = streamOf(
      idOf<'child'>('jay'),
      told('detail-known', '2026-03-01T09:00Z', { detail, suppliedBy: 'Ruth' }, { as: 'bank' }),
    )
    const record = childAt(stream, moment('2026-06-01T12:00Z'))
    assert.equal(standsRule(record, entryId('bank')), undefined)
    assert.deepEqual(standsRule(record, entryId('another')), { kind: 'not-known-now' })
  })
})
