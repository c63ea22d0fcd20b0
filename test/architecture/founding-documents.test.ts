import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { suite, test } from 'node:test'
import { questionsOf } from '../../src/domain/interview/question-set.ts'
import { readQuestionSets } from '../../src/exchange/interview-files.ts'
import { readProtocols } from '../../src/exchange/protocol-files.ts'
import { routes } from '../../src/web/routes.ts'
import { textOf, theHouse } from './the-tree.ts'

const page = 'docs/assurance/founding-documents.md'

interface Sentence {
  readonly no: string
  readonly says: string
  readonly answers: readonly string[]
}

const sentences: readonly Sentence[] = textOf(page)
  .split('\n')
  .map((line) => /^\| (?<no>[GC]\d+[a-z]?) +\| (?<says>.+?) +\| (?<answers>.+?) +\|$/u.exec(line)?.groups)
  .filter((found) => found !== undefined)
  .map(({ no = '', says = '', answers = '' }) => ({
    no,
    says,
    answers: [...answers.matchAll(/`(?<one>[^`]+)`/gu)].map(({ groups }) => groups?.['one'] ?? ''),
  }))

const duties = new Set(
  (await readProtocols(join(theHouse, 'protocols'))).flatMap(({ protocol, clauses }) =>
    clauses.map(({ duty }) => `${protocol}/${duty}`),
  ),
)

const questions = new Set(
  (await readQuestionSets(join(theHouse, 'interviews'))).sets.flatMap((set) =>
    questionsOf(set).map(({ id }) => `${set.set}/${id}`),
  ),
)

const pages = new Set(routes.map(({ method, path }) => `${method} ${path}`))

/** What each kind of answer is looked up in. */
const there: Readonly<Record<string, (named: string) => boolean>> = {
  duty: (named) => duties.has(named),
  asks: (named) => questions.has(named),
  page: (named) => pages.has(named),
  test: isTest,
}

suite('the founding documents', () => {
  test('are answered sentence by sentence, in order and each once', () => {
    assert.ok(sentences.length > 25, `only ${sentences.length} sentences were found`)
    assert.equal(new Set(sentences.map(({ no }) => no)).size, sentences.length)
    const places = sentences.map(({ no }) => ({ of: no.charAt(0), number: Number.parseInt(no.slice(1), 10) }))
    const misplaced = places.filter(({ of, number }, at) => {
      const before = places[at - 1]
      const next = before?.of === of ? before.number + 1 : 1
      return number !== next && number !== next - 1
    })
    assert.deepEqual(misplaced, [])
  })

  test('have no sentence that nothing answers', () => {
    assert.deepEqual(
      sentences.filter(({ answers }) => answers.length === 0).map(({ no }) => no),
      [],
    )
  })

  test('name only duties, questions, pages and tests that exist', () => {
    const gone = sentences.flatMap(({ no, answers }) =>
      answers.filter((answer) => !exists(answer)).map((answer) => `${no}: ${answer}`),
    )
    assert.deepEqual(gone, [])
  })

  test('would be seen to name what is not there', () => {
    const invented = [
      'duty missing-from-home-and-care/fly',
      'asks return-interview/fly',
      'page GET /fly',
      'test test/architecture/founding-documents.test.ts › flies',
      'test test/fly.test.ts › *',
      'hope for the best',
    ]
    assert.deepEqual(invented.filter(exists), [])
  })
})

function exists(answer: string): boolean {
  const [kind = '', ...named] = answer.split(' ')
  return there[kind]?.(named.join(' ')) ?? false
}

/** `FILE › NAME`, or `FILE › *` for the file as a whole. */
function isTest(named: string): boolean {
  const [file = '', name = ''] = named.split(' › ')
  if (!file.endsWith('.test.ts') || !existsSync(join(theHouse, file)) || name === '') return false
  return name === '*' || readFileSync(join(theHouse, file), 'utf8').includes(`test('${name}'`)
}
