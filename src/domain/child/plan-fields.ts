import type { LondonDate } from '../../kernel/london.ts'
import { parseWithin, type Within } from '../../kernel/within.ts'

interface Asked {
  readonly label: string
  readonly hint?: string
  readonly needed?: true
}

/** Before a child goes missing, while they are, and after they are back: one part for each agency. */
const planTimes = { before: 'Before', during: 'While the child is missing', after: 'After' } as const
const planAgencies = {
  Home: 'the home or carer',
  Council: 'the council',
  Police: 'police',
  Others: 'school, health and others',
} as const

type PartName = `${keyof typeof planTimes}${keyof typeof planAgencies}`

const parts = Object.fromEntries(
  Object.entries(planTimes).flatMap(([time, when]) =>
    Object.entries(planAgencies).map(([agency, who]) => [
      time + agency,
      { label: `${when}: what ${who} does` },
    ]),
  ),
) as Record<PartName, Asked>

/** What a missing plan says in words, in the order in which whoever is rung at night needs it. */
export const planTexts = {
  callFirst: { label: 'Whom to call first', hint: 'With their number', needed: true },
  whereToLook: {
    label: 'Where to look, in order',
    hint: 'One place a line, the first one first',
    needed: true,
  },
  works: { label: 'What works' },
  worksNot: { label: 'What does not work' },
  trusts: { label: 'Whom the child trusts' },
  interviewer: { label: 'Who should hold the return interview' },
  risks: { label: 'Risks' },
  vulnerabilities: { label: 'Vulnerabilities' },
  ...parts,
} as const satisfies Readonly<Record<string, Asked>>

export type PlanText = keyof typeof planTexts
export const planTextNames = Object.keys(planTexts) as readonly PlanText[]

/** What a plan may say of the time for looking, the shortest first. */
export const planLengths = ['PT0S', 'PT15M', 'PT30M', 'PT45M', 'PT1H', 'PT1H30M', 'PT2H', 'PT3H', 'PT4H']
  .map((text) => parseWithin(text))
  .filter((within): within is Within => within !== undefined)

/** From an hour until another, by London's clock, past midnight where the second is the earlier. */
export interface HoursOwnTime {
  readonly fromHour: number
  readonly toHour: number
  readonly within: Within
}

/** A version of a child's missing plan, before and after it is agreed. */
export type PlanDraft = {
  /** The child's own account, to the letter: it stands first and apart. */
  readonly childsWords?: string
  /** How long may be looked before police are told, at most, at every hour that has no time of its own. */
  readonly reasonableTime: Within
  readonly hours?: readonly HoursOwnTime[]
  readonly reviewBy: LondonDate
  /** The child takes in short questions in easy words better than others. */
  readonly easyWords?: true
  /** Police were asked to agree too. */
  readonly policeAsked?: boolean
} & { readonly [N in PlanText as (typeof planTexts)[N] extends { needed: true } ? N : never]: string } & {
  readonly [N in PlanText as (typeof planTexts)[N] extends { needed: true } ? never : N]?: string
}

export function questionOf(text: PlanText): Asked {
  return planTexts[text]
}
