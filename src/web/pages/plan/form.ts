import {
  planLengths,
  planTextNames,
  questionOf,
  type HoursOwnTime,
  type PlanDraft,
} from '../../../domain/child/plan-fields.ts'
import { dateInWords } from '../../../kernel/london.ts'
import { withinInWords, type Within } from '../../../kernel/within.ts'
import { callout } from '../../components/summary.ts'
import { choice, optionalChoice, tick } from '../../forms/fields-choice.ts'
import { day } from '../../forms/fields-day.ts'
import { longText, optionalLongText } from '../../forms/fields-text.ts'
import { present, type Field, type Fields } from '../../forms/fields.ts'
import { html } from '../../html.ts'
import { childAct, type About, type ChildAct } from '../child-act/act.ts'

const leadsTo = '/plan'

/** Parts of a day that may have a time of their own. */
const bands = {
  evening: { fromHour: 16, toHour: 22, legend: 'From 16:00 to 22:00, if it is another time' },
  night: { fromHour: 22, toHour: 6, legend: 'From 22:00 to 06:00, if it is another time' },
} as const

const lengths = planLengths.map((value) => ({
  value,
  text: value === 'PT0S' ? 'Not at all: tell police at once' : capital(withinInWords(value)),
}))

const latestOf = ({ page }: About): PlanDraft | undefined => page.record.plans.at(-1)?.draft

const drafted = childAct({
  entry: 'plan-drafted',
  leadsTo,
  link: 'The missing plan: a new version',
  recorded: 'Recorded: a version of the plan',
  ofTheLiving: true,
  title: ({ child }) => `What is the plan if ${child.first} is missing?`,
  above: ({ child }) =>
    callout(
      html`<p>
        Write it together: whoever cares for ${child.first} and the social worker, with ${child.him} where
        ${child.he} will. It holds once each of you has agreed to it. The time for looking can shorten what
        the protocol allows and never lengthens it.
      </p>`,
    ),
  when: () => ({ legend: 'When was it written?', dayEnough: true }),
  fields: (about): Fields => {
    const now = latestOf(about)
    return {
      childsWords: optionalLongText({
        label: `What ${about.child.first} says, in ${about.child.his} own words`,
        hint: 'It stands first and apart. Leave it empty if nobody has asked yet.',
        ...(now?.childsWords !== undefined && { start: now.childsWords }),
      }),
      reasonableTime: choice<Within>({
        legend: 'How long may be looked before police are told, at most?',
        options: lengths,
        missing: 'Choose how long may be looked',
        ...(now && { start: now.reasonableTime }),
      }),
      ...Object.fromEntries(Object.entries(bands).map(([name, band]) => [name, bandField(band, now)])),
      ...Object.fromEntries(planTextNames.map((name) => [name, textField(questionOf(name), now?.[name])])),
      easyWords: tick('Short questions in easy words suit the child better'),
      policeAsked: tick('Police are asked to agree too'),
      reviewBy: day({
        label: 'Review by',
        hint: 'For example 3 4 2027. After each time missing and after a move it is looked at earlier',
        missing: 'Enter the day by which the plan is reviewed',
        wrong: 'Enter the day of the review as day, month and year, for example 3 4 2027',
      }),
    }
  },
  toBody: ({ evening, night, easyWords, policeAsked, ...said }) => {
    const chosen = { evening, night } as Partial<Record<keyof typeof bands, Within>>
    const hours = (['evening', 'night'] as const).flatMap((name): readonly HoursOwnTime[] => {
      const within = chosen[name]
      const { fromHour, toHour } = bands[name]
      return within === undefined ? [] : [{ fromHour, toHour, within }]
    })
    const body = {
      ...said,
      ...(hours.length > 0 && { hours }),
      ...(easyWords === true && { easyWords }),
      ...(policeAsked === true && { policeAsked }),
    }
    return present(body) as unknown as PlanDraft
  },
})

function bandField(
  { fromHour, legend }: (typeof bands)[keyof typeof bands],
  now: PlanDraft | undefined,
): Field<Within | undefined> {
  const start = now?.hours?.find((one) => one.fromHour === fromHour)?.within
  return optionalChoice<Within>({ legend, options: lengths, ...(start !== undefined && { start }) })
}

function textField(
  { label, hint, needed }: ReturnType<typeof questionOf>,
  now: string | undefined,
): Field<string | undefined> {
  const asked = { label, ...(hint !== undefined && { hint }), ...(now !== undefined && { start: now }) }
  return needed === true
    ? longText({ ...asked, missing: `Enter ${label.charAt(0).toLowerCase()}${label.slice(1)}` })
    : optionalLongText(asked)
}

const agreed = childAct({
  entry: 'plan-agreed-by',
  leadsTo,
  link: 'That you agree to the last version of the plan',
  recorded: 'Recorded: that you agree to the plan',
  ofTheLiving: true,
  title: ({ child }) => `Do you agree to the plan for ${child.first}?`,
  nothing: ({ record }) =>
    record.plans.length === 0 ? 'No version of a plan has been drafted here' : undefined,
  when: 'at-once',
  fields: ({ page }) => ({
    drafted: choice({
      legend: 'Which version have you read?',
      options: page.record.plans.slice(-1).map(({ entry, version, by }) => ({
        value: entry,
        text: `Version ${String(version)}, drafted by ${by.name}`,
      })),
      missing: 'Choose the version that you agree to',
    }),
  }),
  toBody: (values) => values,
})

const reviewed = childAct({
  entry: 'plan-reviewed',
  leadsTo,
  link: 'That the plan was looked at and still holds',
  recorded: 'Recorded: that the plan was reviewed',
  ofTheLiving: true,
  title: ({ child }) => `The plan for ${child.first} was looked at and still holds`,
  nothing: ({ record }) =>
    record.plan === undefined && record.lapsedPlan === undefined ? 'No plan has been agreed yet' : undefined,
  when: () => ({ legend: 'When was it looked at?', dayEnough: true }),
  fields: ({ page: { record } }) => ({
    plan: choice({
      legend: 'Which plan?',
      options: [record.plan ?? record.lapsedPlan].flatMap((plan) =>
        plan === undefined
          ? []
          : [{ value: plan.entry, text: `The one to be reviewed by ${dateInWords(plan.reviewBy)}` }],
      ),
      missing: 'Choose the plan that was looked at',
    }),
    says: longText({
      label: 'What was looked at, and with whom',
      missing: 'Enter what was looked at, and with whom',
    }),
    reviewBy: day({
      label: 'Review again by',
      hint: 'For example 3 4 2027',
      missing: 'Enter the day by which the plan is reviewed again',
      wrong: 'Enter the day of the review as day, month and year, for example 3 4 2027',
    }),
  }),
  toBody: (values) => values,
})

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

export const planActs: readonly ChildAct[] = [drafted, agreed, reviewed]
