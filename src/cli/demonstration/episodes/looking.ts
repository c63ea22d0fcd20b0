import { step, type EpisodePlan } from '../episode-plan.ts'
import { act, fromHome, notWorried, tell, worried } from './usual-steps.ts'

/** Nobody has told police yet: just noticed, worried, being looked for, and away at a known place. */
export const looking: readonly EpisodePlan[] = [
  {
    key: 'callum, just noticed',
    child: 'callum',
    raised: { minutesAgo: 4, by: 'milo', concern: { ...fromHome, expectedAt: 'Larch House' } },
    steps: [],
  },
  {
    key: 'zara, worried',
    child: 'zara',
    raised: { minutesAgo: 19, by: 'milo', concern: { ...fromHome, expectedAt: 'Larch House' } },
    steps: [
      worried(18, 'milo', 'She was crying on the phone at tea and has left her bag and her coat behind.'),
      act(15, 'milo', 'Rang her mobile', 'It rings in her room'),
      act(11, 'milo', 'Looked round the garden and the lane to the weir', 'Not there'),
      tell(9, 'milo', 'home-on-call', 'concern', 'Joan Pike'),
    ],
  },
  {
    key: 'mia, being looked for',
    child: 'mia',
    raised: {
      minutesAgo: 46,
      by: 'marian',
      concern: { ...fromHome, authorisation: 'late', expectedAt: 'Bell foster home' },
    },
    steps: [
      notWorried(46, 'marian', 'She is walking home from Isla’s and her phone is often flat by now.'),
      act(40, 'marian', 'Rang her mobile', 'It rings out'),
      act(31, 'marian', 'Rang Isla’s mother', 'Mia left there twenty minutes before she was due'),
      step(
        70,
        'marian',
        'answer',
        { question: 'last-seen', text: 'Left Isla’s house on foot, in a green coat.' },
        { recordedAgo: 31 },
      ),
      act(22, 'marian', 'Drove the way she walks', 'Did not see her'),
      act(12, 'marian', 'Sent her a message', 'Not read'),
    ],
  },
  {
    key: 'luca, at his mother’s',
    child: 'luca',
    raised: {
      minutesAgo: 52,
      by: 'tomasz',
      concern: {
        expectedAt: 'Harrow Street',
        whereabouts: 'known-elsewhere',
        where: 'His mother’s flat, 22 Quay Court',
        authorisation: 'not-authorised',
        how: 'noticed',
      },
    },
    steps: [
      notWorried(51, 'tomasz', 'His mother rang: he is eating with her and sounds well.'),
      tell(45, 'tomasz', 'duty-team', 'concern', 'Amira Hussain'),
      act(
        20,
        'tomasz',
        'Rang his mother',
        'He is still there and means to stay the night; this was not agreed',
      ),
    ],
  },
]
