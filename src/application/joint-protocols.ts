import type { ChildRecord } from '../domain/child/record.ts'
import type { Directory, Organisation } from '../domain/child/directory.ts'
import type { EditionRef } from '../domain/episode/entries.ts'
import type { Author, OrganisationId } from '../domain/episode/entry.ts'
import type { Moment } from '../kernel/moment.ts'
import { editionInForce, type Protocols } from './protocols.ts'

export interface Joint {
  readonly partnership: string
  readonly editions: readonly EditionRef[]
}

/** Whose protocol an episode runs by: that of the area where the child was expected to be, and the responsible council's
    where it is another. Of a child about whom nothing is known: that of whoever raised it. */
export function jointProtocols(
  protocols: Protocols,
  directory: Directory,
  record: ChildRecord,
  author: Author,
  at: Moment,
): Joint {
  const councils = directory.organisations.filter(({ jointProtocol }) => jointProtocol !== undefined)
  const byId = (id: OrganisationId | undefined) => councils.find((council) => council.id === id)
  const area = byId(record.placement?.setting.areaCouncil)
  const known = [area, byId(record.responsibleCouncil)].filter((one) => one !== undefined)
  const own =
    byId(author.organisation) ?? councils.find(({ force }) => force === author.organisation) ?? councils[0]
  const areas: readonly Organisation[] = known.length > 0 || own === undefined ? known : [own]
  const names = [...new Set(areas.map(({ jointProtocol }) => jointProtocol))]
  const editions = names.flatMap((name) => {
    const edition = name === undefined ? undefined : editionInForce(protocols, name, at)
    return edition === undefined ? [] : [{ protocol: edition.protocol, edition: edition.edition }]
  })
  if (editions.length === 0) throw new Error(`No edition of a joint protocol is in force at ${at}.`)
  return { partnership: areas[0]?.name ?? '', editions }
}
