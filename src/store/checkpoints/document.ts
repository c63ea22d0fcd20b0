import { createHash } from 'node:crypto'
import type { Moment } from '../../kernel/moment.ts'
import { canonicalText } from '../storable.ts'

/** What a checkpoint says, and what is signed as RFC 8785 text. Hashes are hex. */
export interface CheckpointDocument {
  readonly format: typeof checkpointFormat
  /** Which record: the name that it was given when its database was made. */
  readonly record: string
  /** 1, 2, 3 …: none is left out. */
  readonly number: number
  readonly at: Moment
  /** How far the chain had come, and its hash there. */
  readonly position: number
  readonly hash: string
  /** SHA-256 of the document before; 64 zeros for the first. */
  readonly previous: string
  /** Base64: sixteen bytes for each position since the checkpoint before. */
  readonly marks: string
  /** The id of the key that signs. */
  readonly key: string
}

export const checkpointFormat = 'whereabouts checkpoint 1'

export const beforeTheFirstCheckpoint = '0'.repeat(64)

export function documentText(document: CheckpointDocument): string {
  return canonicalText(document, `checkpoint ${document.number}`)
}

/** Reads the text of a checkpoint; undefined for text that is none. */
export function readDocument(text: string): CheckpointDocument | undefined {
  try {
    const read = JSON.parse(text) as CheckpointDocument | null
    return read?.format === checkpointFormat ? read : undefined
  } catch {
    return undefined
  }
}

export function documentHash(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
