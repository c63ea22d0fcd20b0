import { londonDate } from '../kernel/london.ts'
import type { Moment } from '../kernel/moment.ts'
import type { EditionRef } from '../domain/episode/entries.ts'
import type { Edition } from '../domain/protocol/protocol.ts'

/** Every edition of every joint protocol, read and checked once at the start. */
export interface Protocols {
  readonly editions: readonly Edition[]
}

/** The edition that an episode names. An episode keeps it for good, so its absence is our defect. */
export function editionOf(protocols: Protocols, ref: EditionRef): Edition {
  const found = protocols.editions.find(
    (edition) => edition.protocol === ref.protocol && edition.edition === ref.edition,
  )
  if (found === undefined) throw new Error(`No edition ${ref.edition} of the protocol ${ref.protocol}.`)
  return found
}

/** The edition of a protocol in force at a moment: London dates, half open. */
export function editionInForce(protocols: Protocols, protocol: string, at: Moment): Edition | undefined {
  const day = londonDate(at)
  return protocols.editions.find(
    (edition) =>
      edition.protocol === protocol &&
      edition.from <= day &&
      (edition.until === undefined || day < edition.until),
  )
}
