import type { EpisodePage } from '../../../application/queries/episode-page.ts'
import { awaitingSecond } from '../../../domain/episode/awaiting-second.ts'
import { effective } from '../../../domain/episode/effective.ts'
import type { EntryOf, EpisodeEntry } from '../../../domain/episode/entries.ts'
import type { PersonId } from '../../../domain/episode/entry.ts'
import type { Correction, EffectiveEntry } from '../../../domain/episode/state.ts'
import type { ChronologyItem } from '../../components/chronology.ts'
import { clockTime, fullDate, onDay, whenWords } from '../../components/time.ts'
import { html, join, type Html, type Piece } from '../../html.ts'
import { headlineOf } from './headlines.ts'
import type { Reading } from './reading.ts'
import { capitalised } from './child-words.ts'
import { meansWords } from './value-words.ts'

export interface RecordOf {
  readonly page: Pick<EpisodePage, 'id' | 'chronology' | 'asKnown'>
  readonly reading: Reading
  /** Who may say that an entry of this type was otherwise, or never was. */
  readonly mayUndo: (entry: EpisodeEntry['type']) => boolean
  /** Who is reading: nobody confirms their own correction. */
  readonly person: PersonId
}

type Void = EntryOf<'recorded-in-error'>

/** The record, latest first: corrections stand at what they correct, and what was recorded in error stays and says so. */
export function recordItems(record: RecordOf): readonly ChronologyItem[] {
  const { chronology } = record.page
  const standing = new Map(effective(chronology).map((entry) => [entry.id, entry]))
  return chronology
    .filter((entry) => !isFolded(entry, chronology))
    .map((entry) => standing.get(entry.id) ?? { ...entry, corrections: [] })
    .toSorted((a, b) => byText(b.occurred.at, a.occurred.at) || b.sequence - a.sequence)
    .map((entry) => itemOf(entry, !standing.has(entry.id), record))
}

/** What is told at another entry, and would be said twice. */
function isFolded(entry: EpisodeEntry, chronology: EpisodePage['chronology']): boolean {
  const isThere = (id: string): boolean => chronology.some((other) => other.id === id)
  if (entry.type === 'entry-corrected') return isThere(entry.body.corrects)
  if (entry.type === 'recorded-in-error')
    return entry.body.scope.kind === 'entry' && isThere(entry.body.scope.entry)
  return entry.type === 'acknowledged' && entry.body.of.kind === 'entry' && isThere(entry.body.of.entry)
}

function itemOf(entry: EffectiveEntry, isVoid: boolean, record: RecordOf): ChronologyItem {
  const { headline, detail } = headlineOf(entry, record.reading)
  const voids = voidsOf(entry, record.page.chronology)
  const lines = [
    ...entry.corrections
      .filter(({ standing }) => standing === 'awaiting-second')
      .map((one) => awaiting(one, record)),
    ...(isVoid ? [] : voids.map((one) => voidAwaiting(one, record))),
    ...(isVoid ? voids.slice(-1).map(voidLine) : []),
    wholeAwaiting(entry, record),
    confirmedLine(entry, record),
    questionsLine(entry, record),
  ]
  const corrections = entry.corrections.filter(({ standing }) => standing === 'applied')
  return {
    id: entry.id,
    occurred: entry.occurred.at,
    occurredTime: timeWords(entry),
    occurredDate: capitalised(fullDate(entry.occurred.at)),
    headline,
    detail,
    recordedLine: recordedLine(entry, isVoid, record),
    corrections: corrections.map((correction) => correctedLine(correction, entry, record)),
    notes: lines.filter((line) => line !== null),
    ...(isVoid ? { kind: 'void' as const } : informs.has(entry.type) && { kind: 'information' as const }),
  }
}

/** What was asked and answered, for whoever may read it. */
function questionsLine(entry: EffectiveEntry, { page }: RecordOf): Html | null {
  if (entry.type !== 'interview-written-up' || entry.body.answers === undefined) return null
  const href = `/episodes/${page.id}/interview/written-up/${entry.id}`
  return html`<a class="govuk-link wa-on-screen" href="${href}">Read it question by question</a>`
}

/** They tell something and decide nothing. */
const informs: ReadonlySet<EpisodeEntry['type']> = new Set([
  'information-received',
  'intelligence-recorded',
  'note-added',
  'asked',
  'answered',
  'agency-informed',
  'acknowledged',
  'reference-given',
  'episode-linked',
  'episode-shared',
  'passage-shared',
  'risk-view-given',
])

function timeWords({ occurred: { at, precision } }: EpisodeEntry): string {
  if (precision === 'day') return 'time not known'
  return precision === 'about' ? `about ${clockTime(at)}` : clockTime(at)
}

function recordedLine(entry: EffectiveEntry, isVoid: boolean, { page, reading, mayUndo }: RecordOf): Html {
  const { by, toldBy, recorded, occurred } = entry
  const day = onDay(recorded, occurred.at)
  const when = `recorded ${clockTime(recorded)}${day === '' ? '' : ` ${day}`}`
  const told = toldBy && `told by ${toldBy.name}, ${toldBy.organisationName}, ${meansWords[toldBy.means]}`
  const link =
    !isVoid &&
    mayUndo(entry.type) &&
    !page.asKnown &&
    html`<span class="wa-on-screen">
      ·
      <a class="govuk-link" href="/episodes/${page.id}/correct-entry/${entry.id}"
        >Correct<span class="govuk-visually-hidden"> ${reading.entryCalled(entry.id)}</span></a
      ></span
    >`
  return html`${join([`${by.name}, ${by.organisationName}`, told, when], ' · ')} ${link}`
}

function correctedLine(
  { entry, before, after, reason, recorded, confirmedBy }: Correction,
  of: EpisodeEntry,
  record: RecordOf,
) {
  const correction = record.page.chronology.find(({ id }) => id === entry)
  const isTime = before.at !== after.at || before.precision !== after.precision
  const line = [
    correction && `${correction.by.name}, ${correction.by.organisationName}`,
    `corrected ${whenWords(recorded, record.reading.now)}`,
    confirmedBy && `confirmed by ${confirmedBy}`,
  ]
  return {
    was: isTime ? whenWords(before.at, record.reading.now, before.precision) : wordsBefore(of, record),
    reason,
    line: join(line, ' · '),
  }
}

/** What the entry said when it was written. */
function wordsBefore(of: EpisodeEntry, { page, reading }: RecordOf): string {
  const original = page.chronology.find(({ id }) => id === of.id) ?? of
  const { headline, detail } = headlineOf(original, reading)
  return `${headline} ${typeof detail === 'string' ? detail : ''}`.trim()
}

function awaiting({ entry, before, after, reason }: Correction, record: RecordOf): Html {
  const { now } = record.reading
  const to = before.at === after.at ? 'other words' : whenWords(after.at, now, after.precision)
  return html`A correction to ${to} waits for a second person and does not count yet:
    <q>${reason}</q> ${confirmLink(entry, record)}`
}

function voidsOf(entry: EpisodeEntry, chronology: EpisodePage['chronology']): readonly Void[] {
  return chronology.filter(
    (other): other is Void =>
      other.type === 'recorded-in-error' &&
      other.body.scope.kind === 'entry' &&
      other.body.scope.entry === entry.id,
  )
}

function voidAwaiting(entry: Void, record: RecordOf): Html | null {
  const waits = awaitingSecond(record.page.chronology).some(({ id }) => id === entry.id)
  if (!waits) return null
  return html`${entry.by.name} says that this was recorded in error; it counts until a second person has
    confirmed that: <q>${entry.body.reason}</q> ${confirmLink(entry.id, record)}`
}

/** What takes back the whole stands by itself, and says that it has taken nothing back yet. */
function wholeAwaiting(entry: EpisodeEntry, record: RecordOf): Html | null {
  return entry.id === wholeVoidAwaiting(record.page.chronology)?.id
    ? html`It waits for a second person and does not count yet. ${confirmLink(entry.id, record)}`
    : null
}

/** The void of the whole episode that nobody has confirmed, if there is one. */
export function wholeVoidAwaiting(chronology: EpisodePage['chronology']): Void | undefined {
  return awaitingSecond(chronology).find(
    (entry): entry is Void => entry.type === 'recorded-in-error' && entry.body.scope.kind === 'episode',
  )
}

function voidLine({ body, by }: Void): Html {
  return html`<q>${body.reason}</q> ${by.name}, ${by.organisationName}`
}

function confirmLink(id: string, { page, person }: RecordOf): Piece {
  if (page.asKnown || page.chronology.some((entry) => entry.id === id && entry.by.person === person))
    return null
  return html`<a class="govuk-link" href="/episodes/${page.id}/acknowledge?entry=${id}">Confirm it</a>`
}

/** What was written down for someone else, or says that they were told, and they have said so themselves. */
function confirmedLine(entry: EpisodeEntry, { page, reading }: RecordOf): Html | null {
  const by = page.chronology.find(
    (other) =>
      other.type === 'acknowledged' && other.body.of.kind === 'entry' && other.body.of.entry === entry.id,
  )
  return by === undefined
    ? null
    : html`Acknowledged by ${by.by.name}, ${by.by.organisationName},
      ${whenWords(by.occurred.at, reading.now)}.`
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
