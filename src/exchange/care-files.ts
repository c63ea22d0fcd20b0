import type { ExpectedCare } from '../domain/care/expected.ts'
import { parseExpectedCare } from '../domain/care/read-expected.ts'
import { yamlFilesUnder } from './yaml-files.ts'

/** Every edition of expected Care under a folder. Throws with every problem in words: a product that does not know what
    a child is owed does not start. */
export async function readExpectedCare(folder: string): Promise<readonly ExpectedCare[]> {
  const files = await yamlFilesUnder(folder)
  return files.map(({ path, value }) => {
    const parsed = parseExpectedCare(value)
    if (parsed.kind === 'problems')
      throw new Error(`${path} is no edition of expected Care:\n${parsed.problems.join('\n')}`)
    const place = `${parsed.care.edition}.yaml`
    if (path !== place)
      throw new Error(`${path} holds the edition ${parsed.care.edition}, and would be ${place}`)
    return parsed.care
  })
}
