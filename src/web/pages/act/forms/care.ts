import { holdersOf, keptFromSearch } from '../../../../domain/episode/holders-of-care.ts'
import { roleLabel, roles } from '../../../../domain/episode/roles.ts'
import { callout } from '../../../components/summary.ts'
import { choice, pick, yesNo, yesNoNotKnown } from '../../../forms/fields-choice.ts'
import { longText, optionalLongText, text } from '../../../forms/fields-text.ts'
import { present } from '../../../forms/fields.ts'
import { html } from '../../../html.ts'
import { act, type About, type Act } from '../act.ts'
import { meansOptions } from '../options.ts'

/** Who may be told first: nobody who holds what is missing, nor anyone they manage. */
function toTell({ page }: About) {
  const kept = keptFromSearch(holdersOf(page.episode.raised?.body.care))
  return roles
    .filter((role) => !kept.has(role) && !role.startsWith('police'))
    .map((value) => ({ value, text: roleLabel(value) }))
}

const report: Act = act({
  command: 'report-care-missing',
  title: () => 'Record who was told that this Care is missing',
  above: () =>
    callout(
      html`<p>
        Pressing a button tells nobody. Ring the reviewing officer or the responsible council’s manager, and
        write down who answered.
      </p>`,
    ),
  when: () => ({ legend: 'When were they told?' }),
  fields: (about) => ({
    to: pick({ label: 'Who was told?', options: toTell(about), missing: 'Choose who was told' }),
    who: text({ label: 'Their name', missing: 'Enter the name of whoever was told' }),
    means: choice({ legend: 'How?', options: meansOptions, missing: 'Choose how they were told' }),
    account: optionalLongText({ label: 'What they were told, and what they will do' }),
  }),
  toBody: (values) => present(values),
})

const locate: Act = act({
  command: 'record-care-located',
  title: () => 'Record that this Care was found somewhere else',
  when: () => ({ legend: 'When was it found?' }),
  fields: () => ({
    where: text({ label: 'Where was it found?', missing: 'Enter where it was found' }),
    seenBy: text({ label: 'Who saw it?', missing: 'Enter who saw it' }),
    howKnown: longText({
      label: 'How do they know?',
      hint: 'A promise is not Care that was found: say what was seen.',
      missing: 'Enter how they know',
    }),
  }),
  toBody: (values) => values,
})

const back: Act = act({
  command: 'record-care-returned',
  title: () => 'Record that this Care is back',
  when: () => ({ legend: 'When did it come back?' }),
  fields: ({ child }) => ({
    how: longText({ label: 'How is it back?', missing: 'Enter how it is back' }),
    seenBy: text({ label: 'Who saw it?', missing: 'Enter who saw it' }),
    childSays: yesNoNotKnown({
      legend: `Does ${child.first} say that it is back?`,
      hint: 'Where the answer is no, it is not back: it is still looked for.',
      missing: `Choose whether ${child.first} says that it is back`,
    }),
    childsWords: optionalLongText({ label: `What ${child.first} said, in ${child.his} own words` }),
  }),
  toBody: (values) => present(values),
})

const conversation: Act = act({
  command: 'record-care-conversation',
  title: ({ child }) => `Record the conversation with ${child.first} about the time when Care was away`,
  above: ({ child }) =>
    callout(
      html`<p>
        ${child.first} may choose with whom. It is not somebody who holds what was missing. If ${child.he} was
        harmed, ring the duty team now.
      </p>`,
    ),
  when: () => ({ legend: 'When was it?' }),
  fields: ({ child, author }) => ({
    with: text({
      label: `Who talked with ${child.him}?`,
      missing: `Enter who talked with ${child.him}`,
      start: author.name,
    }),
    chosenByChild: yesNo({
      legend: `Did ${child.first} choose them?`,
      missing: `Choose whether ${child.first} chose them`,
    }),
    holdsIt: yesNo({
      legend: 'Do they hold what was missing?',
      missing: 'Choose whether they hold what was missing',
    }),
    whileAway: longText({
      label: `What happened while it was away, in ${child.his} own words?`,
      missing: 'Enter what happened, also if it was nothing',
    }),
    harm: yesNoNotKnown({
      legend: 'Was there significant harm meanwhile?',
      missing: 'Choose whether there was significant harm',
    }),
    whatHelps: optionalLongText({ label: 'What helps to find it if it goes missing again?' }),
  }),
  toBody: (values) => present(values),
})

const repair: Act = act({
  command: 'agree-care-repair',
  title: ({ child }) => `Record how this is put right with ${child.first}`,
  when: () => ({ legend: 'When was it agreed?' }),
  fields: ({ child }) => ({
    what: longText({
      label: 'What is done to put it right?',
      hint: `What ${child.first} asked for comes first.`,
      missing: 'Enter what is done to put it right',
    }),
    by: text({ label: 'Who does it, and by when?', missing: 'Enter who does it' }),
  }),
  toBody: (values) => values,
})

const prevention: Act = act({
  command: 'agree-care-prevention',
  title: ({ child }) => `Record the plan for ${child.first}’s Care`,
  when: () => ({ legend: 'When was it agreed?' }),
  fields: () => ({
    keep: longText({ label: 'What keeps this Care where it belongs?', missing: 'Enter what keeps it' }),
    ifMissing: longText({
      label: 'What is done if it goes missing again?',
      missing: 'Enter what is done if it goes missing again',
    }),
    afterwards: longText({ label: 'What is done afterwards?', missing: 'Enter what is done afterwards' }),
  }),
  toBody: (values) => values,
})

export const careActs: readonly Act[] = [report, locate, back, conversation, repair, prevention]
