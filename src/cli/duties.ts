import { readFile as readBytes } from 'node:fs/promises'
import { editionInForce } from '../application/protocols.ts'
import { momentOf, parseMoment, type Moment } from '../kernel/moment.ts'
import type { Edition } from '../domain/protocol/protocol.ts'
import { refOf } from '../domain/protocol/read.ts'
import { readFile, type ReadFile } from './duties/file.ts'
import { owedAt } from './duties/owed.ts'
import { dutiesInWords } from './duties/table.ts'
import type { Verb } from './verb.ts'

export const dutiesVerb: Verb = {
  name: 'duties <file>',
  summary: 'say what a protocol lays on the entries in a JSON file: duties FILE --protocol NAME --at INSTANT',
  options: [
    { flags: '--protocol <name>', summary: 'the joint protocol, or one edition of it: NAME/EDITION' },
    {
      flags: '--at <instant>',
      summary: 'the moment to compare with, such as 2026-03-29T08:00:00Z; else now',
    },
  ],
  run: async (house, { words, options, answer }) => {
    const [file = ''] = words
    const at = instantOf(options['at'])
    if (at === undefined) return trouble('--at must be a moment with its zone, such as 2026-03-29T08:00:00Z.')
    const editions = (await house.protocols()).map(({ edition }) => edition)
    const bytes = await readBytes(file === '-' ? '/dev/stdin' : file).catch((error: unknown) =>
      trouble(`${file} cannot be read (${(error as Error).message}).`),
    )
    if (typeof bytes === 'number') return bytes
    const text = textIn(bytes)
    if (text === undefined)
      return trouble(`${file}: it is not text in UTF-8. Save it as UTF-8 and try again.`)
    const read = readFile(text)
    if (read.kind === 'problems') return trouble(...read.problems.map((problem) => `${file}: ${problem}.`))
    for (const name of read.notRead)
      console.error(`${file}: ${name} is not a name that is known here, and is not read.`)
    const edition = editionFor(editions, options['protocol'], read)
    if (typeof edition === 'string') return trouble(edition)
    const owed = owedAt(read.chronology, edition, read.facts, at)
    answer(
      dutiesInWords(owed, refOf(edition), at),
      owed.map(({ duty, owedBy, startedAt, dueAt, standing, because, source }) => ({
        ...{ duty, owedBy, startedAt, dueAt, standing, because, source },
      })),
    )
    return 0
  },
}

/** Without the mark that some editors put before UTF-8; undefined for bytes that are no UTF-8. */
function textIn(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function instantOf(given: unknown): Moment | undefined {
  if (typeof given === 'string') return parseMoment(given)
  return momentOf(Temporal.Now.instant())
}

/** The edition that is named, or the one that was in force when the file's story began. Else why there is none. */
function editionFor(
  editions: readonly Edition[],
  wanted: unknown,
  { chronology }: Extract<ReadFile, { kind: 'read' }>,
): Edition | string {
  const known = editions.map(refOf).join(', ')
  if (typeof wanted !== 'string') return `Say which protocol: --protocol NAME. There are: ${known}.`
  const named = editions.find((edition) => refOf(edition) === wanted)
  if (named !== undefined) return named
  const [began] = chronology.map(({ occurred }) => occurred.at).toSorted()
  const found = began && editionInForce({ editions }, wanted, began)
  if (found !== undefined) return found
  return editions.some(({ protocol }) => protocol === wanted)
    ? `No edition of ${wanted} was in force at ${began ?? 'any moment'}: name one of ${known}.`
    : `There is no protocol ${wanted}. There are: ${known}.`
}

function trouble(...lines: readonly string[]): number {
  for (const line of lines) console.error(line)
  return 1
}
