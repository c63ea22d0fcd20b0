import { latest, type Moment } from '../../kernel/moment.ts'
import { strandsFor } from '../../domain/care/care-of.ts'
import type { EvidenceOf } from '../../domain/care/evidence.ts'
import type { ExpectedCare, Strand } from '../../domain/care/expected.ts'
import { knownCare } from '../../domain/care/known.ts'
import { birthday, type Life } from '../../domain/care/life.ts'
import type { CareStream } from '../../domain/care/record.ts'
import { timesOf, type StrandTimes } from '../../domain/care/standing.ts'
import { childAt } from '../../domain/child/child-at.ts'
import type { ChildStream } from '../../domain/child/child.ts'
import type { ChildId } from '../../domain/episode/entry.ts'
import { lifeIn, lifeOf } from '../care/life-of.ts'
import { editionOfCare } from '../care/edition.ts'
import type { CareRow } from './rows.ts'

/** Works the read side of a child's Care anew from the child's own stream and that of their Care. */
export type ProjectCare = (child: ChildId, stream: ChildStream, care: CareStream) => readonly CareRow[]

/** Before every moment that anybody asks about. */
const always = '1970-01-01T00:00:00.000Z' as Moment

/** Each strand that the child is owed, or will be by nothing but time. Pure: it is read at the last moment at which
    anything was recorded, so that the same entries always give the same rows. */
export function careRowsOf(
  editions: readonly ExpectedCare[],
  child: ChildId,
  stream: ChildStream,
  care: CareStream,
): readonly CareRow[] {
  const known = latest(...[...stream, ...care].map(({ recorded }) => recorded))
  const edition = known === undefined ? undefined : editionOfCare(editions, known)
  if (known === undefined || edition === undefined || lifeIn(stream).lookedAfter.length === 0) return []
  const { own, evidence } = knownCare(care)
  const expected = strandsFor(edition, care)
  const life = lifeOf(stream, own)
  const record = childAt(stream, known)
  const worker = record.workers['social-worker']?.post
  const where = {
    child,
    ...(record.placement && { place: record.placement.setting.name }),
    ...(record.responsibleCouncil !== undefined && { council: record.responsibleCouncil }),
    ...(worker !== undefined && { worker }),
  }
  const withoutTheirs = knownCare(care.filter(({ type }) => type !== 'care-childs-word')).evidence
  return expected.strands.flatMap((strand) => {
    const rows = (evidenceRead: EvidenceOf, section: CareRow['section']) =>
      spansOf(strand, { care: expected, life, evidence: evidenceRead }, known).map((span) => ({
        ...where,
        section,
        strand: strand.strand,
        title: strand.title,
        holder: strand.holder,
        ...span,
      }))
    const forAll = rows(withoutTheirs, 'care')
    if (evidence[strand.strand]?.length === withoutTheirs[strand.strand]?.length) return forAll
    return [...forAll, ...rows(evidence, 'care-childs-account')]
  })
}

interface Asked {
  readonly care: ExpectedCare
  readonly life: Life
  readonly evidence: EvidenceOf
}

type Span = Pick<
  CareRow,
  | 'from'
  | 'until'
  | 'recorded'
  | 'seenAt'
  | 'dueAt'
  | 'reasonableUntil'
  | 'elsewhereUntil'
  | 'deniedByChild'
  | 'amiss'
>

/** From each moment on at which time alone changes what is owed. */
function spansOf(strand: Strand, asked: Asked, known: Moment): readonly Span[] {
  const turns = turnsAfter(known, strand, asked.life)
  return [known, ...turns].flatMap((now, index) => {
    const times = timesOf(strand, { ...asked, now })
    const until = turns[index]
    if (times === undefined) return []
    return [{ from: index === 0 ? always : now, ...(until !== undefined && { until }), ...asTimes(times) }]
  })
}

function asTimes({ recorded, lastSighting, expected, elsewhereUntil, deniedByChild, amiss }: StrandTimes) {
  return {
    recorded,
    ...(lastSighting !== undefined && { seenAt: lastSighting }),
    ...(expected && { dueAt: expected.dueAt, reasonableUntil: expected.reasonableUntil }),
    ...(elsewhereUntil !== undefined && { elsewhereUntil }),
    ...(deniedByChild !== undefined && { deniedByChild }),
    amiss,
  }
}

/** Birthdays that the strand asks about, and whatever of the child's life is still to come. */
function turnsAfter(known: Moment, strand: Strand, life: Life): readonly Moment[] {
  const ages = [18, strand.for.ageFrom, strand.for.ageUnder].filter((age) => age !== undefined)
  if (strand.rules.some(({ after }) => after === 'sixteenth-birthday')) ages.push(16)
  const { bornOn } = life
  const all = [
    ...(bornOn === undefined ? [] : ages.map((age) => birthday(bornOn, age))),
    ...[...life.lookedAfter, ...life.placements].flatMap(({ from, until }) => [from, until]),
  ]
  const to = all.filter((at): at is Moment => at !== undefined && at > known)
  return [...new Set(to)].toSorted()
}
