/** How far a source is relied on, and how far what it said: the scales of a five by five, as recalled and not read at
    their source. They are police's words for police's judgement, and no score. */
export const sourceGrades = {
  A: 'always reliable',
  B: 'mostly reliable',
  C: 'sometimes reliable',
  D: 'unreliable',
  E: 'untested',
} as const

export type SourceGrade = keyof typeof sourceGrades

export const informationGrades = {
  '1': 'known to be true',
  '2': 'known to the source itself',
  '3': 'not known to the source, and borne out by something else',
  '4': 'cannot be judged',
  '5': 'suspected to be false',
} as const

export type InformationGrade = keyof typeof informationGrades
