import type { Strand } from '../../domain/care/expected.ts'
import type { Directory } from '../../domain/child/directory.ts'
import type { ChildRecord } from '../../domain/child/record.ts'
import type { CareMissing, MissingStrand } from '../../domain/episode/care-bodies.ts'
import type { EpisodeBodies } from '../../domain/episode/entries.ts'
import type { Author, ChildId, Occurred } from '../../domain/episode/entry.ts'
import type { Role } from '../../domain/episode/roles.ts'
import { editionOfCare } from '../care/edition.ts'
import type { Application } from '../carry-out.ts'
import { newReference } from '../ids.ts'
import { jointProtocols } from '../joint-protocols.ts'
import { editionInForce } from '../protocols.ts'

/** What somebody says who misses a part of a child's Care. */
export interface CareSaid {
  readonly noticed: Occurred
  /** Codes of strands, of the edition of expected Care in force. */
  readonly strands: readonly string[]
  readonly danger: CareMissing['danger']
  readonly harmByWorker: boolean
  readonly complaint: boolean
  /** Where and when it was expected. */
  readonly expected: string
  readonly why?: string
  readonly childsAccount?: string
}

const protocol = 'missing-care'
const homes: ReadonlySet<Role> = new Set(['carer', 'home-on-call', 'provider-manager'])

/** What the record takes of it: each strand as the edition says it on that day, so that it outlives the edition. What is
    said of what a home holds is kept from the home. */
export function careConcern(
  app: Application,
  child: ChildId,
  record: ChildRecord,
  directory: Directory,
  author: Author,
  said: CareSaid,
): EpisodeBodies['concern-raised'] {
  const { noticed, why, childsAccount, danger, harmByWorker, complaint } = said
  const expected = editionOfCare(app.expectedCare ?? [], noticed.at)
  const edition = editionInForce(app.protocols, protocol, noticed.at)
  if (expected === undefined || edition === undefined)
    throw new Error(`Nothing says what Care is expected, or how it is looked for, at ${noticed.at}.`)
  const strands = expected.strands.filter(({ strand }) => said.strands.includes(strand)).map(missing)
  const isOfHome = strands.some(({ heldBy }) => homes.has(heldBy))
  return {
    subject: { kind: 'care', child },
    reference: newReference(),
    partnership: jointProtocols(app.protocols, directory, record, author, noticed.at).partnership,
    editions: [{ protocol: edition.protocol, edition: edition.edition }],
    expectedAt: said.expected,
    whereabouts: 'unknown',
    authorisation: 'not-authorised',
    how: 'noticed',
    care: { strands, edition: expected.edition, danger, harmByWorker, complaint },
    ...(why !== undefined && (isOfHome ? { aboutSetting: why } : { why })),
    ...(childsAccount !== undefined && { childsAccount }),
  }
}

function missing({ strand, title, holder, reasonableActions, reasonableTime }: Strand): MissingStrand {
  return { code: strand, title, heldBy: holder, actions: reasonableActions, time: reasonableTime }
}
