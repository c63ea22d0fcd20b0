import type { AdditionName } from '../../domain/child/addition.ts'
import type { CommandName } from '../../domain/episode/command.ts'

const occurred = { at: '2026-03-28T22:40:00Z', precision: 'minute' }

/** What some commands look like as they are sent. A test holds each to its schema. */
export const examples: Partial<Record<CommandName, object>> = {
  'report-missing': {
    occurred,
    police: { kind: 'rang', number: '101', callTaker: 'Call-taker 4471', reference: '13260450001' },
    account: 'Left after tea in a grey hooded top. Telephone switched off since eight.',
  },
  'assess-risk': {
    occurred,
    level: 'high',
    accountOf: 'The carer on duty',
    indicators: ['Fourteen, and alone after dark'],
    reason: 'Threatened on Thursday, and the telephone is off',
    firstActions: 'Patrol to the bus station and the canal',
    nextReview: '2026-03-29T00:40:00Z',
    supervisor: 'The sergeant on duty',
  },
  'record-return': { occurred, to: 'The home', placeOfSafety: true, how: 'by-themselves' },
  'inform-agency': {
    occurred,
    role: 'duty-team',
    about: 'report',
    told: { kind: 'told', who: 'Whoever answered', means: 'telephone' },
  },
  'add-note': {
    occurred: { at: '2026-03-28T21:00:00+00:00', precision: 'about' },
    toldBy: { name: 'A neighbour', organisationName: 'None', means: 'telephone' },
    text: 'The coat is on its hook.',
  },
}

/** The same of what is added to a child's own record. */
export const additionExamples: Partial<Record<AdditionName, object>> = {
  'say-who': { name: 'Alex Example', otherNames: ['Lex'], bornOn: '2012-04-03', pronoun: 'they' },
  'record-known-concern': { occurred, kind: 'place', text: 'The arcade behind the bus station' },
  'agree-plan': {
    occurred: { at: '2026-03-02T12:00:00Z', precision: 'day' },
    reasonableTime: 'PT30M',
    reviewBy: '2026-09-01',
    says: 'Ring the sister first. Never the old flat.',
  },
  'record-placement': { occurred, setting: { name: 'The home', kind: 'childrens-home' } },
}
