import { callout } from '../../../components/summary.ts'
import { branch } from '../../../forms/fields-branch.ts'
import { choice, yesNo, yesNoNotKnown } from '../../../forms/fields-choice.ts'
import { longText, optionalLongText } from '../../../forms/fields-text.ts'
import { present } from '../../../forms/fields.ts'
import { html } from '../../../html.ts'
import { earlierKnown } from '../../episode/earlier.ts'
import { meetingWords } from '../../episode/value-words.ts'
import { act, type Act } from '../act.ts'

const considerHarm: Act = act({
  command: 'consider-harm',
  title: ({ child }) => `Has ${child.first} suffered significant harm, or is ${child.he} at risk of it?`,
  button: 'Record the decision',
  above: ({ child }) =>
    callout(
      html`<p>
        It is asked at the report and again at the return. Yes means a strategy meeting now and a section 47
        enquiry. That ${child.he} came back before, or unhurt, does not make it less likely.
      </p>`,
    ),
  beside: ({ page, child }) => earlierKnown(page.earlier, child),
  when: () => ({ legend: 'When was it decided?' }),
  fields: ({ child }) => ({
    answer: choice({
      legend: 'Your decision',
      options: [
        { value: 'suffered', text: `Yes, ${child.heHas} suffered significant harm` },
        { value: 'at-risk', text: `Yes, ${child.heIs} at risk of significant harm` },
        { value: 'neither', text: 'Neither, on what is known' },
      ],
      missing: 'Choose your decision',
    }),
    reason: longText({ label: 'Why', missing: 'Enter why' }),
    exploitation: yesNoNotKnown({
      legend: `Is ${child.he} being exploited?`,
      hint: 'Sexually, criminally or by trafficking. Yes means an assessment, a decision about the National Referral Mechanism, a referral and disruption.',
      missing: `Say whether ${child.heIs} being exploited`,
    }),
    strategyMeeting: optionalLongText({
      label: 'The strategy meeting',
      hint: 'If yes: when it is, and who comes.',
    }),
  }),
  toBody: (values) => present(values),
})

const considerSignificance: Act = act({
  command: 'consider-significance',
  title: ({ child }) => `What must change for ${child.first} after this episode?`,
  button: 'Record the decision',
  beside: ({ page, child }) => earlierKnown(page.earlier, child),
  when: () => ({ legend: 'When was it decided?' }),
  fields: () => ({
    significant: yesNo({
      legend: 'Is this episode significant?',
      missing: 'Say whether this episode is significant',
      yes: 'Yes, something must change',
      no: 'No, nothing has to change',
    }),
    reason: longText({ label: 'Why', missing: 'Enter why' }),
    assessments: longText({
      label: 'Assessments',
      hint: 'Which are made or brought up to date, by whom, by when. If none, say so.',
      missing: 'Enter which assessments change, or that none do',
    }),
    plans: longText({
      label: 'Care plans',
      hint: 'Which change, who changes them, by when. If none, say so.',
      missing: 'Enter which care plans change, or that none do',
    }),
    additional: longText({
      label: 'Additional activity',
      hint: 'What else is done, by whom, by when. If nothing, say so.',
      missing: 'Enter what else is done, or that nothing is',
    }),
  }),
  toBody: (values) => values,
})

const recordMeeting: Act = act({
  command: 'record-meeting',
  title: ({ child }) => `Record a meeting about ${child.first}`,
  when: () => ({ legend: 'When was it held?' }),
  fields: () => ({
    meeting: branch({
      legend: 'Which meeting',
      missing: 'Choose which meeting it was',
      arms: {
        strategy: {
          text: meetingWords.strategy,
          fields: {
            invited: longText({
              label: 'Who was invited',
              hint: 'Also who could not come.',
              missing: 'Enter who was invited',
            }),
            shared: longText({
              label: 'What each service shared',
              missing: 'Enter what each service shared',
            }),
          },
        },
        'at-24-hours': { text: meetingWords['at-24-hours'], fields: {} },
        'at-48-hours': { text: meetingWords['at-48-hours'], fields: {} },
        'at-72-hours': { text: meetingWords['at-72-hours'], fields: {} },
        weekly: { text: meetingWords.weekly, fields: {} },
        repeat: { text: meetingWords.repeat, fields: {} },
        'cause-and-support': {
          text: meetingWords['cause-and-support'],
          fields: {
            cause: longText({ label: 'The cause, as agreed', missing: 'Enter the cause as agreed' }),
            support: longText({
              label: 'The support most likely to help',
              missing: 'Enter the support most likely to help',
            }),
            parts: longText({ label: 'Each service’s part', missing: 'Enter the part of each service' }),
          },
        },
        'protection-conference': { text: meetingWords['protection-conference'], fields: {} },
        'early-review': { text: meetingWords['early-review'], fields: {} },
      },
    }),
    attended: longText({ label: 'Who was there', missing: 'Enter who was there' }),
    decided: longText({ label: 'What was decided', missing: 'Enter what was decided' }),
  }),
  toBody: ({ meeting, ...values }) => ({ ...meeting, ...values }),
})

const updatePlan: Act = act({
  command: 'update-plan',
  title: ({ child }) => `Record that the missing plan for ${child.first} is up to date`,
  above: ({ child }) =>
    callout(
      html`<p>
        A missing plan for every looked-after child: description, places, people, what works, and what each
        agency does before, during and after. Ask ${child.first} what should be in it.
      </p>`,
    ),
  when: () => ({ legend: 'When was it brought up to date?' }),
  fields: () => ({ what: longText({ label: 'What changed in it', missing: 'Enter what changed in it' }) }),
  toBody: (values) => values,
})

export const decisionActs: readonly Act[] = [considerHarm, considerSignificance, recordMeeting, updatePlan]
