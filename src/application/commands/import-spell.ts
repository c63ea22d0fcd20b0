import { dateInWords } from '../../kernel/london.ts'
import type { ChildBodies } from '../../domain/child/child.ts'
import { entriesOf } from '../../domain/child/corrected.ts'
import type { EntryId } from '../../domain/episode/entry.ts'
import type { StreamAppend } from '../ports.ts'
import { onDay, type SpellToImport } from './import-child.ts'
import { answer, ask, episodeOfQuestion, type KnownWithEpisodes } from './import-question.ts'
import { atNow, entryOf, importedId, landed, type Statement, type Taken } from './import-statement.ts'

export interface SpellTaken extends Taken {
  readonly episodes: readonly StreamAppend[]
}

/**
 * A spell known by its days alone. An ended one is history and starts no duty; an open one is a question. When a later
 * file ends a spell that was open, that is an answer; when it opens one that was ended, the question is asked again.
 */
export function takeSpell(known: KnownWithEpisodes, spell: SpellToImport): SpellTaken {
  const { key } = statementOf(spell)
  const id = importedId(known.child, key)
  const first = entriesOf(known.stream, 'spell-imported').find((entry) => entry.id === id)
  if (first !== undefined && first.body.until === undefined) return takeEndOf(known, spell, id)
  const said = landed(known, statementOf(spell), [spell.row])
  if (said.entries.length === 0) return { ...said, episodes: [] }
  return { ...said, episodes: spell.until === undefined ? [ask(known, spell)] : answer(known, spell) }
}

function statementOf({ kind, from, until, nth }: SpellToImport): Statement<'spell-imported'> {
  return {
    type: 'spell-imported',
    key: ['spell', from, `${nth}`],
    occurred: onDay(from),
    body: { kind, from, ...(until !== undefined && { until }), source: 'SSDA903 return, Missing' },
  }
}

/** The entry of a spell that came open stays as it came: what later files say of its end are answers. */
function takeEndOf(known: KnownWithEpisodes, spell: SpellToImport, id: EntryId): SpellTaken {
  const { until, ...open } = spell
  const said = landed(known, statementOf(open), [spell.row])
  const answers = answersTo(known, spell, id)
  const last = answers.all.at(-1)?.body
  const stillMissing = until === undefined
  const asBefore = stillMissing ? last?.stillMissing !== false : last?.until === until && !last.stillMissing
  if (asBefore) return { ...said, episodes: [] }
  if (last?.stillMissing === false && !answers.lastIsImported) {
    return { ...said, episodes: [], warned: [otherwise(spell, last.until)] }
  }
  const asked = stillMissing ? [ask(known, spell)] : answer(known, spell)
  const episode = asked[0]?.stream ?? episodeOfQuestion(known, spell)
  const body = {
    spell: id,
    stillMissing,
    ...(until !== undefined && { until }),
    ...(episode !== undefined && { episode }),
  } as ChildBodies['spell-answered']
  const entry = entryOf(known, 'spell-answered', answers.next, atNow(known), body)
  const landing = { file: spell.row.file, line: spell.row.line, landing: 'changed' } as const
  return { ...said, entries: [...said.entries, entry], landed: [landing], episodes: asked }
}

function answersTo({ child, stream }: KnownWithEpisodes, { from, nth }: SpellToImport, spell: EntryId) {
  const all = entriesOf(stream, 'spell-answered').filter(({ body }) => body.spell === spell)
  const ids = new Set(all.map(({ id }) => id))
  const key = ['spell-answered', from, `${nth}`]
  let times = 0
  while (ids.has(importedId(child, key, times))) times++
  const lastIsImported = times > 0 && all.at(-1)?.id === importedId(child, key, times - 1)
  return { all, next: importedId(child, key, times), lastIsImported }
}

/** A person who answered knows more than a day in a return. */
function otherwise({ row, until }: SpellToImport, answered: ChildBodies['spell-answered']['until']) {
  const reason = 'a person has answered otherwise when the spell ended'
  const said = until === undefined ? 'MIS_END is blank' : `MIS_END is ${dateInWords(until)}`
  const known = answered === undefined ? 'that the child is not missing' : dateInWords(answered)
  return { ...row, reason, words: `${said}, and ${reason}: ${known}; the answer stands` }
}
