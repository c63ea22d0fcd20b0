import { entryOf } from '../../../../application/commands/begin-episode.ts'
import type { EpisodePage } from '../../../../application/queries/episode-page.ts'
import { effective } from '../../../../domain/episode/effective.ts'
import { whenWords } from '../../../components/time.ts'
import { errorOf } from '../../../components/errors.ts'
import { govuk } from '../../../components/official.ts'
import { optionalText } from '../../../forms/fields-text.ts'
import { problem, read } from '../../../forms/fields.ts'
import { html } from '../../../html.ts'
import { firstName, pronounsOf } from '../../../words/child.ts'
import { thisMinute } from '../asked.ts'
import { lastOf, type Question } from './question.ts'

/** What a carer may reasonably do before and after police are told: the union of what published protocols list. The
    wording is kept in the record, so it is in the past tense. */
const actions = {
  rang: 'Rang and messaged the child',
  home: 'Searched the room, the building and the grounds',
  others: 'Asked the other children and the staff',
  family: 'Rang family and friends',
  addresses: 'Rang or went to known addresses',
  places: 'Looked in the usual places',
  'social-media': 'Looked at social media',
  belongings: 'Checked what is gone: phone, money, clothes, medication, passport',
  note: 'Looked for a note or a message',
  manager: 'Told the manager or the on-call',
  school: 'Rang the school or the college',
  hospitals: 'Rang hospitals',
  stays: 'Someone stays in, in case the child comes back',
} as const

type Action = keyof typeof actions

const fieldName = 'done'
const outcomeOf = (action: Action) => `came-${action}`
const outcome = optionalText({ label: 'What came of it', hint: 'May stay empty' })

/** Each act that is ticked becomes an entry of its own, so that nobody does it twice and police can see it. */
export const done: Question = {
  slug: 'done',
  title: 'What has been done',
  field: fieldName,
  heading: (shown) => `What has been done to find ${firstName(shown.record)}?`,
  show: (shown, heading, { form, errors, now }) => {
    const error = errorOf(errors, fieldName)
    return govuk('checkboxes', {
      name: fieldName,
      idPrefix: fieldName,
      fieldset: {
        legend: {
          html: html`<h1 class="govuk-fieldset__heading">${heading}</h1>`,
          classes: 'govuk-fieldset__legend--l',
        },
      },
      hint: {
        text: `Tick only what has been done. None of it has to come before ringing the police about ${pronounsOf(shown.record).them}`,
      },
      ...(error && { errorMessage: error }),
      items: Object.entries(actions).map(([action, text]) => {
        const before = recorded(shown, text)
        return {
          value: action,
          text,
          ...(before !== undefined && {
            hint: { text: `Recorded ${whenWords(before, now)}. Tick if done again` },
          }),
          checked: form.all(fieldName).includes(action),
          conditional: { html: outcome.show(outcomeOf(action as Action), { form, errors, now }) },
        }
      }),
    })
  },
  read: (form, { author, now }) => {
    const ticked = (Object.keys(actions) as Action[]).filter((action) => form.all(fieldName).includes(action))
    if (ticked.length === 0) return problem(fieldName, 'Tick what has been done, or skip this question')
    const outcomes = ticked.map((action) => ({ action, said: outcome.read(outcomeOf(action), form, now) }))
    const problems = outcomes.flatMap(({ said }) => (said.kind === 'problems' ? said.problems : []))
    if (problems.length > 0) return { kind: 'problems', problems }
    const at = { at: thisMinute(now), precision: 'about' } as const
    const values = outcomes.map(({ action, said }) => [
      action,
      said.kind === 'read' ? (said.value ?? null) : null,
    ])
    const commands = outcomes.map(({ action, said }) => ({
      name: 'take-action' as const,
      entry: entryOf(author, 'action-taken', at, {
        action: actions[action],
        outcome: (said.kind === 'read' ? said.value : undefined) ?? 'Nothing said yet of what came of it',
      }),
    }))
    return read({ values, commands })
  },
  answered: (shown) => {
    const last = lastOf(shown, (entry) => (entry.type === 'action-taken' ? entry.body.action : undefined))
    const all = effective(shown.chronology).flatMap((entry) =>
      entry.type === 'action-taken' ? [entry.body.action] : [],
    )
    return last && { ...last, text: [...new Set(all)].join('; ') }
  },
}

function recorded({ chronology }: EpisodePage, action: string) {
  return effective(chronology).findLast(
    (entry) => entry.type === 'action-taken' && entry.body.action === action,
  )?.occurred.at
}
