import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import {
  aChildBackInTheMorning,
  aChildMissingOvernight,
  after,
  at,
  entry,
} from '../../../test/support/chronology.ts'
import { firstEdition } from '../../../test/support/first-edition.ts'
import { englandCalendar } from '../../kernel/bank-holidays.ts'
import type { Chronology, EpisodeBodies, Tidings } from '../episode/entries.ts'
import { refusalOf } from '../../../test/support/deciding.ts'
import { obligations } from './obligations.ts'

type Told = EpisodeBodies['agency-informed']['told']

function dutyIn(chronology: Chronology, name: string) {
  const facts = () => ({ statuses: [], placedOutOfArea: false, earlierEpisodes: [] })
  return obligations(chronology, firstEdition(), facts, englandCalendar).find((one) => one.duty === name)!
}

const mother: Told = { kind: 'told', who: 'Karen Boothe, his mother', means: 'telephone' }
const father: Told = {
  kind: 'one-not-told',
  who: 'Dean Boothe, his father',
  because: 'A court keeps him away',
}
const parents = (told: Told, about: Tidings, when: string) =>
  entry('agency-informed', when, { role: 'parents', about, told })
const others = (when: string) => [
  entry('agency-informed', when, { role: 'police', about: 'return' }),
  entry('agency-informed', when, { role: 'duty-team', about: 'return' }),
]

suite('those with parental responsibility', () => {
  test('are owed to be told of the report, and a named one who is not told leaves the others to be told', () => {
    const missing = aChildMissingOvernight()
    assert.equal(dutyIn(missing, 'tell-parents').met, undefined)
    const kept = after(missing, parents(father, 'report', '2026-03-28T22:40'))
    const open = dutyIn(kept, 'tell-parents')
    assert.deepEqual([open.met, open.discharged], [undefined, undefined])
    const told = dutyIn(after(kept, parents(mother, 'report', '2026-03-28T22:50')), 'tell-parents')
    assert.equal(told.met?.at, at('2026-03-28T22:50'))
  })

  test('are told, or it is said why nobody of them is', () => {
    const nobody: Told = { kind: 'not-told', because: 'It would tell whom he fears' }
    const duty = dutyIn(
      after(aChildMissingOvernight(), parents(nobody, 'report', '2026-03-28T22:40')),
      'tell-parents',
    )
    assert.equal(duty.discharged?.at, at('2026-03-28T22:40'))
  })

  test('who were told of the report are owed to hear of the return, whoever else of them is not told of it', () => {
    const [before, back] = [aChildMissingOvernight(), aChildBackInTheMorning()]
    const knew = (chronology: Chronology) => after(chronology, parents(mother, 'report', '2026-03-28T22:50'))
    const returned = after(
      knew(before),
      ...back.slice(before.length).map((one) => one as never),
      ...others('2026-03-29T07:20'),
      parents(father, 'return', '2026-03-29T07:25'),
    )
    const open = dutyIn(returned, 'tell-everyone-of-return')
    assert.deepEqual([open.met, open.discharged], [undefined, undefined])
    const heard = after(returned, parents(mother, 'return', '2026-03-29T07:40'))
    assert.equal(dutyIn(heard, 'tell-everyone-of-return').met?.at, at('2026-03-29T07:40'))
  })

  test('of whom one is kept from it were not told by that, and are owed nothing at the return', () => {
    const kept = after(
      aChildBackInTheMorning(),
      parents(father, 'return', '2026-03-29T07:15'),
      ...others('2026-03-29T07:20'),
    )
    assert.equal(dutyIn(kept, 'tell-everyone-of-return').met?.at, at('2026-03-29T07:20'))
  })

  test('are named, and so is why one of them is not told', () => {
    const missing = aChildMissingOvernight()
    for (const told of [
      { ...father, who: ' ' },
      { ...father, because: '' },
    ])
      assert.equal(
        refusalOf(missing, parents(told as Told, 'report', '2026-03-28T22:40'))?.kind,
        'left-blank',
      )
  })
})
