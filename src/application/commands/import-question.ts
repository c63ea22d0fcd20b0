import { referenceFrom } from '../../kernel/reference.ts'
import { dateInWords, endOfLondonDay } from '../../kernel/london.ts'
import { createHash } from 'node:crypto'
import { childAt } from '../../domain/child/child-at.ts'
import {
  entryVersions,
  type Chronology,
  type EntryType,
  type EpisodeBodies,
  type NewEpisodeEntry,
} from '../../domain/episode/entries.ts'
import type { EntryId, EpisodeId } from '../../domain/episode/entry.ts'
import { episodeOf } from '../../domain/episode/evolve.ts'
import { idFrom } from '../ids.ts'
import type { Joint } from '../joint-protocols.ts'
import type { StreamAppend } from '../ports.ts'
import { onDay, type SpellToImport } from './import-child.ts'
import { atNow, importedId, type Known } from './import-statement.ts'

/** The child as on record, with every episode, and whose protocol a new episode runs by. */
export interface KnownWithEpisodes extends Known {
  readonly episodes: ReadonlyMap<EpisodeId, Chronology>
  readonly joint: () => Joint
}

const question = 'still-missing'

/**
 * A spell that a return leaves open may be a child who is missing now, or a row that nobody finished: only the
 * responsible council can say, and until it has, the episode is held like any other. Where the child has an episode
 * with people looking already, it is asked there.
 */
export function ask(known: KnownWithEpisodes, spell: SpellToImport): StreamAppend {
  const asked = nextQuestion(known, spell)
  const current = [...known.episodes].find(([, chronology]) => isUnderWay(chronology))?.[0]
  const stream = current ?? idFrom<'episode'>('episode', asked)
  const begin = current === undefined ? [concern(known, spell, stream), lastSeen(known, spell, stream)] : []
  const since = dateInWords(spell.from)
  const state = spell.kind === 'missing' ? 'missing' : 'away from placement without authorisation'
  const text = `The return gives this child as ${state} since ${since}, and no end. Is the child still ${state}?`
  const entry = entryOf(known, 'asked', asked, { question, text, of: 'responsible-council' })
  return { kind: 'episode', stream, entries: [...begin, entry] }
}

/** What the return now says, where its question still waits. It says no more than a day: a person closes the episode. */
export function answer(known: KnownWithEpisodes, spell: SpellToImport): readonly StreamAppend[] {
  const asked = lastQuestion(known, spell)
  const found = [...known.episodes].find(([, chronology]) => chronology.some(({ id }) => id === asked))
  if (asked === undefined || found === undefined || spell.until === undefined) return []
  const [stream, chronology] = found
  if (isAnswered(chronology, asked)) return []
  const text = `A later file of the return gives the end of the spell: ${dateInWords(spell.until)}.`
  const id = idFrom<'entry'>('answer', asked)
  return [{ kind: 'episode', stream, entries: [entryOf(known, 'answered', id, { question, text, asked })] }]
}

/** The episode in which the spell was asked about last. */
export function episodeOfQuestion(known: KnownWithEpisodes, spell: SpellToImport): EpisodeId | undefined {
  const asked = lastQuestion(known, spell)
  return [...known.episodes].find(([, chronology]) => chronology.some(({ id }) => id === asked))?.[0]
}

function concern(known: KnownWithEpisodes, spell: SpellToImport, episode: EpisodeId): NewEpisodeEntry {
  const { placement } = childAt(known.stream, endOfLondonDay(spell.from))
  return entryOf(known, 'concern-raised', idFrom<'entry'>('concern', episode), {
    subject: { kind: 'child', child: known.child },
    reference: referenceFrom(createHash('sha256').update(episode).digest()),
    ...known.joint(),
    expectedAt: placement?.setting.name ?? 'Not known: the return has no placement for that day',
    whereabouts: spell.kind === 'missing' ? 'unknown' : 'known-elsewhere',
    authorisation: 'not-authorised',
    how: 'imported',
  })
}

/** MIS_START is the day on which the child left or was last seen by a responsible adult. */
function lastSeen(known: KnownWithEpisodes, spell: SpellToImport, episode: EpisodeId): NewEpisodeEntry {
  const text = "The day is the return's, which gives no place"
  const entry = entryOf(known, 'answered', idFrom<'entry'>('last seen', episode), {
    question: 'last-seen',
    text,
  })
  return { ...entry, occurred: onDay(spell.from) }
}

function isUnderWay(chronology: Chronology): boolean {
  const { raised, response, voided } = episodeOf(chronology)
  return raised !== undefined && !voided && response !== 'returned' && response !== 'closed'
}

function isAnswered(chronology: Chronology, asked: EntryId): boolean {
  const from = chronology.findIndex(({ id }) => id === asked)
  const { response, voided } = episodeOf(chronology)
  const given = chronology
    .slice(from)
    .some((entry) => entry.type === 'answered' && entry.body.question === question)
  return given || voided || response === 'closed'
}

/** Questions about one spell are counted, so that a spell which opens again is asked about again. */
function questionsOf(known: KnownWithEpisodes, { from, nth }: SpellToImport) {
  const onRecord = new Set([...known.episodes.values()].flat().map(({ id }) => id))
  const id = (time: number) => importedId(known.child, ['question', from, `${nth}`], time)
  let times = 0
  while (onRecord.has(id(times))) times++
  return { times, id }
}

function nextQuestion(known: KnownWithEpisodes, spell: SpellToImport): EntryId {
  const { times, id } = questionsOf(known, spell)
  return id(times)
}

function lastQuestion(known: KnownWithEpisodes, spell: SpellToImport): EntryId | undefined {
  const { times, id } = questionsOf(known, spell)
  return times === 0 ? undefined : id(times - 1)
}

function entryOf<T extends EntryType>(
  known: Known,
  type: T,
  id: EntryId,
  body: EpisodeBodies[T],
): NewEpisodeEntry {
  return {
    id,
    type,
    version: entryVersions[type],
    occurred: atNow(known),
    by: known.author,
    body,
  } as NewEpisodeEntry
}
