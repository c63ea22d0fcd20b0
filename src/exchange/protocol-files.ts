import { checkEdition } from '../domain/protocol/check.ts'
import type { Edition } from '../domain/protocol/protocol.ts'
import { extendsOf, parseEdition, refOf } from '../domain/protocol/read.ts'
import { yamlFilesUnder, type YamlFile } from './yaml-files.ts'

/** An edition and what its check says of it: problems in words, and over how many cells its keepers were proved. */
export interface CheckedEdition {
  readonly edition: Edition
  readonly problems: readonly string[]
  readonly cells: number
}

/** Every edition of every joint protocol under a folder. Throws with every problem in words: a product whose clocks are
    not proved does not start. */
export async function readProtocols(folder: string): Promise<readonly Edition[]> {
  const checked = await checkProtocols(folder)
  const problems = checked.flatMap(({ edition, problems }) =>
    problems.map((says) => `${refOf(edition)}: ${says}`),
  )
  if (problems.length > 0) throw new Error(`The protocols do not hold:\n${problems.join('\n')}`)
  return checked.map(({ edition }) => edition)
}

/** One folder a protocol, one .yaml file an edition. Throws only for a file that is no edition at all. */
export async function checkProtocols(folder: string): Promise<readonly CheckedEdition[]> {
  const editions = readAll(await yamlFilesUnder(folder))
  return editions.map((edition) => {
    const siblings = editions.filter((other) => other !== edition && other.protocol === edition.protocol)
    const { problems, cells } = checkEdition(edition, siblings)
    return { edition, problems: problems.map(({ says }) => says), cells }
  })
}

/** An edition that extends another is read after it, however the files are named. */
function readAll(files: readonly YamlFile[]): readonly Edition[] {
  const editions: Edition[] = []
  let waiting = files
  while (waiting.length > 0) {
    const ready = waiting.filter(({ value }) => {
      const base = extendsOf(value)
      return base === undefined || editions.some((edition) => refOf(edition) === base)
    })
    if (ready.length === 0)
      throw new Error(
        `No file holds what these editions extend: ${waiting.map(({ path }) => path).join(', ')}`,
      )
    editions.push(...ready.map((file) => readOne(file, editions)))
    waiting = waiting.filter((file) => !ready.includes(file))
  }
  return editions
}

function readOne({ path, value }: YamlFile, known: readonly Edition[]): Edition {
  const base = known.find((edition) => refOf(edition) === extendsOf(value))
  const parsed = parseEdition(value, base)
  if (parsed.kind === 'edition') return parsed.edition
  throw new Error(`${path} is not an edition:\n${parsed.problems.join('\n')}`)
}
