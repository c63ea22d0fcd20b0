import { days, hours } from '../clock.ts'
import { type EpisodePlan, step } from '../episode-plan.ts'
import { organisations } from '../organisations.ts'
import { jaysEnquiry } from './protection.ts'
import { jaysFindings, jaysStopEnded } from './so-what.ts'
import { fromHome, grade, notWorried, ring, tell, tellAll, worried } from './usual-steps.ts'

const start = 41 * days
const home = start - 9 * hours

const jayBefore: EpisodePlan = {
  key: 'jay, closed late',
  child: 'jay',
  raised: { minutesAgo: start, by: 'ruth', concern: { ...fromHome, expectedAt: 'Oakfield House' } },
  steps: [
    worried(start - 2, 'ruth', 'He left with someone whom none of the others knew.'),
    ring(start - 9, 'ruth', '13260290144', 'Read out his description and that of the visitor.'),
    ...tellAll(start - 20, 'ruth', 'report', [
      ['home-on-call', 'Joan Pike'],
      ['responsible-council', 'Amira Hussain'],
      ['social-worker', 'Sam Okafor'],
      ['parents', 'His mother'],
    ]),
    grade(start - 50, 'medium', 8 * hours, {
      accountOf: 'Ruth Adeyemi, by telephone',
      indicators: ['With a stranger'],
      reason: 'Fourteen and with someone nobody knows.',
      firstActions: 'Officers to the arcade.',
    }),
    tell(start - 60, 'imran', 'carer', 'report', 'Ruth Adeyemi'),
    step(start - 90, 'amira', 'consider-harm', {
      answer: 'neither',
      reason: 'He answered a message from his aunt and sounded himself. Asked again at return.',
    }),
    tell(start - 4 * hours, 'sam', 'reviewing-officer', 'report', 'Colm Brady'),
    step(home, 'ruth', 'record-return', {
      to: 'Oakfield House',
      placeOfSafety: true,
      how: 'by-themselves',
      condition: 'Tired, new trainers',
    }),
    ...tellAll(home - 40, 'ruth', 'return', [
      ['police', 'Control room'],
      ['home-on-call', 'Joan Pike'],
      ['responsible-council', 'Amira Hussain'],
      ['social-worker', 'Sam Okafor'],
      ['reviewing-officer', 'Colm Brady'],
      ['parents', 'His mother'],
    ]),
    step(home - 50, 'ruth', 'record-welcome', {
      food: 'Toast and two bowls of soup.',
      rest: 'A bath, and bed at once.',
      medical: 'His inhaler, which he had missed. Nothing else that he or we could see.',
      tonight: 'Ruth sleeps in; nobody asks him anything before breakfast.',
    }),
    step(home - 6 * hours, 'lena', 'record-prevention-check', {
      officer: 'PC Lena Fox',
      where: 'Oakfield House',
      faceToFace: true,
      alone: 'yes',
      said: 'That a friend of a friend had bought him trainers.',
      harm: 'not-known',
    }),
    step(home - 8 * hours, 'sam', 'consider-harm', {
      answer: 'neither',
      reason: 'The trainers are noted; he names no one. The plan and the interview go after it.',
    }),
    step(home - 10 * hours, 'karl', 'answer', {
      question: 'regulator-told',
      text: 'Not told: nothing that the regulations name.',
    }),
    step(home - 20 * hours, 'noor', 'offer-interview', {
      how: 'in-person',
      by: 'Noor Aziz',
      choice: 'His to choose; he chose the skate park.',
    }),
    step(home - 22 * hours, 'noor', 'record-interview-accepted', {
      toldTo: 'Noor Aziz',
      childsWords: 'Only if it’s you and not here.',
    }),
    step(home - 26 * hours, 'ruth', 'record-conversation', {
      with: 'Ruth Adeyemi',
      said: 'He, that nobody asked where he wanted to be. Ruth, that she had been frightened.',
      agreed: 'He says when he goes out for the evening, and she does not ask who with in front of others.',
    }),
    step(home - 60 * hours, 'noor', 'record-interview-attempt', { because: 'He was ill with his chest.' }),
    step(home - 4 * days, 'sam', 'consider-significance', {
      significant: true,
      reason: 'An adult whom nobody here knows is buying him things.',
      assessments: 'The assessment of exploitation is done anew.',
      plans: 'The care plan names who he can ring.',
      additional: 'A mentor from the skate park.',
    }),
    step(home - 100 * hours, 'colm', 'record-reading', {
      view: 'An adult and new trainers. The plan does not say who fetches him; I ask for a review.',
    }),
    step(home - 101 * hours, 'colm', 'call-review', ({ ago }) => ({
      byWhen: ago(home - 16 * days),
      reason: 'What draws him away is new since the last review.',
    })),
    step(
      home - 102 * hours,
      'noor',
      'record-interview',
      {
        interviewer: 'Noor Aziz',
        caresForChild: false,
        allocatedWorker: false,
        where: 'The skate park',
        present: 'Jay and Noor',
        childsWords: 'People here leave. He turns up when he says he will, and he buys stuff.',
        shared: 'Someone in his twenties gives him things and drives a silver hatchback.',
      },
      { as: 'interview' },
    ),
    step(home - 104 * hours, 'noor', 'share-passage', (told) => ({
      interview: told.step('interview'),
      with: organisations.oakfield.id,
      name: organisations.oakfield.name,
      why: 'He asked that his carers know it, and agreed these words.',
      basis: 'His carers must look after him (Care Planning Regulations 2010).',
      wished: 'That Ruth knows this, and no more.',
      purpose: 'carer',
      passage: 'People here leave.',
    })),
    step(home - 105 * hours, 'noor', 'decide-not-to-share', (told) => ({
      interview: told.step('interview'),
      name: 'His school',
      why: 'Nothing in it is needed there.',
      basis: 'No need, so no basis to pass it on (UK GDPR, article 6).',
      wished: 'Not school.',
      purpose: 'school',
    })),
    step(
      home - 106 * hours,
      'noor',
      'write-up-interview',
      (told) => ({
        interview: told.step('interview'),
        answers: [
          {
            question: 'account',
            asked: 'What he said',
            words: 'People here leave. He turns up when he says he will, and he buys stuff.',
          },
        ],
        view: 'He is being drawn in, and half knows it.',
      }),
      { as: 'write-up' },
    ),
    step(
      home - 108 * hours,
      'dawn',
      'send-back-interview',
      (told) => ({
        writeUp: told.step('write-up'),
        comments: 'Which evenings? His carers can be there on those.',
      }),
      { as: 'sent back' },
    ),
    step(
      home - 110 * hours,
      'noor',
      'write-up-interview',
      (told) => ({
        interview: told.step('interview'),
        again: told.step('sent back'),
        answers: [
          {
            question: 'account',
            asked: 'What he said',
            words:
              'People here leave. He turns up when he says he will, and he buys stuff. Tuesdays and Fridays, when Ruth is off.',
          },
        ],
        view: 'He is being drawn in, and half knows it.',
      }),
      { as: 'write-up again' },
    ),
    step(home - 112 * hours, 'dawn', 'approve-interview', (told) => ({
      writeUp: told.step('write-up again'),
    })),
    ...jaysFindings(home),
    step(home - 5 * days, 'dawn', 'record-meeting', {
      kind: 'cause-and-support',
      attended: 'Noor Aziz, Sam Okafor, Ruth Adeyemi, PS Imran Shah, Dawn Ellis',
      decided: 'One plan, looked at in six weeks.',
      cause: 'Being let down, and an adult who does not let him down.',
      support: 'A mentor, and the same two carers on his evenings.',
      parts: 'Police: the car. Home: evenings. Council: mentor. Missing service: stays in touch.',
    }),
    step(home - 5 * days - 60, 'noor', 'add-to-interview', (told) => ({
      interview: told.step('interview'),
      text: 'The hatchback was seen outside the arcade again on Friday.',
    })),
    ...jaysEnquiry(home),
    jaysStopEnded(21 * days),
    step(20 * days, 'dawn', 'close-episode', {
      summary: 'Back, seen, heard, and the plan is changed. Two of the clocks were missed.',
      leftOpen: {},
    }),
  ],
}

const miaVoided: EpisodePlan = {
  key: 'mia, recorded in error',
  child: 'mia',
  raised: { minutesAgo: 9 * days, by: 'marian', concern: { ...fromHome, expectedAt: 'Bell foster home' } },
  steps: [
    notWorried(9 * days - 2, 'marian', 'The school rang to say that Mia had not come to the last lesson.'),
    tell(9 * days - 8, 'marian', 'home-on-call', 'concern', 'Leo March'),
    step(9 * days - 25, 'marian', 'record-in-error', {
      scope: { kind: 'episode' },
      why: 'wrong-child',
      reason: 'The school meant another Mia. This Mia was upstairs all the time.',
    }),
    tell(9 * days - 30, 'marian', 'home-on-call', 'void', 'Leo March'),
  ],
}

const callumBefore: EpisodePlan = {
  key: 'callum, late home',
  child: 'callum',
  raised: {
    minutesAgo: 6 * days,
    by: 'milo',
    concern: { ...fromHome, authorisation: 'late', expectedAt: 'Larch House' },
  },
  steps: [
    notWorried(6 * days - 2, 'milo', 'His bus was taken off; he sent a message from the stop.'),
    step(6 * days - 35, 'milo', 'record-return', {
      to: 'Larch House',
      placeOfSafety: true,
      how: 'by-themselves',
      condition: 'Wet',
    }),
    step(6 * days - 14 * hours, 'beth', 'review-concern', {
      outcome: 'Read with Milo. The last bus is now on the board in the hall.',
    }),
    tell(6 * days - 15 * hours, 'sam', 'reviewing-officer', 'concern', 'Colm Brady'),
    tell(6 * days - 15 * hours, 'sam', 'reviewing-officer', 'return', 'Colm Brady'),
    step(5 * days, 'colm', 'record-reading', { view: 'A bus that was taken off. Nothing for the review.' }),
    step(4 * days, 'sam', 'close-episode', {
      summary: 'Late by a bus, nobody worried, and the bus board is new.',
      leftOpen: {},
    }),
  ],
}

/** What is over: closed, with two clocks that were missed; ended unreported and read by a manager; and one that should never have been written. */
export const ended: readonly EpisodePlan[] = [jayBefore, callumBefore, miaVoided]
