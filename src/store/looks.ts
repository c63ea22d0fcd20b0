import type { Moment } from '../kernel/moment.ts'
import { sectionHash } from './commitment.ts'
import { canonicalText } from './storable.ts'

/** A look as its row holds it: who looked, in which post, at whom, by which page, and for what. */
export interface LookRow {
  readonly id: number
  readonly at: Moment
  readonly person: string
  readonly post: string
  readonly what: string
  readonly children: readonly string[]
  readonly purpose: string | null
  readonly reference: string | null
  readonly salt: Buffer
  readonly said: Buffer
  readonly commitment: Buffer
}

/** A run of the maintainer as its row holds it. */
export interface RunRow {
  readonly run: string
  readonly verb: string
  readonly reason: string
  readonly at: Moment
  readonly salt: Buffer
  readonly said: Buffer
  readonly commitment: Buffer
}

type Hashes = 'salt' | 'said' | 'commitment'

/** What the salted hash of a look is over. The database writes the same when the look is kept. */
export function lookText(look: Omit<LookRow, Hashes>): string {
  const { id, at, person, post, what, children, purpose, reference } = look
  const said = { at, children, number: id, person, post, purpose, reference, what }
  return canonicalText(said, `look ${id}`)
}

export function runText({ run, verb, reason, at }: Omit<RunRow, Hashes>): string {
  return canonicalText({ at, reason, run, verb }, `run ${run}`)
}

/** The salted hash of what a look or a run says. */
export function saidHash(salt: Buffer, text: string): Buffer {
  return sectionHash(salt, Buffer.from(text))
}
