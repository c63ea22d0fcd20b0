import type { EpisodePage } from '../../../../application/queries/episode-page.ts'
import { effective } from '../../../../domain/episode/effective.ts'
import { ageOn, dateInWords, londonDate } from '../../../../kernel/london.ts'
import { whenWords } from '../../../components/time.ts'
import { pronounsOf } from '../../../words/child.ts'
import { capital, withVerb } from '../words.ts'
import { referenceInWords } from '../../../words/reference.ts'

/** What a call taker has to hear, as sentences to be read out, in the order in which they ask. */
export function whatToSay(shown: EpisodePage, from: string): readonly string[] {
  const { record, episode } = shown
  return [
    `I am ringing from ${from}. A child is missing.`,
    `${identity(shown)}${record.lookedAfter === undefined ? '' : ` ${capital(withVerb(record, 'is', 'are'))} looked after by a council.`}`,
    expected(shown),
    ...(record.description === undefined
      ? []
      : [`${capital(withVerb(record, 'looks', 'look'))} like this: ${ended(record.description)}`]),
    ...answers(shown),
    `Our reference is ${referenceInWords(episode.raised?.body.reference) ?? ''}. What is yours?`,
  ]
}

function identity({ record, at }: EpisodePage): string {
  const { name, bornOn, approximateAge } = record
  const called = name === undefined ? 'We do not know the name of the child. The child is' : `${name},`
  if (bornOn !== undefined)
    return `${called} ${ageOn(bornOn, londonDate(at))} years old, born ${dateInWords(bornOn)}.`
  return approximateAge === undefined
    ? `${called} of an age that we do not know.`
    : `${called} about ${approximateAge} years old.`
}

function expected({ record, episode, at }: EpisodePage): string {
  const raised = episode.raised
  if (raised === undefined) return ''
  const should = `${capital(withVerb(record, 'should', 'should'))} be at ${raised.body.expectedAt}, and it was noticed at ${whenWords(raised.occurred.at, at)} that ${withVerb(record, 'is', 'are')} not.`
  const { them } = pronounsOf(record)
  return episode.where === undefined
    ? `${should} We do not know where ${withVerb(record, 'is', 'are')}.`
    : `${should} We were told of a place: ${ended(episode.where)} Nobody has ${them} safe.`
}

/** What has been answered so far, the last word on each question. */
function answers({ chronology, at }: EpisodePage): readonly string[] {
  const said = new Map<string, string>()
  for (const entry of effective(chronology)) {
    if (entry.type !== 'answered') continue
    const { question, text } = entry.body
    const lead = leads[question]
    if (lead === undefined) continue
    const when =
      question === 'last-seen' ? `${whenWords(entry.occurred.at, at, entry.occurred.precision)}, ` : ''
    said.set(question, `${lead}: ${when}${ended(text)}`)
  }
  return [...said.values()]
}

const leads: Readonly<Record<string, string>> = {
  'last-seen': 'Last seen',
  clothing: 'Wearing',
  'with-whom': 'May be with',
  telephone: 'Telephone',
  medication: 'Medication',
  circumstances: 'What happened',
}

function ended(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`
}
