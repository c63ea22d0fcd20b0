import type { ChildPlan } from './child-plan.ts'
import { days } from './clock.ts'

const inAldermoor = {
  registeredBy: 'sam',
  minutesKnown: 400 * days,
  council: 'aldermoor',
  lookedAfter: 'C2',
} as const
const northWorkers = { 'social-worker': 'sam', 'reviewing-officer': 'colm', 'health-nurse': 'bisi' } as const
const southWorkers = { 'social-worker': 'priya', 'reviewing-officer': 'colm' } as const
const fenwickWorkers = { 'social-worker': 'hannah', 'reviewing-officer': 'stephen' } as const

const inHomes: readonly ChildPlan[] = [
  {
    ...inAldermoor,
    key: 'jay',
    identity: { name: 'Jay Mercer', otherNames: ['JJ'], pronoun: 'he', telephone: '07700 900101' },
    age: { years: 14, months: 7 },
    placed: [
      { at: 'tanners', daysAgo: 390 },
      { at: 'oakfieldHouse', daysAgo: 210 },
    ],
    workers: northWorkers,
    partner: { organisation: 'health', why: 'He sees the nurse about his inhaler.' },
    concerns: [
      { kind: 'harm', text: 'In August an adult gave him a phone and asked him to carry a parcel by train.' },
      { kind: 'place', text: 'The bus station and the arcade on Kiln Street.' },
      { kind: 'adult', text: 'A man in his twenties who calls himself Dev and drives a silver hatchback.' },
    ],
    health: [
      {
        kind: 'medication',
        text: 'A salbutamol inhaler, two puffs when he is short of breath.',
        without: 'His asthma can turn severe within hours, sooner in the cold. Ring 999.',
      },
    ],
    photograph: { daysAgo: 40, shows: 'His face from the front', suppliedBy: 'Ruth Adeyemi, Oakfield House' },
    protectedAddress: {
      address: '12 Weir Court, Fenwick, where his mother and sister live now.',
      keptFrom: 'his mother’s former partner',
      why: 'They moved there after he was convicted. Jay visits once a month.',
    },
    plan: {
      within: 'PT30M',
      reviewInDays: 60,
      says: 'Ring his aunt Rose first: he answers her. Do not wait after dark. He needs his inhaler.',
    },
  },
  {
    ...inAldermoor,
    key: 'tyler',
    identity: { name: 'Tyler Boothe', otherNames: ['Ty'], pronoun: 'he', telephone: '07700 900102' },
    age: { years: 15, months: 2 },
    placed: [{ at: 'oakfieldHouse', daysAgo: 130 }],
    workers: { ...northWorkers, advocate: 'nina' },
    concerns: [{ kind: 'adult', text: 'Someone older whom he met in an online game and has not named.' }],
    plan: {
      within: 'PT1H',
      reviewInDays: 25,
      says: 'Send a message rather than ring. He walks when he is upset.',
    },
    access: {
      view: 'He is fifteen. He told me in his own words who would read what he writes, and why some of it could not stay between us.',
      explained:
        'That I read what he writes, or the duty team at night; that he is answered within a day; that I must tell somebody if he or another child is being hurt or is in danger.',
      language: 'English, talking as we walked',
      wrote: {
        daysAgo: 3,
        words: 'Can I go to my nans on Sundays again?? nobody has told me if the answer is no',
        answer:
          'I should have told you sooner, and I am sorry. The answer is yes, from this Sunday. I will drive you there at 11.',
      },
    },
  },
  {
    ...inAldermoor,
    key: 'reece',
    identity: { name: 'Reece Appleton', otherNames: [], pronoun: 'he' },
    age: { years: 15, months: 10 },
    placed: [{ at: 'oakfieldHouse', daysAgo: 45 }],
    workers: northWorkers,
  },
  {
    ...inAldermoor,
    key: 'callum',
    identity: { name: 'Callum Reed', otherNames: ['Cal'], pronoun: 'he', telephone: '07700 900104' },
    age: { years: 14, months: 1 },
    placed: [{ at: 'larchHouse', daysAgo: 80 }],
    workers: northWorkers,
    plan: { within: 'PT1H', reviewInDays: -10, says: 'His brother works at the garage on Mill Lane.' },
  },
  {
    ...inAldermoor,
    key: 'zara',
    identity: { name: 'Zara Whitlock', otherNames: ['Zee'], pronoun: 'she', telephone: '07700 900105' },
    age: { years: 15, months: 5 },
    placed: [{ at: 'larchHouse', daysAgo: 150 }],
    workers: northWorkers,
    concerns: [
      { kind: 'harm', text: 'Hurt herself in the spring; she talks to Milo and to her school counsellor.' },
      { kind: 'place', text: 'The footbridge by the weir.' },
    ],
  },
  {
    ...inAldermoor,
    key: 'kayleigh',
    identity: { name: 'Kayleigh Stone', otherNames: ['Kay'], pronoun: 'she', telephone: '07700 900106' },
    age: { years: 15, months: 8 },
    placed: [{ at: 'larchHouse', daysAgo: 20 }],
    workers: northWorkers,
    concerns: [{ kind: 'adult', text: 'An older boyfriend whom the police know as Ryan.' }],
  },
]

const inFosterHomes: readonly ChildPlan[] = [
  {
    ...inAldermoor,
    registeredBy: 'priya',
    key: 'mia',
    identity: { name: 'Mia Thornley', otherNames: [], pronoun: 'she', telephone: '07700 900107' },
    age: { years: 13, months: 4 },
    placed: [{ at: 'bells', daysAgo: 300 }],
    workers: southWorkers,
    plan: { within: 'PT1H', reviewInDays: 90, says: 'Ring Isla’s mother. Mia forgets to charge her phone.' },
  },
  {
    ...inAldermoor,
    registeredBy: 'priya',
    key: 'leah',
    identity: { name: 'Leah Novak', otherNames: ['Lee'], pronoun: 'she' },
    age: { years: 10, months: 6 },
    placed: [{ at: 'tanners', daysAgo: 220 }],
    workers: southWorkers,
  },
  {
    ...inAldermoor,
    registeredBy: 'priya',
    key: 'poppy',
    identity: { name: 'Poppy Lane', otherNames: [], pronoun: 'she' },
    age: { years: 13, months: 11 },
    placed: [{ at: 'tanners', daysAgo: 95 }],
    workers: southWorkers,
  },
]

const inSupportedAccommodation: readonly ChildPlan[] = [
  {
    ...inAldermoor,
    registeredBy: 'hannah',
    key: 'nadia',
    council: 'fenwick',
    identity: { name: 'Nadia Karim', otherNames: ['Nads'], pronoun: 'she', telephone: '07700 900110' },
    age: { years: 16, months: 3 },
    placed: [{ at: 'harrowStreet', daysAgo: 60 }],
    workers: fenwickWorkers,
    concerns: [{ kind: 'harm', text: 'Afraid of a relative who has asked where she lives.' }],
  },
  {
    ...inAldermoor,
    key: 'kai',
    identity: { name: 'Kai Donnelly', otherNames: [], pronoun: 'they', telephone: '07700 900111' },
    age: { years: 17, months: 1 },
    placed: [{ at: 'harrowStreet', daysAgo: 170 }],
    workers: northWorkers,
  },
  {
    ...inAldermoor,
    key: 'finn',
    identity: { name: 'Finn Castle', otherNames: [], pronoun: 'he', telephone: '07700 900112' },
    age: { years: 17, months: 6 },
    placed: [{ at: 'harrowStreet', daysAgo: 240 }],
    workers: northWorkers,
  },
  {
    ...inAldermoor,
    registeredBy: 'grace',
    key: 'robin',
    identity: { name: 'Robin Ashby', otherNames: [], pronoun: 'they', telephone: '07700 900115' },
    age: { years: 16, months: 2 },
    placed: [{ at: 'harrowStreet', daysAgo: 150 }],
    workers: northWorkers,
    shutOut: { who: 'helen', reason: 'She is a cousin of the father.', reviewInDays: 40 },
    restricted: {
      to: ['sam', 'grace', 'colm', 'dawn', 'amira', 'tomasz', 'paul'],
      reason: 'A witness in a trial; the address must not become known.',
      reviewInDays: 40,
    },
  },
  {
    ...inAldermoor,
    key: 'luca',
    identity: { name: 'Luca Ferrant', otherNames: [], pronoun: 'he', telephone: '07700 900113' },
    age: { years: 16, months: 9 },
    placed: [{ at: 'harrowStreet', daysAgo: 100 }],
    workers: northWorkers,
  },
  {
    ...inAldermoor,
    registeredBy: 'hannah',
    key: 'dominic',
    council: 'fenwick',
    identity: { name: 'Dominic Vale', otherNames: [], pronoun: 'he', returnKey: 'FEN0412' },
    age: { years: 17, months: 2 },
    placed: [{ at: 'harrowStreet', daysAgo: 330 }],
    workers: fenwickWorkers,
    spell: { kind: 'missing', daysAgo: 12, source: 'missing.csv, line 31' },
  },
]

const atHomeAndUnknown: readonly ChildPlan[] = [
  {
    key: 'amara',
    registeredBy: 'sam',
    minutesKnown: 200 * days,
    council: 'aldermoor',
    status: 'protection-plan',
    identity: { name: 'Amara Obi', otherNames: [], pronoun: 'she', address: '4 Weir Cottages, Aldermoor' },
    age: { years: 14, months: 9 },
    placed: [{ at: 'obis', daysAgo: 200 }],
    workers: { 'social-worker': 'sam', 'missing-service': 'jo' },
  },
  {
    key: 'rosie',
    registeredBy: 'ann',
    minutesKnown: 262,
    identity: { name: 'Rosie Penn', otherNames: [], pronoun: 'she', address: '31 Orchard Row, Aldermoor' },
    age: { years: 12, months: 8 },
  },
  {
    key: 'unknown',
    registeredBy: 'lena',
    minutesKnown: 80,
    identity: {
      otherNames: [],
      pronoun: 'she',
      approximateAge: 13,
      description: 'Slight, dark plait, school blazer without a badge. Gave no name to the shopkeeper.',
    },
  },
]

/** Every child of the demonstration. All of them, and everything told of them, are invented. */
export const children: readonly ChildPlan[] = [
  ...inHomes,
  ...inFosterHomes,
  ...inSupportedAccommodation,
  ...atHomeAndUnknown,
]
