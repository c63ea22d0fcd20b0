/** How police judge where intelligence comes from, what it rests on and who may be given it, by the national form of
    three questions. None of the answers verifies it. */
export const sourceGrades = ['reliable', 'untested', 'not-reliable'] as const
export type SourceGrade = (typeof sourceGrades)[number]

export const intelligenceGrades = [
  'known-directly',
  'corroborated',
  'known-indirectly',
  'not-known',
  'suspected-false',
] as const
export type IntelligenceGrade = (typeof intelligenceGrades)[number]

export const handlings = ['may-be-shared', 'may-be-shared-with-conditions'] as const
export type Handling = (typeof handlings)[number]
