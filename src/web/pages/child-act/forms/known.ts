import { withinInWords, parseWithin, type Within } from '../../../../kernel/within.ts'
import { callout } from '../../../components/summary.ts'
import { choice } from '../../../forms/fields-choice.ts'
import { day } from '../../../forms/fields-day.ts'
import { longText } from '../../../forms/fields-text.ts'
import { read, showFields } from '../../../forms/fields.ts'
import { html } from '../../../html.ts'
import { readNewChild, whoFields } from '../../report/new-child/form.ts'
import { childAct, type ChildAct } from '../act.ts'

/** Asked and read as for a child who is new here: they are the same questions. */
const identity: ChildAct = {
  entry: 'child-registered',
  path: 'identity',
  link: 'Who the child is: name, age, looks, number',
  recorded: 'Recorded: who the child is',
  title: ({ page, child }) =>
    page.record.name === undefined ? 'Who is this child?' : `Who is ${child.full}?`,
  above: () =>
    callout(
      html`<p>
        What is known now stands below: change it, or add what was found out. An answer that you empty stays
        known as it was. A name that is changed stays as another name.
      </p>`,
    ),
  show: ({ page }, asking) => showFields(whoFields(page.record), asking),
  read: ({ page }, form) => {
    const found = readNewChild(form, page.now)
    return found.kind === 'problems'
      ? found
      : read({ occurred: { at: page.now, precision: 'minute' }, body: found.value })
  },
}

const concernKnown = childAct({
  entry: 'concern-known',
  link: 'A harm, a place or an adult of concern',
  recorded: 'Recorded: what is known of concern',
  title: ({ child }) => `What is known of concern for ${child.first}?`,
  above: ({ child }) =>
    callout(
      html`<p>
        It stands open beside every grade, because it can raise one. If it shows that ${child.first} is in
        danger now, ring police first.
      </p>`,
    ),
  when: () => ({ legend: 'When was it, or since when is it known?', dayEnough: true }),
  fields: () => ({
    kind: choice({
      legend: 'What is it?',
      options: [
        { value: 'harm', text: 'A harm' },
        { value: 'place', text: 'A place' },
        { value: 'adult', text: 'An adult' },
      ],
      missing: 'Choose what it is',
    }),
    text: longText({
      label: 'What is known',
      hint: 'What happened, where, who: in the words that police should read tonight.',
      missing: 'Enter what is known',
    }),
  }),
  toBody: (values) => values,
})

/** What a plan may say of the time for looking, the shortest first. */
export const planLengths = ['PT0S', 'PT15M', 'PT30M', 'PT45M', 'PT1H', 'PT1H30M', 'PT2H', 'PT3H', 'PT4H']
  .map((text) => parseWithin(text))
  .filter((within): within is Within => within !== undefined)

const planAgreed = childAct({
  entry: 'plan-agreed',
  link: 'A plan for when the child is not where expected',
  recorded: 'Recorded: the plan that was agreed',
  ofTheLiving: true,
  title: ({ child }) => `What is agreed for when ${child.first} is not where expected?`,
  above: ({ child }) =>
    callout(
      html`<p>
        The plan can shorten the time for looking that the protocol allows and never lengthens it. It holds
        until its review; from then on the shortest time holds until another is agreed. Ask ${child.first}
        what should be in it.
      </p>`,
    ),
  when: () => ({ legend: 'When was it agreed?', dayEnough: true }),
  fields: () => ({
    reasonableTime: choice<Within>({
      legend: 'How long may be looked before police are told, at most?',
      options: planLengths.map((value) => ({
        value,
        text: value === 'PT0S' ? 'Not at all: tell police at once' : capital(withinInWords(value)),
      })),
      missing: 'Choose how long may be looked',
    }),
    reviewBy: day({
      label: 'Review by',
      hint: 'For example 3 4 2027',
      missing: 'Enter the day by which the plan is reviewed',
      wrong: 'Enter the day of the review as day, month and year, for example 3 4 2027',
    }),
    says: longText({
      label: 'What the plan says',
      hint: 'Places, people, what helps, what each agency does.',
      missing: 'Enter what the plan says',
    }),
  }),
  toBody: (values) => values,
})

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

export const knownActs: readonly ChildAct[] = [identity, concernKnown, planAgreed]
