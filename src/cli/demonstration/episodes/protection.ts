import { days, hours } from '../clock.ts'
import { type Step, step } from '../episode-plan.ts'

/** What was learned of Jay was weighed again: a strategy meeting, an enquiry, and a review that was called early. */
export function jaysEnquiry(home: number): readonly Step[] {
  const weighed = home - 5 * days - 2 * hours
  return [
    step(weighed, 'sam', 'consider-harm', {
      answer: 'at-risk',
      reason: 'A man in his twenties fetches him, buys him things and asks him to bring others.',
      strategyMeeting: 'This afternoon: police, health, school, the home.',
      exploitation: 'not-known',
    }),
    step(weighed - 2 * hours, 'sam', 'record-meeting', {
      kind: 'strategy',
      invited:
        'PS Imran Shah, the school nurse, his school, Karl Novak, Dawn Ellis. His school could not come.',
      attended: 'PS Imran Shah, the school nurse, Karl Novak, Dawn Ellis, Sam Okafor',
      shared:
        'Police: the car is known from another area. Health: nothing new. Home: the evenings and the gifts.',
      decided: 'A section 47 enquiry by the council. Police look for the driver.',
    }),
    step(
      weighed - 3 * hours,
      'sam',
      'begin-enquiry',
      { lead: 'Sam Okafor', into: 'Who the man is, what he asks of Jay, and whether others are drawn in.' },
      { as: 'enquiry' },
    ),
    step(home - 6 * days, 'sam', 'update-plan', {
      what: 'Thirty minutes, not an hour; ring his aunt first.',
    }),
    step(home - 6 * days - 3 * hours, 'sam', 'record-child-seen', (told) => ({
      enquiry: told.step('enquiry'),
      where: 'The skate park',
      alone: true,
    })),
    step(home - 12 * days, 'sam', 'conclude-enquiry', (told) => ({
      enquiry: told.step('enquiry'),
      outcome: 'not-continuing',
      reason: 'He was being drawn in. He has not seen the man for a week, and his evenings are held.',
    })),
    step(home - 13 * days, 'sam', 'record-meeting', {
      kind: 'early-review',
      attended: 'Colm Brady, Jay, his aunt, Sam Okafor, Ruth Adeyemi',
      decided: 'He stays at Oakfield House; the mentor stands in the plan.',
    }),
  ]
}

/** Begun this evening by the duty team, and not at its end yet. */
export const kayleighsEnquiry: readonly Step[] = [
  step(50, 'amira', 'consider-harm', {
    answer: 'at-risk',
    reason: 'An adult who has hurt others fetches her, and has a key to a place where others go.',
    strategyMeeting: 'Now, by telephone.',
    exploitation: 'not-known',
  }),
  step(46, 'amira', 'record-meeting', {
    kind: 'strategy',
    invited: 'PS Imran Shah, the on-call nurse, Milo Grant',
    attended: 'PS Imran Shah, Milo Grant, Amira Hussain. The nurse could not come.',
    shared: 'Police: the address and who is known there. Home: the calls before she goes.',
    decided: 'A section 47 enquiry; police look at the address tonight.',
  }),
  step(44, 'amira', 'begin-enquiry', {
    lead: 'Sam Okafor',
    into: 'Who he is to her, what is asked of her there, and who else goes.',
  }),
]
