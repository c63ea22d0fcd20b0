import { keptWith } from '../../kernel/kept-with.ts'
import { earliest } from '../../kernel/moment.ts'
import type { Within } from '../../kernel/within.ts'
import type { EntryId } from '../episode/entry.ts'
import type { Evidence, EvidenceOf } from './evidence.ts'
import type { Strand } from './expected.ts'
import type { AuditAnswer, CareEntry, CareEntryOf, CareEntryType, CareStream } from './record.ts'

/** What ends somebody's plan for a child's Care is another plan. */
export interface CarePlan {
  readonly entry: EntryId
  readonly at: CareEntry['occurred']['at']
  readonly by: CareEntry['by']
  readonly body: CareEntryOf<'care-plan-agreed'>['body']
}

export interface Audit {
  readonly entry: EntryId
  readonly at: CareEntry['occurred']['at']
  readonly by: CareEntry['by']
  readonly setting: string
  readonly edition: string
  readonly answers: readonly AuditAnswer[]
}

/** The record of a child's Care as it stands: what was recorded in error is out, and corrections are applied. */
export interface KnownCare {
  readonly entries: CareStream
  readonly evidence: EvidenceOf
  /** Strands that the child named and that were not ended. */
  readonly named: readonly Strand[]
  /** How often the child's own plan says, by strand. */
  readonly own: Readonly<Record<string, Within>>
  /** The first one first. */
  readonly plans: readonly CarePlan[]
  readonly audits: readonly Audit[]
}

/** Total: any order of any entries is read. */
export const knownCare = keptWith((stream: CareStream): KnownCare => {
  const entries = standingOf(stream)
  const of = <T extends CareEntryType>(type: T) =>
    entries.filter((entry): entry is CareEntryOf<T> => entry.type === type)
  const ended = new Set(of('care-named-ended').map(({ body }) => body.named))
  return {
    entries,
    evidence: evidenceIn(entries),
    named: of('care-named')
      .filter(({ id }) => !ended.has(id))
      .map(strandNamed),
    own: Object.fromEntries(inOrder(of('care-cadence-agreed')).map(({ body }) => [body.strand, body.within])),
    plans: inOrder(of('care-plan-agreed')).map(({ id, occurred, by, body }) => ({
      entry: id,
      at: occurred.at,
      by,
      body,
    })),
    audits: inOrder(of('care-audited')).map(({ id, occurred, by, body }) => ({
      entry: id,
      at: occurred.at,
      by,
      ...body,
    })),
  }
})

/** The code of the strand that a child named with this entry. */
export function codeOfNamed(entry: EntryId): string {
  return `named-${entry}`
}

function strandNamed({ id, body }: CareEntryOf<'care-named'>): Strand {
  const source = { document: 'What the child names as care', verified: true }
  const rule = { within: body.within, while: {}, source }
  return {
    strand: codeOfNamed(id),
    title: body.title,
    inTheirWords: body.title,
    kind: 'act',
    holder: body.holder,
    seenByChild: true,
    for: {},
    rules: [
      { after: 'placement', ...rule },
      { after: 'sighting', ...rule },
    ],
    reasonableActions: ['Ask the child when it was last there', 'Ask whoever gave it last'],
    reasonableTime: 'WD2' as Within,
    source,
  }
}

/** Corrections can be corrected in their turn, and what voids can itself be voided; only what came before can be meant. */
function standingOf(stream: CareStream): CareStream {
  const voids = new Map<EntryId, number>()
  for (const entry of stream.toReversed())
    if (entry.type === 'recorded-in-error' && !isVoided(entry, voids))
      voids.set(entry.body.scope.entry, Math.max(entry.sequence, voids.get(entry.body.scope.entry) ?? 0))
  const left = stream.filter((entry) => !isVoided(entry, voids))
  const corrections = Map.groupBy(
    left.filter((entry) => entry.type === 'entry-corrected'),
    ({ body }) => body.corrects,
  )
  const stands = <E extends CareEntry>(entry: E): E =>
    (corrections.get(entry.id) ?? [])
      .filter(({ sequence }) => sequence > entry.sequence)
      .map(stands)
      .reduce(applied, entry)
  return left.filter(({ type }) => type !== 'entry-corrected' && type !== 'recorded-in-error').map(stands)
}

function isVoided({ id, sequence }: CareEntry, voids: ReadonlyMap<EntryId, number>): boolean {
  return (voids.get(id) ?? 0) > sequence
}

/** A field changed to null is taken away. */
function applied<E extends CareEntry>(entry: E, { body }: CareEntryOf<'entry-corrected'>): E {
  const fields = Object.entries({ ...entry.body, ...body.changes }).filter(([, value]) => value !== null)
  return { ...entry, occurred: body.occurred ?? entry.occurred, body: Object.fromEntries(fields) }
}

/** By strand, in the order in which it happened. A day without an hour is over by its end, or by when it was written down. */
function evidenceIn(entries: CareStream): EvidenceOf {
  const all = inOrder(entries).flatMap((entry) => {
    const at = earliest(entry.occurred.at, entry.recorded)
    if (entry.type === 'care-childs-word')
      return [{ strand: entry.body.strand, ...wordOf(entry.body.word, at) }]
    if (entry.type !== 'care-seen') return []
    const { strand, childSaw, childSays } = entry.body
    const seen = {
      strand,
      at,
      by: 'other' as const,
      there: true,
      ...(childSaw !== undefined && { childSaw }),
    }
    return childSays === undefined ? [seen] : [seen, { strand, ...wordOf(childSays, at) }]
  })
  const byStrand = Map.groupBy(all, ({ strand }) => strand)
  return Object.fromEntries(
    [...byStrand].map(([strand, its]) => [strand, its.map(({ strand: _, ...evidence }) => evidence)]),
  )
}

function wordOf(word: CareEntryOf<'care-childs-word'>['body']['word'], at: Evidence['at']): Evidence {
  const said = { at, by: 'child' as const, there: word !== 'was-not' }
  return word === 'not-as-it-should-be' ? { ...said, amiss: true } : said
}

function inOrder<E extends CareEntry>(entries: readonly E[]): readonly E[] {
  return entries.toSorted((a, b) =>
    a.occurred.at < b.occurred.at ? -1 : a.occurred.at > b.occurred.at ? 1 : 0,
  )
}
