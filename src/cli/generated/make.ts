import { requestHash } from '../../application/ids.ts'
import { project } from '../../application/projections/project.ts'
import type { Protocols } from '../../application/protocols.ts'
import type { ExpectedCare } from '../../domain/care/expected.ts'
import { noOthers } from '../../domain/child/joined.ts'
import type { Directory } from '../../domain/child/directory.ts'
import { type BroughtIn, prepared, saidOf } from '../../store/bring-in.ts'
import { type Asked, askedInWords } from './asked.ts'
import { hashOfChild } from './content-hash.ts'
import { generatedChild, type GeneratedChild } from './generate.ts'
import { type Partnership, partnershipOf } from './partnership.ts'

/** What children are made from. Plain values, so that another thread can have them. */
export interface Making {
  readonly asked: Asked
  readonly protocols: Protocols
  readonly expectedCare: readonly ExpectedCare[]
  /** As it is read from the database: whom a duty or a grant names. */
  readonly directory: Directory
  /** Children who were brought in before: only what they are is said again. */
  readonly held: ReadonlySet<string>
}

/** Some children, ready for the database, with what they come to. */
export interface Made {
  /** What the database takes; absent where all of them are there. */
  readonly json?: string
  readonly hashes: readonly (readonly [child: string, hash: string])[]
  readonly episodes: number
  readonly entries: number
}

/** Makes children by their places, whichever and in whatever order. */
export function makerOf(making: Making): (places: readonly number[]) => Made {
  const partnership = partnershipOf(making.asked)
  return (places) => make(making, partnership, places)
}

function make(making: Making, partnership: Partnership, places: readonly number[]): Made {
  const { asked, protocols, held } = making
  const all = places.map((place) => toBringIn(making, generatedChild(asked, partnership, protocols, place)))
  const fresh = prepared(all.filter(({ subject }) => !held.has(subject)))
  const said = [...fresh.said, ...all.filter(({ subject }) => held.has(subject)).map(saidOf)]
  return {
    ...(fresh.said.length > 0 && { json: fresh.json }),
    hashes: said.map((child) => [child.subject, hashOfChild(child)]),
    episodes: all.reduce((sum, { episodes }) => sum + episodes.size, 0),
    entries: said.reduce((sum, { entries }) => sum + entries.length, 0),
  }
}

/** How the id of every command of the demonstration begins, that of the fixed cast's nights too. */
export const commandsBegin = 'demonstration'

function toBringIn({ asked, protocols, expectedCare, directory }: Making, made: GeneratedChild): BroughtIn {
  const { id, stream, episodes } = made
  const words = askedInWords(asked)
  return {
    subject: id,
    command: { id: `${commandsBegin}, ${words}`, requestHash: requestHash({ child: id, asked: words }) },
    child: stream,
    episodes,
    project: (child, chronologies) =>
      project({ protocols, directory, expectedCare }, id, child, chronologies, noOthers, []),
  }
}
