import { callout } from '../../../components/summary.ts'
import { choice, pick } from '../../../forms/fields-choice.ts'
import { optionalText } from '../../../forms/fields-text.ts'
import { present } from '../../../forms/fields.ts'
import { html } from '../../../html.ts'
import { whose } from '../../episode/child-words.ts'
import { childAct, type ChildAct } from '../act.ts'

const lookedAfterFrom = childAct({
  entry: 'looked-after-from',
  link: 'That the child is looked after',
  recorded: 'Recorded: the child is looked after',
  ofTheLiving: true,
  title: ({ child }) => `Since when is ${child.first} looked after?`,
  when: () => ({ legend: 'Since when?', dayEnough: true }),
  fields: () => ({
    legalStatus: optionalText({
      label: 'Legal status',
      hint: 'For example: accommodated under section 20, interim care order, care order.',
    }),
  }),
  toBody: (values) => present(values),
})

const lookedAfterEnded = childAct({
  entry: 'looked-after-ended',
  link: 'That the child is looked after no longer',
  recorded: 'Recorded: the child is looked after no longer',
  title: ({ child }) => `When did the time of ${child.first} in care end?`,
  above: () => callout(html`<p>Without a time it counts from the end of the day.</p>`),
  nothing: ({ record }) =>
    record.lookedAfter === undefined || record.lookedAfter.until !== undefined
      ? 'No time in care stands that could end'
      : undefined,
  when: () => ({ legend: 'When did it end?', dayEnough: true }),
  fields: () => ({ why: optionalText({ label: 'Why it ended' }) }),
  toBody: (values) => present(values),
})

const statusRecorded = childAct({
  entry: 'status-recorded',
  link: 'That the child is in need or has a protection plan',
  recorded: 'Recorded: how the child stands with the council',
  ofTheLiving: true,
  title: ({ child }) => `How does ${child.first} stand with the council?`,
  when: () => ({
    legend: 'Since when?',
    hint: 'For an end without a time: from the end of that day.',
    dayEnough: true,
  }),
  fields: () => ({
    status: choice({
      legend: 'Which standing?',
      options: [
        { value: 'in-need', text: 'Child in need' },
        { value: 'protection-plan', text: 'Child protection plan' },
      ],
      missing: 'Choose which standing',
    }),
    what: choice({
      legend: 'Has it begun or ended?',
      options: [
        { value: 'begun', text: 'It has begun' },
        { value: 'ended', text: 'It has ended' },
      ],
      missing: 'Say whether it has begun or ended',
      inline: true,
    }),
  }),
  toBody: ({ status, what }) => ({ status, ...(what === 'ended' && { ended: true }) }),
})

const responsibleCouncilSet = childAct({
  entry: 'responsible-council-set',
  link: 'Which council is responsible',
  recorded: 'Recorded: which council is responsible',
  title: ({ child }) => `Which council is responsible for ${child.first}?`,
  above: ({ child }) =>
    callout(
      html`<p>
        The responsible council answers for what nobody else holds. From then on another council that was
        responsible for ${child.first} reads ${whose(child.first)} record no longer.
      </p>`,
    ),
  when: () => ({ legend: 'Since when?', dayEnough: true }),
  fields: ({ directory, page }) => ({
    council: pick({
      label: 'The council',
      options: directory.organisations
        .filter(({ kind }) => kind === 'council')
        .map(({ id, name }) => ({ value: id, text: name })),
      missing: 'Choose the responsible council',
      ...(page.record.responsibleCouncil !== undefined && { start: page.record.responsibleCouncil }),
    }),
  }),
  toBody: (values) => values,
})

export const careActs: readonly ChildAct[] = [
  lookedAfterFrom,
  lookedAfterEnded,
  statusRecorded,
  responsibleCouncilSet,
]
