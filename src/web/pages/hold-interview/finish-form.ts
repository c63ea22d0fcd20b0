import type { EpisodeBodies } from '../../../domain/episode/entries.ts'
import type { Occurred } from '../../../domain/episode/entry.ts'
import { londonDate, londonTime } from '../../../kernel/london.ts'
import { clockTime } from '../../components/time.ts'
import { optionalLongText } from '../../forms/fields-text.ts'
import { happened } from '../../forms/fields-when.ts'
import { present, read, readFields, showFields, type Asking, type Read } from '../../forms/fields.ts'
import { Form } from '../../forms/form.ts'
import type { Html } from '../../html.ts'
import type { About } from '../act/act.ts'
import { heldFields } from '../act/forms/interview.ts'
import { answerWords } from './answers-view.ts'
import type { UnderWay } from './under-way.ts'
import { questionsOf } from '../../../domain/interview/question-set.ts'

interface Finished {
  readonly view?: string
  /** Of an interview that is not on record yet. */
  readonly held?: { readonly occurred: Occurred; readonly body: EpisodeBodies['interview-held'] }
}

interface FinishForm {
  readonly show: (asking: Asking) => readonly Html[]
  readonly read: (form: Form) => Read<Finished>
}

/** What is asked at the end: what the interviewer wants to add, and of an interview that is not on record yet, how it was
    held. */
export function finishForm(about: About, under: UnderWay): FinishForm {
  const { at } = about.page
  const held = under.interview === undefined ? { ...heldFields(about) } : {}
  const fields = { view: viewField, ...held }
  const time = happened({
    legend: 'When was it held?',
    hint: `You began at ${clockTime(under.draft.began)}.`,
  })
  return {
    show: (asking) => [
      ...showFields(fields, asking),
      ...(under.interview === undefined ? [time.show('occurred', asking)] : []),
    ],
    read: (form) => {
      const view = viewField.read('view', form, at)
      if (under.interview !== undefined)
        return view.kind === 'problems' ? view : read(present({ view: view.value }))
      const said = readFields(heldFields(about), form, at)
      const when = time.read('occurred', form, at)
      if (view.kind === 'problems' || said.kind === 'problems' || when.kind === 'problems')
        return {
          kind: 'problems',
          problems: [view, said, when].flatMap((one) => (one.kind === 'problems' ? one.problems : [])),
        }
      return read({
        ...present({ view: view.value }),
        held: { occurred: when.value, body: present(said.value) },
      })
    },
  }
}

const viewField = optionalLongText({
  label: 'Anything else of your own view',
  hint: 'It stands apart from what the child said.',
})

/** What the form begins with: when it began, where, and who was there, as it was answered. */
export function firstFinish(about: About, { draft, set, answers }: UnderWay): Form {
  const words = (id: string) => {
    const question = questionsOf(set).find((one) => one.id === id)
    const answer = answers[id]
    return question && answer && answer.notSaid !== true ? answerWords(question, answer).slice(0, 200) : ''
  }
  const today = londonDate(about.page.at) === londonDate(draft.began)
  return new Form(
    new Map(
      Object.entries({
        where: words('held-at'),
        present: words('who-is-there'),
        ...(today && { 'occurred-day': 'today', 'occurred-time': londonTime(draft.began) }),
      }).map(([name, value]) => [name, [value]]),
    ),
  )
}
