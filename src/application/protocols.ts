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

/** The edition of a protocol in force at a moment: London dates, half open. What began before the first edition runs by
    that one, so that a year mistyped or an old spell is never without a protocol. */
export function editionInForce(protocols: Protocols, protocol: string, at: Moment): Edition | undefined {
  const day = londonDate(at)
  const editions = protocols.editions
    .filter((edition) => edition.protocol === protocol)
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
  const inForce = editions.find(({ from, until }) => from <= day && (until === undefined || day < until))
  const [first] = editions
  return inForce ?? (first !== undefined && day < first.from ? first : undefined)
}
