import type { Moment } from '../../kernel/moment.ts'
import type { Circumstances } from '../episode/command.ts'
import type { Chronology, EpisodeEntry } from '../episode/entries.ts'
import { correctionLoosens, revives, voidLoosens } from './loosens.ts'
import type { Obligation } from './obligation.ts'
import { removesBreach } from './removes-breach.ts'

export type Consequences = Pick<Circumstances, 'removesBreach' | 'loosens' | 'owedAfter'>

/** What an entry would do to what is owed, once it counts: the duties as they stand held against the duties as they would.
    `dutiesIn` gives those of a record. */
export function consequencesOf(
  chronology: Chronology,
  proposed: EpisodeEntry,
  dutiesIn: (known: Chronology) => readonly Obligation[],
  now: Moment,
): Consequences {
  const before = dutiesIn(chronology).filter(({ startedBy }) => !tellsOfAnError(startedBy, chronology))
  const after = dutiesIn([...chronology, asConfirmed(proposed)])
  return {
    removesBreach: undoes(proposed) && removesBreach(before, after, now),
    loosens: loosens(proposed, before, after),
    owedAfter: revives(before, after),
  }
}

export function undoes({ type }: Pick<EpisodeEntry, 'type'>): boolean {
  return type === 'entry-corrected' || type === 'recorded-in-error'
}

function loosens(
  proposed: EpisodeEntry,
  before: readonly Obligation[],
  after: readonly Obligation[],
): boolean {
  if (proposed.type === 'entry-corrected') return correctionLoosens(before, after)
  if (proposed.type !== 'recorded-in-error' || proposed.body.scope.kind === 'episode') return false
  return voidLoosens(proposed.body.scope.entry, before, after)
}

/** What is owed because of a void goes with the void: that loosens nothing, it brings everything else back. */
function tellsOfAnError(startedBy: EpisodeEntry['id'], chronology: Chronology): boolean {
  return chronology.some(({ id, type }) => id === startedBy && type === 'recorded-in-error')
}

function asConfirmed(entry: EpisodeEntry): EpisodeEntry {
  if (entry.type === 'entry-corrected') return { ...entry, body: { ...entry.body, needsSecond: false } }
  if (entry.type !== 'recorded-in-error') return entry
  const { needsSecond: _, ...body } = entry.body
  return { ...entry, body }
}
