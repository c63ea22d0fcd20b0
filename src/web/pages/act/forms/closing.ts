import { parseId } from '../../../../kernel/ids.ts'
import type { EpisodeId } from '../../../../domain/episode/entry.ts'
import { clockSentence } from '../../../components/clock.ts'
import { longDate } from '../../../components/time.ts'
import { callout } from '../../../components/summary.ts'
import { choice } from '../../../forms/fields-choice.ts'
import { longText, optionalLongText, optionalText } from '../../../forms/fields-text.ts'
import type { Field } from '../../../forms/fields.ts'
import { html } from '../../../html.ts'
import { roleLabel } from '../../../../domain/episode/roles.ts'
import { act, unless, type About, type Act } from '../act.ts'
import { referenceInWords } from '../../../words/reference.ts'

const close: Act = act({
  command: 'close-episode',
  title: ({ child }) => `Close this episode about ${child.first}`,
  button: 'Close the episode',
  above: (about) =>
    callout(
      openDuties(about).length === 0
        ? html`<p>Nothing is owed any more.</p>`
        : html`<p>
            Something is still owed. Each duty below is done first, or has a reason why it may stay undone.
            What was late stays on the record either way.
          </p>`,
    ),
  when: 'at-once',
  fields: (about): Record<string, Field<string | undefined>> => ({
    summary: longText({
      label: 'What this episode was, and what follows from it',
      missing: 'Enter what this episode was and what follows from it',
    }),
    ...Object.fromEntries(openDuties(about).map((duty) => [`left-${duty.row.id}`, whyLeft(duty, about)])),
  }),
  toBody: (values, about) => {
    const reasons = openDuties(about).map(({ row }) => [row.id, values[`left-${row.id}`]] as const)
    return {
      summary: values['summary'] ?? '',
      leftOpen: Object.fromEntries(
        reasons.filter((reason): reason is readonly [string, string] => reason[1] !== undefined),
      ),
    }
  },
})

type Duty = About['page']['duties'][number]

function openDuties({ page }: About): readonly Duty[] {
  return page.duties.filter(
    ({ row, standing }) => !row.keeper && (standing === 'open' || standing === 'overdue'),
  )
}

function whyLeft({ row, holder }: Duty, { page }: About): Field<string | undefined> {
  const clock = clockSentence(row.dueAt, page.at, row.provisional)
  return optionalLongText({
    label: `Why may this stay undone: ${row.title}?`,
    hint: `${clock.text}. Owed by the ${roleLabel(row.owedBy)}, ${holder.name}.`,
  })
}

const reopen: Act = act({
  command: 'reopen-episode',
  title: ({ child }) => `Reopen this episode about ${child.first}`,
  button: 'Reopen the episode',
  above: ({ child }) =>
    callout(
      html`<p>
        If ${child.first} is missing again, do not reopen this:
        <a class="govuk-link" href="/report">report it as a new absence</a>. Every absence is an episode of
        its own.
      </p>`,
    ),
  when: 'at-once',
  fields: () => ({ reason: longText({ label: 'Why', missing: 'Enter why it is reopened' }) }),
  toBody: (values) => values,
})

const link: Act = act({
  command: 'link-episode',
  title: () => 'Link another episode',
  button: 'Link it',
  when: 'at-once',
  fields: ({ page }) => ({
    as: choice({
      legend: 'How do they belong together?',
      options: [
        { value: 'together', text: 'Another child was away together with this one' },
        { value: 'previous', text: 'This one follows that one' },
        { value: 'duplicate', text: 'Both are about the same absence' },
      ],
      missing: 'Choose how they belong together',
    }),
    which: choice({
      legend: 'Which episode?',
      missing: 'Choose the other episode',
      options: [
        ...page.others.map((other) => ({
          value: other.episode,
          text: `${referenceInWords(other.reference) ?? ''}, from ${longDate(other.from, page.at)}`,
          ...(other.voided && { hint: 'Recorded in error' }),
        })),
        { value: elsewhere, text: 'Another child’s episode, by its address below' },
      ],
      ...(page.others.length === 0 && { start: elsewhere }),
    }),
    address: optionalText({
      label: 'Address of another child’s episode',
      hint: 'Open that episode and copy the address from your browser.',
    }),
  }),
  toBody: ({ as, which, address }) => {
    const to = episodeIn(which === elsewhere ? (address ?? '') : which)
    return to === undefined
      ? unless('address', 'Enter the address of an episode, as in your browser')
      : { to, as }
  },
})

const elsewhere = 'elsewhere'

function episodeIn(typed: string): EpisodeId | undefined {
  const found = /[\da-f]{8}-[\da-f-]{27}/i.exec(typed)?.[0]
  return found === undefined ? undefined : parseId<'episode'>(found)
}

export const closingActs: readonly Act[] = [close, reopen, link]
