import { effective } from '../../../../domain/episode/effective.ts'
import type { EntryId } from '../../../../domain/episode/entry.ts'
import { callout } from '../../../components/summary.ts'
import { whenWords } from '../../../components/time.ts'
import { pick, yesNo } from '../../../forms/fields-choice.ts'
import { longText, text } from '../../../forms/fields-text.ts'
import { html } from '../../../html.ts'
import { act, unless, type About, type Act } from '../act.ts'

const notHeld: Act = act({
  command: 'decide-interview-not-held',
  title: ({ child }) => `Decide that no return interview with ${child.first} is held`,
  button: 'Record the decision',
  above: ({ child, page }) =>
    callout(
      html`<p>
        This is a manager’s decision, with its reason on the record.
        ${child.first === 'the child' ? 'A child' : child.first} who does not want one declines; somebody who
        could not be reached is
        <a class="govuk-link" href="/episodes/${page.id}/record-interview-attempt">an attempt</a>. Neither is
        a reason for this.
      </p>`,
    ),
  when: () => ({ legend: 'When was it decided?' }),
  fields: () => ({ reason: longText({ label: 'Why', missing: 'Enter why no interview is held' }) }),
  toBody: (values) => values,
})

const served: Act = act({
  command: 'record-interview-served',
  title: () => 'An interview in another episode was about this one too',
  above: ({ child }) =>
    callout(
      html`<p>
        One interview may be about several absences, where ${child.first} was asked about each. It counts here
        from when it was held.
      </p>`,
    ),
  nothing: ({ page }) =>
    page.heldElsewhere.length === 0
      ? 'No interview is on the record of another episode that you may see.'
      : undefined,
  when: 'at-once',
  fields: ({ page }) => ({
    interview: pick<EntryId>({
      label: 'Which interview?',
      options: page.heldElsewhere.map(({ interview, occurred }) => ({
        value: interview,
        text: `Held ${whenWords(occurred.at, page.at)}`,
      })),
      missing: 'Choose which interview',
    }),
  }),
  toBody: ({ interview }, { page }) => {
    const chosen = page.heldElsewhere.find((one) => one.interview === interview)
    return chosen === undefined
      ? unless('interview', 'Choose which interview')
      : { episode: chosen.episode, interview: chosen.interview }
  },
})

const account: Act = act({
  command: 'take-carers-account',
  title: () => 'Take the account of whoever cares for the child',
  above: ({ child }) =>
    callout(
      html`<p>
        Where ${child.first} declines, whoever cares for ${child.him} is asked what they know. Their account
        stands beside ${child.his} own, never in its place.
      </p>`,
    ),
  when: () => ({ legend: 'When did they give it?' }),
  fields: () => ({
    from: text({ label: 'Whose account', missing: 'Enter whose account it is' }),
    account: longText({
      label: 'What they said',
      hint: 'If they did not want to say anything, say so.',
      missing: 'Enter what they said',
    }),
  }),
  toBody: (values) => values,
})

const askHost: Act = act({
  command: 'ask-host',
  title: () => 'Ask a host council to hold the interview',
  button: 'Record that they were asked',
  above: () =>
    callout(
      html`<p>
        The interview stays owed by the responsible council, and its clock runs on, until it is held. This
        page tells nobody: ring or write to them too.
      </p>`,
    ),
  when: () => ({ legend: 'When were they asked?' }),
  fields: (about) => ({
    council: pick({
      label: 'Which council?',
      options: councils(about).map(({ id, name }) => ({ value: id, text: name })),
      missing: 'Choose which council',
    }),
    why: longText({ label: 'Why them', missing: 'Enter why them' }),
  }),
  toBody: ({ council, why }, about) => {
    const chosen = councils(about).find(({ id }) => id === council)
    return chosen === undefined
      ? unless('council', 'Choose which council')
      : { council: chosen.id, name: chosen.name, why }
  },
})

/** Every council but the one that answers for the child. */
function councils({ directory, page }: About) {
  return directory.organisations.filter(
    ({ id, kind }) => kind === 'council' && id !== page.record.responsibleCouncil,
  )
}

const answerForHost: Act = act({
  command: 'answer-for-host',
  title: () => 'Answer the request to hold the interview',
  nothing: (about) =>
    requests(about).length === 0 ? 'No host council was asked in this episode.' : undefined,
  when: () => ({ legend: 'When was it answered?' }),
  fields: (about) => {
    const [first] = requests(about)
    return {
      asked: pick<EntryId>({
        label: 'Which request?',
        options: requests(about),
        missing: 'Choose which request',
        ...(first && { start: first.value }),
      }),
      accepted: yesNo({
        legend: 'Does the host council take it on?',
        missing: 'Say whether the host council takes it on',
      }),
      reason: longText({
        label: 'Who will hold it and when, or why not',
        missing: 'Enter who will hold it and when, or why not',
      }),
    }
  },
  toBody: (values) => values,
})

function requests({ page }: About) {
  return effective(page.chronology)
    .flatMap((entry) =>
      entry.type === 'host-asked'
        ? [{ value: entry.id, text: `${entry.body.name}, ${whenWords(entry.occurred.at, page.at)}` }]
        : [],
    )
    .toReversed()
}

export const interviewLedgerActs: readonly Act[] = [notHeld, served, account, askHost, answerForHost]
