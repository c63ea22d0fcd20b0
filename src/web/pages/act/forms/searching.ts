import { authorisations, whereaboutsValues } from '../../../../domain/episode/entries.ts'
import { callout } from '../../../components/summary.ts'
import { optionalChoice, optionalYesNoNotKnown, yesNo } from '../../../forms/fields-choice.ts'
import { longText, optionalLongText, optionalText, text } from '../../../forms/fields-text.ts'
import { present } from '../../../forms/fields.ts'
import { html } from '../../../html.ts'
import { authorisationWords, whereaboutsWords } from '../../episode/value-words.ts'
import { act, type Act } from '../act.ts'
import { optionsOf } from '../options.ts'

const takeAction: Act = act({
  command: 'take-action',
  title: ({ child }) => `Record what has been done to find ${child.first}`,
  when: () => ({ legend: 'When was it done?' }),
  fields: ({ child }) => ({
    action: text({
      label: 'What was done',
      hint: `For example: rang ${child.his} telephone, asked friends, looked in the places where ${child.he} might be.`,
      missing: 'Enter what was done',
    }),
    outcome: longText({ label: 'What came of it', missing: 'Enter what came of it, also if nothing did' }),
  }),
  toBody: (values) => values,
})

const assessThreshold: Act = act({
  command: 'assess-threshold',
  title: ({ child }) => `Are you worried now about ${child.first}?`,
  above: ({ child }) =>
    callout(
      html`<p>
          Think about this time only. That ${child.heHas} come back before does not make this time safer.
          Knowing an address is not the same as knowing that ${child.heIs} safe there.
        </p>
        <p>If anyone is in danger, ring 999 now and come back to this page afterwards.</p>`,
    ),
  when: () => ({ legend: 'When did you decide this?' }),
  fields: ({ child }) => ({
    worriedNow: yesNo({
      legend: `Are you worried now about ${child.his} safety, or anyone else’s?`,
      missing: 'Say whether you are worried now',
      yes: 'Yes, I am worried now',
      no: 'Not yet',
    }),
    why: optionalLongText({ label: 'Why' }),
    outOfCharacter: optionalYesNoNotKnown({
      legend: `Is this out of character for ${child.him}?`,
      hint: 'These three questions can only raise the concern. Answering “no” to all of them is no reason to wait.',
    }),
    maySufferCrime: optionalYesNoNotKnown({ legend: `May ${child.he} be subject to crime?` }),
    riskToSelfOrOthers: optionalYesNoNotKnown({
      legend: `May ${child.he} be at risk of harm, or be a risk to someone else?`,
    }),
    whereabouts: optionalChoice({
      legend: `What is known of where ${child.heIs}?`,
      hint: 'Leave this empty if nothing has changed.',
      options: optionsOf(whereaboutsValues, whereaboutsWords),
    }),
    where: optionalText({ label: 'The place, if one is known' }),
    authorisation: optionalChoice({
      legend: 'Was the absence agreed?',
      hint: 'Leave this empty if nothing has changed.',
      options: optionsOf(authorisations, authorisationWords),
    }),
  }),
  toBody: (values) => present(values),
})

const reviewConcern: Act = act({
  command: 'review-concern',
  title: ({ child }) => `Record that you have read the concern about ${child.first}`,
  above: ({ child }) =>
    callout(
      html`<p>
        Every concern that ends without a report to police is read by a named manager: was it right not to
        report, and what should be different for ${child.first}?
      </p>`,
    ),
  when: 'at-once',
  fields: () => ({
    outcome: longText({ label: 'What you found, and what changes', missing: 'Enter what you found' }),
  }),
  toBody: (values) => values,
})

export const searchingActs: readonly Act[] = [takeAction, assessThreshold, reviewConcern]
