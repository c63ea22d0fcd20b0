import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { moment } from '../../../test/support/told-of-a-child.ts'
import type { Refusal } from './addition-refusal.ts'
import { additionRefusedInWords } from './addition-words.ts'

const at = moment('2026-06-01T12:00Z')

/** What each refusal says is wrong, and what to do about it. */
const said: readonly (readonly [Refusal, RegExp])[] = [
  [{ kind: 'in-the-future', at }, /^13:00 on Monday 1 June 2026 has not come yet\. Record it when/],
  [{ kind: 'time-needed' }, /the day alone is not enough\. Give the time/],
  [{ kind: 'says-nothing' }, /^Say at least one thing about the child/],
  [{ kind: 'not-a-childs-age' }, /not a child’s age\. Check the year/],
  [{ kind: 'nothing-to-end' }, /does not last now.+Read the record again/],
  [
    { kind: 'before-it-began', from: at },
    /^It began at 13:00 on Monday 1 June 2026, so it cannot have ended/,
  ],
  [{ kind: 'review-is-past' }, /review is past\. Give a day to come/],
  [{ kind: 'taken-in-the-future' }, /has not come yet. Give the day on which the photograph was taken/],
  [{ kind: 'is-this-record' }, /this record itself\. Name the other one/],
  [{ kind: 'nobody-at-night' }, /works at night\. Name at least one person who does/],
  [{ kind: 'no-duty-team' }, /nobody of the council’s duty team is named.+Name one of them first/],
  [{ kind: 'grading-needed' }, /needs its source.+Add them/],
  [{ kind: 'expires-before-review' }, /would end before it is reviewed\. Give an end/],
  [{ kind: 'detail-says-nothing', field: 'height' }, /^Say at least one of these things/],
  [
    { kind: 'card-number', field: 'bank' },
    /number of a card or an account\. Leave it out: police ask the bank/,
  ],
  [{ kind: 'password', field: 'says' }, /a password or a PIN\. Leave it out/],
  [{ kind: 'not-an-imei' }, /has 15 digits\. Check it, or leave it empty/],
  [{ kind: 'not-known-now' }, /does not stand on the record now\. Read it again/],
  [{ kind: 'plan-overtaken' }, /Another version.+Read that one, and agree to it/],
  [{ kind: 'no-such-plan' }, /not the one that was agreed last\. Read the plan again/],
  [{ kind: 'not-an-hour' }, /^Give hours from 0 to 23/],
  [{ kind: 'already-given' }, /can come in already\. End that first/],
  [{ kind: 'no-such-message' }, /message is not on this record.+Choose one of those shown/],
  [
    { kind: 'before-they-wrote', at },
    /^The child wrote at 13:00 on Monday 1 June 2026, so they cannot have been told/,
  ],
]

/** What a form calls each field whose answer the directory does not have. */
const fields = {
  post: 'the post',
  council: 'the council',
  provider: 'who runs the home',
  person: 'the person',
  named: 'somebody who is named',
  areaCouncil: 'the council of the area',
  organisation: 'the organisation',
}

suite('what is refused of a child’s record', () => {
  for (const [refusal, words] of said)
    test(`as ${refusal.kind} says why, and what to do`, () =>
      assert.match(additionRefusedInWords(refusal), words))

  test('because the directory has it not says of what', () => {
    for (const [field, words] of Object.entries(fields))
      assert.match(
        additionRefusedInWords({ kind: 'not-in-the-directory', field }),
        new RegExp(`for ${words}, or has it no longer\\. Choose another\\.$`),
      )
  })

  test('is refused in words that say what to do', () => {
    const refusals = [
      { kind: 'in-the-future', at },
      { kind: 'time-needed' },
      { kind: 'says-nothing' },
      { kind: 'not-a-childs-age' },
      { kind: 'nothing-to-end' },
      { kind: 'before-it-began', from: at },
      { kind: 'not-in-the-directory', field: 'provider' },
      { kind: 'review-is-past' },
      { kind: 'is-this-record' },
    ] as const
    for (const refusal of refusals) assert.match(additionRefusedInWords(refusal), /^[A-Z0-9].{20,}\.$/u)
    assert.match(additionRefusedInWords(refusals[0]), /^13:00 on Monday 1 June 2026 has not come yet/u)
    assert.match(additionRefusedInWords(refusals[6]), /for who runs the home,/u)
  })
})
