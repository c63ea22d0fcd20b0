import type { Act } from './act.ts'
import { closingActs } from './forms/closing.ts'
import { correctionActs } from './forms/corrections.ts'
import { decisionActs } from './forms/decisions.ts'
import { intelligenceActs } from './forms/intelligence.ts'
import { interviewActs } from './forms/interview.ts'
import { passageActs } from './forms/passages.ts'
import { policeActs } from './forms/police.ts'
import { questionActs } from './forms/questions.ts'
import { sharingActs } from './forms/sharing.ts'
import { searchingActs } from './forms/searching.ts'
import { tellingActs } from './forms/telling.ts'
import { whereaboutsActs } from './forms/whereabouts.ts'

/** A page for every command of an episode that has begun. A test holds the list against the commands. */
export const acts: readonly Act[] = [
  ...searchingActs,
  ...tellingActs,
  ...whereaboutsActs,
  ...policeActs,
  ...intelligenceActs,
  ...interviewActs,
  ...passageActs,
  ...decisionActs,
  ...questionActs,
  ...correctionActs,
  ...sharingActs,
  ...closingActs,
]
