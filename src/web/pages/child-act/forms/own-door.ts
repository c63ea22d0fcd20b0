import type { ChildPage } from '../../../../application/queries/child-page.ts'
import type { Message } from '../../../../domain/child/record.ts'
import { callout } from '../../../components/summary.ts'
import { whenWords } from '../../../components/time.ts'
import { choice } from '../../../forms/fields-choice.ts'
import { longText, text } from '../../../forms/fields-text.ts'
import { html } from '../../../html.ts'
import { childAct, type About, type ChildAct } from '../act.ts'

const accessGiven = childAct({
  entry: 'child-access-given',
  link: 'That the child may come in by a door of their own',
  recorded: 'Recorded: the child may come in. Now hand over a code',
  ofTheLiving: true,
  title: ({ child }) => `May ${child.first} come in and read what is theirs?`,
  above: ({ child }) =>
    callout(
      html`<p>
        ${child.first} then sees who works with them, what is owed to them, who has looked at their record and
        what they have written, and writes to you. No address is shown, and nothing about anybody else. Decide
        it on what you have seen of ${child.first}’s age and understanding. No carer, home or parent can
        decide it or open it, and none of them reads what is written here.
      </p>`,
    ),
  nothing: ({ record }) =>
    record.access === undefined ? undefined : 'The child can come in already. End that first to decide anew',
  when: 'at-once',
  fields: ({ child }) => ({
    view: longText({
      label: `Why is ${child.first} old enough, and what do they understand?`,
      missing: 'Enter your view of their age and understanding',
    }),
    explained: longText({
      label: 'What did you explain to them?',
      hint: 'Who reads what they write and when, and that it cannot be kept secret if somebody is being hurt or is in danger',
      missing: 'Enter what you explained to them',
    }),
    language: text({
      label: 'In which language, or by which means of communication?',
      missing: 'Enter the language or the means of communication',
    }),
  }),
  toBody: (values) => values,
})

const accessEnded = childAct({
  entry: 'child-access-ended',
  link: 'The end of the child’s own way in',
  recorded: 'Recorded: the child can come in no longer',
  title: ({ child }) => `Can ${child.first} come in no longer?`,
  above: () =>
    callout(
      html`<p>
        Whoever has come in is out at once. What was written stays on the record, and what is owed on it stays
        owed. If somebody else used the code or the PIN, end it here and decide anew.
      </p>`,
    ),
  nothing: ({ record }) =>
    record.access === undefined ? 'The child has no way in that could end' : undefined,
  when: 'at-once',
  fields: ({ page }) => ({
    given: choice({
      legend: 'Which one?',
      options:
        page.record.access === undefined
          ? []
          : [
              {
                value: page.record.access.entry,
                text: `Given ${whenWords(page.record.access.from, page.now)}`,
              },
            ],
      missing: 'Choose which one',
    }),
    why: longText({ label: 'Why', missing: 'Enter why it ends' }),
  }),
  toBody: (values) => values,
})

const answered = childAct({
  entry: 'child-answered',
  link: 'What the child was told about what they wrote',
  recorded: 'Recorded: what the child was told',
  title: ({ child }) => `What was ${child.first} told?`,
  above: ({ child, page }) =>
    callout(
      html`<p>
          ${child.first} reads this as you write it here. Say what happens next, and who will do it. Do not
          put an address in it, or anything about another child.
        </p>
        ${
          unanswered(page).some(({ notSafe }) => notSafe) &&
          html`<p>
            ${child.first} wrote that they are not safe. Hear or see them: an answer here alone leaves that
            duty open.
          </p>`
        }`,
    ),
  nothing: ({ record }) =>
    record.messages.length === 0 ? 'The child has written nothing that you can see' : undefined,
  when: ({ child }) => ({ legend: `When was ${child.first} told?` }),
  fields: (about) => ({
    wrote: choice({
      legend: 'About which message?',
      options: latestFirst(about).map((message) => ({
        value: message.entry,
        text: `${whenWords(message.at, about.page.now)}: ${begun(message)}`,
        hint: message.answers.length === 0 ? 'Not answered yet' : 'Answered before',
      })),
      missing: 'Choose the message',
    }),
    answer: longText({ label: 'What you told them', missing: 'Enter what you told them' }),
    means: choice({
      legend: 'How?',
      options: [
        { value: 'in-person', text: 'Face to face' },
        { value: 'telephone', text: 'By telephone' },
        { value: 'message', text: 'Only by this answer, which they read when they come in' },
      ],
      missing: 'Choose how they were told',
    }),
  }),
  toBody: (values) => values,
})

function latestFirst({ page }: About): readonly Message[] {
  const of = (has: boolean) =>
    page.record.messages.filter(({ answers }) => answers.length > 0 === has).toReversed()
  return [...of(false), ...of(true)]
}

function unanswered({ record }: ChildPage): readonly Message[] {
  return record.messages.filter(({ answers }) => answers.length === 0)
}

/** Enough of a message to know it by. */
function begun({ words }: Message): string {
  const line = words.replaceAll(/\s+/g, ' ').trim()
  return line.length > 60 ? `${line.slice(0, 57)}…` : line
}

export const ownDoorActs: readonly ChildAct[] = [accessGiven, accessEnded, answered]
