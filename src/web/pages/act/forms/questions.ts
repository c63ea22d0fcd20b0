import type { EpisodePage } from '../../../../application/queries/episode-page.ts'
import type { EntryOf } from '../../../../domain/episode/entries.ts'
import { roleLabel } from '../../../../domain/episode/roles.ts'
import { choice, pick, type Option } from '../../../forms/fields-choice.ts'
import { longText } from '../../../forms/fields-text.ts'
import { present } from '../../../forms/fields.ts'
import { questionWords } from '../../episode/value-words.ts'
import { act, type Act } from '../act.ts'
import { roleOptions } from '../options.ts'

const ask: Act = act({
  command: 'ask',
  title: ({ child }) => `Ask a question about ${child.first}`,
  button: 'Ask',
  when: 'at-once',
  fields: () => ({
    of: pick({ label: 'Whom do you ask?', options: roleOptions, missing: 'Choose whom you ask' }),
    question: choice({
      legend: 'What about',
      options: [
        { value: 'other', text: 'Anything that helps to find the child or keep them safe' },
        { value: 'still-missing', text: 'Whether the child is still missing' },
      ],
      start: 'other',
      missing: 'Choose what it is about',
    }),
    text: longText({ label: 'Your question', missing: 'Enter your question' }),
  }),
  toBody: (values) => values,
})

const answer: Act = act({
  command: 'answer',
  title: ({ child }) => `Answer a question about ${child.first}`,
  button: 'Record the answer',
  when: ({ child }) => ({
    legend: 'When was it so?',
    hint: `For the last sighting: when ${child.he} was last seen. Otherwise: when you know it for.`,
  }),
  fields: ({ page, asked }) => {
    const options = questionsIn(page)
    const wanted = asked.text('question')
    const open = openQuestions(page).find(({ body }) => body.question === wanted)
    const given = options.find(({ value }) => value === (open?.id ?? wanted))
    return {
      to: choice({
        legend: 'Which question',
        options,
        missing: 'Choose which question you answer',
        ...(given && { start: given.value }),
      }),
      text: longText({ label: 'Your answer', missing: 'Enter your answer' }),
    }
  },
  toBody: ({ to, text }, { page }) => {
    const asked = openQuestions(page).find(({ id }) => id === to)
    return present({ question: asked?.body.question ?? to, text, asked: asked?.id })
  },
})

/** What was asked and has no answer; what a duty waits for; and the last sighting, which moves a spell. */
function questionsIn(page: EpisodePage): readonly Option<string>[] {
  const open = openQuestions(page)
  const asked = open.map(({ id, body, by }) => ({
    value: id,
    text: body.text,
    hint: `Asked by ${by.name} of the ${roleLabel(body.of)}`,
  }))
  const awaited = page.duties
    .filter(({ standing }) => standing === 'open' || standing === 'overdue')
    .flatMap(({ row }) => {
      const question = Object.hasOwn(answeredBy, row.duty) ? answeredBy[row.duty] : undefined
      // Somebody asked it in words of their own, and those stand above.
      return question === undefined || open.some(({ body }) => body.question === question)
        ? []
        : [{ value: question, text: questionWords(question), hint: row.title }]
    })
  const always = [
    'last-seen',
    'left',
    'with-whom',
    'clothing',
    'telephone',
    'medication',
    'circumstances',
  ].map((value) => ({ value, text: questionWords(value) }))
  const all = [...asked, ...awaited, ...(page.episode.returned === undefined ? always : always.slice(-1))]
  return all.filter(({ value }, index) => all.findIndex((other) => other.value === value) === index)
}

function openQuestions({ chronology }: EpisodePage): readonly EntryOf<'asked'>[] {
  const answered = new Set(
    chronology.flatMap((entry) => (entry.type === 'answered' ? [entry.body.asked] : [])),
  )
  return chronology.filter((entry) => entry.type === 'asked').filter(({ id }) => !answered.has(id))
}

/** The question whose answer meets a duty of the protocol. */
const answeredBy: Readonly<Record<string, string>> = {
  'confirm-placement-notice': 'placement-notice',
  'decide-regulator': 'regulator-told',
  'start-section-47': 'section-47',
  'plan-for-tonight': 'plan-for-tonight',
  'assess-exploitation': 'exploitation-assessed',
  'decide-national-referral': 'national-referral',
  'refer-to-exploitation-team': 'exploitation-team',
  'agree-disruption': 'disruption',
  'answer-still-missing': 'still-missing',
  'tell-designated-officer': 'designated-officer-told',
  'shut-out-from-record': 'shut-out-done',
  'help-with-complaint': 'complaint-begun',
  'tell-advocate': 'advocate-told',
  'tell-commissioner': 'commissioner-told',
  'tell-regulator': 'regulator-told',
  'look-at-childs-own': 'childs-risk-and-plan',
  'answer-for-lost-care': 'care-lost',
}

const addNote: Act = act({
  command: 'add-note',
  title: ({ child }) => `Add a note about ${child.first}`,
  button: 'Add the note',
  when: () => ({ legend: 'When was that?' }),
  fields: () => ({
    text: longText({
      label: 'Note',
      hint: 'Everyone in the response reads it. What happened has a page of its own: a note meets no duty.',
      missing: 'Enter the note',
    }),
  }),
  toBody: (values) => values,
})

export const questionActs: readonly Act[] = [ask, answer, addNote]
