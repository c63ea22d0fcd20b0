import { handlings, intelligenceGrades, sourceGrades } from '../../../../domain/episode/intelligence.ts'
import { callout } from '../../../components/summary.ts'
import { choice } from '../../../forms/fields-choice.ts'
import { longText, optionalLongText } from '../../../forms/fields-text.ts'
import { present } from '../../../forms/fields.ts'
import { html } from '../../../html.ts'
import { assessmentWords, handlingWords, sourceWords } from '../../episode/value-words.ts'
import { act, type Act } from '../act.ts'
import { optionsOf } from '../options.ts'

const recordIntelligence: Act = act({
  command: 'record-intelligence',
  title: ({ child }) => `Record police intelligence about ${child.first}`,
  button: 'Record the intelligence',
  above: ({ child }) =>
    callout(
      html`<p>
        Only police read it, and nobody else sees that it is there. It is marked unverified whatever its
        grades. If ${child.first} is in danger because of it, act on it now: this page tells nobody.
      </p>`,
    ),
  when: () => ({ legend: 'When did police learn it?', dayEnough: true }),
  fields: () => ({
    text: longText({ label: 'What is known', missing: 'Enter what is known' }),
    source: choice({
      legend: 'How is the source judged?',
      options: optionsOf(sourceGrades, sourceWords),
      missing: 'Choose how the source is judged',
    }),
    assessment: choice({
      legend: 'How did it come to be known?',
      options: optionsOf(intelligenceGrades, assessmentWords),
      missing: 'Choose how it came to be known',
    }),
    handling: choice({
      legend: 'How may police handle it?',
      options: optionsOf(handlings, handlingWords),
      missing: 'Choose how it may be handled',
    }),
    conditions: optionalLongText({ label: 'Conditions', hint: 'Who may have it, and what for.' }),
  }),
  toBody: (values) => present(values),
})

export const intelligenceActs: readonly Act[] = [recordIntelligence]
