import { conditionProblems } from './check-conditions.ts'
import { circumstances, riskFactors, type Factors } from './factor.ts'
import { problem, type SetProblem } from './set-problem.ts'
import {
  chapterNames,
  questionsOf,
  type Chapter,
  type Question,
  type QuestionSet,
  type Speaker,
} from './question-set.ts'

/** Everything that keeps an edition from being used. `siblings` are the other editions of the same set; `factors` is the
    edition of the factors that it names, where there is one. */
export function checkSet(
  set: QuestionSet,
  siblings: readonly QuestionSet[],
  factors: Factors | undefined,
): readonly SetProblem[] {
  const questions = questionsOf(set)
  return [
    ...dateProblems(set, siblings),
    ...(set.opening.length === 0
      ? [problem('opening', 'the child is told nothing before the first question')]
      : []),
    ...chapterProblems(set.chapters),
    ...twice(questions.map(({ id }) => id)).map((id) =>
      problem('duplicate-question', `${id}: two questions have this id`),
    ),
    ...questions.flatMap(optionProblems),
    ...conditionProblems(questions),
    ...factorProblems(questions, factors, set.factors),
    ...riskFactorProblems(questions),
  ]
}

function dateProblems({ edition, from, until }: QuestionSet, siblings: readonly QuestionSet[]) {
  const ends = until ?? '9999-12-31'
  const overlap = siblings.find((one) => one.from < ends && from < (one.until ?? '9999-12-31'))
  return [
    ...(ends <= from ? [problem('dates', 'it ends before it begins')] : []),
    ...(siblings.some((one) => one.edition === edition)
      ? [problem('neighbouring-editions', `there is another edition ${edition}`)]
      : overlap === undefined
        ? []
        : [problem('neighbouring-editions', `its days overlap with edition ${overlap.edition}`)]),
  ]
}

/** Each chapter is there once and asks the child something; the interviewer's own view asks the child nothing, and is the
    last. */
function chapterProblems(chapters: readonly Chapter[]): readonly SetProblem[] {
  const names = chapters.map(({ chapter }) => chapter)
  const isLast = !names.slice(0, -1).includes('interviewers-view')
  return [
    ...(isLast ? [] : [problem('chapters', 'interviewers-view: it comes after all that the child says')]),
    ...chapterNames
      .filter((name) => !names.includes(name))
      .map((name) => problem('chapters', `${name}: the chapter is missing`)),
    ...twice(names).map((name) => problem('chapters', `${name}: the chapter stands twice`)),
    ...chapters.flatMap(({ chapter, questions }) => {
      const own = chapter === 'interviewers-view'
      const wanted: Speaker = own ? 'interviewer' : 'child'
      if (!questions.some(({ of }) => of === wanted))
        return [problem('chapters', `${chapter}: it asks the ${wanted} nothing`)]
      const apart = own && questions.some(({ of }) => of === 'child')
      return apart ? [problem('chapters', `${chapter}: the child’s words stand apart from it`)] : []
    }),
  ]
}

function optionProblems({ id, kind, options }: Question): readonly SetProblem[] {
  const few = kind !== 'words' && options.length < 3
  return [
    ...(few ? [problem('options', `${id}: two options at least, beside something else`)] : []),
    ...twice(options.map((option) => option.id)).map((option) =>
      problem('options', `${id}: two options are called ${option}`),
    ),
  ]
}

function factorProblems(questions: readonly Question[], factors: Factors | undefined, edition: string) {
  if (factors === undefined) return [problem('factor', `there is no edition ${edition} of the factors`)]
  const known = factors.factors.map(({ code }) => code)
  return questions.flatMap((question) =>
    codesIn(question)
      .filter((code) => !known.includes(code))
      .map((code) => problem('factor', `${question.id}: "${code}" is not a factor of edition ${edition}`)),
  )
}

/** The five risk factors of the guide are asked of the child by name and weighed by the interviewer, who also says
    whether this is sustained or connected with other vulnerability. */
function riskFactorProblems(questions: readonly Question[]): readonly SetProblem[] {
  const missing = (codes: readonly string[], of: Speaker) => {
    const asked = questions.filter((question) => question.of === of).flatMap(codesIn)
    return codes
      .filter((code) => !asked.includes(code))
      .map((code) => problem('risk-factor', `${code}: no question of the ${of} asks about it`))
  }
  return [...missing(riskFactors, 'child'), ...missing([...riskFactors, ...circumstances], 'interviewer')]
}

function codesIn({ options }: Question): readonly string[] {
  return options.flatMap(({ suggests }) => suggests)
}

/** Each that stands more than once, once. */
function twice<T>(all: readonly T[]): readonly T[] {
  return [...new Set(all.filter((one, index) => all.indexOf(one) < index))]
}
