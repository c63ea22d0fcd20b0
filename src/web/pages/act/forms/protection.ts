import { effective } from '../../../../domain/episode/effective.ts'
import type { EntryId } from '../../../../domain/episode/entry.ts'
import type { EffectiveOf } from '../../../../domain/episode/state.ts'
import { callout } from '../../../components/summary.ts'
import { whenWords } from '../../../components/time.ts'
import { branch } from '../../../forms/fields-branch.ts'
import { choice, pick } from '../../../forms/fields-choice.ts'
import { longText, text } from '../../../forms/fields-text.ts'
import { ahead } from '../../../forms/fields-when.ts'
import { html } from '../../../html.ts'
import { outcomeWords } from '../../episode/headlines-protection.ts'
import { act, type About, type Act } from '../act.ts'

const begin: Act = act({
  command: 'begin-enquiry',
  title: ({ child }) => `A section 47 enquiry about ${child.first} begins`,
  button: 'Record that it begins',
  when: () => ({ legend: 'When did it begin?' }),
  fields: ({ author }) => ({
    lead: text({ label: 'Who leads it', missing: 'Enter who leads it', start: author.name }),
    into: longText({
      label: 'What it enquires into',
      hint: 'What the strategy meeting agreed is to be found out.',
      missing: 'Enter what it enquires into',
    }),
  }),
  toBody: (values) => values,
})

const saw: Act = act({
  command: 'record-child-seen',
  title: ({ child }) => `The enquiry saw ${child.first}`,
  nothing: (about) => (enquiries(about).length === 0 ? noEnquiry : undefined),
  when: ({ child }) => ({ legend: `When was ${child.he} seen?` }),
  fields: (about) => ({
    enquiry: enquiryField(about, enquiries(about)),
    where: text({ label: 'Where', missing: 'Enter where' }),
    seen: branch({
      legend: `Was ${about.child.he} seen alone?`,
      missing: `Say whether ${about.child.he} was seen alone`,
      arms: {
        alone: { text: 'Yes, alone', fields: {} },
        'not-alone': {
          text: 'No',
          fields: { whyNotAlone: longText({ label: 'Why not alone', missing: 'Enter why not alone' }) },
        },
      },
    }),
  }),
  toBody: ({ seen, ...values }) =>
    'whyNotAlone' in seen
      ? { ...values, alone: false, whyNotAlone: seen.whyNotAlone }
      : { ...values, alone: true },
})

const conclude: Act = act({
  command: 'conclude-enquiry',
  title: ({ child }) => `What the section 47 enquiry about ${child.first} found`,
  button: 'Record the outcome',
  nothing: (about) => (running(about).length === 0 ? noEnquiry : undefined),
  above: () =>
    callout(
      html`<p>
        Concerns that are substantiated of a child who is at continuing risk owe an initial child protection
        conference, counted from the strategy meeting.
      </p>`,
    ),
  when: () => ({ legend: 'When did it end?' }),
  fields: (about) => ({
    enquiry: enquiryField(about, running(about)),
    outcome: choice({
      legend: 'What it found',
      options: outcomes.map((value) => ({ value, text: outcomeWords[value] })),
      missing: 'Choose what it found',
    }),
    reason: longText({ label: 'Why', missing: 'Enter why' }),
  }),
  toBody: (values) => values,
})

const outcomes = ['at-risk', 'not-continuing', 'not-substantiated'] as const

const noEnquiry = 'No section 47 enquiry is running in this episode.'

type Begun = EffectiveOf<'enquiry-begun'>

function enquiries({ page }: About): readonly Begun[] {
  return effective(page.chronology).filter((entry) => entry.type === 'enquiry-begun')
}

function running(about: About): readonly Begun[] {
  const ended = effective(about.page.chronology).filter((entry) => entry.type === 'enquiry-concluded')
  return enquiries(about).filter(({ id }) => !ended.some(({ body }) => body.enquiry === id))
}

function enquiryField({ page }: About, among: readonly Begun[]) {
  const [only] = among.length === 1 ? among : []
  return pick<EntryId>({
    label: 'Which enquiry?',
    options: among.map(({ id, occurred, body }) => ({
      value: id,
      text: `Begun ${whenWords(occurred.at, page.at)}, led by ${body.lead}`,
    })),
    missing: 'Choose which enquiry',
    ...(only && { start: only.id }),
  })
}

const recordReading: Act = act({
  command: 'record-reading',
  title: ({ child }) => `You have read what happened to ${child.first}`,
  button: 'Record that I have read it',
  when: 'at-once',
  fields: () => ({
    view: longText({
      label: 'What do you make of it?',
      hint: 'What it says about the care plan, and what you ask of whom. Everyone in the response reads it.',
      missing: 'Enter what you make of it',
    }),
  }),
  toBody: (values) => values,
})

const callReview: Act = act({
  command: 'call-review',
  title: ({ child }) => `Call the review of ${child.first} early`,
  button: 'Call the review',
  above: () =>
    callout(
      html`<p>The responsible council owes the review by the time that you set. It is on the record.</p>`,
    ),
  when: 'at-once',
  fields: () => ({
    byWhen: ahead({ legend: 'By when is it to be held?' }),
    reason: longText({ label: 'Why early', missing: 'Enter why it is to be held early' }),
  }),
  toBody: (values) => values,
})

export const protectionActs: readonly Act[] = [begin, saw, conclude, recordReading, callReview]
