import type { PoliceTold } from '../../../../domain/episode/entry.ts'
import { tidings } from '../../../../domain/episode/entries.ts'
import type { Means } from '../../../../domain/episode/entry.ts'
import { isRole, roleLabel, roles, type Role } from '../../../../domain/episode/roles.ts'
import { numbersToRing, telephone } from '../../../components/numbers-to-ring.ts'
import { callout } from '../../../components/summary.ts'
import { branch } from '../../../forms/fields-branch.ts'
import { choice, converted, pick, tick } from '../../../forms/fields-choice.ts'
import { longText, optionalLongText, optionalText, text } from '../../../forms/fields-text.ts'
import { fieldGroup, present, type Field } from '../../../forms/fields.ts'
import { html } from '../../../html.ts'
import { capitalised } from '../../episode/child-words.ts'
import { tidingsWords } from '../../episode/value-words.ts'
import { newsNow, stillToTell } from '../../episode/who-knows.ts'
import { act, type About, type Act } from '../act.ts'
import { meansOptions, optionsOf } from '../options.ts'

const reference = optionalText({
  label: 'Police reference',
  hint: 'It may follow: leave this empty and add it when you have it.',
  width: 20,
})

const rung = fieldGroup({
  number: branch({
    legend: 'Which number did you ring?',
    missing: 'Say which number you rang',
    arms: {
      emergency: { text: '999', fields: {} },
      ordinary: { text: '101', fields: {} },
      other: {
        text: 'Another police number',
        fields: {
          which: text({
            label: 'The number',
            missing: 'Enter the number you rang',
            kind: 'telephone',
            width: 20,
          }),
        },
      },
    },
  }),
  callTaker: text({
    label: 'Who took the call',
    hint: 'A name, or the number they gave you.',
    missing: 'Enter who took the call, as they gave it',
  }),
  reference,
})

/** Ringing is telling; a press of a button is not. Only police can say that they have accepted. */
function policeTold({ author }: About): Field<PoliceTold> {
  const rang = converted(rung, ({ number, callTaker, reference }) =>
    present({
      kind: 'rang' as const,
      number: number.kind === 'other' ? number.which : number.kind === 'emergency' ? '999' : '101',
      callTaker,
      reference,
    }),
  )
  if (author.organisationKind !== 'police') return rang
  return converted(
    branch({
      legend: 'How did police come to know?',
      missing: 'Say how police came to know',
      start: 'accepted',
      arms: {
        accepted: {
          text: 'I accept it for the force as reported',
          hint: `${author.name}, ${author.organisationName}`,
          fields: { reference },
        },
        rang: { text: 'Someone rang us', fields: { call: rang } },
      },
    }),
    (told) =>
      told.kind === 'rang'
        ? told.call
        : present({ kind: 'accepted' as const, post: author.post, reference: told.reference }),
  )
}

const reportMissing: Act = act({
  command: 'report-missing',
  title: ({ child, author }) =>
    author.organisationKind === 'police'
      ? `Record that police know that ${child.first} is missing`
      : `Record that you have told police about ${child.first}`,
  button: 'Record that police know',
  above: ({ author, child }) =>
    author.organisationKind === 'police'
      ? html``
      : html`${callout(
          html`<p>
              <strong>Pressing the button on this page does not tell the police. Ring first</strong>, then
              write here what happened on the call.
            </p>
            ${numbersToRing({ dutyTeam: null })}
            <p>Say that ${child.first} is missing, where ${child.he} should be, and what worries you.</p>`,
        )}`,
  when: () => ({ legend: 'When were police told?', hint: 'The time of the call.' }),
  fields: (about) => ({
    police: policeTold(about),
    account: optionalLongText({
      label: 'What police were told',
      hint: 'In your own words. What you do not know yet can follow.',
    }),
  }),
  toBody: (values) => present(values),
})

const informAgency: Act = act({
  command: 'inform-agency',
  title: ({ child }) => `Record who has been told about ${child.first}`,
  button: 'Record it',
  above: (about) => {
    const waiting = stillToTell(about.page)
    return callout(
      waiting.length === 0
        ? html`<p>Everyone whom the record names has been told.</p>`
        : html`<p>Not told yet:</p>
            <ul class="govuk-list govuk-list--bullet">
              ${waiting.map(({ role, holder }) => {
                const who = html`<strong>${capitalised(roleLabel(role))}</strong>`
                return holder === undefined
                  ? html`<li>${who}</li>`
                  : html`<li>${who}: ${holder.name}, ${telephone(holder.telephone)}</li>`
              })}
            </ul>
            <p>This page tells nobody: ring, then write it down here.</p>`,
    )
  },
  when: () => ({ legend: 'When was that?' }),
  fields: (about) => {
    const role = about.asked.text('role')
    return {
      role: pick({
        label: 'Who',
        options: whoFirst(stillToTell(about.page).map(({ role: waiting }) => waiting)),
        missing: 'Choose who was told, or was not',
        ...(isRole(role) && { start: role }),
      }),
      about: choice({
        legend: 'Told of what?',
        options: optionsOf(tidings, {
          ...tidingsWords,
          ...(about.page.episode.died && { location: 'what has happened' }),
        }),
        start: newsNow(about.page.episode),
        missing: 'Choose what they were told of',
      }),
      told: branch({
        legend: 'Were they told?',
        missing: 'Say whether they were told',
        start: 'told',
        arms: {
          told: {
            text: 'Yes, told',
            fields: {
              who: text({
                label: 'Who was it that you told?',
                hint: 'A name; of a parent also who they are to the child: “Karen Boothe, his mother”.',
                missing: 'Enter the name of whoever was told',
              }),
              means: choice<Means>({
                legend: 'How?',
                options: meansOptions,
                start: 'telephone',
                missing: 'Choose how they were told',
              }),
            },
          },
          'one-not-told': {
            text: 'One of them is not told, on purpose',
            hint: 'For example one of two parents, who is kept away from the child. The others are still to be told.',
            fields: {
              whom: text({
                label: 'Who is not told?',
                hint: 'A name, and who they are to the child.',
                missing: 'Enter the name of whoever is not told',
              }),
              whyNot: longText({ label: 'Why not', missing: 'Say why they are not told' }),
            },
          },
          'not-told': {
            text: 'Nobody of them is told, on purpose',
            hint: 'For example, because telling them would put the child in danger.',
            fields: { because: longText({ label: 'Why not', missing: 'Say why they were not told' }) },
          },
        },
      }),
    }
  },
  toBody: ({ told, ...values }) => ({
    ...values,
    told: told.kind === 'one-not-told' ? { kind: told.kind, who: told.whom, because: told.whyNot } : told,
  }),
})

/** Whoever is still to be told stands first and says so. */
function whoFirst(waiting: readonly Role[]): readonly { readonly value: Role; readonly text: string }[] {
  const others = roles.filter((role) => !waiting.includes(role))
  return [
    ...waiting.map((value) => ({ value, text: `${capitalised(roleLabel(value))} (not told yet)` })),
    ...others.map((value) => ({ value, text: capitalised(roleLabel(value)) })),
  ]
}

const giveReference: Act = act({
  command: 'give-reference',
  title: () => 'Add a reference of your own',
  button: 'Add the reference',
  above: () =>
    callout(
      html`<p>
        Every agency adds its own reference to the same episode, so that nobody has to enter it twice.
      </p>`,
    ),
  when: 'at-once',
  fields: ({ author }) => ({
    reference: text({ label: 'Reference', missing: 'Enter the reference', width: 20 }),
    police: tick(
      'It is the police reference',
      author.organisationKind === 'police' ? undefined : 'Only if police gave it to you.',
    ),
  }),
  toBody: ({ reference: given, police }) => ({ reference: given, ...(police && { police }) }),
})

export const tellingActs: readonly Act[] = [reportMissing, informAgency, giveReference]
