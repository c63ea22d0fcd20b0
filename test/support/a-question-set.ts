import { checkSet } from '../../src/domain/interview/check-set.ts'
import type { Factors } from '../../src/domain/interview/factor.ts'
import type { QuestionSet } from '../../src/domain/interview/question-set.ts'
import { parseFactors } from '../../src/domain/interview/read-factors.ts'
import { parseSet } from '../../src/domain/interview/read-set.ts'

type Values = Readonly<Record<string, unknown>>

const five = [
  'unsafe-places-or-adults',
  'substances',
  'offending',
  'trafficking-or-exploitation',
  'not-engaged',
]

const usual: Values = {
  edition: '2026-01',
  title: 'A small set',
  from: '2026-01-01',
  'adopted-by': 'the partnership',
  sources: {
    guide: { document: 'The guide', verified: true },
    forms: { document: 'Forms in use', verified: false },
  },
}

/** The factors that the small set names, as a file of them would say. */
export const factorValues: Values = {
  ...usual,
  title: 'Factors',
  factors: [...five, 'sustained', 'connected', 'rules'].map((code) => ({
    code,
    kind: five.includes(code) ? 'risk-factor' : code === 'rules' ? 'push' : 'circumstance',
    label: `About ${code}`,
    source: 'guide',
  })),
}

const asksTheFive = (of: string, tail: string) =>
  five.map((code) => ({ id: `${code}${tail}`, of, asks: `What of ${code}?`, kind: 'yes-no', suggests: code }))

const words = (id: string) => ({ id, of: 'child', asks: `What of ${id}?`, kind: 'words' })

export const talked = {
  id: 'talked',
  of: 'child',
  asks: 'Can you talk?',
  kind: 'one-of',
  options: [
    { id: 'freely', says: 'Freely' },
    { id: 'hardly', says: 'Hardly' },
  ],
}

export const left = {
  id: 'left',
  of: 'child',
  asks: 'What did you leave?',
  kind: 'many-of',
  options: [
    { id: 'rules', says: 'Rules', suggests: 'rules' },
    { id: 'rows', says: 'Rows', suggests: ['rules', 'connected'] },
  ],
}

/** The chapters of the smallest set that passes its check. */
export const chapterValues: Readonly<Record<string, readonly Values[]>> = {
  place: [talked, { ...words('why-hardly'), when: { question: 'talked', is: 'hardly' } }],
  before: [left],
  during: [words('where-went')],
  after: [words('came-back')],
  concerns: asksTheFive('child', ''),
  underlying: [words('what-is-hard')],
  'what-next': [words('what-next')],
  'what-would-help': [words('what-helps')],
  'safety-plan': [words('what-if')],
  'how-it-was': [words('how-was-it')],
  'interviewers-view': [
    ...asksTheFive('interviewer', '-seen'),
    ...['sustained', 'connected'].map((code) => ({
      ...{ id: code, of: 'interviewer', asks: `Is it ${code}?`, kind: 'yes-no', suggests: code },
    })),
  ],
}

/** The small set as a file would say it, with some of its fields and chapters said otherwise. */
export function setValues(
  fields: Values = {},
  chapters: Readonly<Record<string, readonly unknown[]>> = {},
): Values {
  return {
    ...usual,
    set: 'small',
    'meant-for': 'children in a test',
    factors: '2026-01',
    'reading-age': 9,
    opening: ['You can leave out any question.'],
    chapters: Object.entries({ ...chapterValues, ...chapters }).map(([chapter, questions]) => ({
      ...{ chapter, title: `About ${chapter}`, source: 'guide', questions },
    })),
    ...fields,
  }
}

/** Throws with its problems where it cannot be read. */
export function aSet(...args: Parameters<typeof setValues>): QuestionSet {
  const parsed = parseSet(setValues(...args))
  if (parsed.kind === 'problems') throw new Error(parsed.problems.join('\n'))
  return parsed.set
}

export function someFactors(): Factors {
  const parsed = parseFactors(factorValues)
  if (parsed.kind === 'problems') throw new Error(parsed.problems.join('\n'))
  return parsed.factors
}

/** What its check says of the small set with some chapters said otherwise. */
export function saidOf(...args: Parameters<typeof setValues>): readonly string[] {
  return checkSet(aSet(...args), [], someFactors()).map(({ rule, says }) => `${rule}: ${says}`)
}
