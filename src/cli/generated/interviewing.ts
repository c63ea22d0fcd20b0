import type { EntryId } from '../../domain/episode/entry.ts'
import { interview as shares } from './calibration.ts'
import { learn, mark } from './learning.ts'
import { day, hour, inTheOffice, londonDayOf, type Minute, momentOf, onClock } from './minutes.ts'
import type { Night } from './night.ts'
import { words } from './words.ts'

/** The return interview: offered or not, accepted or not, held in time or late. Out of area each is less likely. */
export function returnInterview(night: Night, returned: Minute, back: Minute): void {
  const { chance, host } = night
  const less = host === undefined ? 0 : shares.lessOutOfArea
  if (!chance.happens(shares.offered - less)) return
  const [held, accepted] = [shares.held - less, shares.accepted - less]
  const outcome = chance.next()
  if (outcome < held) {
    hold(night, returned, back, chance.happens(shares.inTime - less))
    return
  }
  const offered = offer(night, inTheOffice(returned, chance.happens(0.85) ? 1 : 3, chance))
  if (outcome < accepted) arrangeInVain(night, offered)
  else if (outcome < accepted + 0.3) decline(night, offered)
  else attempt(night, offered)
}

function offer({ pen, chance, council }: Night, at: Minute): Minute {
  const { author } = council.office['missing-service']
  const choice = chance.pick(words.choice)
  pen(at, author, 'interview-offered', {
    how: chance.pick(['telephone', 'in-person', 'message']),
    by: author.name,
    choice,
  })
  return at
}

/** In time is within 72 hours of the return; by day, while the child is not away again. Where there is no such hour they
    could not meet. */
function hold(night: Night, returned: Minute, back: Minute, isInTime: boolean): void {
  const { pen, chance, council } = night
  const { author } = council.office['missing-service']
  const [from, to] = isInTime
    ? [back + 3 * hour, returned + 71 * hour]
    : [returned + 73 * hour, returned + 16 * day]
  const held = byDay(from, to, night)
  if (held === undefined) {
    const offered = offer(night, back + chance.between(1, 2 * hour))
    pen(offered + hour, author, 'interview-attempted', { because: 'Away again before we could meet.' })
    return
  }
  const offered = offer(night, back + Math.max(1, Math.floor((held - back) * (0.15 + chance.next() * 0.4))))
  const where = chance.pick(words.interviewPlaces)
  const arranged = offered + Math.floor((held - offered) * (0.1 + chance.next() * 0.6))
  pen(arranged, author, 'interview-accepted', { toldTo: author.name })
  pen(arranged, author, 'interview-arranged', { at: momentOf(held), where, interviewer: author.name })
  const interview = pen(
    held,
    author,
    'interview-held',
    {
      interviewer: author.name,
      caresForChild: false,
      allocatedWorker: false,
      where,
      present: 'The child and the interviewer',
      ...(chance.happens(0.85) && { childsWords: chance.pick(words.childsWords) }),
      ...(chance.happens(0.7) && { shared: chance.pick(words.shared) }),
    },
    { written: held + chance.between(30, 300) },
  )
  writeUp(night, interview, held + 5 * hour)
}

/** Most are written up and read by a manager; some are sent back once. */
function writeUp(night: Night, interview: EntryId, after: Minute): void {
  const { pen, chance, council } = night
  const { author } = council.office['missing-service']
  const manager = council.office['missing-coordinator'].author
  if (!chance.happens(0.9)) return
  const at = inTheOffice(after, chance.happens(0.8) ? 1 : 3, chance)
  const named = learn(night, interview, at)
  const approve = (by: Minute, writeUp: EntryId) => {
    mark(night, named, by)
    pen(by, manager, 'interview-approved', { writeUp })
  }
  const said = { question: 'account', asked: 'What the child said', words: chance.pick(words.childsWords) }
  const first = pen(at, author, 'interview-written-up', { interview, answers: [said] })
  const read = inTheOffice(at, chance.between(1, 3), chance)
  if (!chance.happens(0.1)) {
    if (chance.happens(0.9)) approve(read, first)
    return
  }
  const comments = 'Who else was there?'
  const again = pen(read, manager, 'interview-sent-back', { writeUp: first, comments })
  const second = inTheOffice(read, 1, chance)
  const writeUp = pen(second, author, 'interview-written-up', { interview, again, answers: [said] })
  approve(inTheOffice(second, 1, chance), writeUp)
}

/** A time between ten and seven on one of the days between, at which the child is there. */
function byDay(from: Minute, to: Minute, { chance, life }: Night): Minute | undefined {
  const isAway = (at: Minute) =>
    life.absences.some(({ left, back }) => left - hour < at && at < back + 2 * hour)
  for (let tries = 0; tries < 40; tries++) {
    const on = londonDayOf(from + Math.floor(chance.next() * (to - from)))
    const at = onClock(on, chance.between(10, 18), chance.between(0, 59))
    if (at >= from && at <= to && !isAway(at)) return at
  }
  return undefined
}

function arrangeInVain(night: Night, offered: Minute): void {
  const { pen, chance, council } = night
  const { author } = council.office['missing-service']
  const at = inTheOffice(offered, 1, chance)
  const where = chance.pick(words.interviewPlaces)
  const accepted = offered + chance.between(10, 60)
  pen(accepted, author, 'interview-accepted', { toldTo: author.name })
  pen(accepted, author, 'interview-arranged', {
    at: momentOf(at),
    where,
    interviewer: author.name,
  })
  pen(at, author, 'interview-attempted', { because: chance.pick(words.attempts) })
}

function decline({ pen, chance, council }: Night, offered: Minute): void {
  const { author } = council.office['missing-service']
  const at = inTheOffice(offered, chance.between(0, 3), chance)
  pen(at, author, 'interview-declined', {
    toldTo: author.name,
    childsOwnAnswer: true,
    ...(chance.happens(0.6) && { childsWords: chance.pick(words.declines) }),
  })
  if (chance.happens(0.7))
    pen(inTheOffice(at, chance.between(1, 3), chance), author, 'carers-account-taken', {
      from: 'Whoever was on shift',
      account: chance.pick(words.notes),
    })
}

function attempt({ pen, chance, council }: Night, offered: Minute): void {
  const { author } = council.office['missing-service']
  const at = inTheOffice(offered, chance.between(1, 3), chance)
  pen(at, author, 'interview-attempted', { because: chance.pick(words.attempts) })
}
