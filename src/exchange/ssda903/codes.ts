import type { Setting } from '../../domain/child/child.ts'

/** Codes of the return in our own short words. `older` are those of returns before the present year's. */

export const sexes: Readonly<Record<string, 'he' | 'she' | 'they'>> = { M: 'he', F: 'she', U: 'they' }
export const olderSexes: Readonly<Record<string, 'he' | 'she'>> = { 1: 'he', 2: 'she' }

/** What has changed as the row begins. S is a start in care; with L nothing has but the legal status. */
export const begins: Readonly<Record<string, string>> = {
  S: 'started to be looked after',
  L: 'change of legal status only',
  P: 'change of placement and carer',
  T: 'change of placement with the same carer',
  B: 'change of legal status, placement and carer',
  U: 'change of legal status and placement with the same carer',
}

export const legalStatuses: Readonly<Record<string, string>> = {
  C1: 'interim care order',
  C2: 'full care order',
  D1: 'freeing order',
  E1: 'placement order',
  V2: 'single period of accommodation, section 20',
  V3: 'agreed series of short breaks, each recorded',
  V4: 'agreed series of short breaks',
  J1: 'remanded to accommodation or youth detention',
  J2: 'accommodated from police custody',
  J3: 'youth rehabilitation order with residence or intensive fostering',
  L1: 'police protection',
  L2: 'emergency protection order',
  L3: 'child assessment order',
}

type Place = { readonly words: string; readonly kind: Setting['kind'] }

function fostering(words: string): Place {
  return { words, kind: 'foster-home' }
}

function other(words: string): Place {
  return { words, kind: 'other' }
}

export const places: Readonly<Record<string, Place>> = {
  A3: fostering('placed for adoption by consent with the foster carer'),
  A4: other('placed for adoption by consent'),
  A5: fostering('placed for adoption by order with the foster carer'),
  A6: other('placed for adoption by order'),
  K1: { words: "secure children's home", kind: 'secure' },
  K2: { words: "children's home", kind: 'childrens-home' },
  K3: { words: 'supported accommodation', kind: 'supported-accommodation' },
  P1: { words: 'with parents', kind: 'family' },
  P2: other('living independently'),
  P3: other('residential employment'),
  R1: other('residential care home'),
  R2: other('health or nursing establishment'),
  R3: other('family centre or mother and baby unit'),
  R5: { words: 'young offender institution or prison', kind: 'secure' },
  S1: { words: 'residential school', kind: 'school' },
  T0: other('temporary move'),
  T1: other('temporary stay in hospital'),
  T2: other('temporary absence on holiday'),
  T3: other('temporary stay while the carer is on holiday'),
  T4: other('temporary stay of seven days or less'),
  U1: fostering('fostered by family or friend, long term'),
  U2: fostering('fostered by family or friend who may adopt'),
  U3: fostering('fostered by family or friend'),
  U4: fostering('fostered, long term'),
  U5: fostering('fostered by a carer who may adopt'),
  U6: fostering('fostered'),
  Z11: other('other placement Z11'),
  Z12: other('other placement Z12'),
  Z13: other('other placement Z13'),
  Z14: other('other placement Z14'),
}

export const olderPlaces: Readonly<Record<string, Place>> = {
  H5: { words: 'semi-independent living', kind: 'supported-accommodation' },
  Z1: other('other placement'),
}

export const providers: Readonly<Record<string, string>> = {
  PR0: 'parents',
  PR1: "the council's own",
  PR2: 'another council',
  PR3: 'public body',
  PR4: 'private',
  PR5: 'charity',
}

export const ends: Readonly<Record<string, string>> = {
  X1: 'another row of the return follows',
  E2: 'died',
  E3: 'care was taken over by another council',
  E4A: 'returned to parents as planned',
  E4B: 'returned to parents, not as planned',
  E5: 'moved to live independently with support',
  E6: 'moved to live independently without formal support',
  E7: "moved to adult services' residential care",
  E8: 'care ended for another reason',
  E9: 'sentenced to custody',
  E11: 'adopted, unopposed',
  E12: 'adopted, consent dispensed with',
  E13: 'left to live with family or others without parental responsibility',
  E14: 'accommodation on remand ended',
  E15: 'found to be 18 or over by age assessment',
  E16: 'moved abroad',
  E17: 'turned 18 and stayed with the carer',
  E41: 'child arrangements order',
  E45: 'special guardianship: former foster carer, family or friend',
  E46: 'special guardianship: former foster carer',
  E47: 'special guardianship: family or friend',
  E48: 'special guardianship: another carer',
}

export const placeChanges: Readonly<Record<string, string>> = {
  CARPL: 'planned move in the care plan',
  CLOSE: 'the home closed',
  ALLEG: 'after an allegation',
  STAND: 'after concern about standards',
  APPRR: 'approval was withdrawn',
  CREQB: "at the carer's request for the child's behaviour",
  CREQO: "at the carer's request for another reason",
  CHILD: 'at the request of the child',
  LAREQ: 'at the request of the council',
  PLACE: 'the placement did not last',
  CUSTOD: 'moved to custody',
  OTHER: 'another reason',
}
