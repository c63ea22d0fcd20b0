import { locatedOutcomes, type LocatedOutcome } from '../../../../domain/episode/entries.ts'
import { mayRecordDeath } from '../../../../domain/episode/rules/death.ts'
import { callout } from '../../../components/summary.ts'
import { choice, optionalChoice, type Option } from '../../../forms/fields-choice.ts'
import { longText, optionalLongText, optionalText, text } from '../../../forms/fields-text.ts'
import { present } from '../../../forms/fields.ts'
import { html } from '../../../html.ts'
import { capitalised, type ChildWords } from '../../episode/child-words.ts'
import { outcomeWords } from '../../episode/value-words.ts'
import { act, type Act } from '../act.ts'

const recordLocation: Act = act({
  command: 'record-location',
  title: ({ child }) => `Record that someone has seen ${child.first}`,
  above: ({ child, page, author }) =>
    callout(
      html`<p>
          Found means that someone has <strong>seen</strong> ${child.first}, knows that it is ${child.him},
          and has charge of ${child.him} now.
        </p>
        <p>
          A call, a message, a post or someone’s word is not that.
          <a class="govuk-link" href="/episodes/${page.id}/record-information">Add it as information</a>
          instead: it counts, and the search goes on.
        </p>
        ${
          !mayRecordDeath(author.organisationKind) &&
          html`<p>
            If ${child.he} may have died, ring <a class="govuk-link" href="tel:999">999</a>. Police, the
            council or health record it.
          </p>`
        }`,
    ),
  when: ({ child }) => ({ legend: `When was ${child.he} seen?` }),
  fields: ({ child, author }) => ({
    seenBy: text({
      label: `Who saw ${child.him}?`,
      hint: 'Name, and who they are.',
      missing: `Enter who saw ${child.him}`,
    }),
    howKnown: text({
      label: `How do they know that it is ${child.him}?`,
      hint: `For example: they know ${child.him}, or by a photograph and name.`,
      missing: `Enter how they know that it is ${child.him}`,
    }),
    inChargeOf: text({
      label: `Who has charge of ${child.him} now?`,
      missing: `Enter who has charge of ${child.him} now`,
    }),
    where: text({ label: `Where is ${child.he}?`, missing: `Enter where ${child.heIs}` }),
    outcome: choice({
      legend: `How is ${child.he}?`,
      options: locatedOutcomes
        .filter((outcome) => outcome !== 'died' || mayRecordDeath(author.organisationKind))
        .map((outcome) => outcomeOption(outcome, child)),
      missing: `Say how ${child.heIs}`,
    }),
  }),
  toBody: (values) => values,
})

function outcomeOption(outcome: LocatedOutcome, child: ChildWords): Option<LocatedOutcome> {
  const option = { value: outcome, text: capitalised(outcomeWords[outcome]) }
  return outcome === 'died'
    ? {
        ...option,
        text: `${capitalised(child.heHas)} died`,
        hint: 'From then on nobody is asked to see or speak to the child.',
      }
    : option
}

const recordReturn: Act = act({
  command: 'record-return',
  title: ({ child }) => `Record that ${child.first} is back`,
  above: ({ child }) =>
    callout(
      html`<p>
        The clocks for the police check and for the return interview run from this time, so give it to the
        minute if you can. Ask what ${child.he} needs first: food, warmth, a doctor, someone to talk to.
      </p>`,
    ),
  when: ({ child }) => ({ legend: `When did ${child.he} come back?` }),
  fields: ({ child, page }) => {
    const home = page.record.placement?.setting.name ?? page.episode.raised?.body.expectedAt
    return {
      to: text({
        label: `Where did ${child.he} come back to?`,
        missing: `Enter where ${child.he} came back to`,
        ...(home !== undefined && { start: home }),
      }),
      placeOfSafety: optionalChoice({
        legend: 'Is it a place of safety?',
        hint: `“No” keeps the search open: ${child.first} has turned up and is not back.`,
        options: [
          { value: 'yes', text: 'Yes' },
          { value: 'no', text: 'No' },
          { value: 'not-known', text: 'Not known', hint: 'Counts as safe, so that both clocks run.' },
        ],
        start: 'yes',
      }),
      how: choice({
        legend: `How did ${child.he} come back?`,
        options: [
          { value: 'by-themselves', text: `By ${child.himself}` },
          { value: 'brought-by-police', text: 'Brought by police' },
          { value: 'brought-by-carer', text: 'Brought by a carer' },
          { value: 'brought-by-family', text: 'Brought by family' },
          { value: 'brought-by-other', text: 'Brought by someone else' },
        ],
        missing: `Choose how ${child.he} came back`,
      }),
      condition: optionalLongText({
        label: `How is ${child.he}?`,
        hint: 'Hurt, cold, upset, under the influence, wearing something else: whatever you saw.',
      }),
    }
  },
  toBody: ({ to, placeOfSafety, how, condition }) => ({
    to,
    how,
    ...present({ condition }),
    ...(placeOfSafety === 'no' && { placeOfSafety: false }),
    ...(placeOfSafety === 'yes' && { placeOfSafety: true }),
  }),
})

const recordInformation: Act = act({
  command: 'record-information',
  title: ({ child }) => `Add information about ${child.first}`,
  button: 'Add the information',
  above: ({ child }) =>
    callout(
      html`<p>
        A call, a message, a post, a sighting by someone who is not sure: it belongs here. It does not say
        that ${child.first} is found. If it shows danger now, ring police first.
      </p>`,
    ),
  when: () => ({ legend: 'When did this happen, or reach you?' }),
  fields: ({ author, directory, child }) => ({
    from: text({ label: 'From whom', missing: 'Enter from whom it came' }),
    text: longText({ label: 'What was said, seen or sent', missing: 'Enter what was said, seen or sent' }),
    place: optionalText({ label: 'A place it names' }),
    seenInAreaOf: optionalChoice({
      legend: `Was ${child.first} seen in the area of one of these forces?`,
      hint: 'It reads the episode from then on, once the episode has been reported.',
      options: directory.organisations
        .filter(({ kind }) => kind === 'police')
        .map(({ id, name }) => ({ value: id, text: name })),
    }),
    ...(author.organisationKind === 'police' && {
      intelligence: optionalLongText({
        label: 'Police intelligence',
        hint: 'Kept apart: only police see this part.',
      }),
    }),
  }),
  toBody: (values) => present(values),
})

export const whereaboutsActs: readonly Act[] = [recordLocation, recordReturn, recordInformation]
