import { isAfter, type Moment } from '../../kernel/moment.ts'
import { effective } from '../episode/effective.ts'
import type { Chronology } from '../episode/entries.ts'
import type { EntryId } from '../episode/entry.ts'
import { saidIn, type Learned } from '../episode/finding-bodies.ts'
import type { EffectiveOf } from '../episode/state.ts'

/** An action that was agreed, with what became of it. */
export interface ActionTaken {
  readonly agreed: EffectiveOf<'action-agreed'>
  readonly done?: EffectiveOf<'action-done'>
  readonly ended?: EffectiveOf<'action-ended'>
}

/** Something that was learned, with all that it led to, as far as the reader reads it. */
export interface LedTo {
  readonly finding: EffectiveOf<'finding-recorded'>
  readonly actions: readonly ActionTaken[]
  /** Why nothing is done about it, where somebody decided so. */
  readonly nothing?: EffectiveOf<'no-action-decided'>
  /** The last word on whether it may go in the next pack for police. */
  readonly forPolice?: EffectiveOf<'finding-released'> | EffectiveOf<'finding-kept'>
}

/** What became of a finding of concern. Only `nowhere` is nobody's answer. */
export const becameOf = ['nowhere', 'late', 'running', 'done', 'not-done', 'decided'] as const
export type Became = (typeof becameOf)[number]

/** Every finding of an episode as the record stands, in the order in which they were learned. */
export function ledTo(chronology: Chronology): readonly LedTo[] {
  const entries = effective(chronology)
  const actions = entries
    .filter((entry) => entry.type === 'action-agreed')
    .map((agreed): ActionTaken => {
      const done = entries.find((one) => one.type === 'action-done' && one.body.action === agreed.id)
      const ended = entries.find((one) => one.type === 'action-ended' && one.body.action === agreed.id)
      return {
        agreed,
        ...(done?.type === 'action-done' && { done }),
        ...(ended?.type === 'action-ended' && { ended }),
      }
    })
  return entries
    .filter((entry) => entry.type === 'finding-recorded')
    .map((finding) => {
      const nothing = entries.findLast(
        (one) => one.type === 'no-action-decided' && one.body.finding === finding.id,
      )
      const forPolice = entries.findLast((one) => isMarkOf(finding.id, one))
      return {
        finding,
        actions: actions.filter(({ agreed }) => agreed.body.finding === finding.id),
        ...(nothing?.type === 'no-action-decided' && { nothing }),
        ...((forPolice?.type === 'finding-released' || forPolice?.type === 'finding-kept') && { forPolice }),
      }
    })
}

function isMarkOf(finding: EntryId, entry: ReturnType<typeof effective>[number]): boolean {
  return (
    (entry.type === 'finding-released' || entry.type === 'finding-kept') && entry.body.finding === finding
  )
}

/** What became of it by now: the worst of its actions first, and what was decided last. */
export function became({ actions, nothing }: LedTo, now: Moment): Became {
  const running = actions.filter(({ done, ended }) => done === undefined && ended === undefined)
  if (running.some(({ agreed }) => isAfter(now, agreed.body.byWhen))) return 'late'
  if (running.length > 0) return 'running'
  if (actions.some(({ done }) => done !== undefined)) return 'done'
  if (nothing !== undefined) return 'decided'
  return actions.length > 0 ? 'not-done' : 'nowhere'
}

/** What was learned, where the reader reads it. */
export function learnedOf({ body }: EffectiveOf<'finding-recorded'>): Learned | undefined {
  return saidIn(body)
}
