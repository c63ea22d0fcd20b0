import { type EpisodePlan, step } from '../episode-plan.ts'
import { organisations } from '../organisations.ts'
import { kayleighsEnquiry } from './protection.ts'
import { kayleighsFindings, tylersFindings } from './so-what.ts'
import { act, fromHome, grade, notWorried, ring, seen, tell, tellAll, worried } from './usual-steps.ts'

const tyler: EpisodePlan = {
  key: 'tyler, back this evening',
  child: 'tyler',
  raised: { minutesAgo: 462, by: 'ruth', concern: { ...fromHome, expectedAt: 'Oakfield House' } },
  steps: [
    notWorried(455, 'ruth', 'The buses are late tonight and the school has a match on.'),
    act(448, 'ruth', 'Sent a message, then rang', 'No answer'),
    seen(500, 'ruth', 'At the school gate, walking towards Station Road.'),
    worried(430, 'ruth', 'Nobody at the match saw him, and a bag is gone from his room.'),
    ring(424, 'ruth', '13260441872', 'Read out his description and the bag.'),
    ...tellAll(420, 'ruth', 'report', [
      ['home-on-call', 'Joan Pike'],
      ['responsible-council', 'Ellen Marsh'],
      ['social-worker', 'Sam Okafor'],
    ]),
    grade(410, 'medium', 240, {
      accountOf: 'Ruth Adeyemi, by telephone',
      indicators: ['Out of character', 'A new older contact online'],
      reason: 'Fifteen, packed a bag, and someone older has been writing to him.',
      firstActions: 'Officers to the station; the school spoken to.',
    }),
    tell(405, 'imran', 'carer', 'report', 'Ruth Adeyemi'),
    tell(392, 'ruth', 'parents', 'report', 'His mother'),
    step(330, 'sam', 'consider-harm', {
      answer: 'neither',
      reason: 'Spoken to his teacher and his mother. Asked again once he is back and can be asked himself.',
    }),
    step(
      277,
      'lena',
      'record-information',
      { from: 'A bus driver', text: 'Saw him at Station Road, alone.', place: 'Station Road' },
      { as: 'station' },
    ),
    grade(170, 'medium', 238, {
      accountOf: 'The bus driver, by telephone',
      indicators: ['A new older contact online'],
      reason: 'The sighting was considered. It was of him alone, and four hours are a long time.',
      firstActions: 'Officers along the bus line.',
    }),
    step(
      162,
      'ruth',
      'record-return',
      { to: 'Oakfield House', placeOfSafety: true, how: 'by-themselves', condition: 'Cold, tired, talking' },
      { as: 'return', recordedAgo: 120 },
    ),
    ...tellAll(112, 'ruth', 'return', [
      ['police', 'Control room, call-taker 7731'],
      ['home-on-call', 'Joan Pike'],
      ['responsible-council', 'Amira Hussain'],
      ['social-worker', 'Sam Okafor'],
      ['parents', 'His mother'],
    ]),
    step(107, 'noor', 'offer-interview', {
      how: 'telephone',
      by: 'Noor Aziz',
      choice: 'A walk, the youth centre or his school; when and with whom is his to say.',
    }),
    step(
      102,
      'ruth',
      'correct-entry',
      ({ step: entry, ago }) => ({
        corrects: entry('return'),
        occurred: { at: ago(132), precision: 'minute' },
        reason: 'The door camera shows that he came in half an hour later than I wrote down.',
        evidence: 'Door camera of Oakfield House',
        needsSecond: false,
      }),
      { as: 'correction' },
    ),
    step(95, 'dawn', 'acknowledge', ({ step: entry }) => ({
      of: { kind: 'entry', entry: entry('correction') },
    })),
    ...tylersFindings,
  ],
}

const poppy: EpisodePlan = {
  key: 'poppy, not yet seen',
  child: 'poppy',
  raised: { minutesAgo: 560, by: 'joyce', concern: { ...fromHome, expectedAt: 'Tanner foster home' } },
  steps: [
    worried(555, 'joyce', 'She is thirteen and went off after an argument without her shoes on.'),
    ring(549, 'joyce', '13260441811', 'Read out her description.'),
    ...tellAll(540, 'joyce', 'report', [
      ['home-on-call', 'Leo March'],
      ['responsible-council', 'Ellen Marsh'],
      ['social-worker', 'Priya Nair'],
      ['parents', 'Her father'],
    ]),
    grade(520, 'medium', 240, {
      accountOf: 'Joyce Tanner, by telephone',
      indicators: ['No shoes', 'Upset'],
      reason: 'Thirteen, upset, and not dressed to be out.',
      firstActions: 'Officers to the park and the school.',
    }),
    tell(510, 'imran', 'carer', 'report', 'Joyce Tanner'),
    step(440, 'priya', 'consider-harm', {
      answer: 'neither',
      reason: 'An argument about a phone. Nothing that she, Joyce or school have said points to harm.',
    }),
    step(300, 'joyce', 'record-return', {
      to: 'Tanner foster home',
      placeOfSafety: true,
      how: 'brought-by-family',
      condition: 'Hungry, quiet, wants to sleep',
    }),
    ...tellAll(285, 'joyce', 'return', [
      ['police', 'Control room, call-taker 7709'],
      ['home-on-call', 'Leo March'],
      ['responsible-council', 'Amira Hussain'],
      ['social-worker', 'Priya Nair'],
      ['parents', 'Her father'],
    ]),
  ],
}

const rosie: EpisodePlan = {
  key: 'rosie, from home',
  child: 'rosie',
  raised: {
    minutesAgo: 260,
    by: 'ann',
    concern: { ...fromHome, how: 'told', expectedAt: 'Home, 31 Orchard Row' },
    toldBy: { name: 'Mr Penn', role: 'parents', organisationName: 'Her family', means: 'telephone' },
  },
  steps: [
    worried(258, 'ann', 'She left the homework club at four and never came home. She is twelve.'),
    seen(290, 'ann', 'At the side gate of the school, on her own.'),
    ring(252, 'ann', '13260441893', 'Read out her description, with her father on the other line.'),
    tell(245, 'ann', 'parents', 'report', 'Mr Penn'),
    tell(240, 'lena', 'duty-team', 'report', 'Amira Hussain'),
    grade(225, 'medium', 240, {
      accountOf: 'Ann Lowe and Mr Penn, by telephone',
      indicators: ['Twelve', 'Not seen since four'],
      reason: 'Twelve, after dark, and nobody knows where she was going.',
      firstActions: 'Officers to the house and the park.',
    }),
    step(190, 'amira', 'consider-harm', {
      answer: 'neither',
      reason: 'Her father and the school spoken to; no record of her here before tonight.',
    }),
    step(95, 'ann', 'record-return', {
      to: '31 Orchard Row',
      placeOfSafety: true,
      how: 'brought-by-family',
      condition: 'Well; she was at her cousin’s',
    }),
    ...tellAll(85, 'ann', 'return', [
      ['police', 'Control room, call-taker 7718'],
      ['parents', 'Mr Penn'],
      ['duty-team', 'Amira Hussain'],
    ]),
  ],
}

const kayleighBefore: EpisodePlan = {
  key: 'kayleigh, this afternoon',
  child: 'kayleigh',
  raised: { minutesAgo: 420, by: 'milo', concern: { ...fromHome, expectedAt: 'Larch House' } },
  steps: [
    worried(418, 'milo', 'She got into a car that was waiting at the corner.'),
    ring(412, 'milo', '13260441835', 'Read out the car and what she wore.'),
    ...tellAll(405, 'milo', 'report', [
      ['home-on-call', 'Joan Pike'],
      ['responsible-council', 'Ellen Marsh'],
      ['social-worker', 'Sam Okafor'],
      ['parents', 'Her grandmother, who has parental responsibility'],
    ]),
    grade(390, 'high', 120, {
      accountOf: 'Milo Grant, by telephone',
      indicators: ['Got into a car', 'An older boyfriend known to police'],
      reason: 'Fifteen and in the car of an adult who has hurt others.',
      firstActions: 'Car circulated; officers to his address.',
    }),
    step(330, 'sam', 'consider-harm', {
      answer: 'neither',
      reason: 'Officers are minutes behind the car. Asked again the moment she is back.',
    }),
    grade(275, 'high', 180, {
      accountOf: 'The officers at the address',
      indicators: ['An older boyfriend known to police'],
      reason: 'Nobody at the address.',
      firstActions: 'Cameras along the ring road.',
    }),
    step(200, 'lena', 'record-location', {
      seenBy: 'PC Lena Fox, in person',
      howKnown: 'Knows her; she gave her name',
      inChargeOf: 'PC Lena Fox',
      where: 'The services on the ring road',
      outcome: 'well',
    }),
    step(195, 'lena', 'agree-homecoming', ({ ago }) => ({
      led: 'police-danger',
      who: 'PC Lena Fox',
      byWhen: ago(150),
      how: 'In the police car, with Kayleigh in the back and the window down as she asked.',
      otherwise: 'The emergency bed at the children’s hub.',
    })),
    step(180, 'lena', 'record-return', {
      to: 'Larch House',
      placeOfSafety: true,
      how: 'brought-by-police',
      condition: 'Angry, not hurt that could be seen',
    }),
    step(178, 'lena', 'record-prevention-check', {
      officer: 'PC Lena Fox',
      where: 'Larch House, her room',
      faceToFace: true,
      alone: 'yes',
      said: 'That it is her life, and that she is tired.',
      harm: 'not-known',
    }),
    step(
      170,
      'lena',
      'tell-now',
      {
        to: 'duty-team',
        with: organisations.aldermoor.id,
        name: organisations.aldermoor.name,
        who: 'Amira Hussain',
        means: 'telephone',
        passage: 'She said that he has a key to a flat by the station and that others go there.',
      },
      { as: 'told at once' },
    ),
    step(152, 'amira', 'answer-telling', (told) => ({
      telling: told.step('told at once'),
      did: 'Rang the inspector; the address is looked at tonight and a strategy meeting is called.',
    })),
    ...tellAll(150, 'milo', 'return', [
      ['police', 'PC Lena Fox, who brought her'],
      ['home-on-call', 'Joan Pike'],
      ['responsible-council', 'Amira Hussain'],
      ['social-worker', 'Sam Okafor'],
      ['parents', 'Her grandmother'],
    ]),
    step(
      120,
      'noor',
      'record-interview',
      {
        interviewer: 'Noor Aziz',
        caresForChild: false,
        allocatedWorker: false,
        where: 'On the wall outside, because she wanted air',
        present: 'Kayleigh and Noor',
        childsWords: 'You lot only turn up after. He rings before.',
      },
      { as: 'interview' },
    ),
    step(70, 'noor', 'write-up-interview', (told) => ({
      interview: told.step('interview'),
      answers: [
        {
          question: 'account',
          asked: 'What she said',
          words: 'You lot only turn up after. He rings before.',
        },
      ],
      view: 'She did not want to go in while the window was being looked at.',
    })),
    ...kayleighsFindings,
    ...kayleighsEnquiry,
  ],
}

const kayleighAgain: EpisodePlan = {
  key: 'kayleigh, again tonight',
  child: 'kayleigh',
  raised: { minutesAgo: 35, by: 'milo', concern: { ...fromHome, expectedAt: 'Larch House' } },
  steps: [
    step(35, 'milo', 'link-episode', ({ episode }) => ({
      to: episode('kayleigh, this afternoon'),
      as: 'previous',
    })),
    worried(34, 'milo', 'Her window is open and the same car was heard in the lane.'),
    ring(28, 'milo', '13260441992', 'Read out the window, the car and what she wears now.'),
    tell(25, 'milo', 'home-on-call', 'report', 'Joan Pike'),
    grade(12, 'high', 120, {
      accountOf: 'Milo Grant, by telephone',
      indicators: ['Gone by the window', 'The same car'],
      reason: 'Fifteen, gone by night with an adult who has hurt others.',
      firstActions: 'Car circulated again; officers on their way.',
    }),
  ],
}

/** Back tonight and still owed, and one who is missing again. */
export const back: readonly EpisodePlan[] = [tyler, poppy, rosie, kayleighBefore, kayleighAgain]
