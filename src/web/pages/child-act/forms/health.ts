import { healthKinds } from '../../../../domain/child/child.ts'
import { dateInWords, londonDate } from '../../../../kernel/london.ts'
import { callout } from '../../../components/summary.ts'
import { choice } from '../../../forms/fields-choice.ts'
import { longText, optionalLongText } from '../../../forms/fields-text.ts'
import { present } from '../../../forms/fields.ts'
import { html } from '../../../html.ts'
import { healthCalled } from '../../../words/health.ts'
import { childAct, type ChildAct } from '../act.ts'

const healthKnown = childAct({
  entry: 'health-known',
  link: 'Health: a condition, a medicine or an allergy',
  recorded: 'Recorded: what the child needs for their health',
  ofTheLiving: true,
  title: ({ child }) => `What does ${child.first} need for ${child.his} health?`,
  above: ({ child }) =>
    callout(
      html`<p>
        Carers, the council, health and police who look for ${child.first} read it; a school does not. Say
        what happens without it and how soon: while ${child.he} cannot be found, that is how long there is.
      </p>`,
    ),
  when: () => ({ legend: 'Since when is it known?', dayEnough: true }),
  fields: ({ child }) => ({
    kind: choice({
      legend: 'What is it?',
      options: healthKinds.map((value) => ({ value, text: healthCalled[value] })),
      missing: 'Choose what it is',
    }),
    text: longText({
      label: 'What is needed',
      hint: 'The condition, the medicine with dose and times, or what to keep away.',
      missing: 'Enter what is needed',
    }),
    without: optionalLongText({
      label: 'What happens without it, and how soon',
      hint: `What a call-taker should know when ${child.he} cannot be found.`,
    }),
  }),
  toBody: (values) => present(values),
})

const healthEnded = childAct({
  entry: 'health-ended',
  link: 'The end, or the mistake, of something about health',
  recorded: 'Recorded: what is so no longer',
  title: ({ child }) => `What about ${child.first}’s health is so no longer, or was wrong?`,
  nothing: ({ record }) => (record.health.length === 0 ? 'Nothing about health is recorded here' : undefined),
  when: () => ({ legend: 'Since when?', dayEnough: true }),
  fields: ({ page }) => ({
    known: choice({
      legend: 'What?',
      options: page.record.health.map(({ entry, kind, text, from }) => ({
        value: entry,
        text: `${healthCalled[kind]}: ${text}`,
        hint: `Since ${dateInWords(londonDate(from))}`,
      })),
      missing: 'Choose what is so no longer',
    }),
    why: longText({ label: 'Why', missing: 'Enter why it is so no longer' }),
  }),
  toBody: (values) => values,
})

export const healthActs: readonly ChildAct[] = [healthKnown, healthEnded]
