import { createHash } from 'node:crypto'

/** One section of an entry as the commitment sees it. */
export interface SectionHash {
  readonly section: string
  /** Salted SHA-256 of the section's canonical bytes. */
  readonly hash: Buffer
}

export interface Committed {
  readonly subject: string
  readonly id: string
  readonly stream: string
  readonly sequence: number
  readonly sections: readonly SectionHash[]
}

/** Each kind of hash begins with its own line, so that none can be passed off as another. */
const domains = {
  section: 'whereabouts section 1\n',
  entry: 'whereabouts entry 1\n',
  look: 'whereabouts look 1\n',
  run: 'whereabouts run 1\n',
  chain: 'whereabouts chain 1\n',
}

/** The salt, 16 random bytes, keeps a short or guessable text from being found by trying. */
export function sectionHash(salt: Buffer, bytes: Buffer): Buffer {
  return createHash('sha256').update(domains.section).update(salt).update(bytes).digest()
}

/** SHA-256 over who, where and the sorted sections: fixed widths and counted names, so no two entries share bytes. */
export function commitmentOf({ subject, id, stream, sequence, sections }: Committed): Buffer {
  const hash = createHash('sha256').update(domains.entry)
  for (const uuid of [subject, id, stream]) hash.update(uuidBytes(uuid))
  hash.update(unsigned(sequence)).update(unsigned(sections.length))
  for (const { section, hash: own } of sections.toSorted(bySection)) {
    const name = Buffer.from(section)
    hash.update(unsigned(name.length)).update(name).update(own)
  }
  return hash.digest()
}

/** Of a look by its number, from the salted hash of everything that it says. */
export function lookCommitment(number: number, said: Buffer): Buffer {
  return createHash('sha256').update(domains.look).update(unsigned(number)).update(said).digest()
}

/** Of a run of the maintainer by its id, likewise. */
export function runCommitment(run: string, said: Buffer): Buffer {
  return createHash('sha256').update(domains.run).update(uuidBytes(run)).update(said).digest()
}

/** What stands before the first position. */
export const beforeTheFirst = Buffer.alloc(32)

/** The chain's hash at a position, from the one before it and the commitment of what stands there. */
export function chainHash(previous: Buffer, position: number, commitment: Buffer): Buffer {
  return createHash('sha256')
    .update(domains.chain)
    .update(previous)
    .update(unsigned(position))
    .update(commitment)
    .digest()
}

function bySection(a: SectionHash, b: SectionHash): number {
  return a.section < b.section ? -1 : 1
}

function uuidBytes(uuid: string): Buffer {
  return Buffer.from(uuid.replaceAll('-', ''), 'hex')
}

function unsigned(value: number): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64BE(BigInt(value))
  return bytes
}
