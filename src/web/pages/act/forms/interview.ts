import { callout } from '../../../components/summary.ts'
import { choice, yesNo } from '../../../forms/fields-choice.ts'
import { longText, optionalLongText, optionalText, text } from '../../../forms/fields-text.ts'
import { ahead } from '../../../forms/fields-when.ts'
import { present } from '../../../forms/fields.ts'
import { html } from '../../../html.ts'
import { act, type About, type Act } from '../act.ts'
import { meansOptions } from '../options.ts'

const offer: Act = act({
  command: 'offer-interview',
  title: ({ child }) => `Record that ${child.first} was offered a return interview`,
  above: ({ child }) =>
    callout(
      html`<p>
        The offer is ${child.his} own: someone who does not care for ${child.him} asks, and ${child.he} may
        choose who, where and when.
      </p>`,
    ),
  when: () => ({ legend: 'When was it offered?' }),
  fields: ({ child, author }) => ({
    by: text({ label: 'Who offered it', missing: 'Enter who offered it', start: author.name }),
    how: choice({ legend: 'How', options: meansOptions, missing: 'Choose how it was offered' }),
    choice: longText({
      label: `What ${child.he} could choose`,
      hint: 'Who, where, when, with whom.',
      missing: `Enter what ${child.he} could choose`,
    }),
    explained: optionalLongText({
      label: `What ${child.he} was told about it`,
      hint: 'What it is for, who will read what, what cannot be kept secret.',
    }),
  }),
  toBody: (values) => present(values),
})

const yes: Act = act({
  command: 'record-interview-accepted',
  title: ({ child }) => `Record that ${child.first} said yes to the return interview`,
  above: ({ child }) =>
    callout(
      html`<p>
        Also where ${child.he} declined before: then the interview is owed again from this moment. Offer the
        same interviewer as last time, if ${child.he} wishes.
      </p>`,
    ),
  when: ({ child }) => ({ legend: `When did ${child.he} say so?` }),
  fields: ({ child, author }) => ({
    toldTo: text({
      label: `To whom ${child.he} said it`,
      missing: 'Enter to whom it was said',
      start: author.name,
    }),
    childsWords: optionalLongText({
      label: `${capital(child.his)} own words`,
      hint: 'Who, where, when, with whom. Kept apart: carers do not see them.',
    }),
  }),
  toBody: (values) => present(values),
})

const declined: Act = act({
  command: 'record-interview-declined',
  title: ({ child }) => `Record that ${child.first} declined the return interview`,
  above: ({ child, page }) =>
    callout(
      html`<p>
        Only ${child.first} can decline, and only what ${child.he} was offered. If someone answered for
        ${child.him}, or nobody could reach ${child.him}, that is
        <a class="govuk-link" href="/episodes/${page.id}/record-interview-attempt">an attempt</a>, and the
        interview stays owed.
      </p>`,
    ),
  when: ({ child }) => ({ legend: `When did ${child.he} say so?` }),
  fields: ({ child, author }) => ({
    toldTo: text({
      label: `To whom ${child.he} said it`,
      missing: 'Enter to whom it was said',
      start: author.name,
    }),
    childsOwnAnswer: yesNo({
      legend: `Was it ${child.his} own answer?`,
      missing: `Say whether it was ${child.his} own answer`,
      yes: `Yes, ${child.he} said so`,
      no: 'No, someone else answered',
    }),
    childsWords: optionalLongText({
      label: `${capital(child.his)} own words`,
      hint: 'Why not, as it was said. Kept apart: carers do not see them.',
    }),
    keptOpen: optionalText({
      label: `How ${child.he} can still say yes`,
      hint: 'Whom to ring or write to, when you ask again.',
    }),
  }),
  toBody: (values) => present(values),
})

const arrange: Act = act({
  command: 'arrange-interview',
  title: ({ child }) => `Record when ${child.first} will be interviewed`,
  when: 'at-once',
  fields: ({ author, child }) => ({
    at: ahead({ legend: 'When will it be?' }),
    where: text({
      label: 'Where',
      hint: `As ${child.he} chose, if ${child.he} did.`,
      missing: 'Enter where',
    }),
    interviewer: text({ label: 'Interviewer', missing: 'Enter the interviewer', start: author.name }),
  }),
  toBody: (values) => values,
})

const attempt: Act = act({
  command: 'record-interview-attempt',
  title: ({ child }) => `Record an attempt to interview ${child.first}`,
  above: () => callout(html`<p>An attempt is worth writing down. The interview stays owed.</p>`),
  when: () => ({ legend: 'When was it tried?' }),
  fields: () => ({
    because: longText({ label: 'Why it did not take place', missing: 'Enter why it did not take place' }),
  }),
  toBody: (values) => values,
})

const held: Act = act({
  command: 'record-interview',
  title: ({ child }) => `Record the return interview with ${child.first}`,
  above: ({ child }) =>
    callout(
      html`<p>
        ${child.first === 'the child' ? 'The child’s' : `${child.first}’s`} words come first and stay apart.
        Carers see only what is written under “What may be shared”, so ask ${child.him} what that is.
      </p>`,
    ),
  when: () => ({ legend: 'When was it held?' }),
  fields: ({ child, author }) => ({
    childsWords: optionalLongText({
      label: `${capital(child.his)} own words`,
      hint: 'Kept apart: carers and police do not see this part.',
    }),
    ...heldFields({ child, author }),
  }),
  toBody: (values) => present(values),
})

/** What is said of an interview that was held, beside the child's own words. */
export function heldFields({ child, author }: Pick<About, 'child' | 'author'>) {
  return {
    shared: optionalLongText({
      label: 'What may be shared',
      hint: `What ${child.he} agreed others should know, or what must be shared to keep someone safe.`,
    }),
    interviewer: text({ label: 'Interviewer', missing: 'Enter the interviewer', start: author.name }),
    caresForChild: yesNo({
      legend: `Does the interviewer care for ${child.first}?`,
      hint: 'In the home, as a foster carer, as a parent.',
      missing: 'Say whether the interviewer cares for the child',
    }),
    allocatedWorker: yesNo({
      legend: `Is the interviewer ${child.his} allocated social worker?`,
      missing: 'Say whether the interviewer is the allocated social worker',
    }),
    whyAllocatedWorker: optionalLongText({
      label: 'If so, why they held it',
      hint: `For example: ${child.he} asked for them.`,
    }),
    where: text({ label: 'Where', missing: 'Enter where' }),
    present: text({ label: 'Who was there', missing: 'Enter who was there' }),
    interpreter: optionalText({ label: 'Interpreter', hint: 'Name and language, if there was one.' }),
    advocate: optionalText({ label: 'Advocate', hint: 'Name, if there was one.' }),
  }
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

export const interviewActs: readonly Act[] = [offer, yes, declined, arrange, attempt, held]
