import { englandCalendar } from '../../src/kernel/bank-holidays.ts'
import type { Chronology } from '../../src/domain/episode/entries.ts'
import type { Facts } from '../../src/domain/protocol/facts.ts'
import type { Obligation } from '../../src/domain/protocol/obligation.ts'
import { obligations } from '../../src/domain/protocol/obligations.ts'
import { firstEdition } from './first-edition.ts'

export const inCareElsewhere: Facts = {
  approximateAge: 14,
  statuses: ['looked-after'],
  placedOutOfArea: true,
  earlierEpisodes: [],
}

/** What the first edition lays under this name for a child in care who is placed out of area. */
export function duty(chronology: Chronology, name: string): Obligation | undefined {
  return obligations(chronology, firstEdition(), () => inCareElsewhere, englandCalendar).find(
    (one) => one.duty === name,
  )
}
