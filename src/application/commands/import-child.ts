import { endOfLondonDay, type LondonDate } from '../../kernel/london.ts'
import { earliest } from '../../kernel/moment.ts'
import type { ChildBodies, Setting } from '../../domain/child/child.ts'
import type { ChildId, Occurred } from '../../domain/episode/entry.ts'
import { alreadyInCare, alreadyPlaced } from './import-continued.ts'
import type { RowAt } from './import-report.ts'
import {
  atNow,
  importedId,
  joined,
  landed,
  stands,
  taken,
  type Known,
  type Statement,
  type Taken,
} from './import-statement.ts'

/** One child of a statutory return, as the rows of its files say when they are put together. */
export interface ChildToImport {
  readonly id: ChildId
  /** How the return names them: it has no names. */
  readonly key: string
  readonly row: RowAt
  readonly bornOn: LondonDate
  readonly pronoun: ChildBodies['child-registered']['pronoun']
  readonly care: readonly CareToImport[]
  readonly placements: readonly PlacementToImport[]
  readonly spells: readonly SpellToImport[]
}

interface StretchToImport {
  readonly from: LondonDate
  /** It had begun before the first row of this return. */
  readonly continues: boolean
  readonly ended?: EndToImport
  readonly rows: readonly RowAt[]
}

/** A stretch in care under one legal status. */
export interface CareToImport extends StretchToImport {
  readonly legalStatus: string
}

export interface PlacementToImport extends StretchToImport {
  readonly setting: Setting
}

/** The last day. A row is named by the day on which it began, in every year's return. */
export interface EndToImport {
  readonly on: LondonDate
  readonly why?: string
  readonly ofRow: LondonDate
}

/** `nth` tells apart two spells that begin on one day. Without `until` the child had not been found. */
export interface SpellToImport {
  readonly kind: 'missing' | 'away'
  readonly from: LondonDate
  readonly until?: LondonDate
  readonly nth: number
  readonly row: RowAt
}

/** Who the child is, who answers for them, their care and their homes: facts that are not on record yet, and corrections
    of those which an earlier file gave otherwise. */
export function takeChild(known: Known, child: ChildToImport): Taken {
  return joined([
    landed(known, registered(known, child), [child.row]),
    landed(known, responsible(known, child), [child.row]),
    ...child.care.map((one) => takeCare(known, one)),
    ...child.placements.map((one) => takePlacement(known, one)),
  ])
}

function registered(known: Known, { key, bornOn, pronoun }: ChildToImport): Statement<'child-registered'> {
  return {
    type: 'child-registered',
    key: ['registered'],
    occurred: atNow(known),
    timeless: true,
    body: { otherNames: [], bornOn, pronoun, returnKey: key },
  }
}

function responsible(known: Known, child: ChildToImport): Statement<'responsible-council-set'> {
  const days = [...child.care, ...child.placements, ...child.spells].map(({ from }) => endOfLondonDay(from))
  const first = earliest(...days)
  return {
    type: 'responsible-council-set',
    key: ['council'],
    occurred: first === undefined ? atNow(known) : { at: first, precision: 'day' },
    timeless: true,
    body: { council: known.author.organisation },
  }
}

function takeCare(known: Known, care: CareToImport): Taken {
  const { from, legalStatus, rows } = care
  const key = ['care', from]
  const begun =
    care.continues && alreadyInCare(known.stream, from, legalStatus)
      ? taken(rows, 'already-there')
      : landed(known, { type: 'looked-after-from', key, occurred: onDay(from), body: { legalStatus } }, rows)
  const end = (ofRow: LondonDate, on: LondonDate, why: object): Statement<'looked-after-ended'> => ({
    type: 'looked-after-ended',
    key: ['care-ended', ofRow],
    occurred: onDay(on),
    body: why,
  })
  return joined([begun, takeEnd(known, care, end)])
}

function takePlacement(known: Known, placement: PlacementToImport): Taken {
  const { from, setting, rows } = placement
  const key = ['placed', from]
  const before = placement.continues ? alreadyPlaced(known.stream, from, setting) : undefined
  const begun =
    before === undefined
      ? landed(known, { type: 'placed', key, occurred: onDay(from), body: { setting } }, rows)
      : taken(rows, 'already-there')
  const placed = before ?? importedId(known.child, key)
  const end = (ofRow: LondonDate, on: LondonDate, why: object): Statement<'placement-ended'> => ({
    type: 'placement-ended',
    key: ['placement-ended', ofRow],
    occurred: onDay(on),
    body: { placed, ...why },
  })
  return joined([begun, takeEnd(known, placement, end)])
}

/** An end that an earlier file gave and this one leaves blank stands: a blank is no fact. */
function takeEnd<T extends 'looked-after-ended' | 'placement-ended'>(
  known: Known,
  { ended, rows, from }: StretchToImport,
  statement: (ofRow: LondonDate, on: LondonDate, why: object) => Statement<T>,
): Taken {
  if (ended !== undefined) {
    const { ofRow, on, why } = ended
    return landed(known, statement(ofRow, on, why === undefined ? {} : { why }), rows.slice(-1))
  }
  if (!stands(known, statement(from, from, {}).key)) return joined([])
  const reason = 'DEC is blank where an earlier file gave a day'
  const words = `${reason}: the end on record stands`
  return { ...joined([]), warned: rows.slice(-1).map((row) => ({ ...row, reason, words })) }
}

/** Known to the day. */
export function onDay(day: LondonDate): Occurred {
  return { at: endOfLondonDay(day), precision: 'day' }
}
