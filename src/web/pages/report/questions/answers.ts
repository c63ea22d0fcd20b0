import type { EpisodePage } from '../../../../application/queries/episode-page.ts'
import { optionalText, longText, text } from '../../../forms/fields-text.ts'
import { optionallyHappened } from '../../../forms/fields-when.ts'
import { branch } from '../../../forms/fields-branch.ts'
import { problem, read, type Field } from '../../../forms/fields.ts'
import type { Occurred } from '../../../../domain/episode/entry.ts'
import { whenWords } from '../../../components/time.ts'
import { html, type Html } from '../../../html.ts'
import { firstName, pronounsOf } from '../../../words/child.ts'
import { capital, thisTime, withVerb } from '../words.ts'
import { answer } from './question.ts'

const first = ({ record }: EpisodePage): string => firstName(record)

export const lastSeen = answer({
  slug: 'last-seen',
  title: 'Last seen',
  field: 'seen-time',
  heading: (shown) => `Where and when was ${first(shown)} last seen?`,
  several: true,
  fields: ({ record }) => ({
    where: text({ label: 'Where', hint: 'The place, and which way', missing: 'Enter where' }),
    by: optionalText({ label: `Who saw ${pronounsOf(record).them}`, hint: 'If it was not you' }),
    seen: mustHaveHappened('When', 'If nobody is sure of the minute, give the nearest and tick the box'),
  }),
  said: ({ where, by, seen }) => ({ text: by === undefined ? where : `${where}, seen by ${by}`, at: seen }),
})

export const circumstances = answer({
  slug: 'circumstances',
  title: 'What happened before',
  heading: (shown) => `What happened before ${first(shown)} went?`,
  fields: ({ record, at }, heading) => ({
    text: longText({
      label: heading,
      asHeading: true,
      hint: `What was said, what mood ${withVerb(record, 'was', 'were')} in, what is different ${thisTime(at)}`,
      missing: 'Enter what happened, or skip this question',
    }),
  }),
  said: ({ text }) => ({ text }),
})

export const withWhom = answer({
  slug: 'with-whom',
  title: 'With whom',
  heading: (shown) => `Who may ${first(shown)} be with?`,
  fields: (_shown, heading) => ({
    text: longText({
      label: heading,
      asHeading: true,
      hint: 'Names, nicknames, rough ages, telephone numbers, cars. One half-remembered name can be the one that matters',
      missing: 'Enter whom the child may be with, or skip this question',
    }),
  }),
  beside: (shown) => knownBefore(shown, ['adult', 'place']),
  said: ({ text }) => ({ text }),
})

export const clothing = answer({
  slug: 'clothing',
  title: 'Clothes and belongings',
  heading: (shown) => `What is ${first(shown)} wearing and carrying?`,
  fields: (_shown, heading) => ({
    text: longText({
      label: heading,
      asHeading: true,
      hint: 'Coat, shoes, colours, bag, money, cards, keys',
      missing: 'Enter clothes or belongings, or skip this question',
    }),
  }),
  said: ({ text }) => ({ text }),
})

export const telephone = answer({
  slug: 'telephone',
  title: 'Telephone',
  field: 'number',
  heading: (shown) => `Which telephone has ${first(shown)} got?`,
  several: true,
  fields: ({ record }) => ({
    number: text({
      label: 'Number',
      hint: 'If there is no telephone, write: none',
      kind: 'telephone',
      width: 20,
      missing: 'Enter the number, or write: none',
      ...(record.telephone !== undefined && { start: record.telephone }),
    }),
    state: optionalText({
      label: 'What happens when you ring it',
      hint: 'Rings out, switched off, someone else answers',
    }),
  }),
  said: ({ number, state }) => ({ text: state === undefined ? number : `${number}. ${capital(state)}` }),
})

export const medication = answer({
  slug: 'medication',
  title: 'Medication or treatment',
  field: 'needed',
  heading: (shown) => `Does ${first(shown)} need medication or treatment?`,
  fields: ({ record }, heading) => ({
    needed: branch({
      legend: heading,
      asHeading: true,
      missing: 'Choose whether medication or treatment is needed',
      arms: {
        yes: {
          text: 'Yes',
          fields: {
            what: text({
              label: `What is it, by when is it needed, and ${hasThey(record)} got it with ${pronounsOf(record).them}?`,
              missing: 'Enter what is needed, and by when',
            }),
          },
        },
        no: { text: 'No', fields: {} },
        'not-known': { text: 'I do not know', fields: {} },
      },
    }),
  }),
  said: ({ needed }) => {
    if (needed.kind === 'yes') return { text: needed.what }
    return { text: needed.kind === 'no' ? 'None needed' : 'Not known' }
  },
})

function hasThey(child: EpisodePage['record']): string {
  const { have, they } = pronounsOf(child)
  return `${have} ${they}`
}

/** Starts empty: a last sighting that stands at now because nobody touched it would be a false one. */
function mustHaveHappened(legend: string, hint: string): Field<Occurred> {
  const field = optionallyHappened({ legend, hint })
  return {
    show: field.show,
    read: (name, form, now) => {
      const found = field.read(name, form, now)
      if (found.kind === 'problems') return found
      return found.value === undefined
        ? problem(`${name}-time`, 'Enter the time, for example 21:40')
        : read(found.value)
    },
  }
}

function knownBefore(
  { earlier, at }: EpisodePage,
  kinds: readonly EpisodePage['earlier'][number]['kind'][],
): Html | null {
  const known = earlier.filter(({ kind }) => kinds.includes(kind))
  if (known.length === 0) return null
  return html`<h2 class="wa-heading">Known from before</h2>
    <ul class="wa-evidence">
      ${known.map(
        ({ text: words, at: when }) =>
          html`<li>${words} <span class="wa-evidence__source">${whenWords(when, at, 'day')}</span></li>`,
      )}
    </ul>`
}
