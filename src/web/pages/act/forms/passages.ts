import { effective } from '../../../../domain/episode/effective.ts'
import type { EntryId } from '../../../../domain/episode/entry.ts'
import { sharedFor } from '../../../../domain/episode/return-bodies.ts'
import { parseId } from '../../../../kernel/ids.ts'
import { callout } from '../../../components/summary.ts'
import { whenWords } from '../../../components/time.ts'
import { choice, pick } from '../../../forms/fields-choice.ts'
import { longText, text } from '../../../forms/fields-text.ts'
import { present } from '../../../forms/fields.ts'
import { html } from '../../../html.ts'
import { headlineOf } from '../../episode/headlines.ts'
import { capitalised } from '../../episode/child-words.ts'
import { sharedForWords } from '../../episode/value-words.ts'
import { answerable, findingWords } from './finding-choices.ts'
import { act, unless, type About, type Act } from '../act.ts'
import { others } from './sharing.ts'

const sharePassage: Act = act({
  command: 'share-passage',
  title: ({ child }) => `Share a part of what ${child.first} said in an interview`,
  button: 'Share this part',
  above: ({ child }) =>
    callout(
      html`<p>
        What ${child.first} told an interviewer stays with those who read interviews, unless you share a part
        of it on purpose. Ask ${child.him} first. Those whom you name read this part and nothing else of the
        interview, as long as they may read the episode. Share it with no home that ${child.he} ran from or is
        afraid of. This page tells nobody.
      </p>`,
    ),
  nothing: (about) =>
    interviews(about).length === 0 ? 'No interview is on the record of this episode.' : undefined,
  when: 'at-once',
  fields: (about) => {
    const first = interviewAsked(about)
    return {
      interview: pick<EntryId>({
        label: 'Which interview is it from?',
        options: interviews(about),
        missing: 'Choose which interview it is from',
        ...(first && { start: first.value }),
      }),
      passage: longText({
        label: 'The part that is shared',
        hint: `In ${about.child.his} own words, without anything that only others may know.`,
        missing: 'Enter the part that is shared',
      }),
      with: pick({
        label: 'With which organisation?',
        options: others(about).map(({ id, name }) => ({ value: id, text: name })),
        missing: 'Choose with which organisation',
      }),
      purpose: audience(about, 'For whom is it written?', 'Choose for whom it is written'),
      finding: aboutFinding(about),
      ...basisAndWish(about),
      why: longText({
        label: 'Why do they need it?',
        hint: `Everyone who reads the episode sees this reason and with whom it was shared, so do not write what ${about.child.he} said here.`,
        missing: 'Enter why they need it',
      }),
    }
  },
  toBody: ({ with: id, finding, ...values }, about) => {
    const chosen = others(about).find((one) => one.id === id)
    return chosen === undefined
      ? unless('with', 'Choose with which organisation')
      : present({ ...values, ...ofFinding(finding), with: chosen.id, name: chosen.name })
  },
})

const notShared: Act = act({
  command: 'decide-not-to-share',
  title: ({ child }) => `Record a decision not to share what ${child.first} said`,
  button: 'Record the decision',
  nothing: (about) =>
    interviews(about).length === 0 ? 'No interview is on the record of this episode.' : undefined,
  when: 'at-once',
  fields: (about) => {
    const first = interviewAsked(about)
    return {
      interview: pick<EntryId>({
        label: 'Which interview is it about?',
        options: interviews(about),
        missing: 'Choose which interview it is about',
        ...(first && { start: first.value }),
      }),
      passage: longText({
        label: 'What they are not given',
        hint: 'Kept apart: read by those who read interviews.',
        missing: 'Enter what they are not given',
      }),
      finding: aboutFinding(about),
      purpose: audience(about, 'For whom is it not?', 'Choose for whom it is not'),
      name: text({ label: 'Not with whom', missing: 'Enter with whom it is not shared' }),
      why: longText({
        label: 'Why not',
        hint: `Everyone who reads the episode sees this reason, so do not write what ${about.child.he} said here.`,
        missing: 'Enter why not',
      }),
      ...basisAndWish(about),
    }
  },
  toBody: ({ finding, ...values }) => present({ ...values, ...ofFinding(finding) }),
})

function audience({ asked }: About, legend: string, missing: string) {
  const start = sharedFor.find((value) => value === asked.text('for'))
  return choice({
    legend,
    options: sharedFor.map((value) => ({ value, text: capitalised(sharedForWords[value]) })),
    missing,
    ...(start && { start }),
  })
}

/** The one that the address names, or the latest. */
function interviewAsked(about: About) {
  const all = interviews(about)
  return all.find(({ value }) => value === about.asked.text('entry')) ?? all[0]
}

function basisAndWish({ child }: About) {
  return {
    basis: text({
      label: 'Basis in law',
      hint: 'For example: to keep a child from harm.',
      missing: 'Enter the basis in law',
    }),
    wished: text({
      label: `What ${child.he} wished`,
      hint: `If ${child.he} was not asked, say why. Read only by those who read the part itself.`,
      missing: `Enter what ${child.he} wished, or why ${child.he} was not asked`,
    }),
  }
}

/** Where it tells of something that was recorded as learned. */
function aboutFinding(about: About) {
  const learned = answerable(about, 'passage-shared').map(({ finding }) => finding)
  const asked = learned.find(({ id }) => id === about.asked.text('finding'))
  return pick<string>({
    label: 'Does it tell of a finding?',
    options: [
      { value: 'none', text: 'Of none' },
      ...learned.map((finding) => ({ value: finding.id, text: findingWords(finding, about.page.at) })),
    ],
    missing: 'Choose the finding, or none',
    start: asked?.id ?? 'none',
  })
}

function ofFinding(chosen: string) {
  const finding = parseId<'entry'>(chosen)
  return finding === undefined ? {} : { finding }
}

/** Interviews, and a child's own refusals of one, the latest first. */
function interviews({ page, reading }: About) {
  return effective(page.chronology)
    .filter(({ type }) => type === 'interview-held' || type === 'interview-declined')
    .toReversed()
    .map((entry) => ({
      value: entry.id,
      text: `${whenWords(entry.occurred.at, page.at)}: ${headlineOf(entry, reading).headline}`,
    }))
}

export const passageActs: readonly Act[] = [sharePassage, notShared]
