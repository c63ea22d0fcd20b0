import type { LookedAtThem, OwedToThem } from '../../application/their-own.ts'
import type { Moment } from '../../kernel/moment.ts'
import { onDay, whenWords, type Precision as Exactly } from '../components/time.ts'
import type { OrganisationKind } from '../../domain/episode/entry.ts'
import type { Role } from '../../domain/episode/roles.ts'

/** Who somebody is, as one would say it to a child of nine. */
const people: Readonly<Record<Role, string>> = {
  carer: 'Somebody who looks after you where you live',
  'home-on-call': 'A manager where you live',
  'provider-manager': 'The manager where you live',
  'social-worker': 'A social worker',
  'team-manager': 'A manager of social workers',
  'duty-team': 'A social worker who works at night and at weekends',
  'responsible-council': 'Somebody at the council',
  'host-council': 'Somebody at another council',
  'reviewing-officer': 'Your reviewing officer, who checks that promises to you are kept',
  'missing-service': 'Somebody who talks with children who have been away',
  'missing-coordinator': 'Somebody who makes sure that everybody does their part',
  'senior-manager': 'A senior manager at the council',
  police: 'The police',
  'police-supervisor': 'A senior police officer',
  parents: 'A parent',
  school: 'Somebody at your school',
  'health-nurse': 'A nurse',
  hospital: 'A hospital',
  analyst: 'Somebody who counts, and does not see your name',
  'information-governance': 'Somebody who checks who has looked at records',
  administrator: 'Somebody who looks after the computer',
  child: 'You',
  advocate: 'Your advocate, who is on your side',
  wallboard: 'A screen in an office',
}

export function personInWords(role: Role): string {
  return people[role]
}

export function lookerInWords({ role, ofTheirCouncil }: LookedAtThem): string {
  return ofTheirCouncil && role !== 'reviewing-officer'
    ? `${people[role]}, at the council that looks after you`
    : people[role]
}

/** After "We passed this on to". */
const organisations: Readonly<Record<OrganisationKind, string>> = {
  council: 'a council',
  police: 'the police',
  provider: 'the people who run a home',
  health: 'people who look after your health',
  education: 'a school',
  'youth-justice': 'a youth justice team',
  'interview-supplier': 'people who talk with children who have been away',
  advocacy: 'people who are on your side',
}

/** One that is there no more has no kind. */
export function organisationInWords(kind: OrganisationKind | undefined): string {
  return kind === undefined ? 'somebody who helps you' : organisations[kind]
}

/** What is owed to a child, in words for the child. What has none is not shown. */
export const promises: Readonly<Record<string, string>> = {
  'prevention-check': 'A police officer will come and see you, to hear that you are all right.',
  'offer-interview':
    'Somebody who does not look after you will ask whether you want to talk about when you were away. You can say no.',
  'return-interview':
    'Somebody who does not look after you will talk with you about when you were away. You can say no.',
  'update-missing-plan': 'Your worker will look at your plan again, with what you have told them.',
  'answer-child': 'Somebody will read what you wrote, and answer you.',
  'speak-with-child-not-safe': 'Somebody will talk with you, because you wrote that you are not safe.',
}

export function promiseInWords({ duty }: OwedToThem): string | undefined {
  return promises[duty]
}

/** "12:46 today", "12:46 on Wednesday": an hour alone could be any day's. */
export function hourToThem(moment: Moment, now: Moment, precision: Exactly = 'minute'): string {
  const words = whenWords(moment, now, precision)
  return onDay(moment, now) === '' && precision !== 'day' ? `${words} today` : words
}

/** The same after a verb: "at 12:46 today", "on Friday" where no hour is known. */
export function atToThem(moment: Moment, now: Moment, precision: Exactly = 'minute'): string {
  const words = hourToThem(moment, now, precision)
  return precision === 'day' ? words : `at ${words}`
}
