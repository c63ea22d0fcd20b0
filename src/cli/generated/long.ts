import type { MeetingKind } from '../../domain/episode/entries.ts'
import { day, hour, type Minute } from './minutes.ts'
import { inTime, type Night } from './night.ts'

const meetings: readonly (readonly [kind: MeetingKind, hours: number])[] = [
  ['at-24-hours', 24],
  ['at-48-hours', 48],
  ['at-72-hours', 72],
]

/** Those who answer for the child meet, at a day, two and three, and then every week until the child is found. */
export function meetWhileAway(night: Night, reported: Minute, until: Minute): void {
  const { chance } = night
  let last: Minute | undefined
  for (const [kind, hours] of meetings) {
    const at = inTime(chance, reported + hours * hour, 4 * hour, 0.76)
    if (at >= until || !chance.happens(0.92)) continue
    hold(night, kind, at)
    last = kind === 'at-72-hours' ? at : undefined
  }
  while (last !== undefined) {
    last += 6 * day + chance.between(-8, 30) * hour
    if (last >= until) return
    hold(night, 'weekly', last)
  }
}

function hold({ pen, council, supervisor, carer }: Night, kind: MeetingKind, at: Minute): void {
  const { author } = council.office['responsible-council']
  pen(at, author, 'meeting-held', {
    kind,
    attended: `${author.name}, ${supervisor.name}, ${carer.name}, ${council.office['missing-coordinator'].author.name}`,
    decided: 'Whom to ask next is agreed, and who asks. Meet again if nothing is heard.',
  })
}
