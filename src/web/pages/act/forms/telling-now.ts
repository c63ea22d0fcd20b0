import type { Organisation } from '../../../../domain/child/directory.ts'
import { effective } from '../../../../domain/episode/effective.ts'
import type { EntryId } from '../../../../domain/episode/entry.ts'
import type { Tellable } from '../../../../domain/episode/return-bodies.ts'
import { roleLabel } from '../../../../domain/episode/roles.ts'
import { callout } from '../../../components/summary.ts'
import { whenWords } from '../../../components/time.ts'
import { choice, pick } from '../../../forms/fields-choice.ts'
import { longText, text } from '../../../forms/fields-text.ts'
import { html } from '../../../html.ts'
import { capitalised } from '../../episode/child-words.ts'
import { headlineOf } from '../../episode/headlines.ts'
import { act, unless, type About, type Act } from '../act.ts'
import { meansOptions } from '../options.ts'

const tellNow: Act = act({
  command: 'tell-now',
  title: () => 'Tell someone now',
  button: 'Record that they were told',
  above: ({ child }) =>
    callout(
      html`<p>
        What ${child.first} said or you saw does not wait for a write-up.
        <strong>Ring the person who must act, and then record it here</strong>: this page rings nobody. From
        then on they owe an answer. In danger ring <a class="govuk-link" href="tel:999">999</a> first.
      </p>`,
    ),
  when: () => ({ legend: 'When were they told?' }),
  fields: (about) => ({
    told: pick({
      label: 'Who must act?',
      options: whoCanBeTold(about).map(({ key, words }) => ({ value: key, text: words })),
      missing: 'Choose who must act',
    }),
    who: text({ label: 'Who took it', hint: 'Their name.', missing: 'Enter who took it' }),
    means: choice({ legend: 'How', options: meansOptions, missing: 'Choose how they were told' }),
    passage: longText({
      label: 'What they were told',
      hint: 'Kept apart: read by them, and by whoever reads interviews.',
      missing: 'Enter what they were told',
    }),
  }),
  toBody: ({ told, ...values }, about) => {
    const chosen = whoCanBeTold(about).find(({ key }) => key === told)
    return chosen === undefined
      ? unless('told', 'Choose who must act')
      : { ...values, to: chosen.to, with: chosen.organisation.id, name: chosen.organisation.name }
  },
})

interface CanBeTold {
  readonly key: string
  readonly to: Tellable
  readonly organisation: Organisation
  readonly words: string
}

const heldBy: readonly (readonly [Tellable, Organisation['kind']])[] = [
  ['social-worker', 'council'],
  ['duty-team', 'council'],
  ['police', 'police'],
]

/** The council that answers for the child stands first. */
function whoCanBeTold({ directory, page }: About): readonly CanBeTold[] {
  const own = page.record.responsibleCouncil
  const organisations = directory.organisations.toSorted(
    (a, b) => Number(b.id === own) - Number(a.id === own),
  )
  return organisations.flatMap((organisation) =>
    heldBy
      .filter(([, kind]) => kind === organisation.kind)
      .map(([to]) => ({
        key: `${to} ${organisation.id}`,
        to,
        organisation,
        words: `${capitalised(roleLabel(to))}, ${organisation.name}`,
      })),
  )
}

const answerTelling: Act = act({
  command: 'answer-telling',
  title: () => 'Say what you did about what you were told',
  nothing: (about) =>
    tellings(about).length === 0 ? 'Nobody was told anything at once in this episode.' : undefined,
  when: () => ({ legend: 'When did you do it?' }),
  fields: (about) => {
    const [first] = tellings(about)
    return {
      telling: pick<EntryId>({
        label: 'What were you told?',
        options: tellings(about),
        missing: 'Choose what you were told',
        ...(first && { start: first.value }),
      }),
      did: longText({
        label: 'What you did',
        hint: `Everyone who reads the episode sees this, so do not write here what ${about.child.he} said.`,
        missing: 'Enter what you did',
      }),
    }
  },
  toBody: (values) => values,
})

/** The latest first; those that nobody answered yet before the others. */
function tellings({ page, reading }: About) {
  const entries = effective(page.chronology)
  const answered = new Set(
    entries.flatMap((entry) => (entry.type === 'telling-answered' ? [entry.body.telling] : [])),
  )
  return entries
    .filter(({ type }) => type === 'told-now')
    .toReversed()
    .toSorted((a, b) => Number(answered.has(a.id)) - Number(answered.has(b.id)))
    .map((entry) => ({
      value: entry.id,
      text: `${whenWords(entry.occurred.at, page.at)}: ${headlineOf(entry, reading).headline}`,
    }))
}

export const tellingNowActs: readonly Act[] = [tellNow, answerTelling]
