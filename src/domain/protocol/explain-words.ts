import { unreachable } from '../../kernel/unreachable.ts'
import { withinInWords } from '../../kernel/within.ts'
import { roleLabel } from '../episode/roles.ts'
import { evidenceInWords, listed } from './explain-evidence.ts'
import { recordInWords } from './own-record.ts'
import type { Clause, Condition, Evidence, Met, ReasonableTime, Rung, Source, Start } from './protocol.ts'

/** Who owes it: 'allocated social worker'. */
export function ownerInWords({ owedBy, ownerNamed }: Clause): string {
  return ownerNamed === undefined ? roleLabel(owedBy) : 'whoever the entry names'
}

/** What sets a duty going: 'when the child is back, in an episode with the report to police'. */
export function startInWords(start: Start): string {
  switch (start.kind) {
    case 'stage':
      return 'on entering this stage'
    case 'entry': {
      const when = start.each ? 'each time that' : 'when'
      const had = start.given?.map(({ entry }) => recordInWords(entry)) ?? []
      const given = had.length === 0 ? '' : `, in an episode with ${had.join(' and ')}`
      return `${when} ${evidenceInWords([start.evidence])}${given}`
    }
    case 'lapse': {
      const unless = start.unless.map(({ entry }) => recordInWords(entry))
      const after = evidenceInWords([start.after])
      return start.lapse === 'PT0S'
        ? `when ${after}, in an episode without ${listed(unless)}`
        : `${withinInWords(start.lapse)} after ${after}, unless ${evidenceInWords(start.unless)} before then`
    }
    default:
      return unreachable(start)
  }
}

/** 'within 4 hours', 'within reasonable time', 'at the time that the grade set'. */
export function clockInWords({ length }: Clause): string {
  switch (length.kind) {
    case 'within':
      return length.within === 'PT0S'
        ? 'at once'
        : `within ${withinInWords(length.within)}${length.countedFrom === undefined ? '' : ` of ${recordInWords(length.countedFrom.entry)} before it`}`
    case 'reasonable-time':
      return 'within reasonable time'
    case 'set-by-entry':
      return length.field === 'byWhen'
        ? 'by the time that was agreed'
        : 'by the review time that the grade named'
    default:
      return unreachable(length)
  }
}

const statusWords = {
  'not-known': 'children not known to the council',
  'in-need': 'children in need',
  'protection-plan': 'children with a protection plan',
  'looked-after': 'looked-after children',
} as const

/** For whom a duty is laid: 'looked-after children placed out of area'; undefined for everyone. */
export function conditionInWords(condition: Condition): string | undefined {
  const { status, placedOutOfArea, ageAtMost, ageAtLeast, riskAtLeast, nthEpisode, subject } = condition
  const who = subject === 'care' ? 'Care of' : undefined
  const parts = [
    placedOutOfArea === undefined ? undefined : placedOutOfArea ? 'placed out of area' : 'in their own area',
    ageAtMost === undefined ? undefined : `aged ${ageAtMost} or under, or of unknown age`,
    ageAtLeast === undefined ? undefined : `aged ${ageAtLeast} or over, or of unknown age`,
    riskAtLeast && `graded ${riskAtLeast.replaceAll('-', ' ')} or higher`,
    nthEpisode && `absent at least ${nthEpisode.atLeast} times in ${nthEpisode.withinDays} days`,
  ].filter((part) => part !== undefined)
  if (parts.length === 0 && status === undefined && subject === undefined) return undefined
  const children = status === undefined ? 'children' : listed(status.map((one) => statusWords[one]))
  return [who, children, parts.join(', ')].filter((part) => part).join(' ')
}

export function metInWords(met: Met): string {
  switch (met.kind) {
    case 'entry':
      return evidenceInWords(met.anyOf)
    case 'everyone-told': {
      const about = { location: 'the location', return: 'the return', void: 'the error' }[met.about]
      return `everyone who was told of the absence has been told of ${about}`
    }
    case 'leaving':
      return 'the stage is left, and not before'
    default:
      return unreachable(met)
  }
}

export function endInWords(evidence: readonly Evidence[]): string | undefined {
  return evidence.length === 0 ? undefined : evidenceInWords(evidence)
}

/** 'police supervisor at once, then missing co-ordinator after 1 hour': each counted from the due time. */
export function ladderInWords(rungs: readonly Rung[]): string {
  return rungs
    .map(({ after, tell }) =>
      after === 'PT0S' ? `${roleLabel(tell)} at once` : `${roleLabel(tell)} after ${withinInWords(after)}`,
    )
    .join(', then ')
}

/** The document, whether it was checked, and whether its time is ours: what a page must say beside every clause. */
export function sourceInWords({ document, verified, interval, note }: Source): string {
  const standing = verified ? 'verified' : 'unverified'
  const setting = interval === 'setting' ? '; the time is a setting, unverified' : ''
  return `${document} (${standing}${setting})${note === undefined ? '' : `. ${sentence(note)}`}`
}

export function reasonableTimeInWords({ ageAtMost, fromHour, toHour, within }: ReasonableTime): string {
  const hours =
    fromHour === undefined || toHour === undefined
      ? ''
      : `, from ${clockHour(fromHour)} to ${clockHour(toHour)}`
  return `${ageAtMost === undefined ? 'Any age' : `Aged ${ageAtMost} or under`}${hours}: ${withinInWords(within)}`
}

export function sentence(text: string): string {
  const [first = '', ...rest] = text
  return `${first.toUpperCase()}${rest.join('')}${/[.!?]$/.test(text) ? '' : '.'}`
}

function clockHour(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`
}
