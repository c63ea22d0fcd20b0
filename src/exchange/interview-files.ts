import type { QuestionSets } from '../application/question-sets.ts'
import { checkSet } from '../domain/interview/check-set.ts'
import type { Factors } from '../domain/interview/factor.ts'
import { setRefOf, type QuestionSet } from '../domain/interview/question-set.ts'
import { parseFactors } from '../domain/interview/read-factors.ts'
import { parseSet } from '../domain/interview/read-set.ts'
import { yamlFilesUnder, type YamlFile } from './yaml-files.ts'

/** Every set of questions under a folder: one folder a set, one .yaml file an edition, and the folder `factors`. Throws
    with every problem in words: a product that would ask half of what it owes a child does not start. */
export async function readQuestionSets(folder: string): Promise<QuestionSets> {
  const files = await yamlFilesUnder(folder)
  const isFactors = ({ path }: YamlFile) => path.startsWith('factors/')
  const factors = files.filter(isFactors).map(readFactors)
  const sets = files.filter((file) => !isFactors(file)).map(readSet)
  const problems = sets.flatMap((set) => problemsOf(set, sets, factors))
  if (problems.length > 0) throw new Error(`The question sets do not hold:\n${problems.join('\n')}`)
  return { sets, factors }
}

function problemsOf(set: QuestionSet, sets: readonly QuestionSet[], factors: readonly Factors[]) {
  const siblings = sets.filter((one) => one !== set && one.set === set.set)
  const named = factors.find(({ edition }) => edition === set.factors)
  return checkSet(set, siblings, named).map(({ says }) => `${setRefOf(set)}: ${says}`)
}

function readFactors({ path, value }: YamlFile): Factors {
  const parsed = parseFactors(value)
  if (parsed.kind === 'problems')
    throw new Error(`${path} is no list of factors:\n${parsed.problems.join('\n')}`)
  return inItsPlace(path, `factors/${parsed.factors.edition}`, parsed.factors)
}

function readSet({ path, value }: YamlFile): QuestionSet {
  const parsed = parseSet(value)
  if (parsed.kind === 'problems')
    throw new Error(`${path} is no set of questions:\n${parsed.problems.join('\n')}`)
  return inItsPlace(path, setRefOf(parsed.set), parsed.set)
}

/** A file is found by what it holds, so it stands where its set and edition say. */
function inItsPlace<T>(path: string, ref: string, found: T): T {
  if (path !== `${ref}.yaml`) throw new Error(`${path} holds ${ref}, and would be ${ref}.yaml`)
  return found
}
