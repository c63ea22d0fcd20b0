import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { aSet } from '../../../test/support/a-question-set.ts'
import type { Answer, Answers } from './answers.ts'
import { asked, unanswered } from './asked.ts'
import { conditionProblems } from './check-conditions.ts'
import { inWords } from './in-words.ts'
import { problemsIn } from './problems-in.ts'
import { other, questionKinds, questionsOf, type Question, type QuestionSet } from './question-set.ts'

type Draw = (upTo: number) => number

/** Any questions after one another, each with up to two conditions on earlier ones that have options. */
function anySet(draw: Draw): QuestionSet {
  const place: { readonly id: string; readonly options: readonly string[] }[] = []
  const questions = Array.from({ length: 2 + draw(9) }, (_, index) => {
    const kind = questionKinds[draw(questionKinds.length)] ?? 'words'
    const listed = kind === 'one-of' || kind === 'many-of'
    const named = place.filter(({ options }) => options.length > 0)
    const when = Array.from({ length: named.length === 0 ? 0 : draw(3) }, () => {
      const one = named[draw(named.length)]
      const is = one?.options.filter(() => draw(2) === 1) ?? []
      return { question: one?.id, is: is.length > 0 ? is : (one?.options ?? []) }
    })
    const id = `q${index}`
    place.push({
      id,
      options: listed ? ['a', 'b', other] : kind === 'yes-no' ? ['yes', 'no', 'not-known'] : [],
    })
    const options = listed ? { options: ['a', 'b'].map((one) => ({ id: one, says: `Says ${one}` })) } : {}
    return { id, of: 'child', asks: `Asks ${id}?`, kind, when, ...options }
  })
  return aSet({ chapters: [{ chapter: 'place', title: 'Place', source: 'guide', questions }] })
}

/** An answer that a person could give. */
function anyAnswer({ kind, options }: Question, draw: Draw): Answer {
  if (draw(6) === 0) return { notSaid: true }
  if (kind === 'words') return { words: `words ${draw(99)}` }
  const first = options[draw(options.length)]?.id ?? other
  const more =
    kind === 'many-of' ? options.map(({ id }) => id).filter((id) => id !== first && draw(2) === 1) : []
  const chosen = [first, ...more]
  return { chosen, ...((chosen.includes(other) || draw(3) === 0) && { words: `words ${draw(99)}` }) }
}

const draws = fc.infiniteStream(fc.nat(1_000_000)).map((stream): Draw => {
  const next = stream[Symbol.iterator]()
  return (upTo) => (next.next().value ?? 0) % upTo
})

test('Whoever answers what is asked next comes to the end, is asked nothing in vain, and loses no answer.', () => {
  fc.assert(
    fc.property(draws, (draw) => {
      const set = anySet(draw)
      const all = questionsOf(set)
      let answers: Answers = {}
      for (let next = unanswered(set, answers)[0]; next !== undefined; next = unanswered(set, answers)[0]) {
        assert.ok(!Object.hasOwn(answers, next.id), 'nothing is asked twice')
        const before = asked(set, answers).map(({ id }) => id)
        const upToHere = before.slice(0, before.indexOf(next.id) + 1)
        answers = { ...answers, [next.id]: anyAnswer(next, draw) }
        const after = asked(set, answers).map(({ id }) => id)
        assert.deepEqual(after.slice(0, upToHere.length), upToHere, 'an answer changes nothing before it')
      }
      for (const { when } of asked(set, answers))
        for (const { question, is } of when)
          assert.ok(
            answers[question]?.chosen?.some((option) => is.includes(option)),
            'its condition holds',
          )
      assert.deepEqual(problemsIn(set, answers), [])
      assert.deepEqual(
        inWords(set, answers).map(({ question }) => question),
        all.map(({ id }) => id).filter((id) => Object.hasOwn(answers, id)),
      )
      for (const { question, words, chosen, notSaid } of inWords(set, answers)) {
        assert.equal(words, answers[question]?.words)
        assert.equal(chosen.length, answers[question]?.chosen?.length ?? 0)
        assert.equal(notSaid, answers[question]?.notSaid)
      }
    }),
    { numRuns: 300 },
  )
})

test('A question is said to be out of reach exactly where no answers lead to it.', () => {
  fc.assert(
    fc.property(draws, (draw) => {
      const set = anySet((upTo) => (upTo === 9 ? draw(4) : draw(upTo)))
      const said = conditionProblems(questionsOf(set)).map(({ says }) => says.split(':')[0])
      assert.deepEqual(
        questionsOf(set)
          .map(({ id }) => id)
          .filter((id) => !reachedIn(set).has(id)),
        said,
      )
    }),
    { numRuns: 200 },
  )
})

/** Every question that some answers lead to, found by giving every choice there is. */
function reachedIn(set: QuestionSet): ReadonlySet<string> {
  const reached = new Set<string>()
  const go = (answers: Answers): void => {
    const [next] = unanswered(set, answers)
    if (next === undefined) return
    reached.add(next.id)
    for (const chosen of choicesOf(next)) go({ ...answers, [next.id]: chosen })
  }
  go({})
  return reached
}

function choicesOf({ kind, options }: Question): readonly Answer[] {
  if (kind === 'words') return [{ notSaid: true }]
  const each = options.map(({ id }) => ({ chosen: [id] }))
  return kind === 'many-of' ? [...each, { chosen: options.map(({ id }) => id) }] : each
}
