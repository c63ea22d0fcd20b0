import { homecomingLeads } from '../../../../domain/episode/return-bodies.ts'
import { callout } from '../../../components/summary.ts'
import { choice } from '../../../forms/fields-choice.ts'
import { longText, optionalLongText, text } from '../../../forms/fields-text.ts'
import { ahead } from '../../../forms/fields-when.ts'
import { present } from '../../../forms/fields.ts'
import { html } from '../../../html.ts'
import { capitalised } from '../../episode/child-words.ts'
import { leadWords } from '../../episode/value-words.ts'
import { act, type Act } from '../act.ts'

const agree: Act = act({
  command: 'agree-homecoming',
  title: ({ child }) => `Agree who brings ${child.first} home`,
  button: 'Record what is agreed',
  above: ({ child }) =>
    callout(
      html`<p>
        The responsible council sees to it. Police do where ${child.he} or somebody else is in danger, or
        where a power of theirs is used. Ask ${child.first} who ${child.he} would come with.
      </p>`,
    ),
  when: () => ({ legend: 'When was it agreed?' }),
  fields: ({ child }) => ({
    led: choice({
      legend: 'Who leads?',
      options: homecomingLeads.map((value) => ({ value, text: capitalised(leadWords[value]) })),
      missing: 'Choose who leads',
    }),
    who: text({ label: `Who collects ${child.him}?`, missing: `Enter who collects ${child.him}` }),
    byWhen: ahead({ legend: 'By when?' }),
    how: text({ label: 'How?', hint: 'By car, by train, with whom.', missing: 'Enter how' }),
    otherwise: longText({
      label: `Where instead, if ${child.he} will not come or the home will not have ${child.him}?`,
      missing: 'Enter where instead',
    }),
  }),
  toBody: (values) => values,
})

const welcome: Act = act({
  command: 'record-welcome',
  title: ({ child }) => `Record how ${child.first} was welcomed`,
  above: ({ child }) =>
    callout(
      html`<p>
        ${capitalised(child.first)} is back: warmth first, questions later. This is not the interview. If
        ${child.he} may have been assaulted, ring police before ${child.he} washes or changes, and keep
        clothes and bedding as they are.
      </p>`,
    ),
  when: () => ({ legend: 'When?' }),
  fields: ({ child }) => ({
    food: text({ label: 'Food and drink', missing: 'Enter food and drink, also if none was wanted' }),
    rest: text({ label: 'Rest and warmth', missing: 'Enter rest and warmth' }),
    medical: longText({
      label: 'Medical need',
      hint: `What ${child.he} needs, who looked, medication that was missed. If there is none, say who asked.`,
      missing: 'Enter medical need, also if there is none',
    }),
    evidence: optionalLongText({
      label: 'Evidence that was kept',
      hint: `Where ${child.he} may have been assaulted: what, where it is, who has it.`,
    }),
    tonight: longText({ label: 'The plan for tonight', missing: 'Enter the plan for tonight' }),
  }),
  toBody: (values) => present(values),
})

const conversation: Act = act({
  command: 'record-conversation',
  title: ({ child }) => `Record the conversation with ${child.first} at home`,
  above: ({ child }) =>
    callout(
      html`<p>
        ${capitalised(child.first)} and whoever cares for ${child.him} put right between them what can be put
        right. It is not the return interview, and takes nothing from it.
      </p>`,
    ),
  when: () => ({ legend: 'When was it?' }),
  fields: ({ child, author }) => ({
    with: text({
      label: `Who talked with ${child.him}`,
      missing: `Enter who talked with ${child.him}`,
      start: author.name,
    }),
    said: longText({
      label: 'What was said, on both sides',
      missing: 'Enter what was said',
    }),
    agreed: longText({ label: 'What you agreed', missing: 'Enter what you agreed, also if it was nothing' }),
  }),
  toBody: (values) => values,
})

export const homecomingActs: readonly Act[] = [agree, welcome, conversation]
