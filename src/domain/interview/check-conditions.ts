import { problem, type SetProblem } from './set-problem.ts'
import type { Condition, Question } from './question-set.ts'

/** What is wrong with the conditions of a set, of which the questions are given in order. */
export function conditionProblems(questions: readonly Question[]): readonly SetProblem[] {
  return questions.flatMap((question, index) => {
    const earlier = questions.slice(0, index)
    const wrong = question.when.flatMap((condition) => problemWith(question, condition, earlier))
    if (wrong.length > 0) return wrong
    return canBeAsked(question, earlier) ? [] : [problem('unreachable', `${question.id}: it is never asked`)]
  })
}

function problemWith(
  { id }: Question,
  { question, is }: Condition,
  earlier: readonly Question[],
): readonly SetProblem[] {
  const named = earlier.find((one) => one.id === question)
  if (named === undefined) return [problem('condition', `${id}: no earlier question is called ${question}`)]
  if (is.length === 0) return [problem('condition', `${id}: it waits for no answer to ${question}`)]
  return is
    .filter((option) => named.options.every((one) => one.id !== option))
    .map((option) => problem('condition', `${id}: ${question} has no answer called ${option}`))
}

/** Whether some answers meet every condition at once, those of the questions that they rest on among them. Where one
    answer is chosen, it has to be in each of the lists that are waited for; where several can be, each list gets its own. */
function canBeAsked(question: Question, earlier: readonly Question[]): boolean {
  const needed = Map.groupBy(demandsOf(question, earlier), (condition) => condition.question)
  return [...needed].every(([id, conditions]) => {
    const named = earlier.find((one) => one.id === id)
    if (named === undefined || named.kind === 'many-of') return true
    return named.options.some((option) => conditions.every(({ is }) => is.includes(option.id)))
  })
}

function demandsOf({ when }: Question, earlier: readonly Question[]): readonly Condition[] {
  return when.flatMap((condition) => {
    const at = earlier.findIndex(({ id }) => id === condition.question)
    const named = earlier[at]
    return named === undefined ? [condition] : [condition, ...demandsOf(named, earlier.slice(0, at))]
  })
}
