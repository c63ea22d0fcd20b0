import { englandCalendar } from '../../src/kernel/bank-holidays.ts'
import type { Within } from '../../src/kernel/within.ts'
import type { MissingStrand } from '../../src/domain/episode/care-bodies.ts'
import type { Chronology, EpisodeBodies } from '../../src/domain/episode/entries.ts'
import type { Role } from '../../src/domain/episode/roles.ts'
import type { Obligation } from '../../src/domain/protocol/obligation.ts'
import { obligations } from '../../src/domain/protocol/obligations.ts'
import type { Facts } from '../../src/domain/protocol/facts.ts'
import { cast, tyler } from './cast.ts'
import { after, entry, given } from './chronology.ts'
import { missingCareEdition } from './missing-care.ts'

export function strandHeldBy(heldBy: Role, code = `held by ${heldBy}`, time = 'WD3'): MissingStrand {
  return { code, title: `What the ${heldBy} does`, heldBy, actions: ['Ring them'], time: time as Within }
}

export const theVisit = strandHeldBy('social-worker', 'social-worker-visit')

/** Of Tyler's Care, these strands: noticed on Monday 9 March 2026 at 10:00 by his carer. */
export function careGone(
  strands: readonly MissingStrand[] = [theVisit],
  more: Partial<EpisodeBodies['concern-raised']> = {},
): Chronology {
  const care = { strands, edition: '2026-01', danger: 'no', harmByWorker: false, complaint: false } as const
  const body = { subject: { kind: 'care', child: tyler }, care, why: 'Nobody came', ...more } as const
  return given(entry('concern-raised', '2026-03-09T10:00', body, { id: 'care', by: cast.carer }))
}

/** The same, not worried at 10:05, reported at 12:00 on 12 March by the team manager. */
export function careReported(): Chronology {
  return after(
    careGone(),
    entry('threshold-assessed', '2026-03-09T10:05', { worriedNow: false }, { by: cast.carer }),
    entry('care-reported-missing', '2026-03-12T12:00', {}, { id: 'report', by: cast['team-manager'] }),
  )
}

/** The same, back at 16:00 on 13 March, and the child says so. */
export function careBack(): Chronology {
  return after(
    careReported(),
    entry('care-returned', '2026-03-13T16:00', {}, { id: 'back', by: cast['team-manager'] }),
  )
}

const looked: Facts = {
  approximateAge: 14,
  statuses: ['looked-after'],
  placedOutOfArea: false,
  earlierEpisodes: [],
}

/** What the edition of missing Care lays on it. */
export function careDuties(chronology: Chronology, facts: Partial<Facts> = {}): readonly Obligation[] {
  return obligations(chronology, missingCareEdition(), () => ({ ...looked, ...facts }), englandCalendar)
}

export function careDuty(
  chronology: Chronology,
  name: string,
  facts: Partial<Facts> = {},
): Obligation | undefined {
  return careDuties(chronology, facts).find(({ duty }) => duty === name)
}
