import type { Detail } from '../../domain/child/detail-kinds.ts'
import type { Clock } from './clock.ts'

interface Known {
  readonly detail: Detail
  readonly suppliedBy: string
  /** Days before the loading. */
  readonly daysAgo: number
}

const byRuth = (daysAgo: number, detail: Detail): Known => ({
  detail,
  suppliedBy: 'Ruth Adeyemi, his key worker',
  daysAgo,
})
const byJay = (daysAgo: number, detail: Detail): Known => ({ detail, suppliedBy: 'Jay', daysAgo })
const byTyler = (daysAgo: number, detail: Detail): Known => ({ detail, suppliedBy: 'Tyler', daysAgo })

/** What is known of two children of the demonstration, fresh and stale. */
export function knownOf(key: string, clock: Clock): readonly Known[] {
  if (key === 'jay') return [...looksOfJay, ...meansOfJay, ...riskOfJay(clock)]
  return key === 'tyler' ? ofTyler : []
}

const looksOfJay: readonly Known[] = [
  byRuth(20, {
    kind: 'description',
    height: '5 feet 5',
    build: 'Slim',
    ethnicity: 'White and Black Caribbean',
    hair: 'Short, black, a line shaved on the left',
    eyes: 'Brown',
    marks: 'A burn scar on the right forearm.',
    wears: 'A black puffer jacket, grey joggers, white trainers. A small cross-body bag.',
    age: '14 to 16',
  }),
  byRuth(20, { kind: 'communication', speaks: 'English', how: 'Give him time. He goes quiet when crowded.' }),
  byJay(20, {
    kind: 'person',
    name: 'Rose Mercer',
    relation: 'trusted',
    who: 'His aunt',
    telephone: '07700 900171',
    address: '8 Harbour Row, Aldermoor',
    says: 'Ring her first: he answers her.',
  }),
  byRuth(200, { kind: 'person', name: 'Marcus Bell', relation: 'family', who: 'His mother’s nephew, 19' }),
  byRuth(20, {
    kind: 'place',
    name: 'The arcade on Kiln Street',
    what: 'business',
    address: 'Kiln Street, Aldermoor',
    risk: 'Adults who gave him parcels wait there.',
    foundThere: true,
  }),
  byRuth(20, {
    kind: 'found-before',
    where: 'The bus station, bay 4',
    when: 'In August',
    how: 'His aunt fetched him after he answered her message.',
  }),
]

const meansOfJay: readonly Known[] = [
  byJay(20, {
    kind: 'telephone',
    number: '07700 900101',
    imei: '490154203237518',
    network: 'Calder Mobile',
    says: 'A cracked black handset. He turns it off on trains.',
  }),
  byJay(130, { kind: 'online-name', platform: 'A video app', name: 'jj.mercer14' }),
  byRuth(20, {
    kind: 'transport',
    card: 'Young person’s travel card 6335 9700 1122',
    routes: 'The 14 and the coast line',
  }),
  byRuth(20, { kind: 'money', bank: 'Calder Bank', cash: 'About £10 on Fridays' }),
  byRuth(20, { kind: 'identity-paper', paper: 'passport', heldBy: 'Aldermoor Council, in the team’s safe' }),
  byRuth(20, { kind: 'dna', item: 'His toothbrush', where: 'The bathroom at Oakfield House, blue cup' }),
]

function riskOfJay(clock: Clock): readonly Known[] {
  return [
    byRuth(20, {
      kind: 'warning',
      text: 'His asthma turns severe in the cold. If he is short of breath, ring 999.',
      reviewBy: clock.day(70),
      childKnows: true,
    }),
    byRuth(20, {
      kind: 'legal',
      what: 'parental-responsibility',
      text: 'Aldermoor Council and his mother.',
    }),
    byRuth(20, {
      kind: 'publicity',
      consent: 'ask',
      by: 'Sam Okafor for the council; his mother agrees',
      says: 'No photograph in which his school can be seen.',
    }),
  ]
}

const ofTyler: readonly Known[] = [
  byTyler(30, { kind: 'description', height: '170 cm', build: 'Broad', hair: 'Fair, to the collar' }),
  byTyler(30, { kind: 'communication', speaks: 'English', how: 'Write rather than ring.' }),
  byTyler(30, { kind: 'person', name: 'Nina Cole', relation: 'trusted', who: 'His advocate' }),
  byTyler(30, {
    kind: 'place',
    name: 'The canal path by the lock',
    what: 'public',
    risk: 'Deep water, no lights. He goes there to be alone.',
    foundThere: true,
  }),
  byTyler(110, { kind: 'online-name', platform: 'A game', name: 'tyb_2011' }),
]
