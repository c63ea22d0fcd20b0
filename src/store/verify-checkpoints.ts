import { createPublicKey, verify as isSignedBy, type KeyObject } from 'node:crypto'
import type { PoolClient } from 'pg'
import type { SignedCheckpoint } from '../application/attestation.ts'
import type { Moment } from '../kernel/moment.ts'
import { deviations, type Deviation } from './checkpoints/compare.ts'
import {
  beforeTheFirstCheckpoint,
  documentHash,
  readDocument,
  type CheckpointDocument,
} from './checkpoints/document.ts'
import { linksBetween } from './checkpoints/links.ts'
import { markOf } from './checkpoints/marks.ts'
import { publicKeyId } from './checkpoints/signing-key.ts'
import type { FaultKind } from './fault-kinds.ts'
import { prepared } from './query.ts'

type Found = (kind: FaultKind, where: string) => void

/** What the record is held to beside itself. */
export interface Witnesses {
  /** Public keys in PEM that this installation has signed with; without any, signatures are not looked at. */
  readonly keys: readonly string[]
  /** Checkpoints that somebody else has kept. */
  readonly checkpoints: readonly SignedCheckpoint[]
  /** What lies where others take checkpoints from, which may be of other records too. */
  readonly left?: readonly SignedCheckpoint[]
}

/** How far the record is attested. */
export interface AttestedTo {
  readonly number: number
  readonly position: number
  readonly at: Moment
}

/** Every checkpoint follows from the one before and is signed, and the chain up to the last of them is what was signed:
    each position that is not is named. Undefined where there is no checkpoint. */
export async function verifyCheckpoints(
  client: PoolClient,
  found: Found,
  witnesses: Witnesses,
): Promise<AttestedTo | undefined> {
  const { rows } = await prepared<{ document: string; signature: Buffer }>(
    client,
    'select document, signature from whereabouts.checkpoint order by number',
  )
  const own = rows.map(({ document, signature }) => ({ document, signature: signature.toString('base64') }))
  const kept = [...witnesses.checkpoints, ...(await ofThisRecord(client, witnesses.left ?? []))]
  const sound = inOrder([...own, ...missingFrom(own, kept, found)], witnesses, found)
  const last = sound.at(-1)
  if (last === undefined) return undefined
  await holdChain(client, sound, last, found)
  return { number: last.number, position: last.position, at: last.at }
}

/** What others keep and the record does not have, or has otherwise. */
function missingFrom(
  own: readonly SignedCheckpoint[],
  kept: readonly SignedCheckpoint[],
  found: Found,
): readonly SignedCheckpoint[] {
  const documents = new Set(own.map(({ document }) => document))
  return kept.filter(({ document }) => {
    if (documents.has(document)) return false
    const number = readDocument(document)?.number
    found('checkpoint-missing', `checkpoint ${number ?? 'that cannot be read'}, which somebody else keeps`)
    // One in its place would be held to the same positions: what was kept elsewhere goes before.
    return number !== undefined && number > own.length
  })
}

async function ofThisRecord(
  client: PoolClient,
  left: readonly SignedCheckpoint[],
): Promise<readonly SignedCheckpoint[]> {
  const { rows } = await prepared<{ record: string }>(client, 'select record from whereabouts.chain_head')
  return left.filter(({ document }) => readDocument(document)?.record === rows[0]?.record)
}

function inOrder(
  signed: readonly SignedCheckpoint[],
  { keys }: Witnesses,
  found: Found,
): readonly CheckpointDocument[] {
  const known = new Map(keys.map((pem) => createPublicKey(pem)).map((key) => [publicKeyId(key), key]))
  const sound: CheckpointDocument[] = []
  let previous = beforeTheFirstCheckpoint
  for (const [index, { document, signature }] of signed.entries()) {
    const read = readDocument(document)
    const where = `checkpoint ${read?.number ?? index + 1}`
    if (read === undefined) found('checkpoint-broken', `${where}, which cannot be read`)
    else if (known.size > 0 && !known.has(read.key))
      found('checkpoint-broken', `${where}, signed with key ${read.key}, which is not known here`)
    else if (!isSigned(read, document, signature, known)) found('checkpoint-broken', where)
    else {
      const follows = read.previous === previous && read.number === index + 1
      if (!follows) found('checkpoint-broken', `${where}, which does not follow from the one before`)
      sound.push(read)
    }
    previous = documentHash(document)
  }
  return sound
}

function isSigned(
  { key: id }: CheckpointDocument,
  document: string,
  signature: string,
  keys: ReadonlyMap<string, KeyObject>,
): boolean {
  if (keys.size === 0) return true
  const key = keys.get(id)
  return key !== undefined && isSignedBy(null, Buffer.from(document), key, Buffer.from(signature, 'base64'))
}

async function holdChain(
  client: PoolClient,
  sound: readonly CheckpointDocument[],
  last: CheckpointDocument,
  found: Found,
): Promise<void> {
  const there: Buffer[] = []
  const hashes = new Map<number, string>()
  const wanted = new Set(sound.map(({ position }) => position))
  for await (const page of linksBetween(client, 0, Number.MAX_SAFE_INTEGER)) {
    for (const { position, hash, marked } of page) {
      if (marked !== undefined) there.push(markOf(marked))
      if (wanted.has(position)) hashes.set(position, hash.toString('hex'))
    }
  }
  const attested = Buffer.concat(sound.map(({ marks }) => Buffer.from(marks, 'base64')))
  const named = deviations(attested, Buffer.concat(there))
  for (const [kind, where] of inRanges(named)) found(kind, where)
  const differing = sound.filter(({ position, hash }) => position > 0 && hashes.get(position) !== hash)
  // A whole chain can be made anew over the same marks only by who finds hashes that begin alike.
  for (const { number, position } of named.length > 0 ? [] : differing)
    found('attested-differs', `the chain at position ${position}, by checkpoint ${number} of ${last.number}`)
}

/** Neighbours that deviate alike are one line. */
function* inRanges(all: readonly Deviation[]): Generator<readonly [FaultKind, string]> {
  for (let index = 0; index < all.length;) {
    const first = all[index] as Deviation
    let length = 1
    while (
      all[index + length]?.kind === first.kind &&
      all[index + length]?.position === first.position + length
    )
      length++
    const end = first.position + length - 1
    const where = length === 1 ? `position ${first.position}` : `positions ${first.position} to ${end}`
    yield [`attested-${first.kind}`, where]
    index += length
  }
}
