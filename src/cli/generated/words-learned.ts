import type { Subject } from '../../domain/episode/finding-bodies.ts'

type Finding = readonly [about: Subject, quote: string, isOfConcern: boolean]

const factor = (code: string, label: string): Subject => ({
  kind: 'factor',
  code,
  edition: '2026-01',
  label,
})

const findings: readonly Finding[] = [
  [factor('to-be-with-family', 'To be with family'), 'I just wanted to see my brother.', false],
  [factor('to-be-with-friends', 'To be with friends'), 'I was with mates.', false],
  [
    factor('lost-track-of-time', 'Trying how far they can go, lost track of time, or no way to travel'),
    'The last bus had gone.',
    false,
  ],
  [factor('rules-too-tight', 'Rules that feel too tight'), 'Everyone else is out until ten.', false],
  [factor('not-listened-to', 'Not listened to, or a new worker again'), 'They moved my worker again.', true],
  [
    factor('unhappy-in-placement', 'Unhappy where they live, or with a carer'),
    'It is too loud at night.',
    true,
  ],
  [factor('money-or-gifts', 'Money, gifts or standing'), 'He gave me the trainers.', true],
  [factor('online-contact', 'Somebody online'), 'We only ever talked on the game.', true],
  [factor('slept-rough', 'Slept outside'), 'I stayed in the park shelter.', true],
  [{ kind: 'person', name: 'A man called Dez' }, 'Dez had the car.', true],
  [{ kind: 'person', name: 'Kay, who is older', known: 'Waits by the shops' }, 'Kay said it was fine.', true],
  [{ kind: 'place', name: 'The flat above the phone shop' }, 'It is above the phone shop.', true],
  [{ kind: 'place', name: 'The skate park' }, 'We always go there.', false],
  [{ kind: 'vehicle', name: 'A grey van, AB12 CDE' }, 'It was a grey van.', true],
  [{ kind: 'telephone', name: '07700 900123' }, 'That is the number that rings.', true],
  [{ kind: 'online-name', name: '@kay.after.dark' }, 'That is what she is called there.', true],
]

/** What interviews of the partnership lead to. Each is about somebody invented. */
export const learned = {
  findings,
  keptWhy: ['Told in confidence; asked again in a week.', 'Nothing yet that police could use.'],
  noAction: [
    'It is in the plan as it is, and was talked through with the child.',
    'The meeting on cause and support is about this.',
  ],
  actions: [
    [
      'A way to see family, arranged for every fortnight',
      'Social care',
      'The first visit',
      'They met on Sunday.',
    ],
    [
      'A mentor who has time on the evenings that matter',
      'Youth service',
      'The first meeting',
      'They met twice.',
    ],
    ['A later hour at weekends, agreed in writing', 'The home', 'The agreement', 'Signed by both.'],
    ['Ask who the older one is, with police', 'Social care', 'What police answer', 'Police know the name.'],
    [
      'A talk about the phone, and help to change the number',
      'The home',
      'The new number',
      'It was changed.',
    ],
  ],
  endedWhy: [
    'The child does not want it now; offered again in a month.',
    'They have moved, and it is begun anew.',
  ],
  notSharedWhy: ['The child asked that the school is not told.', 'The school needs none of it to help.'],
} as const
