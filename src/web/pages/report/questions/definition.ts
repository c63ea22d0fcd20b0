import { entryOf } from '../../../../application/commands/begin-episode.ts'
import type { YesNoUnknown } from '../../../../domain/episode/entries.ts'
import { latest } from '../../../../kernel/moment.ts'
import { yesNoNotKnown } from '../../../forms/fields-choice.ts'
import { read, readFields, showFields } from '../../../forms/fields.ts'
import { html } from '../../../html.ts'
import { firstName } from '../../../words/child.ts'
import { thisMinute } from '../asked.ts'
import { thisTime } from '../words.ts'
import { lastOf, type Question } from './question.ts'

type Asked = Parameters<Question['heading']>[0]

function fields({ record }: Asked) {
  const name = firstName(record)
  return {
    outOfCharacter: yesNoNotKnown({
      legend: `Is it out of character for ${name}?`,
      hint: 'That it happened before does not put it in character',
      missing: `Choose whether it is out of character for ${name}`,
    }),
    maySufferCrime: yesNoNotKnown({
      legend: `May someone commit a crime against ${name}?`,
      hint: 'Exploitation, violence, drugs, someone older who gives presents',
      missing: `Choose whether someone may commit a crime against ${name}`,
    }),
    riskToSelfOrOthers: yesNoNotKnown({
      legend: `May ${name} come to harm, or harm ${reflexives[record.pronoun]} or someone else?`,
      missing: `Choose whether ${name} may come to harm or harm someone`,
    }),
  }
}

const reflexives = { he: 'himself', she: 'herself', they: 'themselves' } as const

/** The three parts of the national definition. They can only raise: a yes to any of them is worry, and no to all of them
    leaves everything as it was. */
export const definition: Question = {
  slug: 'definition',
  title: 'The national definition of missing',
  field: 'outOfCharacter',
  heading: ({ at }) => `Is any of this so ${thisTime(at)}?`,
  show: (shown, heading, asking) =>
    html`<h1>${heading}</h1>
      <p class="govuk-body">
        A yes to any of them means: ring the police now. No to all of them rules nothing out.
      </p>
      ${showFields(fields(shown), asking)}`,
  beside: () => bothDefinitions,
  read: (form, { shown, author, now }) => {
    const found = readFields(fields(shown), form, now)
    if (found.kind === 'problems') return found
    const worriedNow = shown.episode.worriedNow || Object.values(found.value).includes('yes')
    const raisedAt = shown.episode.raised?.occurred.at ?? thisMinute(now)
    const at = latest(thisMinute(now), raisedAt)
    const body = { worriedNow, ...found.value }
    const entry = entryOf(author, 'threshold-assessed', { at, precision: 'minute' }, body)
    return read({ values: found.value, commands: [{ name: 'assess-threshold', entry }] })
  },
  answered: (shown) =>
    lastOf(shown, (entry) => {
      if (entry.type !== 'threshold-assessed') return undefined
      const { outOfCharacter, maySufferCrime, riskToSelfOrOthers } = entry.body
      if (outOfCharacter === undefined && maySufferCrime === undefined && riskToSelfOrOthers === undefined)
        return undefined
      return `Out of character: ${words(outOfCharacter)}. Crime: ${words(maySufferCrime)}. Harm: ${words(riskToSelfOrOthers)}.`
    }),
}

function words(answer: YesNoUnknown | undefined): string {
  return answer === undefined || answer === 'not-known' ? 'not known' : answer
}

const bothDefinitions = html`<div class="wa-callout">
  <p>The three questions are those of the national definition of a missing person:</p>
  <blockquote class="wa-quote">
    <p>
      “anyone whose whereabouts cannot be established and where the circumstances are out of character or the
      context suggests the person may be subject of crime or risk of harm to themselves or another”
    </p>
  </blockquote>
  <p class="wa-evidence__source">One-minute guide to missing from home and care, March 2024</p>
  <p>Police now use a shorter one, which asks none of them:</p>
  <blockquote class="wa-quote">
    <p>
      “Anyone whose whereabouts cannot be established will be considered as missing until located and their
      well-being or otherwise confirmed.”
    </p>
  </blockquote>
  <p class="wa-evidence__source">College of Policing, authorised professional practice on missing persons</p>
  <p>So police can be told whatever you answer here.</p>
</div>`
