import type { LondonDate } from '../../kernel/london.ts'
import type { Source } from '../protocol/protocol.ts'
import type { AuditAnswer } from './record.ts'

/** Whether a place gives care or support, as data with sources. What was recalled is marked so, and is no quotation. */
export interface AuditQuestions {
  readonly edition: string
  readonly title: string
  readonly from: LondonDate
  readonly questions: readonly AuditQuestion[]
}

export interface AuditQuestion {
  readonly question: string
  readonly asks: string
  /** Which answer points to care; the other points to support. */
  readonly care: 'yes' | 'no'
  readonly source: Source
}

/** What one answer points to; nothing where it is not known. */
function pointsTo({ care }: AuditQuestion, { answer }: AuditAnswer): 'care' | 'support' | undefined {
  if (answer === 'not-known') return undefined
  return answer === care ? 'care' : 'support'
}

/** Two readings of the same answers, and no score: none of them decides alone. */
export interface AuditReading {
  readonly toCare: readonly AuditQuestion[]
  readonly toSupport: readonly AuditQuestion[]
  readonly notKnown: readonly AuditQuestion[]
}

export function readAudit({ questions }: AuditQuestions, answers: readonly AuditAnswer[]): AuditReading {
  const sideOf = (one: AuditQuestion) => {
    const answer = answers.find(({ question }) => question === one.question)
    return answer && pointsTo(one, answer)
  }
  const sides = Map.groupBy(questions, (one) => sideOf(one) ?? 'not-known')
  return {
    toCare: sides.get('care') ?? [],
    toSupport: sides.get('support') ?? [],
    notKnown: sides.get('not-known') ?? [],
  }
}
