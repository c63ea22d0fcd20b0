import { roleLabel, roles } from '../../../../domain/episode/roles.ts'
import { callout } from '../../../components/summary.ts'
import { pick, type Option } from '../../../forms/fields-choice.ts'
import { longText, text } from '../../../forms/fields-text.ts'
import { ahead } from '../../../forms/fields-when.ts'
import { html } from '../../../html.ts'
import { capitalised } from '../../episode/child-words.ts'
import { act, type About, type Act } from '../act.ts'
import {
  actionField,
  answerable,
  audienceOfAction,
  audienceOfFinding,
  findingField,
  keptAs,
  noFindings,
  runningActions,
} from './finding-choices.ts'

const agree: Act = act({
  command: 'agree-action',
  title: () => 'Agree what is done about what was learned',
  above: ({ child }) =>
    callout(
      html`<p>
        Write it so that whoever does it may read it: the organisation that you name reads what is agreed, and
        nothing else of what ${child.first} said. From now on it is owed by the time that you set.
      </p>`,
    ),
  nothing: (about) => (answerable(about, 'action-agreed').length === 0 ? noFindings : undefined),
  when: 'at-once',
  fields: (about) => ({
    finding: findingField(about, 'About what?', answerable(about, 'action-agreed')),
    what: longText({ label: 'What will be done', missing: 'Enter what will be done' }),
    owner: pick({
      label: 'Who does it?',
      hint: 'Someone in this role owes it.',
      options: roles.map((role) => ({ value: role, text: capitalised(roleLabel(role)) })),
      missing: 'Choose who does it',
    }),
    with: pick({
      label: 'Of which organisation?',
      hint: 'They read what is agreed, where they may read the episode.',
      options: organisations(about),
      missing: 'Choose the organisation, or say that it is not known yet',
    }),
    service: text({ label: 'Which service or team', missing: 'Enter which service or team' }),
    byWhen: ahead({ legend: 'By when?' }),
    shownBy: longText({ label: 'What will show that it was done', missing: 'Enter what will show it' }),
  }),
  toBody: ({ finding, owner, byWhen, with: id, ...agreed }, about) => ({
    finding,
    owner,
    byWhen,
    ...organisationOf(about, id),
    ...keptAs(audienceOfFinding(about, finding), agreed),
  }),
})

function organisations({ directory }: About): readonly Option<string>[] {
  return [
    { value: 'not-known', text: 'Not known yet' },
    ...directory.organisations.map(({ id, name }) => ({ value: id, text: name })),
  ]
}

function organisationOf({ directory }: About, chosen: string) {
  const organisation = directory.organisations.find(({ id }) => id === chosen)
  return organisation && { with: organisation.id, name: organisation.name }
}

const decideNothing: Act = act({
  command: 'decide-no-action',
  title: () => 'Decide that nothing is done about what was learned',
  button: 'Record the decision',
  nothing: (about) => (answerable(about, 'no-action-decided').length === 0 ? noFindings : undefined),
  when: 'at-once',
  fields: (about) => ({
    finding: findingField(about, 'About what?', answerable(about, 'no-action-decided')),
    reason: longText({
      label: 'Why is nothing done?',
      hint: 'What happened at other times is no reason.',
      missing: 'Enter why nothing is done',
    }),
  }),
  toBody: ({ finding, reason }, about) => ({
    finding,
    ...keptAs(audienceOfFinding(about, finding), reason),
  }),
})

const noneRuns = 'No action that was agreed is waiting to be done.'

const done: Act = act({
  command: 'record-action-done',
  title: () => 'Record that an agreed action is done',
  nothing: (about) => (runningActions(about).length === 0 ? noneRuns : undefined),
  when: () => ({ legend: 'When was it done?', dayEnough: true }),
  fields: (about) => ({
    action: actionField(about),
    evidence: longText({
      label: 'What shows that it was done?',
      missing: 'Enter what shows that it was done',
    }),
  }),
  toBody: ({ action, evidence }, about) => ({
    action,
    ...keptAs(audienceOfAction(about, action), evidence),
  }),
})

const end: Act = act({
  command: 'end-action',
  title: () => 'End an agreed action that will not be done',
  button: 'End it',
  nothing: (about) => (endable(about).length === 0 ? noneRuns : undefined),
  when: 'at-once',
  fields: (about) => ({
    action: actionField(about, endable(about)),
    reason: longText({ label: 'Why will it not be done?', missing: 'Enter why it will not be done' }),
  }),
  toBody: ({ action, reason }, about) => ({ action, ...keptAs(audienceOfAction(about, action), reason) }),
})

function endable(about: About) {
  return runningActions(about, 'action-ended')
}

export const agreedActionActs: readonly Act[] = [agree, decideNothing, done, end]
