import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { firstEdition } from '../../../test/support/first-edition.ts'
import { parseWithin } from '../../kernel/within.ts'
import { keeperProof } from './keepers.ts'
import type { Clause, Edition } from './protocol.ts'

const edition = firstEdition()
const keepers = edition.clauses.filter(({ keeper }) => keeper)

/** An edition of keepers alone, for children of no known age unless a clause asks. */
function only(...clauses: readonly Clause[]): Edition {
  return { ...edition, reasonableTime: [], clauses }
}

function problemsOf(...clauses: readonly Clause[]): readonly string[] {
  return keeperProof(only(...clauses)).problems.map(({ rule, says }) => `${rule}: ${says}`)
}

const [first, ...others] = keepers as [Clause, ...Clause[]]
const says = (what: string) => `keeper-can-end: hold-concern: a keeper ${what}`
const unheld =
  'no-keeper: in concern nobody holds 640 of 640 kinds of child, such as a child, of unknown age, of no status, in their own area, not yet graded'

suite('a stage', () => {
  test('is kept for every kind of child, whom two statuses, areas, ages, grades and subjects tell apart', () => {
    assert.deepEqual(problemsOf(...keepers), [])
    // 16 sets of statuses, 2 areas, 2 ages, 5 grades, child or Care; 4 stages.
    assert.equal(keeperProof(only(...keepers)).cells, 4 * 16 * 2 * 2 * 5 * 2)
  })

  test('is cut by every age, and by every span and number of absences, that a clause asks about', () => {
    const asking = (more: Clause['for']): Clause => ({ ...first, keeper: false, for: more })
    const cells = (...conditions: readonly Clause['for'][]) =>
      keeperProof(only(...keepers, ...conditions.map(asking))).cells / (4 * 16 * 2 * 5 * 2)
    assert.equal(cells(), 2)
    assert.equal(cells({ ageAtLeast: 10 }), 3)
    assert.equal(cells({ ageAtMost: 9 }, { ageAtLeast: 10 }), 3)
    assert.equal(cells({ ageAtMost: 12 }, { ageAtLeast: 9 }, { ageAtLeast: 9 }), 4)
    assert.equal(cells({ nthEpisode: { atLeast: 3, withinDays: 90 } }), 2 * 2)
    // At least 1 or 3 or 10 in 30 days, and no fewer in 100 days: 6 pairs.
    const two = [
      { nthEpisode: { atLeast: 10, withinDays: 100 } },
      { nthEpisode: { atLeast: 3, withinDays: 30 } },
    ]
    assert.equal(cells(...two), 2 * 6)
    assert.equal(cells(...two.toReversed()), 2 * 6)
  })

  test('without a keeper says for how many kinds of child, and for which first', () => {
    assert.deepEqual(problemsOf(...others), [unheld])
    const inWords = (meant: Clause['for']) =>
      problemsOf({ ...first, for: meant }, ...others)[0]?.split('such as ')[1]
    assert.equal(
      inWords({ subject: 'child' }),
      'Care, of unknown age, of no status, in their own area, not yet graded',
    )
    assert.equal(
      inWords({ placedOutOfArea: false }),
      'a child, of unknown age, of no status, placed out of area, not yet graded',
    )
    assert.equal(
      inWords({ ageAtMost: 15 }),
      'a child, of 16, of no status, in their own area, not yet graded',
    )
    assert.equal(
      problemsOf({ ...first, for: { status: ['not-known', 'in-need', 'protection-plan'] } }, ...others)[0],
      unheld.replace('640 of', '80 of'),
    )
    const ungraded = { ...first, for: { riskAtLeast: 'no-apparent-risk' as const } }
    assert.equal(problemsOf(ungraded, ...others)[0], unheld.replace('640 of', '128 of'))
  })

  test('that two keepers hold between them names who is left, with every status and grade', () => {
    const graded = { ...first, for: { riskAtLeast: 'low' as const } }
    const some = {
      ...first,
      duty: 'hold-some',
      for: { status: ['not-known', 'in-need', 'looked-after'] as const },
    }
    assert.match(problemsOf(graded, some, ...others)[0]!, /nobody holds 32 of 640 kinds/)
    const all = problemsOf(
      { ...first, for: { status: ['not-known'] } },
      { ...first, duty: 'x', for: { subject: 'care' } },
      ...others,
    )
    assert.match(
      all[0]!,
      /nobody holds 160 of 640 kinds of child, such as a child, of unknown age, of no status/,
    )
  })
})

suite('a keeper', () => {
  const spoiled = (more: Partial<Clause>) => problemsOf({ ...first, ...more }, ...others)
  const within = parseWithin('PT1H')!

  test('starts on entering its stage and is met by leaving it', () => {
    const starts = { kind: 'entry', evidence: { entry: 'concern-raised' }, each: false } as const
    assert.deepEqual(spoiled({ starts }), [says('starts on entering its stage and on nothing else'), unheld])
    const met = { kind: 'entry', anyOf: [{ entry: 'returned' }] } as const
    assert.deepEqual(spoiled({ met }), [says('is met by leaving its stage'), unheld])
    assert.deepEqual(spoiled({ doneBy: 'carer' }), [says('is met by leaving its stage'), unheld])
  })

  test('ends in no other way, and is there for every absence', () => {
    assert.deepEqual(spoiled({ discharged: [{ entry: 'note-added' }] }), [
      says('cannot be discharged'),
      unheld,
    ])
    assert.deepEqual(spoiled({ cancelled: [{ entry: 'note-added' }] }), [says('cannot be cancelled'), unheld])
    const nth = spoiled({ for: { nthEpisode: { atLeast: 2, withinDays: 30 } } })
    assert.equal(nth[0], says('holds every child, whatever came before'))
  })

  test('has a ladder that ends with someone who answers at all hours', () => {
    const ladder = (what: string) => `keeper-ladder: hold-concern: its ladder ends with ${what}`
    assert.deepEqual(spoiled({ ifSilent: [] }), [ladder('no one'), unheld])
    assert.deepEqual(spoiled({ ifSilent: [{ after: within, tell: 'carer' }] }), [
      ladder('the carer, who does not answer at all hours'),
      unheld,
    ])
    assert.deepEqual(
      spoiled({
        ifSilent: [
          { after: within, tell: 'carer' },
          { after: within, tell: 'duty-team' },
        ],
      }),
      [],
    )
  })
})
