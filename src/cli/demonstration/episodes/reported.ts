import { days } from '../clock.ts'
import { type EpisodePlan, step } from '../episode-plan.ts'
import { act, fromHome, grade, ring, seen, tell, tellAll, worried } from './usual-steps.ts'

const jay: EpisodePlan = {
  key: 'jay, high risk',
  child: 'jay',
  raised: { minutesAgo: 192, by: 'ruth', concern: { ...fromHome, expectedAt: 'Oakfield House' } },
  steps: [
    step(192, 'ruth', 'assess-threshold', {
      worriedNow: true,
      why: 'He went without his inhaler, and got out of a car at the bus station.',
      outOfCharacter: 'yes',
      maySufferCrime: 'yes',
      riskToSelfOrOthers: 'not-known',
    }),
    seen(204, 'ruth', 'At the bus station with an older person, in a grey hoodie, without his medication.'),
    act(190, 'ruth', 'Rang his mobile three times', 'Switched off'),
    act(187, 'ruth', 'Rang his aunt Rose', 'He is not with her; she will ring if he comes'),
    ring(184, 'ruth', '13260441902', 'Read out what is known of him, the car, and that his inhaler is here.'),
    tell(181, 'ruth', 'home-on-call', 'report', 'Joan Pike'),
    tell(178, 'ruth', 'responsible-council', 'report', 'Amira Hussain'),
    tell(174, 'lena', 'duty-team', 'report', 'Amira Hussain'),
    grade(167, 'high', 150, {
      accountOf: 'Ruth Adeyemi, by telephone, 12 minutes',
      indicators: ['With an older person', 'Medication left behind', 'Phone switched off'],
      reason: 'Fourteen, without the inhaler that he needs, and in the company of an adult nobody knows.',
      firstActions: 'Officers to the bus station; camera footage asked for; phone enquiry begun.',
    }),
    tell(160, 'imran', 'carer', 'report', 'Ruth Adeyemi'),
    step(150, 'amira', 'inform-agency', {
      role: 'parents',
      about: 'report',
      told: {
        kind: 'not-told',
        because: 'Her number is out of use; the duty team goes there in the morning.',
      },
    }),
    step(125, 'amira', 'give-risk-view', {
      level: 'high',
      reason: 'In August an adult asked him to carry a parcel. The car fits what he said then.',
    }),
    step(95, 'lena', 'record-information', {
      from: 'A bus driver',
      text: 'A boy in a grey hoodie got into a silver car opposite the arcade.',
      place: 'Kiln Street',
      intelligence: 'The car may be one that is known from another enquiry.',
    }),
    step(93, 'lena', 'record-intelligence', {
      text: 'A silver hatchback was stopped near the arcade on Tuesday with two boys in it.',
      source: 'reliable',
      assessment: 'known-directly',
      handling: 'may-be-shared-with-conditions',
      conditions: 'Not outside the force before the enquiry has agreed.',
    }),
    step(80, 'ruth', 'record-information', {
      from: 'Callum Reid, who lives with him',
      text: 'Callum says that he and Jay were both asked to get into that car last week.',
      otherChildren: ['Callum Reid'],
    }),
    step(70, 'amira', 'consider-harm', {
      answer: 'at-risk',
      reason: 'He may be with the adult who used him before.',
      strategyMeeting: 'Being called for tonight with police and health.',
    }),
  ],
}

const nadia: EpisodePlan = {
  key: 'nadia, more than a day',
  child: 'nadia',
  raised: { minutesAgo: 1745, by: 'tomasz', concern: { ...fromHome, expectedAt: 'Harrow Street' } },
  steps: [
    worried(1743, 'tomasz', 'She said she would be an hour. A relative had been asking for her.'),
    seen(1790, 'tomasz', 'At the front door in a long red coat, alone.'),
    ring(1736, 'tomasz', '13260439115', 'Read out her description and the fear of her relative.'),
    ...tellAll(1718, 'tomasz', 'report', [
      ['home-on-call', 'Rita Shaw'],
      ['responsible-council', 'Ben Yates'],
    ]),
    tell(1712, 'lena', 'duty-team', 'report', 'Ben Yates'),
    tell(1700, 'ben', 'host-council', 'report', 'Amira Hussain'),
    grade(1690, 'medium', 490, {
      accountOf: 'Tomasz Wolski, by telephone',
      indicators: ['A relative whom she is afraid of', 'No money with her'],
      reason: 'Sixteen, overdue at night, and someone has been looking for her.',
      firstActions: 'Officers to her friends; the relative spoken to.',
    }),
    tell(1680, 'imran', 'carer', 'report', 'Tomasz Wolski'),
    step(1640, 'ben', 'consider-harm', {
      answer: 'neither',
      reason: 'The relative was seen by officers at home; nothing says that she is with anyone.',
    }),
    step(1600, 'ben', 'inform-agency', {
      role: 'parents',
      about: 'report',
      told: { kind: 'not-told', because: 'Telling the family could tell the relative whom she fears.' },
    }),
    step(1210, 'hannah', 'answer', {
      question: 'placement-notice',
      text: 'Aldermoor had notice before she moved in.',
    }),
    tell(1205, 'hannah', 'reviewing-officer', 'report', 'Stephen Cross'),
    tell(1202, 'tomasz', 'school', 'report', 'The college office'),
    grade(1195, 'medium', 700, {
      accountOf: 'Hannah Boyd and two friends, in person',
      indicators: ['A relative whom she is afraid of'],
      reason: 'No sighting in the night. What was feared then still stands.',
      firstActions: 'Phone enquiry; the college and the station told.',
    }),
    tell(1180, 'lena', 'carer', 'report', 'Tomasz Wolski'),
    step(1178, 'stephen', 'record-reading', {
      view: 'Her plan says nothing of this relative. Where she lives is looked at again before she is back.',
    }),
    step(1176, 'stephen', 'call-review', ({ ahead }) => ({
      byWhen: ahead(6 * days),
      reason: 'The placement may not keep her safe from the relative whom she fears.',
    })),
    step(
      1170,
      'hannah',
      'challenge-grade',
      { reason: 'She told me in the spring what this relative did. The account does not say it.' },
      { as: 'challenge' },
    ),
    step(1120, 'imran', 'answer-challenge', ({ step: entry }) => ({
      challenge: entry('challenge'),
      answer:
        'Added to the account. The relative is watched; the grade stands and is looked at again tonight.',
    })),
    step(1110, 'hannah', 'give-reference', { reference: 'FC/26/2231' }),
    step(1105, 'tomasz', 'add-note', { text: 'Her room is as she left it. A key is with the night staff.' }),
    step(1100, 'paul', 'answer', {
      question: 'regulator-told',
      text: 'Not told: nothing so far that the regulations name. Looked at again if that changes.',
    }),
    step(515, 'lena', 'record-information', {
      from: 'A friend from college',
      text: 'A message from her number: “I’m ok, don’t tell them”. Nobody has heard her voice.',
      intelligence: 'The message came by way of a mast near the coast.',
    }),
    grade(500, 'medium', 680, {
      accountOf: 'The friend, in person',
      indicators: ['A message that nobody can be sure is hers'],
      reason: 'A message is not a sighting.',
      firstActions: 'Coast enquiries with the neighbouring district.',
    }),
    tell(490, 'lena', 'carer', 'report', 'Tomasz Wolski'),
    step(270, 'hannah', 'record-meeting', {
      kind: 'at-24-hours',
      attended: 'Hannah Boyd, PS Imran Shah, Tomasz Wolski, Dawn Ellis',
      decided: 'Enquiries at the coast tonight; her bank asked; meet again at 48 hours.',
    }),
  ],
}

const leah: EpisodePlan = {
  key: 'leah, not yet graded',
  child: 'leah',
  raised: { minutesAgo: 36, by: 'joyce', concern: { ...fromHome, expectedAt: 'Tanner foster home' } },
  steps: [
    worried(35, 'joyce', 'She is ten, it is late, and she has not been out alone here before.'),
    seen(50, 'joyce', 'In the back garden, in her school jumper.'),
    act(33, 'joyce', 'Looked through the house, the garden and the car', 'Not there; her bike is gone'),
    ring(30, 'joyce', '13260441987', 'Read out her description and that the bike is blue.'),
    tell(27, 'joyce', 'home-on-call', 'report', 'Leo March'),
  ],
}

const unknown: EpisodePlan = {
  key: 'a girl whose name nobody knows',
  child: 'unknown',
  raised: {
    minutesAgo: 76,
    by: 'lena',
    concern: {
      ...fromHome,
      how: 'told',
      expectedAt: 'The flat above the shop on Mill Lane, as the shopkeeper understood it',
    },
    toldBy: { name: 'A shopkeeper', organisationName: 'Mill Lane Stores', means: 'telephone' },
  },
  steps: [
    worried(75, 'lena', 'She told the shopkeeper that she must not go back, and ran when a van stopped.'),
    step(74, 'lena', 'report-missing', ({ post }) => ({
      police: { kind: 'accepted', post: post('lena'), reference: '13260441951' },
      account: 'The shopkeeper, by telephone.',
    })),
    tell(66, 'lena', 'duty-team', 'report', 'Amira Hussain'),
    grade(58, 'medium', 240, {
      accountOf: 'The shopkeeper, by telephone',
      indicators: ['Afraid to go back', 'Nobody knows who is responsible for her'],
      reason: 'About thirteen, alone at night, and running from someone.',
      firstActions: 'Officers to Mill Lane; the council’s duty team searches its records.',
    }),
  ],
}

const kai: EpisodePlan = {
  key: 'kai, located',
  child: 'kai',
  raised: { minutesAgo: 330, by: 'tomasz', concern: { ...fromHome, expectedAt: 'Harrow Street' } },
  steps: [
    worried(328, 'tomasz', 'They left after a phone call and said goodbye in a way that worried the others.'),
    ring(320, 'tomasz', '13260441760', 'Read out what the others heard.'),
    ...tellAll(312, 'tomasz', 'report', [
      ['home-on-call', 'Rita Shaw'],
      ['responsible-council', 'Amira Hussain'],
      ['duty-team', 'Amira Hussain'],
    ]),
    grade(290, 'medium', 300, {
      accountOf: 'Tomasz Wolski and two other residents',
      indicators: ['Low since the weekend'],
      reason: 'Said goodbye to the others; nobody knows who rang.',
      firstActions: 'Station and coach staff told; phone enquiry.',
    }),
    tell(280, 'imran', 'carer', 'report', 'Tomasz Wolski'),
    tell(250, 'amira', 'parents', 'report', 'Marta Lindgren, their mother'),
    step(249, 'amira', 'inform-agency', {
      role: 'parents',
      about: 'report',
      told: {
        kind: 'one-not-told',
        who: 'Their father',
        because: 'A court order keeps him from knowing where Kai is.',
      },
    }),
    step(
      246,
      'amira',
      'record-information',
      { from: 'Their mother', text: 'Kai rang her at tea time and spoke of a friend at the coast.' },
      {
        toldBy: {
          name: 'Marta Lindgren',
          role: 'parents',
          organisationName: 'their mother',
          means: 'telephone',
        },
      },
    ),
    step(230, 'amira', 'consider-harm', {
      answer: 'neither',
      reason: 'Spoken to the other residents and the key worker; no one names a harm. Asked again at return.',
    }),
    step(42, 'lena', 'record-location', {
      seenBy: 'PC Lena Fox, in person',
      howKnown: 'The photograph, and Kai gave their name and date of birth',
      inChargeOf: 'The front office of Eastcliff police station',
      where: 'Eastcliff police station',
      outcome: 'well',
    }),
    tell(35, 'lena', 'carer', 'location', 'Tomasz Wolski'),
  ],
}

/** Police were told and the child is not back. */
export const reported: readonly EpisodePlan[] = [jay, nadia, leah, unknown, kai]
