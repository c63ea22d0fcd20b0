import type { Equivalent } from './survivors.ts'

/** Changes that were looked at one by one: whoever sees only what the code answers cannot tell them from the original. */
export const equivalents: readonly Equivalent[] = []
