import { informationGrades, sourceGrades } from '../../../../domain/child/reliance.ts'
import { planLengths } from '../../../../domain/child/plan-fields.ts'
import { withinInWords, type Within } from '../../../../kernel/within.ts'
import { callout } from '../../../components/summary.ts'
import { choice, tick } from '../../../forms/fields-choice.ts'
import { branch } from '../../../forms/fields-branch.ts'
import { day } from '../../../forms/fields-day.ts'
import { longText, optionalText, text } from '../../../forms/fields-text.ts'
import { present, read, showFields } from '../../../forms/fields.ts'
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

/** An adult cannot answer what stands here: it has its source, how far that is relied on, a review and an end. */
const personFields = {
  name: optionalText({ label: 'What the adult is called, if anybody knows' }),
  source: text({
    label: 'Who says so',
    hint: 'A person, a record or a report: whoever reads this tonight may have to ask them.',
    missing: 'Enter who says so',
  }),
  sourceGrade: choice({
    legend: 'How far is the source relied on?',
    hint: 'The scale is recalled and not verified: use your force’s own where it differs.',
    options: gradeKeys(sourceGrades).map((value) => ({ value, text: `${value}: ${sourceGrades[value]}` })),
    missing: 'Choose how far the source is relied on',
  }),
  informationGrade: choice({
    legend: 'How far is what was said relied on?',
    options: gradeKeys(informationGrades).map((value) => ({
      value,
      text: `${value}: ${informationGrades[value]}`,
    })),
    missing: 'Choose how far what was said is relied on',
  }),
  reviewBy: day({
    label: 'Look at it again by',
    hint: 'For example 3 4 2027',
    missing: 'Enter the day by which it is looked at again',
    wrong: 'Enter the day of the review as day, month and year, for example 3 4 2027',
  }),
  expires: day({
    label: 'It ends on',
    hint: 'From the day after it stands beside no grade. It stays on record.',
    missing: 'Enter the day on which it ends',
    wrong: 'Enter the day on which it ends as day, month and year, for example 3 10 2027',
  }),
}

function gradeKeys<K extends string>(grades: Readonly<Record<K, string>>): readonly K[] {
  return Object.keys(grades) as K[]
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
    kind: branch({
      legend: 'What is it?',
      missing: 'Choose what it is',
      arms: {
        harm: { text: 'A harm', fields: {} },
        place: { text: 'A place', fields: {} },
        adult: { text: 'An adult', fields: personFields },
      },
    }),
    text: longText({
      label: 'What is known',
      hint: 'What happened, where, who: in the words that police should read tonight.',
      missing: 'Enter what is known',
    }),
  }),
  toBody: ({ kind, text }) => {
    if (kind.kind !== 'adult') return { kind: kind.kind, text }
    const { kind: adult, ...graded } = kind
    return { kind: adult, text, graded: present(graded) }
  },
})

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
    easyWords: tick(
      'Short questions in easy words',
      'Tick where this helps the child: an interview is then suggested in easy words.',
    ),
  }),
  toBody: ({ easyWords, ...values }) => ({ ...values, ...(easyWords && { easyWords }) }),
})

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

export const knownActs: readonly ChildAct[] = [identity, concernKnown, planAgreed]
