import { createHash } from 'node:crypto'
import type { RetentionClass } from '../../domain/access/retention.ts'
import type { Moment } from '../../kernel/moment.ts'
import { canonicalText } from '../storable.ts'

/** One of the two people, and the post in which they decided. */
export interface DecidedBy {
  readonly at: Moment
  readonly person: string
  readonly name: string
  readonly post: string
  readonly role: string
}

/** One disposal, as the register keeps it: what went, and nothing of what it said. */
export interface RegisterLine {
  readonly format: 'whereabouts disposal 1'
  /** 1, 2, 3 and so on. */
  readonly number: number
  /** SHA-256 of the line before, hex; 64 zeros for the first. */
  readonly previous: string
  /** Which record, as a checkpoint names it. */
  readonly record: string
  readonly at: Moment
  readonly decision: string
  readonly subject: string
  readonly controller: string
  readonly controllerName: string
  readonly class: RetentionClass
  /** How long the class is kept and who says so. Not the day: with a birthday it would tell a date of birth. */
  readonly years: number
  readonly source: string
  readonly proposed: DecidedBy
  readonly confirmed: DecidedBy
  /** Nothing of the record is left. */
  readonly whole: boolean
  readonly content: readonly { readonly entry: string; readonly sections: readonly string[] }[]
}

/** A line, its exact text, and the hash that the next one names. */
export interface Registered {
  readonly line: RegisterLine
  readonly text: string
  readonly hash: string
}

/** Sections of which a disclosure does not say that there was anything in them. */
const unspoken: ReadonlySet<string> = new Set(['police-intelligence', 'protected-address', 'shut-out'])

/** How many entries went of which it may be said that they did. */
export function entriesSaid({ content }: Pick<RegisterLine, 'content'>): number {
  return content.filter(({ sections }) => sections.some((section) => !unspoken.has(section))).length
}

export const beforeTheFirstLine = '0'.repeat(64)

export function registered(line: RegisterLine): Registered {
  const text = canonicalText(line, `line ${line.number} of the register`)
  return { line, text, hash: hashOfLine(text) }
}

function hashOfLine(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** Reads a line back; undefined for what is none. */
export function lineIn(text: string): Registered | undefined {
  try {
    const line = JSON.parse(text) as RegisterLine
    const isOne = (line.format as unknown) === 'whereabouts disposal 1' && Array.isArray(line.content)
    return isOne ? { line, text, hash: hashOfLine(text) } : undefined
  } catch {
    return undefined
  }
}
