import type { Act } from './act.ts'
import { agreedActionActs } from './forms/agreed-actions.ts'
import { careActs } from './forms/care.ts'
import { closingActs } from './forms/closing.ts'
import { correctionActs } from './forms/corrections.ts'
import { decisionActs } from './forms/decisions.ts'
import { intelligenceActs } from './forms/intelligence.ts'
import { findingActs } from './forms/findings.ts'
import { homecomingActs } from './forms/homecoming.ts'
import { interviewLedgerActs } from './forms/interview-ledger.ts'
import { interviewActs } from './forms/interview.ts'
import { passageActs } from './forms/passages.ts'
import { policeActs } from './forms/police.ts'
import { protectionActs } from './forms/protection.ts'
import { questionActs } from './forms/questions.ts'
import { sharingActs } from './forms/sharing.ts'
import { searchingActs } from './forms/searching.ts'
import { tellingActs } from './forms/telling.ts'
import { tellingNowActs } from './forms/telling-now.ts'
import { whereaboutsActs } from './forms/whereabouts.ts'
import { writeUpActs } from './forms/write-up.ts'

/** A page for every command of an episode that has begun. A test holds the list against the commands. */
export const acts: readonly Act[] = [
  ...searchingActs,
  ...tellingActs,
  ...whereaboutsActs,
  ...policeActs,
  ...intelligenceActs,
  ...homecomingActs,
  ...tellingNowActs,
  ...interviewActs,
  ...interviewLedgerActs,
  ...writeUpActs,
  ...passageActs,
  ...findingActs,
  ...agreedActionActs,
  ...decisionActs,
  ...protectionActs,
  ...questionActs,
  ...correctionActs,
  ...sharingActs,
  ...careActs,
  ...closingActs,
]
