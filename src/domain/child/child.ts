import type { LondonDate } from '../../kernel/london.ts'
import type { Within } from '../../kernel/within.ts'
import type {
  ChildId,
  Entry,
  EntryId,
  EpisodeId,
  NamesOthers,
  NewEntry,
  Occurred,
  OrganisationId,
  PersonId,
  PostId,
} from '../episode/entry.ts'
import type { Role } from '../episode/roles.ts'
import type { Section } from '../episode/sections.ts'
import type { OwnBodies } from '../protocol/own-record.ts'
import type { Status } from '../protocol/protocol.ts'
import type { Detail } from './detail-kinds.ts'
import type { PlanDraft } from './plan-fields.ts'
import type { InformationGrade, SourceGrade } from './reliance.ts'

/** A home, a foster home or supported accommodation, as a place that a child lives at. */
export interface Setting {
  readonly name: string
  readonly kind:
    'childrens-home' | 'foster-home' | 'supported-accommodation' | 'family' | 'school' | 'secure' | 'other'
  readonly provider?: OrganisationId
  /** The council in whose area it stands: the host council, where it is not the responsible one. */
  readonly areaCouncil?: OrganisationId
  readonly telephone?: string
  /** Placement code of the statutory return, where it came from there. */
  readonly code?: string
}

export const healthKinds = ['condition', 'medication', 'allergy'] as const
export type HealthKind = (typeof healthKinds)[number]

/** Somebody whose name stands in a child's record because they may be a danger. They are told nothing, so what is said of
    them has its source, how far that can be relied on, when it is looked at again and when it ends. */
export interface GradedPerson {
  /** As they are known, where anybody knows. */
  readonly name?: string
  readonly source: string
  readonly sourceGrade: SourceGrade
  readonly informationGrade: InformationGrade
  readonly reviewBy: LondonDate
  /** From the day after, it stands beside no grade. It stays on record. */
  readonly expires: LondonDate
}

/** What of a record somebody is shut out of: all of it, one episode, or one section. */
export type ShutOutOf =
  | { readonly kind: 'record' }
  | { readonly kind: 'episode'; readonly episode: EpisodeId }
  | { readonly kind: 'section'; readonly section: Section }

/** The body of every entry of a child's own stream: what is true of them, from when, as known when. */
export interface ChildBodies extends OwnBodies {
  'child-registered': {
    /** Absent: the name is not known yet. */
    readonly name?: string
    readonly otherNames: readonly string[]
    readonly bornOn?: LondonDate
    readonly approximateAge?: number
    readonly description?: string
    readonly telephone?: string
    readonly address?: string
    readonly pronoun: 'he' | 'she' | 'they'
    /** The child's key in a statutory return, by council. */
    readonly returnKey?: string
  }
  'responsible-council-set': { readonly council: OrganisationId }
  'looked-after-from': { readonly legalStatus?: string }
  'looked-after-ended': { readonly why?: string }
  'status-recorded': {
    readonly status: Exclude<Status, 'looked-after' | 'not-known'>
    readonly ended?: boolean
  }
  placed: { readonly setting: Setting }
  'placement-ended': { readonly placed: EntryId; readonly why?: string }
  'worker-allocated': {
    readonly role: Role
    readonly post: PostId
    /** Of an advocate: the child wishes that they read what the child wrote to us and said when somebody asked. */
    readonly sharesWords?: boolean
  }
  'worker-ended': { readonly allocated: EntryId }
  /** Earlier harms, places and adults of concern: they stand open beside a grade, because they can raise it. */
  'concern-known': {
    readonly kind: 'harm' | 'place' | 'adult'
    readonly text: string
    /** Of an adult: who says so, how far that can be relied on, and how long it stands. */
    readonly graded?: GradedPerson
  }
  'plan-agreed': {
    readonly reasonableTime: Within
    readonly reviewBy: LondonDate
    readonly says: string
    /** The child takes in short questions in easy words better than others. */
    readonly easyWords?: true
  }
  /** A version of the missing plan, by a carer and a social worker together. It holds nothing before it is agreed. */
  'plan-drafted': PlanDraft
  /** Somebody agrees to this version, for the home, the council or police: as their own post says. */
  'plan-agreed-by': { readonly drafted: EntryId }
  /** Somebody has looked at a plan that was agreed, and it holds until another day. */
  'plan-reviewed': { readonly plan: EntryId; readonly reviewBy: LondonDate; readonly says: string }
  /** What a child needs for their health, and what happens without it: it says how long there is. */
  'health-known': {
    readonly kind: HealthKind
    readonly text: string
    readonly without?: string
  }
  'health-ended': { readonly known: EntryId; readonly why: string }
  /** Something that helps to find the child and to keep them safe, kind by kind, and who said so. */
  'detail-known': NamesOthers & {
    readonly detail: Detail
    readonly suppliedBy: string
    /** What it stands in the place of from now on. */
    readonly instead?: EntryId
  }
  /** Somebody says that it is still so. */
  'detail-confirmed': { readonly known: EntryId }
  'detail-ended': { readonly known: EntryId; readonly why: string }
  /** Where the child lives, or is sometimes, and must not be known to. It stands here and nowhere else of the record. */
  'address-protected': { readonly address: string; readonly keptFrom: string; readonly why: string }
  'address-protection-ended': { readonly protected: EntryId; readonly why: string }
  /** What the child looked like on a day. The picture lies beside the record; its SHA-256 stands here. */
  'photograph-added': {
    readonly taken: LondonDate
    /** How much of the child, and what has changed since. */
    readonly shows: string
    readonly suppliedBy: string
    readonly sha256: string
    readonly width: number
    readonly height: number
  }
  'photograph-withdrawn': { readonly photograph: EntryId; readonly why: string }
  /** The pack for police and the duty team as it was: its bytes lie beside the record, its SHA-256 stands here. A newer
      one supersedes it. */
  'pack-frozen': {
    readonly episode: EpisodeId
    readonly sha256: string
    /** Something that was released for police went into it: then police alone open it. */
    readonly withFindings: boolean
  }
  /** A school, a health service or a youth justice service that works with this child and reads their record for it. */
  'partner-named': { readonly organisation: OrganisationId; readonly why: string }
  'partner-ended': { readonly named: EntryId }
  /** A named person, whatever posts they hold, is kept out: a relative, an ex-partner, a neighbour, an officer or carer
      under allegation. They are not told, and nothing shows it to them. */
  'person-shut-out': {
    readonly person: PersonId
    /** As they were called on that day. */
    readonly name: string
    readonly scope: ShutOutOf
    readonly reason: string
    readonly reviewBy: LondonDate
  }
  'shut-out-ended': { readonly shutOut: EntryId; readonly why: string }
  /** Only those named may see that there is this child, whatever else their posts would let them read. */
  'record-restricted': {
    readonly named: readonly PostId[]
    readonly reason: string
    readonly reviewBy: LondonDate
  }
  'restriction-ended': { readonly restricted: EntryId; readonly why: string }
  /** That the child may come in by a door of their own: a person's decision, on what they saw of the child's age and
      understanding. Never a carer's, a home's or a parent's. */
  'child-access-given': {
    /** Why this child is old enough and understands enough, in the writer's words. */
    readonly view: string
    /** What was explained to the child: who reads what they write, when, and what cannot be kept secret. */
    readonly explained: string
    /** In which language or by which means of communication. */
    readonly language: string
  }
  'child-access-ended': { readonly given: EntryId; readonly why: string }
  'spell-imported': {
    readonly kind: 'missing' | 'away'
    readonly from: LondonDate
    readonly until?: LondonDate
    readonly source: string
  }
  'spell-answered': {
    readonly spell: EntryId
    readonly stillMissing: boolean
    readonly until?: LondonDate
    readonly episode?: EpisodeId
  }
  'same-child': { readonly as: ChildId; readonly undone?: boolean }
  'entry-corrected': {
    readonly corrects: EntryId
    readonly occurred?: Occurred
    readonly changes?: Readonly<Record<string, unknown>>
    readonly reason: string
  }
}

export type ChildEntryType = keyof ChildBodies
export type ChildEntry = { [T in ChildEntryType]: Entry<T, ChildBodies[T]> }[ChildEntryType]
export type ChildEntryOf<T extends ChildEntryType> = Extract<ChildEntry, { readonly type: T }>
export type NewChildEntry = { [T in ChildEntryType]: NewEntry<T, ChildBodies[T]> }[ChildEntryType]
export type ChildStream = readonly ChildEntry[]

export const childEntryVersions: Readonly<Record<ChildEntryType, number>> = {
  'child-registered': 1,
  'responsible-council-set': 1,
  'looked-after-from': 1,
  'looked-after-ended': 1,
  'status-recorded': 1,
  placed: 1,
  'placement-ended': 1,
  'worker-allocated': 1,
  'worker-ended': 1,
  'concern-known': 1,
  'plan-agreed': 1,
  'plan-drafted': 1,
  'plan-agreed-by': 1,
  'plan-reviewed': 1,
  'health-known': 1,
  'health-ended': 1,
  'detail-known': 1,
  'detail-confirmed': 1,
  'detail-ended': 1,
  'address-protected': 1,
  'address-protection-ended': 1,
  'photograph-added': 1,
  'photograph-withdrawn': 1,
  'pack-frozen': 1,
  'partner-named': 1,
  'partner-ended': 1,
  'person-shut-out': 1,
  'shut-out-ended': 1,
  'record-restricted': 1,
  'restriction-ended': 1,
  'child-access-given': 1,
  'child-access-ended': 1,
  'child-wrote': 1,
  'child-answered': 1,
  'spell-imported': 1,
  'spell-answered': 1,
  'same-child': 1,
  'entry-corrected': 1,
}
