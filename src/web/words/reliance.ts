import type { GradedPerson } from '../../domain/child/child.ts'
import { informationGrades, sourceGrades } from '../../domain/child/reliance.ts'
import { dateInWords, londonDate } from '../../kernel/london.ts'
import type { Moment } from '../../kernel/moment.ts'

/** Who says so, how far it is relied on and until when, after what is known of an adult. */
export function relianceInWords(graded: GradedPerson, now: Moment): string {
  const { source, sourceGrade, informationGrade, reviewBy, expires } = graded
  const review = `look at it again by ${dateInWords(reviewBy)}${reviewBy < londonDate(now) ? ', which is past' : ''}`
  return `Source: ${source}. ${sourceGrade}, ${sourceGrades[sourceGrade]}; ${informationGrade}, ${informationGrades[informationGrade]} (scale not verified); ${review}; ends on ${dateInWords(expires)}`
}
