import type { ChildPage } from '../../../../application/queries/child-page.ts'
import { partnerKinds } from '../../../../domain/child/addition.ts'
import type { Organisation } from '../../../../domain/child/directory.ts'
import { dateInWords, londonDate } from '../../../../kernel/london.ts'
import { callout } from '../../../components/summary.ts'
import { choice, pick } from '../../../forms/fields-choice.ts'
import { longText } from '../../../forms/fields-text.ts'
import { html } from '../../../html.ts'
import { childAct, type About, type ChildAct } from '../act.ts'

const partnerNamed = childAct({
  entry: 'partner-named',
  link: 'A school or service that works with the child and may read',
  recorded: 'Recorded: who works with the child and may read',
  ofTheLiving: true,
  title: ({ child }) => `Which organisation works with ${child.first} and may read this record?`,
  above: ({ child }) =>
    callout(
      html`<p>
        They read who ${child.first} is, the plan and every episode from then on, until it is ended here. They
        never read what ${child.first} told an interviewer. To let them read one episode alone, share that
        episode.
      </p>`,
    ),
  when: () => ({ legend: 'Since when?', dayEnough: true }),
  fields: (about) => ({
    organisation: pick({
      label: 'Which organisation?',
      options: partners(about).map(({ id, name }) => ({ value: id, text: name })),
      missing: 'Choose which organisation',
    }),
    why: longText({ label: 'What they do for the child', missing: 'Enter what they do for the child' }),
  }),
  toBody: (values) => values,
})

const partnerEnded = childAct({
  entry: 'partner-ended',
  link: 'The end of what a school or service may read',
  recorded: 'Recorded: who may read no longer',
  title: ({ child }) => `Which organisation no longer works with ${child.first}?`,
  nothing: ({ record }) =>
    record.partners.length === 0 ? 'No organisation is named that could end' : undefined,
  when: () => ({ legend: 'Since when?', dayEnough: true }),
  fields: ({ page, directory }) => ({
    named: choice({
      legend: 'Which one?',
      options: page.record.partners.map(({ entry, organisation, from }) => ({
        value: entry,
        text: `${nameOf(directory.organisations, organisation)}, since ${dateInWords(londonDate(from))}`,
      })),
      missing: 'Choose which one',
    }),
  }),
  toBody: (values) => values,
})

function partners({ directory, page }: About): readonly Organisation[] {
  return directory.organisations.filter(({ id, kind }) => partnerKinds.includes(kind) && !isNamed(page, id))
}

function isNamed({ record }: ChildPage, id: string): boolean {
  return record.partners.some(({ organisation }) => organisation === id)
}

function nameOf(organisations: readonly Organisation[], id: string): string {
  return organisations.find((one) => one.id === id)?.name ?? 'An organisation no longer in the directory'
}

export const partnerActs: readonly ChildAct[] = [partnerNamed, partnerEnded]
