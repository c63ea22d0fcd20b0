import { mayDo } from '../../../../domain/access/may.ts'
import { effective } from '../../../../domain/episode/effective.ts'
import type { EntryId } from '../../../../domain/episode/entry.ts'
import { namedKinds, type NamedKind, type Subject } from '../../../../domain/episode/finding-bodies.ts'
import { openSources, restrictedSources } from '../../../../domain/episode/rules/finding.ts'
import { callout } from '../../../components/summary.ts'
import { whenWords } from '../../../components/time.ts'
import { branch } from '../../../forms/fields-branch.ts'
import { choice, pick, yesNo } from '../../../forms/fields-choice.ts'
import { longText, optionalLongText, optionalText, text } from '../../../forms/fields-text.ts'
import { present } from '../../../forms/fields.ts'
import { html } from '../../../html.ts'
import { headlineOf } from '../../episode/headlines.ts'
import { act, unless, type About, type Act } from '../act.ts'
import { namedIn } from '../../../../domain/interview/alike.ts'
import { findingField, findings, keptAs, noFindings } from './finding-choices.ts'

const apart: ReadonlySet<string> = new Set(restrictedSources)
const open: ReadonlySet<string> = new Set(openSources)

const recordFinding: Act = act({
  command: 'record-finding',
  title: () => 'Record what was learned',
  above: ({ child, page }) =>
    callout(
      html`<p>
        One thing at a time: why ${child.first} went, what drew ${child.him}, what was done to ${child.him},
        or who and where. What came from an interview stays with those who read interviews; everybody else
        sees that something was learned, and not what. In danger
        <a class="govuk-link" href="/episodes/${page.id}/tell-now">tell someone now</a> first.
      </p>`,
    ),
  nothing: (about) =>
    sources(about).length === 0
      ? 'Nothing is on the record yet from which you could have learned.'
      : undefined,
  when: 'at-once',
  fields: (about) => {
    const all = sources(about)
    const asked = all.find(({ value }) => value === about.asked.text('entry'))
    return {
      from: pick<EntryId>({
        label: 'What was it learned from?',
        options: all,
        missing: 'Choose what it was learned from',
        ...(asked && { start: asked.value }),
      }),
      what: branch({
        legend: 'What was learned?',
        missing: 'Choose what was learned',
        arms: {
          factor: { text: 'Why, or what was done to them', fields: { code: factorField(about) } },
          person: { text: 'A person', fields: somebody('person', 'Name, or what they are called') },
          place: { text: 'A place', fields: somebody('place', 'Where it is') },
          vehicle: { text: 'A vehicle', fields: somebody('vehicle', 'Registration, or make and colour') },
          telephone: { text: 'A telephone', fields: somebody('telephone', 'Number') },
          'online-name': { text: 'An online name', fields: somebody('online-name', 'Name, and on what') },
        },
      }),
      quote: optionalLongText({
        label: `${about.child.first}’s own words`,
        hint: 'Letter by letter. Give these, a reason, or both.',
      }),
      reason: optionalLongText({
        label: 'Your reason',
        hint: 'What makes you think so, where it was not said.',
      }),
      ofConcern: yesNo({
        legend: 'Is it of concern?',
        hint: 'Then an action is owed, or a reason why there is none.',
        missing: 'Say whether it is of concern',
      }),
    }
  },
  toBody: ({ from, what, quote, reason, ofConcern }, about) => {
    if (quote === undefined && reason === undefined)
      return unless('quote', 'Enter the child’s own words, or your reason')
    const subject = subjectOf(what, about)
    if (subject === undefined) return unless('what-code', 'Choose from the list')
    const source = about.page.chronology.find(({ id }) => id === from)
    return {
      from,
      ofConcern,
      ...keptAs(audienceOf(source), { what: subject, ...present({ quote, reason }) }),
    }
  },
})

/** Whoever reads intelligence in what it was learned from may have learned it there. */
function audienceOf(source: About['page']['chronology'][number] | undefined) {
  if (source === undefined || !open.has(source.type)) return 'restricted'
  const { type, body } = source
  return (type === 'information-received' || type === 'prevention-check-done') &&
    body.intelligence !== undefined
    ? 'intelligence'
    : 'open'
}

/** What was chosen, with what was asked of it: each answer asks under names of its own. */
function subjectOf(what: { readonly kind: Subject['kind'] }, { factors }: About): Subject | undefined {
  const said: Readonly<Record<string, string | undefined>> = { ...what }
  const { kind } = what
  if (kind !== 'factor') {
    const name = said[`${kind}-name`]
    return name === undefined ? undefined : { kind, name, ...present({ known: said[`${kind}-known`] }) }
  }
  const factor = factors?.factors.find(({ code }) => code === said['code'])
  return factors && factor && { kind, code: factor.code, edition: factors.edition, label: factor.label }
}

function factorField({ factors }: About) {
  return pick({
    label: 'Which of these?',
    options: (factors?.factors ?? []).map(({ code, label }) => ({ value: code, text: label })),
    missing: 'Choose from the list',
  })
}

function somebody(kind: NamedKind, label: string) {
  const missing = `Enter ${label.charAt(0).toLowerCase()}${label.slice(1)}`
  return {
    [`${kind}-name`]: text({ label, missing }),
    [`${kind}-known`]: optionalText({ label: 'What is known of them or it' }),
  }
}

/** What was said or seen, the latest first. What a child told an interviewer is offered to those who read interviews. */
function sources({ page, reading, author }: About) {
  const readsInterviews = mayDo(author, 'compare-findings')
  return effective(page.chronology)
    .filter(({ type }) => open.has(type) || (apart.has(type) && (readsInterviews || type === 'told-now')))
    .toReversed()
    .map((entry) => ({
      value: entry.id,
      text: `${whenWords(entry.occurred.at, page.at)}: ${headlineOf(entry, reading).headline}`,
    }))
}

/** Somebody or something that police could look for. */
function forPolice(about: About) {
  return findings(about).filter(({ finding }) => namedIn(finding) !== undefined)
}

const nobodyNamed = `No ${namedKinds.slice(0, -1).join(', ').replaceAll('-', ' ')} or online name was recorded as learned in this episode.`

const release: Act = act({
  command: 'release-finding',
  title: () => 'Let a finding go in the next pack for police',
  button: 'It may go',
  nothing: (about) => (forPolice(about).length === 0 ? nobodyNamed : undefined),
  when: 'at-once',
  fields: (about) => ({
    finding: findingField(about, 'Which finding may go?', forPolice(about)),
    may: choice({
      legend: 'May police read it?',
      options: [{ value: 'yes', text: 'Yes, they may have it' }],
      missing: 'Say that police may read it',
    }),
  }),
  toBody: ({ finding }) => ({ finding }),
})

const keep: Act = act({
  command: 'keep-finding',
  title: () => 'Keep a finding from police',
  button: 'Keep it',
  nothing: (about) => (forPolice(about).length === 0 ? nobodyNamed : undefined),
  when: 'at-once',
  fields: (about) => ({
    finding: findingField(about, 'Which finding is kept?', forPolice(about)),
    why: longText({
      label: 'Why',
      hint: 'Kept apart: read by those who read interviews.',
      missing: 'Enter why it is kept',
    }),
  }),
  toBody: (values) => values,
})

const compare: Act = act({
  command: 'compare-findings',
  title: () => 'Say whether two findings are about the same one',
  above: () =>
    callout(html`<p>Nothing is merged: both stay as they were said, and your answer stands beside them.</p>`),
  nothing: (about) => {
    if (findings(about).length === 0) return noFindings
    return others(about).length < 2 ? 'There is nothing to hold it against yet.' : undefined
  },
  when: 'at-once',
  fields: (about) => ({
    finding: findingField(about, 'Which finding?', forPolice(about)),
    other: pick({
      label: 'And which other?',
      options: others(about).map(({ key, words }) => ({ value: key, text: words })),
      missing: 'Choose the other finding',
      ...(about.asked.has('other') && { start: about.asked.text('other') }),
    }),
    same: yesNo({
      legend: 'Are they about the same one?',
      yes: 'Yes, the same',
      no: 'No, another',
      missing: 'Say whether they are the same',
    }),
    why: longText({
      label: 'How do you know?',
      hint: 'Kept apart: read by those who read interviews.',
      missing: 'Enter how you know',
    }),
  }),
  toBody: ({ finding, other: key, same, why }, about) => {
    const other = others(about).find((one) => one.key === key)
    if (other === undefined) return unless('other', 'Choose the other finding')
    return { finding, other: { episode: other.episode, finding: other.finding }, same, why }
  },
})

/** Whoever and whatever was learned of in this and the child's other episodes. */
function others(about: About) {
  const here = findings(about).map(({ finding }) => ({ episode: about.page.id, finding }))
  return [...here, ...about.page.learnedElsewhere].flatMap(({ episode, finding }) => {
    const named = namedIn(finding)
    if (named === undefined) return []
    const where = episode === about.page.id ? 'this episode' : 'another episode'
    return [
      {
        key: finding.id,
        episode,
        finding: finding.id,
        words: `${named.name}, ${whenWords(finding.occurred.at, about.page.at)}, in ${where}`,
      },
    ]
  })
}

export const findingActs: readonly Act[] = [recordFinding, release, keep, compare]
