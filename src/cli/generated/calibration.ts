/** How the generated partnership is spread. Where a figure is known its source is named; where not, it is a setting. */

/** Hours away, as the shares of incidents: eight in ten are over within a day, nine within two (own mix, in keeping with
    what police and the looked-after statistics publish). */
export const hoursAway: readonly (readonly [band: readonly [from: number, to: number], share: number])[] = [
  [[0.6, 2], 12],
  [[2, 4], 18],
  [[4, 8], 24],
  [[8, 16], 20],
  [[16, 24], 9],
  [[24, 48], 9],
  [[48, 168], 6],
  [[168, 720], 1.5],
  [[720, 1400], 0.5],
]

/** Incidents in a year of a looked-after child who was missing in it. Devon's (2020/21) fit k^-0.85 e^(-k/15) with a mean
    of 6.3, by the national 6.5 to 6.8; drawn from a little above, because many are in care for part of a year and some
    nights find no room. Of other children: k^-2.1 e^(-k/25), mean 2.0. */
export const incidentsAYear = {
  lookedAfter: ratesOf(0.7, 16),
  others: ratesOf(2.1, 25),
  /** Away without authorisation: the national mean is 4.5. */
  away: ratesOf(1, 12),
} as const

/** Share of the looked-after children of a year who were missing in it: 11 in 100 nationally, and by age so that of the
    incidents 56 in 100 are at 16 and over and 44 at 10 to 15 (2025). */
export const shareMissing = { at16: 0.31, at10: 0.105, at5: 0.0009, under5: 0.0002 } as const

/** Away without authorisation: 4,700 children for 11,000 who were missing (2020). */
export const shareAlsoAway = 0.43
/** For each incident, so many evenings that end before anybody is told; and of a hundred child-years, so many have a
    concern about the wrong child: settings. */
export const shareAlsoLate = 0.14
export const shareInError = 0.008
/** A child who was missing in one year and in the next: a setting, since hardly any source follows children. */
export const stillMissingNextYear = 0.5

/** Ages of looked-after children, from and to, with shares: a setting in keeping with the national spread. */
export const agesInCare: readonly (readonly [ages: readonly [from: number, to: number], share: number])[] = [
  [[0, 1], 5],
  [[1, 5], 13],
  [[5, 10], 19],
  [[10, 16], 37],
  [[16, 18], 26],
]

/** Of all children of the partnership: those looked after at some time in it; the others are known for another reason.
    With `othersMissing`, 19 in 100 missing children are in care and 36 in 100 incidents theirs (2018/19). */
export const population = { lookedAfter: 0.33, othersMissingAYear: 0.21 } as const

/** Where missing children live: homes, secure and semi-independent 56, foster homes 25, independent 14 (2020). */
export const placesOfMissing = { home: 52, supported: 18, foster: 25, family: 5 } as const
export const placesOfOthers = { home: 8, supported: 8, foster: 72, family: 12 } as const
/** Half of Wakefield's missing children in care lived outside the district (2020/21); of the others, a setting. */
export const outOfArea = { missing: 0.45, others: 0.22 } as const

/** Grades of children's incidents: high 15, medium 72, low and none 13. */
export const grades = [
  ['high', 15],
  ['medium', 72],
  ['low', 10],
  ['no-apparent-risk', 3],
] as const

/** How children come back: 43 in 100 by themselves, 29 found by police (2018/19); the rest is a setting. */
export const waysBack = [
  ['by-themselves', 43],
  ['brought-by-police', 29],
  ['brought-by-carer', 13],
  ['brought-by-family', 11],
  ['brought-by-other', 4],
] as const

/** The interview: offered for 80 in 100 incidents, accepted by 65 and held with 60 of 100 to whom it was offered, and
    63 of 100 held in time. Out of area each is 15 points less. */
export const interview = {
  offered: 0.8,
  accepted: 0.65,
  held: 0.6,
  inTime: 0.63,
  lessOutOfArea: 0.15,
} as const

/** What interviews lead to: settings, since what is learned is published nowhere. */
export const learning = {
  findings: [
    [0, 25],
    [1, 35],
    [2, 25],
    [3, 15],
  ],
  released: 0.75,
  became: [
    ['action', 62],
    ['no-action', 20],
    ['nothing', 18],
  ],
  ended: [
    ['in-time', 60],
    ['late', 15],
    ['ended', 10],
    ['not-yet', 15],
  ],
  sharedWithHome: 0.35,
  notShared: 0.3,
} as const

/** Exploitation is feared in 9 in 100 incidents, and 69 of 100 of those are girls (2018/19). */
export const exploitationFeared = { she: 0.138, he: 0.045, they: 0.09 } as const

/** Reports by the hour of London's day, most of them between 18:00 and 01:00. Recalled: no source was found. */
export const byHour: readonly number[] = [
  3.6, 2, 1, 0.7, 0.5, 0.4, 0.6, 0.9, 1.4, 1.8, 2, 2.2, 2.5, 2.8, 3, 4, 5, 6, 7.5, 8.5, 9.5, 10, 9, 6.5,
]
/** Monday first. Fridays and Saturdays are busier: recalled, no source was found. */
export const byWeekday: readonly number[] = [0.92, 0.92, 0.94, 0.98, 1.18, 1.14, 0.92]

/** Days between an absence and the next, where they follow each other: the weeks after one are the likeliest (a study of
    2,251 incidents, of which 65 in 100 were repeats). */
export const soonAgain = { share: 0.65, meanDays: 12 } as const

function ratesOf(power: number, scale: number): readonly (readonly [incidents: number, weight: number])[] {
  return Array.from({ length: 60 }, (_, index) => {
    const k = index + 1
    return [k, k ** -power * Math.exp(-k / scale)]
  })
}
