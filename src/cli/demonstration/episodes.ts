import type { EpisodePlan } from './episode-plan.ts'
import { back } from './episodes/back.ts'
import { ended } from './episodes/ended.ts'
import { interviews } from './episodes/interviews.ts'
import { looking } from './episodes/looking.ts'
import { reported } from './episodes/reported.ts'

/** An episode in every state, what is long over first. A child's later episode follows the earlier one. */
export const episodes: readonly EpisodePlan[] = [...ended, ...interviews, ...reported, ...looking, ...back]
