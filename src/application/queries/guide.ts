import { closes, opens } from '../../domain/child/office-hours.ts'
import type { Directory, Organisation } from '../../domain/child/directory.ts'
import { childsGuideOf } from '../../domain/protocol/childs-guide.ts'
import type { GuideSection } from '../../domain/protocol/guide-lines.ts'
import { guideOf, type Guide } from '../../domain/protocol/guide.ts'
import type { Edition } from '../../domain/protocol/protocol.ts'
import type { Moment } from '../../kernel/moment.ts'
import { editionInForce, type Protocols } from '../protocols.ts'

/** Whom to ring in the area of one council, at which hours. London times. */
export interface AreaNumbers {
  readonly council: string
  readonly byDay: string
  readonly outOfHours?: string
  readonly police?: string
}

export interface PublicGuide {
  readonly guide: Guide
  readonly forChildren: readonly GuideSection[]
  readonly practice?: Edition['practice']
  readonly numbers: readonly AreaNumbers[]
  /** "08:30 to 17:00", Monday to Friday and on no bank holiday. */
  readonly officeHours: string
}

/** What anybody may read of a joint protocol: its edition in force, and the numbers of the councils that share it. Undefined
    where there is no such protocol, or none in force. */
export function publicGuide(
  protocols: Protocols,
  { organisations }: Pick<Directory, 'organisations'>,
  protocol: string,
  at: Moment,
): PublicGuide | undefined {
  const edition = editionInForce(protocols, protocol, at)
  if (edition?.subject !== 'child') return undefined
  const councils = organisations.filter(({ jointProtocol }) => jointProtocol === protocol)
  return {
    guide: guideOf(edition),
    forChildren: childsGuideOf(edition),
    ...(edition.practice && { practice: edition.practice }),
    numbers: councils.map((council) => numbersOf(council, organisations)),
    officeHours: `${opens} to ${closes}`,
  }
}

function numbersOf(council: Organisation, organisations: readonly Organisation[]): AreaNumbers {
  const force = organisations.find(({ id }) => id === council.force)
  return {
    council: council.name,
    byDay: council.telephone,
    ...(council.outOfHoursTelephone !== undefined && { outOfHours: council.outOfHoursTelephone }),
    ...(force && { police: force.telephone }),
  }
}
