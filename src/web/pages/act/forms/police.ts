import { riskLevels } from '../../../../domain/episode/entries.ts'
import { roleLabel } from '../../../../domain/episode/roles.ts'
import { whenWords } from '../../../components/time.ts'
import { callout } from '../../../components/summary.ts'
import { choice, yesNo, yesNoNotKnown } from '../../../forms/fields-choice.ts'
import { longText, optionalLongText, optionalText, text } from '../../../forms/fields-text.ts'
import { ahead } from '../../../forms/fields-when.ts'
import { present } from '../../../forms/fields.ts'
import { html } from '../../../html.ts'
import { earlierKnown } from '../../episode/earlier.ts'
import { riskWords } from '../../episode/value-words.ts'
import { act, type About, type Act } from '../act.ts'
import { riskOptions } from '../options.ts'

/** Said wherever risk is judged. History stands open beside it because it can raise risk, and never lowers it. */
function thisTimeOnly({ child }: About) {
  return callout(
    html`<p>
      Judge this report on its own. That ${child.he} came back before does not make tonight safer. A lack of
      information is not a sign of safety.
    </p>`,
  )
}

const beside = ({ page, child }: About) => earlierKnown(page.earlier, child)

const assessRisk: Act = act({
  command: 'assess-risk',
  title: ({ child }) => `Grade the risk to ${child.first}`,
  button: 'Record the grade',
  above: (about) => {
    const { grade } = about.page.episode
    return html`${thisTimeOnly(about)}
    ${
      grade &&
      html`<p class="govuk-body">
        The grade now is <strong>${riskWords[grade.level]}</strong>, given
        ${whenWords(grade.entry.occurred.at, about.page.at)} by ${grade.entry.by.name}:
        ${grade.entry.body.reason}
      </p>`
    }`
  },
  beside,
  nothing: ({ levels }) =>
    levels.length === 0
      ? 'No risk levels are set up for your force, so that no grade can be given here.'
      : undefined,
  when: () => ({ legend: 'When was it graded?' }),
  fields: ({ levels, author }) => ({
    level: choice({ legend: 'Grade', options: riskOptions(levels), missing: 'Choose the grade' }),
    accountOf: text({
      label: 'On whose account',
      hint: 'Who gave the detailed account of this absence.',
      missing: 'Enter on whose account it rests',
    }),
    indicators: optionalLongText({
      label: 'What raises the risk',
      hint: 'What was seen or said, each on a line of its own.',
    }),
    reason: longText({ label: 'Why this grade', missing: 'Enter why it is this grade' }),
    firstActions: longText({ label: 'First actions', missing: 'Enter the first actions' }),
    nextReview: ahead({ legend: 'When will it be looked at again?' }),
    ...(author.role !== 'police-supervisor' && {
      supervisor: optionalText({
        label: 'Supervisor',
        hint: 'Needed for high, and for any grade lower than the one before.',
      }),
    }),
  }),
  toBody: ({ indicators, ...values }) => present({ ...values, indicators: linesOf(indicators) }),
})

const giveRiskView: Act = act({
  command: 'give-risk-view',
  title: ({ child }) => `Give your own view of the risk to ${child.first}`,
  above: (about) =>
    html`${thisTimeOnly(about)}
      <p class="govuk-body">
        Only police grade police risk. Your view stands beside the grade, in your name.
      </p>`,
  beside,
  when: 'at-once',
  fields: () => ({
    level: choice({
      legend: 'As you see it',
      options: riskOptions(riskLevels),
      missing: 'Choose how you see it',
    }),
    reason: longText({ label: 'Why', missing: 'Enter why you see it so' }),
  }),
  toBody: (values) => values,
})

const challengeGrade: Act = act({
  command: 'challenge-grade',
  title: () => 'Challenge the grade',
  button: 'Record the challenge',
  above: ({ page }) =>
    callout(
      html`<p>
          ${
            page.episode.grade === undefined
              ? 'No grade is on the record yet.'
              : `The grade is ${riskWords[page.episode.grade.level]}: ${page.episode.grade.entry.body.reason}`
          }
        </p>
        <p>A police supervisor owes an answer. This page tells nobody: ring the control room as well.</p>`,
    ),
  beside,
  when: 'at-once',
  fields: () => ({
    reason: longText({
      label: 'What the grade leaves out, or gets wrong',
      missing: 'Enter what is wrong with it',
    }),
  }),
  toBody: (values) => values,
})

const answerChallenge: Act = act({
  command: 'answer-challenge',
  title: () => 'Answer the challenge to the grade',
  button: 'Record the answer',
  beside,
  nothing: ({ page }) => (challengesOf(page).length === 0 ? 'No challenge waits for an answer.' : undefined),
  when: 'at-once',
  fields: ({ page }) => {
    const challenges = challengesOf(page)
    const [only] = challenges
    return {
      challenge: choice({
        legend: 'The challenge',
        options: challenges.map((entry) => ({
          value: entry.id,
          text: entry.body.reason,
          hint: `${entry.by.name}, ${roleLabel(entry.by.role)}, ${whenWords(entry.occurred.at, page.at)}`,
        })),
        missing: 'Choose the challenge that you answer',
        ...(only !== undefined && challenges.length === 1 && { start: only.id }),
      }),
      answer: longText({
        label: 'Your answer',
        hint: 'What you changed, or why the grade stands on what is known of this time.',
        missing: 'Enter your answer',
      }),
    }
  },
  toBody: (values) => values,
})

function challengesOf({ chronology, episode }: About['page']) {
  return chronology
    .filter((entry) => entry.type === 'grade-challenged')
    .filter(({ id }) => episode.openChallenges.includes(id))
}

const recordCheck: Act = act({
  command: 'record-prevention-check',
  title: ({ child }) => `Record the prevention check on ${child.first}`,
  above: ({ child }) =>
    callout(
      html`<p>
        An officer sees ${child.first} face to face, alone where ${child.he} wants that, and asks whether
        anything happened to ${child.him}. A telephone call is worth writing down and leaves the check owed.
      </p>`,
    ),
  when: ({ child }) => ({ legend: `When did the officer see ${child.him}?` }),
  fields: ({ child, author }) => ({
    officer: text({ label: 'Officer', missing: 'Enter the officer who did it', start: author.name }),
    faceToFace: yesNo({
      legend: `Was ${child.he} seen face to face?`,
      missing: `Say whether ${child.he} was seen face to face`,
    }),
    where: text({ label: 'Where', missing: 'Enter where' }),
    alone: yesNoNotKnown({
      legend: `Was ${child.he} spoken to alone?`,
      missing: `Say whether ${child.he} was spoken to alone`,
    }),
    withWhom: optionalText({ label: 'If not alone, with whom' }),
    language: optionalText({ label: 'In what language', hint: 'And whether an interpreter helped.' }),
    said: longText({
      label: `What ${child.he} said`,
      hint: 'As near as you can to the words used. If nothing was said, say so.',
      missing: `Enter what ${child.he} said, also if it was nothing`,
    }),
    harm: yesNoNotKnown({
      legend: 'Any sign of harm?',
      missing: 'Say whether there was any sign of harm',
    }),
    offences: optionalLongText({ label: 'Offences, against or by the child' }),
    whoHadThem: optionalText({ label: `Who had ${child.him} while ${child.he} was away` }),
    intelligence: optionalLongText({
      label: 'Police intelligence',
      hint: 'Kept apart: only police see this part.',
    }),
  }),
  toBody: (values) => present(values),
})

const checkNotPossible: Act = act({
  command: 'record-check-not-possible',
  title: () => 'Record that the prevention check was not possible',
  when: () => ({ legend: 'When was it tried?' }),
  fields: () => ({
    because: longText({ label: 'Why it was not possible', missing: 'Enter why it was not possible' }),
    whatThen: longText({
      label: 'What happens instead',
      hint: 'Who will see the child, and when.',
      missing: 'Enter what happens instead',
    }),
  }),
  toBody: (values) => values,
})

function linesOf(typed: string | undefined): readonly string[] {
  return (typed ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

export const policeActs: readonly Act[] = [
  assessRisk,
  giveRiskView,
  challengeGrade,
  answerChallenge,
  recordCheck,
  checkNotPossible,
]
