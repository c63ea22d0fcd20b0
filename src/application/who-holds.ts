import type { Moment } from '../kernel/moment.ts'
import type { Directory, Post } from '../domain/child/directory.ts'
import type { Role } from '../domain/episode/roles.ts'
import type { Holder } from '../domain/child/holder.ts'
import { holderOf } from '../domain/child/holders.ts'
import type { RungDue, Standing } from '../domain/protocol/obligation.ts'
import { rungsFired, standing } from '../domain/protocol/standing.ts'
import type { Answerable, DutyRow } from './projections/rows.ts'

export interface FiredRung {
  readonly tell: RungDue['tell']
  readonly at: Moment
  readonly acknowledgedBy?: string
  readonly holder: Holder
}

/** A duty against now, with whoever answers for it at this hour and every rung that should know by now. */
export interface DutyNow {
  readonly row: DutyRow
  readonly standing: Standing
  readonly holder: Holder
  readonly fired: readonly FiredRung[]
  readonly shownOverdue: DutyRow['shownOverdue']
}

export function dutyNow(row: DutyRow, answerable: Answerable, directory: Directory, now: Moment): DutyNow {
  const occasion = {
    covered: row.covered,
    stream: row.stream,
    sections: [row.section, ...row.workIn],
    ...(answerable.raisedBy !== undefined && { raisedBy: answerable.raisedBy }),
  }
  return {
    row,
    standing: standing(row, now),
    holder: holderOf(row.owedBy, answerable, directory, now, occasion),
    fired: rungsFired(row, (rung) => rung.acknowledgedBy !== undefined, now).map((rung) => ({
      ...rung,
      holder: holderOf(rung.tell, answerable, directory, now, occasion),
    })),
    // A span that begins after now has been seen by nobody yet.
    shownOverdue: row.shownOverdue.filter(({ from }) => from <= now),
  }
}

/** Overdue first, then what is due soonest; what is yet to come after what is open. */
export function byUrgency(a: DutyNow, b: DutyNow): number {
  const rank = (duty: DutyNow) => order.indexOf(duty.standing)
  return rank(a) - rank(b) || (a.row.dueAt < b.row.dueAt ? -1 : a.row.dueAt > b.row.dueAt ? 1 : 0)
}

const order: readonly Standing[] = [
  'overdue',
  'open',
  'to-come',
  'met-late',
  'met',
  'discharged',
  'cancelled',
]

/** Whether this post is the holder, or one of those who answer for the organisation that is. */
export function holds(post: Post, role: Role, holder: Holder): boolean {
  if (holder.kind === 'post') return holder.post === post.id
  if (holder.kind === 'nobody' || holder.organisation !== post.organisation) return false
  if (holder.except?.includes(post.person)) return false
  return post.role === role || (coversFor[post.role]?.has(role) ?? false)
}

const ofTheHome: readonly Role[] = ['carer', 'home-on-call', 'provider-manager']

/** What a council's own posts answer for when it is the council that holds it and no one person: where no home is there
    to hold it, what the home would owe. */
const coversFor: Readonly<Partial<Record<Role, ReadonlySet<Role>>>> = {
  'duty-team': new Set([
    'responsible-council',
    'host-council',
    'social-worker',
    'team-manager',
    'missing-service',
    ...ofTheHome,
  ]),
  'responsible-council': new Set(ofTheHome),
}
