import { days, hours } from '../clock.ts'
import { type EpisodePlan, type Step, step } from '../episode-plan.ts'
import type { CastName } from '../cast.ts'
import { organisations } from '../organisations.ts'
import { fromHome, grade, ring, tell, tellAll, worried } from './usual-steps.ts'

interface Night {
  readonly returned: number
  readonly carer: CastName
  readonly home: string
  readonly onCall: string
  readonly manager: CastName
  readonly reference: string
}

/** An ordinary night that ended so many minutes ago, police told after a quarter of an hour and back after five hours. */
function nightBefore({ returned, carer, home, onCall, manager, reference }: Night): readonly Step[] {
  const start = returned + 5 * hours
  return [
    worried(start - 3, carer, 'Not back when it was agreed, and not answering.'),
    ring(start - 9, carer, reference, 'Read out the description and what was agreed.'),
    ...tellAll(start - 20, carer, 'report', [
      ['home-on-call', onCall],
      ['responsible-council', 'Amira Hussain'],
    ]),
    tell(start - 30, 'lena', 'duty-team', 'report', 'Amira Hussain'),
    grade(start - 45, 'medium', 6 * hours, {
      accountOf: 'The carer, by telephone',
      indicators: ['Late, dark, alone'],
      reason: 'Nobody knows where or with whom.',
      firstActions: 'Officers to the places that the carer named.',
    }),
    tell(start - 70, 'amira', 'parents', 'report', 'His mother'),
    step(start - 100, 'amira', 'consider-harm', {
      answer: 'neither',
      reason: 'The carer and his mother spoken to; neither names a harm. Asked again at return.',
    }),
    step(returned, carer, 'record-return', { to: home, placeOfSafety: true, how: 'by-themselves' }),
    ...tellAll(returned - 20, carer, 'return', [
      ['police', 'Control room'],
      ['home-on-call', onCall],
      ['responsible-council', 'Amira Hussain'],
      ['duty-team', 'Amira Hussain'],
      ['parents', 'His mother'],
    ]),
    step(returned - 2 * hours, 'lena', 'record-prevention-check', {
      officer: 'PC Lena Fox',
      where: home,
      faceToFace: true,
      alone: 'yes',
      said: 'Was with friends and lost count of time. Nothing to add tonight.',
      harm: 'no',
    }),
    step(returned - 3 * hours, 'amira', 'consider-harm', {
      answer: 'neither',
      reason: 'Seen by an officer and by the carer; what he says fits what his friends say.',
    }),
    step(returned - 4 * hours, manager, 'answer', {
      question: 'regulator-told',
      text: 'Not told: nothing that the regulations name.',
    }),
  ]
}

const reece: EpisodePlan = {
  key: 'reece, offered an interview',
  child: 'reece',
  raised: { minutesAgo: 25 * hours, by: 'ruth', concern: { ...fromHome, expectedAt: 'Oakfield House' } },
  steps: [
    ...nightBefore({
      returned: 20 * hours,
      carer: 'ruth',
      home: 'Oakfield House',
      onCall: 'Joan Pike',
      manager: 'karl',
      reference: '13260440211',
    }),
    step(15 * hours, 'noor', 'offer-interview', {
      how: 'in-person',
      by: 'Noor Aziz',
      choice: 'He may choose the place, the time and who sits with him.',
    }),
  ],
}

const amara: EpisodePlan = {
  key: 'amara, interview arranged',
  child: 'amara',
  raised: {
    minutesAgo: 46 * hours,
    by: 'sam',
    concern: { ...fromHome, how: 'told', expectedAt: 'Brook Lane Academy' },
    toldBy: { name: 'Ann Lowe', role: 'school', organisationName: 'Brook Lane Academy', means: 'telephone' },
  },
  steps: [
    worried(46 * hours - 4, 'sam', 'She left the school at noon. Her mother has not seen her either.'),
    ring(46 * hours - 9, 'sam', '13260438840', 'Read out her description; her mother was on the other line.'),
    ...tellAll(46 * hours - 25, 'sam', 'report', [
      ['school', 'Ann Lowe'],
      ['parents', 'Mrs Obi'],
    ]),
    grade(46 * hours - 40, 'medium', 8 * hours, {
      accountOf: 'Ann Lowe and Mrs Obi, by telephone',
      indicators: ['A protection plan', 'No phone with her'],
      reason: 'Fourteen, on a protection plan, and not seen since noon.',
      firstActions: 'Officers to her friends and to the weir.',
    }),
    tell(46 * hours - 50, 'lena', 'social-worker', 'report', 'Sam Okafor'),
    step(45 * hours, 'sam', 'consider-harm', {
      answer: 'neither',
      reason: 'Her mother and school both spoken to; what the protection plan names has not come back.',
    }),
    step(40 * hours, 'sam', 'record-return', {
      to: 'Her mother’s',
      placeOfSafety: true,
      how: 'brought-by-family',
      condition: 'Well, and cross',
    }),
    ...tellAll(40 * hours - 30, 'sam', 'return', [
      ['police', 'Control room'],
      ['school', 'Ann Lowe'],
      ['parents', 'Mrs Obi, who brought her home'],
    ]),
    step(38 * hours, 'lena', 'record-prevention-check', {
      officer: 'PC Lena Fox',
      where: 'At home, in the kitchen',
      faceToFace: true,
      alone: 'yes',
      said: 'Did not want to sit the test. Walked to the reservoir and back.',
      harm: 'no',
    }),
    step(36 * hours, 'sam', 'consider-harm', {
      answer: 'neither',
      reason: 'Seen by an officer and by her mother; she says where she was and it can be checked.',
    }),
    step(34 * hours, 'jo', 'offer-interview', {
      how: 'telephone',
      by: 'Jo Sutcliffe',
      choice: 'A place that is neither home nor school.',
    }),
    step(31 * hours, 'jo', 'record-interview-accepted', { toldTo: 'Jo Sutcliffe' }),
    step(30 * hours, 'jo', 'arrange-interview', ({ ahead }) => ({
      at: ahead(16 * hours),
      where: 'The library, upstairs',
      interviewer: 'Jo Sutcliffe',
    })),
  ],
}

const finn: EpisodePlan = {
  key: 'finn, declined the interview',
  child: 'finn',
  raised: { minutesAgo: 65 * hours, by: 'tomasz', concern: { ...fromHome, expectedAt: 'Harrow Street' } },
  steps: [
    ...nightBefore({
      returned: 60 * hours,
      carer: 'tomasz',
      home: 'Harrow Street',
      onCall: 'Rita Shaw',
      manager: 'paul',
      reference: '13260437702',
    }),
    step(50 * hours, 'noor', 'offer-interview', {
      how: 'telephone',
      by: 'Noor Aziz',
      choice: 'A walk or a call, with or without Tomasz.',
    }),
    step(
      49 * hours,
      'noor',
      'ask-host',
      {
        council: organisations.fenwick.id,
        name: organisations.fenwick.name,
        why: 'He says that he is with a friend there until Sunday, and would talk there.',
      },
      { as: 'asked' },
    ),
    step(44 * hours, 'noor', 'answer-for-host', (told) => ({
      asked: told.step('asked'),
      accepted: false,
      reason: 'Maya Pell, by telephone: nobody is free before Tuesday.',
    })),
    step(28 * hours, 'noor', 'record-interview-declined', {
      toldTo: 'Noor Aziz',
      childsOwnAnswer: true,
      childsWords: 'I’m seventeen. I was at a mate’s. Ask me again if you like but not this week.',
      keptOpen: 'Noor rings him on Monday; he has her number.',
    }),
    step(26 * hours, 'noor', 'take-carers-account', {
      from: 'Tomasz Wolski',
      account: 'He was easy when he came in and ate. He has talked of a girl whose name we do not know.',
    }),
  ],
}

const dominic: EpisodePlan = {
  key: 'dominic, an open spell of the return',
  child: 'dominic',
  raised: {
    minutesAgo: 12 * days,
    by: 'hannah',
    concern: { ...fromHome, how: 'imported', expectedAt: 'Harrow Street' },
  },
  steps: [
    step(3 * hours, 'hannah', 'ask', {
      question: 'still-missing',
      text: 'The return says missing from twelve days ago and gives no end. Is he still missing?',
      of: 'responsible-council',
    }),
  ],
}

/** What comes after the night: the offer, the arrangement, the refusal; and a spell that a return left open. */
export const interviews: readonly EpisodePlan[] = [reece, amara, finn, dominic]
