import { roleLabel } from '../../domain/episode/roles.ts'
import type { DutyNow } from '../../application/who-holds.ts'
import { clockSentence, metSentence, quietSentence, type Clock } from '../components/clock.ts'
import { telephone } from '../components/numbers-to-ring.ts'
import { whenWords } from '../components/time.ts'
import { html, type Html, type Piece } from '../html.ts'
import { unreachable } from '../../kernel/unreachable.ts'

/** Where a duty's clock stands, as a sentence. */
export function clockOf({ row, standing }: DutyNow, now: string): Clock {
  switch (standing) {
    case 'open':
    case 'overdue':
      return clockSentence(row.dueAt, now, row.provisional)
    case 'to-come':
      return quietSentence(`Begins ${whenWords(row.startsAt, now)} unless it is settled before`)
    case 'met':
    case 'met-late':
      return metSentence(row.metAt ?? row.dueAt, row.dueAt, now)
    case 'discharged':
      return quietSentence(`Discharged ${whenWords(row.dischargedAt ?? row.dueAt, now)}`)
    case 'cancelled':
      return quietSentence(`No longer needed from ${whenWords(row.cancelledAt ?? row.dueAt, now)}`)
    default:
      return unreachable(standing)
  }
}

/** Who holds it, in the role that owes it: "Sam Okafor, allocated social worker". */
export function holderInWords({ row, holder }: DutyNow): string {
  const role = roleLabel(row.owedBy)
  return holder.name.toLowerCase().includes(role) ? holder.name : `${holder.name}, ${role}`
}

/** The number that reaches them at this hour, and who answers it where that is someone else. `onTheWall`: to be read, not
    to be pressed. */
export function ringHolder({ holder }: Pick<DutyNow, 'holder'>, onTheWall = false): Html {
  const answers = holder.answeredBy === undefined ? '' : ` (answered by ${holder.answeredBy})`
  const words = `Ring ${holder.telephone}`
  return html`${onTheWall ? words : telephone(holder.telephone, words)}${answers}`
}

/** The last rung that was reached: who should know that the duty is silent, since when, and whether anyone has said so. */
export function rungInWords({ fired }: DutyNow, now: string): string | undefined {
  const last = fired.at(-1)
  if (last === undefined) return undefined
  const who = `The ${roleLabel(last.tell)} should know since ${whenWords(last.at, now)}`
  if (last.acknowledgedBy !== undefined) return `${who}: ${last.acknowledgedBy} has acknowledged.`
  return `${who}; no one has acknowledged.`
}

/** The same with the number of whoever should know, while no one has said so. */
export function rungToRing(duty: DutyNow, now: string, onTheWall = false): Piece {
  const last = duty.fired.at(-1)
  const words = rungInWords(duty, now)
  return last === undefined || last.acknowledgedBy !== undefined
    ? words
    : html`${words} ${ringHolder(last, onTheWall)}`
}
