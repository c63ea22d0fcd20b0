import type { EpisodeBodies } from '../../domain/episode/entries.ts'
import { hour, inTheOffice, type Minute } from './minutes.ts'
import { inTime, type Night, ownWorker, workerOrDuty } from './night.ts'
import { words } from './words.ts'

type Answer = EpisodeBodies['harm-considered']['answer']

const answers: readonly (readonly [Answer, number])[] = [
  ['neither', 91],
  ['at-risk', 6.5],
  ['suffered', 2.5],
]

/** Decided at the report and again at the return; what is not "neither" calls a meeting. */
export function considerHarm(night: Night, when: 'report' | 'return', since: Minute, until: Minute): void {
  const { pen, chance } = night
  const due = (when === 'report' ? 2 : 6) * hour
  const at = inTime(chance, since, due, when === 'report' ? 0.74 : 0.8)
  if (at >= until || !chance.happens(0.93)) return
  const answer = chance.weighted(answers)
  const reasons = when === 'report' ? words.harm : words.harmAfter
  const author = workerOrDuty(night, at)
  pen(at, author, 'harm-considered', {
    answer,
    reason: chance.pick(reasons[answer]),
    ...(answer !== 'neither' && { strategyMeeting: 'Being called, with police and health.' }),
  })
  if (answer !== 'neither') meet(night, at)
}

function meet(night: Night, considered: Minute): void {
  const { pen, chance, supervisor, council } = night
  const at = inTime(chance, considered, 4 * hour, 0.72)
  const who = workerOrDuty(night, at)
  pen(at, who, 'meeting-held', {
    kind: 'strategy',
    attended: `${who.name}, ${supervisor.name}, ${council.office['missing-coordinator'].author.name}`,
    decided: 'An enquiry is begun; who does what tonight is agreed.',
  })
  const enquiry = inTheOffice(at, chance.happens(0.8) ? 1 : 3, chance)
  pen(enquiry, ownWorker(night), 'answered', {
    question: 'section-47',
    text: 'Begun on the day of the meeting.',
  })
}
