import type { OnProgress } from '../verify.ts'
import type { GuessCost } from './seal.ts'

/** Whoever watches a long run, and may ask it to stop: what is half done is then undone. */
export interface Watching {
  readonly onProgress?: OnProgress
  readonly signal?: AbortSignal
}

export interface Sealing extends Watching {
  /** Less than the full cost is for tests. */
  readonly cost?: GuessCost
  /** The last moment on which the file is good. */
  readonly until?: string
}
