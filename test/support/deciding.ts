import type { Decision } from '../../src/kernel/decision.ts'
import { parseMoment } from '../../src/kernel/moment.ts'
import {
  commands,
  type Circumstances,
  type CommandName,
  type Refusal,
} from '../../src/domain/episode/command.ts'
import { decide } from '../../src/domain/episode/decide.ts'
import {
  riskLevels,
  type Chronology,
  type EntryType,
  type NewEpisodeEntry,
} from '../../src/domain/episode/entries.ts'
import type { OrganisationId, OrganisationKind } from '../../src/domain/episode/entry.ts'
import { idFor } from './cast.ts'
import { after, at, type Draft } from './chronology.ts'

/** Whoever has the child is a provider, and everybody else a council. */
export function kindOfHome(id: OrganisationId): OrganisationKind {
  return id === idFor<'organisation'>('Brackendale Homes') ? 'provider' : 'council'
}

/** Nothing owed, nobody missing elsewhere, a force that uses every level. */
export const ordinaryCircumstances: Circumstances = {
  stillOwed: [],
  heldElsewhere: [],
  findingsElsewhere: [
    { episode: idFor<'episode'>('another episode'), finding: idFor<'entry'>('another finding') },
  ],
  isFactor: () => false,
  readsIntelligence: () => false,
  kindOf: kindOfHome,
  levels: riskLevels,
  removesBreach: false,
  loosens: false,
  owedAfter: false,
}

type Asking = Partial<Circumstances> & { readonly now?: string }

/** What the rules answer to a draft, some days later unless `now` says when, in ordinary circumstances but for those named. */
export function decided(
  chronology: Chronology,
  draft: Draft,
  { now = '2026-04-06T12:00', ...circumstances }: Asking = {},
): Decision<NewEpisodeEntry, Refusal> {
  return decide(
    chronology,
    { name: commandFor(draft.type), entry: draft },
    { ...ordinaryCircumstances, ...circumstances },
    parseMoment(now) ?? at(now),
  )
}

/** Why not; undefined when it was accepted. */
export function refusalOf(chronology: Chronology, draft: Draft, asking: Asking = {}): Refusal | undefined {
  const decision = decided(chronology, draft, asking)
  return decision.kind === 'refused' ? decision.refusal : undefined
}

/** The entry as the rules let it in. Throws when they refuse. */
export function acceptedEntry(chronology: Chronology, draft: Draft, asking: Asking = {}): NewEpisodeEntry {
  const decision = decided(chronology, draft, asking)
  const [entry] = decision.kind === 'accepted' ? decision.entries : []
  if (entry === undefined) throw new Error(`refused: ${JSON.stringify(decision)}`)
  return entry
}

/** The record after an entry that the rules let in, recorded at `now`. */
export function thenAccepted(chronology: Chronology, draft: Draft, asking: Asking = {}): Chronology {
  const entry = acceptedEntry(chronology, draft, asking)
  return after(chronology, { ...entry, ...(draft.recorded !== undefined && { recorded: draft.recorded }) })
}

function commandFor(type: EntryType): CommandName {
  const found = Object.entries(commands).find(([, taken]) => taken === type)
  if (found === undefined) throw new Error(`no command for ${type}`)
  return found[0] as CommandName
}
