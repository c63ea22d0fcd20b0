import { withinInWords } from '../../kernel/within.ts'
import type { Anchor, Rule, Strand, While } from './expected.ts'
import type { PlacementKind } from './life.ts'

const after: Readonly<Record<Anchor, string>> = {
  'looked-after': 'of becoming looked after',
  placement: 'of each move',
  'placement-end': 'of the end of a placement',
  'sixteenth-birthday': 'of the sixteenth birthday',
  sighting: 'of the last time',
}

/** "Within 6 weeks of the last time, in the first year of a placement". */
export function ruleInWords({ after: anchor, within, while: asked, countsBefore }: Rule): string {
  const early =
    countsBefore === undefined
      ? ''
      : `, or up to ${countsBefore} ${countsBefore === 1 ? 'month' : 'months'} before`
  const when = whileInWords(asked)
  return `Within ${withinInWords(within)} ${after[anchor]}${early}${when === '' ? '' : `, ${when}`}`
}

/** Undefined: every child who is looked after. */
export function forWhomInWords({ for: asked, rules }: Strand): string | undefined {
  if (rules.length === 0) return 'a child whose own plan asks for it, as often as it says'
  const when = whileInWords(asked)
  return when === '' ? undefined : `children ${when}`
}

const kinds: Readonly<Record<PlacementKind, string>> = {
  foster: 'in a foster home',
  home: 'in a children’s home',
  supported: 'in supported accommodation',
  'parent-before-assessment': 'with a parent before an assessment',
  'connected-for-a-time': 'with a connected person approved for a time',
  'parent-under-care-order': 'with a parent under a care order',
}

function whileInWords(asked: While): string {
  const parts = [
    asked.placement?.map((kind) => kinds[kind]).join(' or '),
    yesOrNo(asked.firstYear, 'in the first year of a placement', 'after the first year of a placement'),
    yesOrNo(
      asked.longTerm,
      'in a placement meant to last until 18',
      'in a placement not meant to last until 18',
    ),
    yesOrNo(asked.childAgreed, 'where the child agreed to fewer', 'where the child did not agree to fewer'),
    asked.ageFrom === undefined ? undefined : `aged ${asked.ageFrom} or over`,
    asked.ageUnder === undefined ? undefined : `under ${asked.ageUnder}`,
    asked.before === undefined ? undefined : `before the first ${asked.before.replaceAll('-', ' ')}`,
    asked.sightings === undefined ? undefined : timesInWords(asked.sightings),
  ]
  return parts.filter((part) => part !== undefined).join(', ')
}

function yesOrNo(value: boolean | undefined, yes: string, no: string): string | undefined {
  return value === undefined ? undefined : value ? yes : no
}

function timesInWords(times: number): string {
  return times === 1 ? 'after the first one' : `after ${times} of them`
}
