import type { Calendar } from '../../src/kernel/working-days.ts'
import type { Chronology } from '../../src/domain/episode/entries.ts'
import type { FactsAt } from '../../src/domain/protocol/facts.ts'
import type { Obligation } from '../../src/domain/protocol/obligation.ts'
import { afterAReturn } from './after-a-return.ts'
import { atAnyStage } from './at-any-stage.ts'
import { findings } from './findings.ts'
import { found } from './found.ts'
import { grading } from './grading.ts'
import { harm } from './harm.ts'
import { homecoming } from './homecoming.ts'
import { interviews } from './interviews.ts'
import { keepers } from './keepers.ts'
import { nightOf } from './night.ts'
import { reviewing } from './protection.ts'
import { stillMissing } from './still-missing.ts'
import { tellingOthers } from './telling-others.ts'
import { tellingPolice } from './telling-police.ts'
import { toldNow } from './told-now.ts'

/** What `obligations` gives under `missing-from-home-and-care/2024-03`, written out clause by clause by somebody who needs
    that edition and no other. What it takes and gives is the same, to the last word. */
export function obligationsByHand(
  chronology: Chronology,
  facts: FactsAt,
  calendar: Calendar,
): readonly Obligation[] {
  const night = nightOf(chronology, facts, calendar)
  return [
    ...keepers(night),
    ...tellingPolice(night),
    ...grading(night),
    ...tellingOthers(night),
    ...reviewing(night),
    ...harm(night),
    ...stillMissing(night),
    ...found(night),
    ...homecoming(night),
    ...afterAReturn(night),
    ...interviews(night),
    ...toldNow(night),
    ...findings(night),
    ...atAnyStage(night),
  ]
}
