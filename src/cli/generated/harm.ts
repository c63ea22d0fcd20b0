import type { EpisodeBodies } from '../../domain/episode/entries.ts'
import type { EnquiryOutcome } from '../../domain/episode/protection-bodies.ts'
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
  if (answer !== 'neither') meet(night, at, when === 'report' ? until : at)
}

function meet(night: Night, considered: Minute, back: Minute): void {
  const { pen, chance, supervisor, council } = night
  const at = inTime(chance, considered, 4 * hour, 0.72)
  const who = workerOrDuty(night, at)
  pen(at, who, 'meeting-held', {
    kind: 'strategy',
    invited: `Police, health, school, ${who.name}`,
    shared: 'Police: calls to the address. School: attendance. Health: nothing that is new.',
    attended: `${who.name}, ${supervisor.name}, ${council.office['missing-coordinator'].author.name}`,
    decided: 'An enquiry is begun; who does what tonight is agreed.',
  })
  const enquiry = inTheOffice(at, chance.happens(0.8) ? 1 : 3, chance)
  enquire(night, enquiry, back)
}

/** Most end without a child at continuing risk; a conference is held for the others, mostly in time. */
function enquire(night: Night, begins: Minute, back: Minute): void {
  const { pen, chance } = night
  const worker = ownWorker(night)
  if (chance.happens(0.15)) {
    const text = 'Decided against: nothing is suspected that an enquiry would look into.'
    pen(begins, worker, 'answered', { question: 'section-47', text })
    return
  }
  const into = 'Who has had contact with the child, and what they ask for.'
  const enquiry = pen(begins, worker, 'enquiry-begun', { lead: worker.name, into })
  const seen = inTheOffice(Math.max(begins, back), chance.happens(0.85) ? 1 : 4, chance)
  const alone = chance.happens(0.8)
  pen(seen, worker, 'enquiry-saw-child', {
    enquiry,
    where: 'At school',
    alone,
    ...(!alone && { whyNotAlone: 'Asked for somebody to sit beside them.' }),
  })
  const outcome = chance.weighted(enquiryFinds)
  const ends = inTheOffice(seen, chance.happens(0.8) ? chance.between(3, 8) : 14, chance)
  pen(ends, worker, 'enquiry-concluded', { enquiry, outcome, reason: words.enquiry[outcome] })
  if (outcome !== 'at-risk' || !chance.happens(0.9)) return
  pen(inTheOffice(ends, chance.between(2, 9), chance), worker, 'meeting-held', {
    kind: 'protection-conference',
    attended: `${worker.name}, police, school, health, family`,
    decided: 'What keeps the child safe, by whom, by when.',
  })
}

const enquiryFinds: readonly (readonly [EnquiryOutcome, number])[] = [
  ['not-substantiated', 40],
  ['not-continuing', 35],
  ['at-risk', 25],
]
