import type { Moment } from '../kernel/moment.ts'
import type { DeviceKind } from '../domain/access/device.ts'
import type { RequestId } from '../domain/access/disclosure/acts.ts'
import type { Grant } from '../domain/access/grant.ts'
import type { MayBeDue, Schedule } from '../domain/access/retention.ts'
import type { CareStream, NewCareEntry } from '../domain/care/record.ts'
import type { ChildEntry, ChildStream, NewChildEntry } from '../domain/child/child.ts'
import type { Directory } from '../domain/child/directory.ts'
import type { OtherRecords } from '../domain/child/joined.ts'
import type { Chronology, EpisodeEntry, NewEpisodeEntry } from '../domain/episode/entries.ts'
import type {
  ChildId,
  EntryId,
  EpisodeId,
  OrganisationId,
  PersonId,
  PostId,
} from '../domain/episode/entry.ts'
import type { Learned } from '../domain/episode/finding-bodies.ts'
import type { Section } from '../domain/episode/sections.ts'
import type { ChildToDisclose, RequestActs, Sought, StoredPassage, ToKeep, DisposedOf } from './disclosure.ts'
import type { CountableReturn, Described, Emergency, Figure, Fitting, OpenedBy, ToReview } from './outside.ts'
import type { Look, LookedAt, LooksAsked, LooksSearched, ManyLooks } from './looks-kept.ts'
import type { RetainedRecord, RetentionActOn, RetentionDecision } from './retention.ts'
import type { BesideSession, ComeIn, TheirSession } from './their-own.ts'
import type { BoardRow, CareRow, ChildCard, DutyRow, EpisodeCard } from './projections/rows.ts'

/** Who is asking. Set at one place, once a transaction; without it every policy is false. */
export interface Visitor {
  readonly person: PersonId
  readonly post: PostId
  /** Set where a page fetches itself, to when the session began: a look then names only children not named since. */
  readonly shownSince?: Moment
  /** The kind of enrolled device that they ask from: the database then shows less, and takes less. */
  readonly from?: DeviceKind
}

/** A command that was carried out before: a retry by the same person with the same body gets the same answer. */
export interface CommandKey {
  readonly id: string
  /** SHA-256 of the canonical request, hex. */
  readonly requestHash: string
}

export type Remembered =
  | { readonly kind: 'new' }
  | { readonly kind: 'done'; readonly answer: unknown }
  /** Another person's id or another body: refused, and nothing is learned. */
  | { readonly kind: 'taken' }

/** Everything about one child that a decision needs, read under the lock of the child's row. */
export interface LoadedSubject {
  readonly child: ChildStream
  readonly episodes: ReadonlyMap<EpisodeId, Chronology>
  readonly remembered: Remembered
  /** As it is for this write. */
  readonly directory: Directory
  /** The database's clock at this read: the only now of a write. */
  readonly now: Moment
}

export interface StreamAppend {
  readonly kind: 'child' | 'episode'
  readonly stream: ChildId | EpisodeId
  readonly entries: readonly (NewEpisodeEntry | NewChildEntry)[]
}

/** The read side of one child, whole: written in the same transaction as the entries. Times, never a standing. */
export interface SubjectProjection {
  readonly card: ChildCard
  readonly episodes: readonly EpisodeCard[]
  readonly board: readonly BoardRow[]
  readonly duties: readonly DutyRow[]
  readonly grants: readonly Grant[]
}

/** With a child's Care, which most writes leave alone. */
export interface WholeReadSide extends SubjectProjection {
  readonly care?: readonly CareRow[]
}

export interface Append {
  readonly subject: ChildId
  readonly command: CommandKey
  readonly answer: unknown
  readonly streams: readonly StreamAppend[]
  /** Given the recorded entries (sequence and recorded time set), the projection that they lead to. */
  readonly project: Projecting
}

/** The read side of one record anew, because a record that is joined with it was written to. It adds no entry. */
export interface Rework {
  /** The record that is written to. */
  readonly of: ChildId
  readonly subject: ChildId
  readonly project: Projecting
}

/** Other records of the child come with who is kept out of them, as of this transaction. */
export type Projecting = (
  child: ChildStream,
  episodes: ReadonlyMap<EpisodeId, Chronology>,
  others?: OtherRecords,
) => SubjectProjection

export interface WriteSession {
  /** Locks the child's row (made on first sight) and reads the core of the whole subject, so that rules and
      projections never rest on the part that this visitor may see. Refused by the database for a child on whom
      the visitor has no grant at all. What is answered to a page goes through ReadSession. */
  load(subject: ChildId, command: CommandKey): Promise<LoadedSubject>
  /** The episode as this visitor reads it, after it was loaded: for what they decide about what they read. */
  asRead(episode: EpisodeId): Promise<Chronology>
  /** Sends it, and waits for no answer: the end of the write does, and fails with what the database refused here. */
  append(append: Append): void
  /** Keeps bytes beside an entry that was appended in this write and says their SHA-256. Sent as `append` is. */
  keepFile(subject: ChildId, entry: EntryId, bytes: Uint8Array): void
  /** Takes the locks of these records and of all that were ever joined with them in one order, before any is loaded. */
  lockJoined(subjects: readonly ChildId[]): Promise<void>
  /** Locks a record that was ever joined with one that the visitor may write to, and reads its core. */
  loadJoined(of: ChildId, subject: ChildId): Promise<ChildStream>
  /** Sends the read side of a record that was loaded so, and waits for no answer either. */
  rework(rework: Rework): void
}

/** What a write to a child's Care needs, read under the lock of the child's row. */
export interface LoadedCare extends Omit<LoadedSubject, 'episodes'> {
  readonly care: CareStream
}

export interface CareAppend {
  readonly child: ChildId
  readonly command: CommandKey
  readonly answer: unknown
  readonly entries: readonly NewCareEntry[]
}

/** Writes to the record of a child's Care, which no other write reads. The read side of it follows by itself. */
export interface CareWrite {
  /** Locks the child's row. Refused by the database for a child on whom the visitor has no grant, or who is not known. */
  load(child: ChildId, command: CommandKey): Promise<LoadedCare>
  append(append: CareAppend): void
}

export interface Found {
  readonly cards: readonly ChildCard[]
  readonly more: boolean
}

/** Under row-level security: rows that the visitor may not see are not there, and nothing says that they are not. */
export interface ReadSession {
  now(): Promise<Moment>
  /** Written and committed before a byte is sent. */
  look(look: Look): Promise<void>
  child(child: ChildId): Promise<ChildStream>
  chronology(
    episode: EpisodeId,
  ): Promise<{ readonly child: ChildId; readonly chronology: Chronology } | undefined>
  /** What was released for police, for the pack that is made for them: shown to nobody else. */
  releasedForPolice(child: ChildId): Promise<readonly Learned[]>
  /** The bytes that an entry speaks of; nothing for whoever may not read them. */
  file(child: ChildId, entry: EntryId): Promise<Uint8Array | undefined>
  card(child: ChildId): Promise<ChildCard | undefined>
  /** Of the child's own absences. */
  episodesOf(child: ChildId): Promise<readonly EpisodeCard[]>
  /** Of the child's Care, also what is over. */
  careEpisodesOf(child: ChildId): Promise<readonly EpisodeCard[]>
  /** Care that is missing, of every child whom the visitor may see. */
  careMissing(): Promise<readonly EpisodeCard[]>
  board(): Promise<readonly BoardRow[]>
  dutiesOf(episode: EpisodeId): Promise<readonly DutyRow[]>
  /** Duties that are neither met, discharged nor cancelled, of every episode that the visitor may see; of these children
      alone where they are named. */
  openDuties(of?: readonly ChildId[]): Promise<readonly DutyRow[]>
  findChildren(text: string, limit: number): Promise<Found>
  /** The record of a child's Care, each entry with the sections that the visitor may read. */
  care(child: ChildId): Promise<CareStream>
  /** Where each strand is now of these children, or of all of whom the visitor may read it. */
  careRows(of?: readonly ChildId[]): Promise<readonly CareRow[]>
  /** Children in whose own record somebody wrote of a harm, a place or an adult: as many as one page can bear. */
  childrenWithConcerns(): Promise<readonly ChildId[]>
  /** Whether the visitor answers for who looks at this child's record. */
  mayReadLooks(child: ChildId): Promise<boolean>
  /** Who has looked, latest first; nothing for whoever does not answer for it. */
  looksAt(child: ChildId, asked: LooksAsked, limit: number): Promise<readonly LookedAt[]>
  /** The same over every record whose looks the visitor answers for. */
  looksBy(asked: LooksSearched, limit: number): Promise<readonly (LookedAt & { readonly child: ChildId })[]>
  manyLooks(asked: LooksSearched, least: number): Promise<readonly ManyLooks[]>
}

/** What is asked and opened outside one's own relationships. The database keeps each time, and answers with nothing where
    the visitor may not ask. */
export interface OutsideSession extends Pick<ReadSession, 'now' | 'look'> {
  /** Takes a key of the asker's own: `again` for the same request of the same post, `taken` for any other. */
  takeKey(key: string, requestHash: string): Promise<'new' | 'again' | 'taken'>
  /** Kept for review, but where it is asked again. */
  askIfMissing(described: Described, again: boolean): Promise<readonly Fitting[]>
  /** Undefined: there is none, more than one fits, or it stays closed to this person. They are not told apart. */
  openInEmergency(
    id: string,
    by: OpenedBy,
    sections: readonly Section[],
    reason: string,
  ): Promise<ChildId | undefined>
  /** Latest first; only those that the visitor reviews. */
  emergencies(): Promise<readonly Emergency[]>
  questions(): Promise<readonly ToReview[]>
  revealed(): Promise<readonly ToReview[]>
  /** How many records were opened of which this post has not said that it knows. */
  openedUnknown(): Promise<number>
  known(emergency: string, child: ChildId): Promise<void>
  reviewed(emergency: string, child: ChildId, said: string): Promise<void>
  figures(): Promise<readonly Figure[]>
  /** Of every episode that began by then and of which a return was ever known. */
  returnFigures(until: Moment): Promise<readonly CountableReturn[]>
  /** Undefined where the visitor has no figures of this child. */
  revealName(child: ChildId, reason: string, again: boolean): Promise<string | undefined>
  /** What the visitor's organisation recorded of children whom it no longer looks after, by child and stream. */
  recordedByUs(): Promise<readonly (EpisodeEntry | ChildEntry)[]>
}

/** How long records are kept: for whoever decides about it in an organisation. The database answers with nothing for
    anybody else. */
export interface RetentionSession extends Pick<ReadSession, 'now' | 'look'> {
  /** Those that may be due, in the order of their ids from after one on, as many as are read at once: the rest has to be
      asked of each. None where there are no more. */
  records(may: MayBeDue, after?: ChildId): Promise<readonly RetainedRecord[]>
  record(child: ChildId): Promise<RetainedRecord | undefined>
  /** What was decided for the visitor's organisation, in order. */
  acts(): Promise<readonly RetentionActOn[]>
  schedule(controller: OrganisationId): Promise<Schedule>
  /** Whether anybody who has a part of it holds it. */
  isHeld(child: ChildId): Promise<boolean>
  /** Once, however often it is sent. Throws NoGrant where the database refuses it. */
  decide(decision: RetentionDecision): Promise<void>
}

/** What one organisation discloses of children's records: for nobody else, and under a grant for it. */
export interface DisclosureSession extends Pick<ReadSession, 'now' | 'look'> {
  children(sought: Sought): Promise<readonly ChildToDisclose[]>
  /** In the order in which they were recorded; nothing for a child of whom the visitor discloses nothing. */
  passages(child: ChildId): Promise<readonly StoredPassage[]>
  /** In the order in which it went. */
  disposed(child: ChildId): Promise<readonly DisposedOf[]>
  /** Of the visitor's organisation, the newest first. */
  requests(): Promise<readonly RequestActs[]>
  request(request: RequestId): Promise<RequestActs | undefined>
  /** Nobody else decides about this request until the end: what is read after it is what is decided on. */
  lock(request: RequestId): Promise<void>
  /** Whether this command was kept before. */
  isKept(request: RequestId, command: string): Promise<boolean>
  keep(toKeep: ToKeep): Promise<void>
}

export interface Store {
  directory(): Promise<Directory>
  read<T>(visitor: Visitor, work: (read: ReadSession) => Promise<T>): Promise<T>
  /** The visitor was refused, at a route that named these: a look, committed before the refusal is answered. */
  refused(visitor: Visitor, ids: readonly string[], route: string): Promise<void>
  /** What is asked and opened outside one's own relationships. Committed before it answers. */
  outside<T>(visitor: Visitor, work: (session: OutsideSession) => Promise<T>): Promise<T>
  /** How long records are kept, for whoever decides about it. Committed before it answers. */
  retention<T>(visitor: Visitor, work: (session: RetentionSession) => Promise<T>): Promise<T>
  /** What a child reads who has come in by their own door. Committed before it answers. */
  theirs<T>(comeIn: ComeIn, work: (session: TheirSession) => Promise<T>): Promise<T>
  /** What a child's advocate sees beside them. Committed before it answers. */
  beside<T>(visitor: Visitor, work: (session: BesideSession) => Promise<T>): Promise<T>
  /** What the visitor's organisation discloses of children's records. Committed before it answers. */
  disclosure<T>(visitor: Visitor, work: (session: DisclosureSession) => Promise<T>): Promise<T>
  write<T>(visitor: Visitor, work: (write: WriteSession) => Promise<T>): Promise<T>
  writeCare<T>(visitor: Visitor, work: (write: CareWrite) => Promise<T>): Promise<T>
}
