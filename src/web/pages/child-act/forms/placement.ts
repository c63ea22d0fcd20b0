import type { ChildPage } from '../../../../application/queries/child-page.ts'
import type { Setting } from '../../../../domain/child/child.ts'
import type { Directory } from '../../../../domain/child/directory.ts'
import type { Placement } from '../../../../domain/child/record.ts'
import type { OrganisationId, OrganisationKind } from '../../../../domain/episode/entry.ts'
import { dateInWords, londonDate } from '../../../../kernel/london.ts'
import { callout } from '../../../components/summary.ts'
import { choice, converted, pick } from '../../../forms/fields-choice.ts'
import { optionalText, text } from '../../../forms/fields-text.ts'
import { present, type Field } from '../../../forms/fields.ts'
import { html } from '../../../html.ts'
import { optionsOf } from '../../act/options.ts'
import { whose } from '../../episode/child-words.ts'
import { childAct, type ChildAct } from '../act.ts'

const kindWords: Readonly<Record<Setting['kind'], string>> = {
  'childrens-home': 'a children’s home',
  'foster-home': 'a foster home',
  'supported-accommodation': 'supported accommodation',
  family: 'with family',
  school: 'a school where the child stays',
  secure: 'a secure setting',
  other: 'something else',
}

const settingKinds = Object.keys(kindWords) as readonly Setting['kind'][]

const placed = childAct({
  entry: 'placed',
  link: 'Where the child lives now',
  recorded: 'Recorded: where the child lives',
  ofTheLiving: true,
  title: ({ child }) => `Where does ${child.first} live now?`,
  above: ({ page }) => {
    const from = standing(page)
    return from === undefined
      ? html``
      : callout(html`<p>The stay at ${from.setting.name} ends where this one begins.</p>`)
  },
  when: () => ({
    legend: 'Since when?',
    hint: 'To the minute if you can: from then on this home is who is rung, and who owes what a home owes.',
  }),
  fields: ({ directory }) => ({
    name: text({ label: 'Name of the home or household', missing: 'Enter the name of the home' }),
    kind: choice({
      legend: 'What kind of home is it?',
      options: optionsOf(settingKinds, kindWords),
      missing: 'Choose what kind of home it is',
    }),
    provider: organisation(directory, 'provider', {
      label: 'Who runs it',
      none: 'Nobody in this directory, or family',
      missing: 'Choose who runs it, or that nobody in this directory does',
    }),
    areaCouncil: organisation(directory, 'council', {
      label: 'In which council’s area does it stand?',
      none: 'None of these councils, or not known',
      missing: 'Choose the council of the area, or that it is none of these',
    }),
    telephone: optionalText({
      label: 'The number that is answered there at night',
      kind: 'telephone',
      width: 20,
    }),
  }),
  toBody: (values) => ({ setting: present(values) }),
})

const none = 'none'

function organisation(
  { organisations }: Directory,
  kind: OrganisationKind,
  asked: { readonly label: string; readonly none: string; readonly missing: string },
): Field<OrganisationId | undefined> {
  const found = organisations.filter((one) => one.kind === kind)
  const options = found.map(({ id, name }) => ({ value: id, text: name }))
  const field = pick<OrganisationId | typeof none>({
    label: asked.label,
    options: [...options, { value: none, text: asked.none }],
    missing: asked.missing,
  })
  return converted(field, (chosen) => (chosen === none ? undefined : chosen))
}

const placementEnded = childAct({
  entry: 'placement-ended',
  link: 'The end of the placement',
  recorded: 'Recorded: the placement has ended',
  title: ({ child }) => `Has ${whose(child.first)} placement ended?`,
  above: ({ child }) =>
    callout(
      html`<p>
        From then on what the home’s carers owe is owed by the responsible council, also while ${child.first}
        is missing. The home reads the record no longer; if ${child.heIs} missing then, until ${child.heIs}
        back.
      </p>`,
    ),
  nothing: (page) => (standing(page) === undefined ? 'No placement stands that could end' : undefined),
  when: () => ({ legend: 'When did it end?', hint: 'To the minute if you can: it moves who is rung.' }),
  fields: ({ page }) => {
    const stay = standing(page)
    const options = stay === undefined ? [] : [{ value: stay.entry, text: inWords(stay) }]
    return {
      placed: choice({
        legend: 'Which placement ended?',
        options,
        ...(stay !== undefined && { start: stay.entry }),
        missing: 'Choose the placement that ended',
      }),
      why: optionalText({ label: 'Why it ended' }),
    }
  },
  toBody: (values) => present(values),
})

/** The stay that lasts, so far as is known. */
function standing({ record }: ChildPage): Placement | undefined {
  return record.placement?.until === undefined ? record.placement : undefined
}

function inWords({ setting, from }: Placement): string {
  return `${setting.name}, since ${dateInWords(londonDate(from))}`
}

export const placementActs: readonly ChildAct[] = [placed, placementEnded]
