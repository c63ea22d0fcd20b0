import type { LondonDate } from '../../kernel/london.ts'

interface Said {
  readonly label: string
  readonly hint?: string
  /** Without it the rest says nothing. */
  readonly needed?: true
  /** Where somebody else lives or is: it stands in no grab pack. */
  readonly othersAddress?: true
  /** A number that may look like that of a card. */
  readonly number?: true
}

interface Chosen extends Said {
  readonly asks: 'choice'
  readonly options: Readonly<Record<string, string>>
}

export type DetailField = Chosen | (Said & { readonly asks: 'line' | 'text' | 'day' | 'yes-no' })

interface Kind {
  /** As a heading, and inside a sentence. */
  readonly called: string
  readonly group: DetailGroup
  /** Months for which it counts as fresh after somebody last said so. */
  readonly freshFor: number
  /** There is one at a time: another takes over from it. */
  readonly one?: true
  readonly fields: Readonly<Record<string, DetailField>>
}

export const detailGroups = {
  looks: 'What they look like and how to speak with them',
  people: 'People and places',
  reach: 'Telephones and online',
  means: 'Getting about, money and papers',
  risk: 'Warnings and the law',
  police: 'What police ask for',
} as const

export type DetailGroup = keyof typeof detailGroups

const says = { asks: 'text', label: 'What else to know' } as const

/** What is known of a child so that they can be found, kind by kind: the facts of a missing form, and what police ask. */
export const detailKinds = {
  description: {
    called: 'Description',
    group: 'looks',
    freshFor: 3,
    one: true,
    fields: {
      height: { asks: 'line', label: 'Height', hint: 'For example 5 feet 4, or 163 cm' },
      build: { asks: 'line', label: 'Build' },
      ethnicity: { asks: 'line', label: 'Ethnicity, as the child says it' },
      hair: { asks: 'line', label: 'Hair' },
      eyes: { asks: 'line', label: 'Eyes' },
      marks: { asks: 'text', label: 'Scars, tattoos, piercings, glasses' },
      wears: { asks: 'text', label: 'What they usually wear and carry' },
      age: { asks: 'line', label: 'How old they look' },
    },
  },
  communication: {
    called: 'Languages and communication',
    group: 'looks',
    freshFor: 6,
    one: true,
    fields: {
      speaks: { asks: 'line', label: 'Languages, the one they like best first', needed: true },
      interpreter: { asks: 'yes-no', label: 'Do they need an interpreter?' },
      how: { asks: 'text', label: 'How to speak with them', hint: 'Signs, pictures, time, what upsets them' },
    },
  },
  person: {
    called: 'Person',
    group: 'people',
    freshFor: 6,
    fields: {
      name: { asks: 'line', label: 'Name', needed: true },
      relation: {
        asks: 'choice',
        label: 'Who are they to the child?',
        needed: true,
        options: { family: 'Family', friend: 'A friend', trusted: 'Somebody whom the child trusts' },
      },
      who: { asks: 'line', label: 'In words', hint: 'For example an aunt, a friend from school' },
      telephone: { asks: 'line', label: 'Telephone' },
      address: { asks: 'line', label: 'Address', othersAddress: true },
      says,
    },
  },
  place: {
    called: 'Place',
    group: 'people',
    freshFor: 6,
    fields: {
      name: { asks: 'line', label: 'Name of the place', needed: true },
      what: {
        asks: 'choice',
        label: 'What is it?',
        needed: true,
        options: {
          public: 'A public place: a park, a centre, a station',
          business: 'A shop, a takeaway, a hotel',
          home: 'Somebody’s home',
          online: 'Somewhere online',
          other: 'Something else',
        },
      },
      address: { asks: 'line', label: 'Where it is' },
      risk: { asks: 'text', label: 'What the risk there is', hint: 'In words. Say also if there is none' },
      foundThere: { asks: 'yes-no', label: 'Has the child been found there before?' },
    },
  },
  'found-before': {
    called: 'Found before',
    group: 'people',
    freshFor: 12,
    fields: {
      where: { asks: 'line', label: 'Where they were found', needed: true },
      when: { asks: 'line', label: 'When, about' },
      how: { asks: 'text', label: 'What brought them home' },
    },
  },
  telephone: {
    called: 'Telephone',
    group: 'reach',
    freshFor: 3,
    fields: {
      number: { asks: 'line', label: 'Number', needed: true },
      imei: { asks: 'line', label: 'IMEI', hint: '15 digits: dial *#06# or look on the box', number: true },
      network: { asks: 'line', label: 'Network' },
      says: { asks: 'text', label: 'What else to know', hint: 'Make, who pays, who sees where it is' },
    },
  },
  'online-name': {
    called: 'Online name',
    group: 'reach',
    freshFor: 3,
    fields: {
      platform: { asks: 'line', label: 'Which app, game or site', needed: true },
      name: { asks: 'line', label: 'Name there', needed: true },
      says,
    },
  },
  transport: {
    called: 'Getting about',
    group: 'means',
    freshFor: 6,
    one: true,
    fields: {
      card: { asks: 'line', label: 'Travel card and its number', number: true },
      routes: { asks: 'line', label: 'Buses and trains' },
      bicycle: { asks: 'line', label: 'Bicycle or scooter' },
      car: { asks: 'line', label: 'Car, with its registration', hint: 'Theirs, or one that fetches them' },
    },
  },
  money: {
    called: 'Money',
    group: 'means',
    freshFor: 6,
    one: true,
    fields: {
      bank: {
        asks: 'line',
        label: 'Bank, by name only',
        hint: 'No card number and no PIN: police ask the bank',
      },
      cash: { asks: 'line', label: 'Cash that they usually have' },
      from: { asks: 'line', label: 'Where money comes from' },
    },
  },
  'identity-paper': {
    called: 'Passport or other paper',
    group: 'means',
    freshFor: 12,
    fields: {
      paper: {
        asks: 'choice',
        label: 'What is it?',
        needed: true,
        options: {
          passport: 'Passport',
          'birth-certificate': 'Birth certificate',
          immigration: 'Proof of immigration status',
          other: 'Another paper',
        },
      },
      heldBy: { asks: 'line', label: 'Who holds it', needed: true },
      number: { asks: 'line', label: 'Number and country', number: true },
    },
  },
  warning: {
    called: 'Warning or vulnerability',
    group: 'risk',
    freshFor: 6,
    fields: {
      text: { asks: 'text', label: 'What it is, and what to do', needed: true },
      reviewBy: { asks: 'day', label: 'Look at it again by', hint: 'For example 3 4 2027', needed: true },
      childKnows: { asks: 'yes-no', label: 'Does the child know that it stands here?', needed: true },
    },
  },
  legal: {
    called: 'The law',
    group: 'risk',
    freshFor: 6,
    fields: {
      what: {
        asks: 'choice',
        label: 'What is it?',
        needed: true,
        options: {
          'parental-responsibility': 'Who holds parental responsibility',
          order: 'A court order',
          bail: 'Bail',
          curfew: 'Curfew',
          tag: 'Tag',
        },
      },
      text: { asks: 'text', label: 'What it says', needed: true },
      until: { asks: 'day', label: 'Until', hint: 'For example 3 4 2027' },
    },
  },
  dna: {
    called: 'Item for DNA',
    group: 'police',
    freshFor: 6,
    fields: {
      item: { asks: 'line', label: 'What', hint: 'A toothbrush, a hairbrush', needed: true },
      where: { asks: 'line', label: 'Where it is kept', needed: true },
    },
  },
  publicity: {
    called: 'Consent to publicity',
    group: 'police',
    freshFor: 6,
    one: true,
    fields: {
      consent: {
        asks: 'choice',
        label: 'May there be publicity?',
        needed: true,
        options: { yes: 'Yes', no: 'No', ask: 'Ask first, each time' },
      },
      by: { asks: 'line', label: 'Who says so, holding parental responsibility', needed: true },
      says: { asks: 'text', label: 'On what terms' },
    },
  },
} as const satisfies Readonly<Record<string, Kind>>

export type DetailKind = keyof typeof detailKinds
export const detailKindNames = Object.keys(detailKinds) as readonly DetailKind[]

type FieldsOf<K extends DetailKind> = (typeof detailKinds)[K]['fields']
type ValueOf<F> = F extends { asks: 'choice'; options: infer O }
  ? keyof O & string
  : F extends { asks: 'day' }
    ? LondonDate
    : F extends { asks: 'yes-no' }
      ? boolean
      : string
type NeededOf<F> = { [N in keyof F]: F[N] extends { needed: true } ? N : never }[keyof F]

export type DetailOf<K extends DetailKind> = {
  readonly [N in NeededOf<FieldsOf<K>>]: ValueOf<FieldsOf<K>[N]>
} & {
  readonly [N in Exclude<keyof FieldsOf<K>, NeededOf<FieldsOf<K>>>]?: ValueOf<FieldsOf<K>[N]>
} & { readonly kind: K }

/** One thing that is known of a child. */
export type Detail = { [K in DetailKind]: DetailOf<K> }[DetailKind]

/** The questions of a kind, in their order. */
export function fieldsOf(kind: DetailKind): readonly (readonly [name: string, field: DetailField])[] {
  return Object.entries<DetailField>(detailKinds[kind].fields)
}
