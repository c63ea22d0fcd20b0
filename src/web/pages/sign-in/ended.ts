import { notice } from '../../components/notice.ts'
import type { Html } from '../../html.ts'

/** How the last session of this browser came to its end. */
export interface Ended {
  /** By itself, because its time was over. */
  readonly byItself: boolean
  /** Something that was typed waits. */
  readonly held: boolean
}

/** Says that somebody was signed out and that nothing is lost. Nothing is said of who it was. */
export function endedNotice(ended: Ended | undefined): Html | undefined {
  if (ended?.held === true)
    return notice({
      kind: 'plain',
      title: 'What you typed is kept for an hour',
      body: 'Your session had ended, so it is not recorded yet. Sign in as the same person and send it.',
    })
  if (ended?.byItself === true)
    return notice({ kind: 'plain', title: 'You were signed out because your time was over' })
  return undefined
}
