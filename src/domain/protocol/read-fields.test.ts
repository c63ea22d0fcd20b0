import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import {
  dayOf,
  fieldsOf,
  flagOf,
  isMap,
  listOf,
  nameOf,
  numberOf,
  oneOf,
  shown,
  textOf,
  within,
  withinOf,
  type Place,
} from './read-fields.ts'

/** What a reader gives, and every problem that it names. */
function reading<T>(read: (place: Place) => T): readonly [T, readonly string[]] {
  const place: Place = { at: 'here', problems: [] }
  const found = read(place)
  return [found, place.problems]
}

suite('a field that is read', () => {
  test('is known, in a map', () => {
    const known = ['title', 'from']
    assert.deepEqual(
      reading((place) => fieldsOf({ title: 'x' }, known, place)),
      [{ title: 'x' }, []],
    )
    assert.deepEqual(reading((place) => fieldsOf({ mood: 1 }, known, place))[1], [
      'here: "mood" is not known here: title, from',
    ])
    for (const [value, named] of [
      [undefined, '"nothing"'],
      [null, '"nothing"'],
      [7, '7'],
      ['text', '"text"'],
      [[], 'a list'],
    ] as const)
      assert.deepEqual(
        reading((place) => fieldsOf(value, known, place)),
        [{}, [`here: is ${named} where names with values are expected`]],
      )
  })

  test('is a text that says something', () => {
    assert.deepEqual(
      reading((place) => textOf({ title: ' A ' }, 'title', place)),
      [' A ', []],
    )
    assert.deepEqual(
      reading((place) => textOf({}, 'title', place)),
      ['', ['here: "title" is missing']],
    )
    for (const [value, named] of [
      ['', '""'],
      [' ', '" "'],
      [null, '"nothing"'],
      [7, '7'],
      [true, 'true'],
      [{}, 'a map'],
    ] as const)
      assert.deepEqual(
        reading((place) => textOf({ title: value }, 'title', place)),
        ['', [`here: "title" is ${named}, not a text`]],
      )
  })

  test('is a name in small letters, digits and hyphens', () => {
    for (const name of ['a', 'tell-police', '2024-03', 'a1-b2'])
      assert.deepEqual(
        reading((place) => nameOf({ duty: name }, 'duty', place)),
        [name, []],
      )
    for (const name of ['Tell', 'tell police', '-tell', 'tell-', 'tell--police', 'téll', 'a_b', 'a\n'])
      assert.deepEqual(reading((place) => nameOf({ duty: name }, 'duty', place))[1], [
        `here: "${name}" is not a name in small letters, digits and hyphens`,
      ])
    assert.deepEqual(reading((place) => nameOf({}, 'duty', place))[1], ['here: "duty" is missing'])
  })

  test('is true or false, or what holds where it is absent', () => {
    const flag = (fields: object, absent: boolean) =>
      reading((place) => flagOf({ ...fields }, 'on', absent, place))
    assert.deepEqual(flag({}, true), [true, []])
    assert.deepEqual(flag({}, false), [false, []])
    assert.deepEqual(flag({ on: false }, true), [false, []])
    assert.deepEqual(flag({ on: 'no' }, true), [true, ['here: "on" is "no", not true or false']])
  })

  test('is a whole number from nought', () => {
    const number = (age: unknown) => reading((place) => numberOf({ age }, 'age', place))
    assert.deepEqual(number(0), [0, []])
    assert.deepEqual(number(17), [17, []])
    for (const [value, named] of [
      [-1, '-1'],
      [1.5, '1.5'],
      ['3', '"3"'],
      [undefined, '"nothing"'],
    ] as const)
      assert.deepEqual(number(value), [0, [`here: "age" is ${named}, not a whole number`]])
  })

  test('is one of the words that are known', () => {
    const one = (value: unknown) => reading((place) => oneOf(value, ['low', 'high'], 'a level', place))
    assert.deepEqual(one('low'), ['low', []])
    assert.deepEqual(one('Low'), [undefined, ['here: "Low" is not a level']])
    assert.deepEqual(one(['low']), [undefined, ['here: a list is not a level']])
  })

  test('is a day, or a length of time', () => {
    const day = (from: unknown) => reading((place) => dayOf({ from }, 'from', place))
    assert.deepEqual(day('2024-02-29'), ['2024-02-29', []])
    assert.deepEqual(day('2023-02-29')[1], ['here: "from" is "2023-02-29", not a day such as 2024-03-01'])
    assert.deepEqual(day(undefined)[1], ['here: "from" is missing'])
    const length = (after: unknown) => reading((place) => withinOf({ after }, 'after', place))
    assert.deepEqual(length('WD5'), ['WD5', []])
    assert.deepEqual(length('5 days')[1], [
      'here: "after" is "5 days", not a length of time such as PT4H, P6W or WD5',
    ])
    assert.deepEqual(length(undefined)[1], ['here: "after" is missing'])
  })

  test('is a list, or one thing standing for a list of one', () => {
    assert.deepEqual([undefined, 'a', ['a', 'b'], null].map(listOf), [[], ['a'], ['a', 'b'], [null]])
  })
})

test('a place is named by the way to it, and keeps one list of problems', () => {
  const place: Place = { at: 'edition', problems: [] }
  const inside = within(within(place, 'duty 3'), 'starts')
  assert.equal(inside.at, 'edition, duty 3, starts')
  assert.equal(inside.problems, place.problems)
})

test('a value is named as a person would name it', () => {
  assert.deepEqual([[1], { a: 1 }, 'a', 7, true, null, undefined].map(shown), [
    'a list',
    'a map',
    '"a"',
    '7',
    'true',
    '"nothing"',
    '"nothing"',
  ])
  assert.deepEqual([{}, [], null, 'a', 7].map(isMap), [true, false, false, false, false])
})
