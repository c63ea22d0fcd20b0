import type { RiskLevel } from '../../domain/episode/entries.ts'
import { exploitationFeared, grades } from './calibration.ts'
import { day, hour, type Minute, momentOf } from './minutes.ts'
import { inTime, type Night, ownWorker, tell } from './night.ts'
import { words } from './words.ts'

/** Minutes until a grade is looked at again. */
const lookedAtAgain: Readonly<Record<RiskLevel, number>> = {
  high: 2 * hour,
  medium: 5 * hour,
  low: 8 * hour,
  'no-apparent-risk': 10 * hour,
}

/** Police take the account, grade, and look again, for as long as the child is not found. */
export function gradeRisk(night: Night, reported: Minute, until: Minute): void {
  const { chance, life } = night
  const feared = chance.happens(exploitationFeared[life.who.pronoun])
  let level: RiskLevel = chance.weighted(grades)
  let at = reported + Math.round(chance.around(36, 1.9))
  for (let nth = 0; at < until - 3 && nth < 25; nth++) {
    const review = at + Math.round(lookedAtAgain[level] * patience(at - reported))
    writeGrade(night, at, { level, nth, feared, review })
    if (chance.happens(0.72)) tellCarer(night, at, until)
    if (nth === 0) othersView(night, at, until, level)
    at = chance.happens(0.75) ? review - chance.between(1, 40) : inTime(chance, review, 2 * hour, 1)
    level = next(level, night)
  }
}

/** After a day, three days and a week there is less that can be new within hours. */
function patience(since: Minute): number {
  if (since < day) return 1
  if (since < 3 * day) return 3
  return since < 7 * day ? 8 : 36
}

/** The most alarming news raises a grade; a supervisor may lower it. */
function next(level: RiskLevel, { chance }: Night): RiskLevel {
  if (level !== 'high' && chance.happens(0.09)) return level === 'medium' ? 'high' : 'medium'
  return level === 'high' && chance.happens(0.06) ? 'medium' : level
}

interface Grade {
  readonly level: RiskLevel
  readonly nth: number
  readonly feared: boolean
  readonly review: Minute
}

/** Officers write it on shift; high and lower grades are a supervisor's, so the supervisor is named in each. */
function writeGrade({ pen, chance, officer, supervisor, carer }: Night, at: Minute, grade: Grade): void {
  const { level, nth, feared, review } = grade
  const indicator = chance.pick(words.indicators)
  pen(at, level === 'high' || chance.happens(0.4) ? supervisor : officer, 'risk-assessed', {
    level,
    accountOf: nth === 0 ? `${carer.name}, by telephone` : 'The officers who looked',
    indicators: feared ? [indicator, words.exploitation] : [indicator],
    reason: nth === 0 ? chance.pick(words.gradeReasons[level]) : chance.pick(words.notYetFound),
    firstActions: chance.pick(words.firstActions),
    nextReview: momentOf(review),
    supervisor: supervisor.name,
  })
}

function tellCarer(night: Night, grade: Minute, until: Minute): void {
  const { chance, officer, carer } = night
  const at = inTime(chance, grade, 90, 0.85)
  if (at < until) tell(night, at, officer, 'carer', 'report', carer.name)
}

/** The council's own view, sometimes against the grade. */
function othersView(night: Night, grade: Minute, until: Minute, level: RiskLevel): void {
  const { pen, chance, council, supervisor } = night
  const at = grade + chance.between(20, 80)
  if (at + 30 >= until) return
  const { author } = council.office['duty-team']
  if (chance.happens(0.05))
    pen(at, author, 'risk-view-given', {
      level: 'high',
      reason: 'We know of an adult whom the account does not name.',
    })
  if (level === 'high' || !chance.happens(0.04)) return
  const challenge = pen(at + 2, ownWorker(night), 'grade-challenged', { reason: words.challenge })
  pen(at + 25, supervisor, 'challenge-answered', { challenge, answer: words.answer })
}

/** What people ring in with while the child is away. */
export function information({ pen, chance, officer }: Night, reported: Minute, until: Minute): void {
  if (until - reported < 90 || !chance.happens(0.4)) return
  const [from, text, place] = chance.pick(words.information)
  const at = reported + Math.floor((until - reported) * (0.2 + chance.next() * 0.6))
  pen(at, officer, 'information-received', {
    from,
    text,
    ...(place !== undefined && { place }),
    ...(chance.happens(0.25) && { intelligence: words.intelligence }),
  })
}
