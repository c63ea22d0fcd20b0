import { englandCalendar } from '../kernel/bank-holidays.ts'
import type { Within } from '../kernel/within.ts'
import { mayFrom } from '../domain/access/device.ts'
import { mayDo, mayUndo } from '../domain/access/may.ts'
import type { AuditQuestions } from '../domain/care/audit.ts'
import type { ExpectedCare } from '../domain/care/expected.ts'
import type { Directory } from '../domain/child/directory.ts'
import { commands, type Circumstances, type EpisodeCommand, type Refusal } from '../domain/episode/command.ts'
import { decide } from '../domain/episode/decide.ts'
import { decidingTypes } from '../domain/episode/deciding.ts'
import type { Chronology, EpisodeEntry, NewEpisodeEntry } from '../domain/episode/entries.ts'
import type { Author, ChildId, EntryId, EpisodeId } from '../domain/episode/entry.ts'
import { episodeOf } from '../domain/episode/evolve.ts'
import { inCore } from '../domain/episode/lies-in.ts'
import { lookForTheSame } from '../domain/episode/same-search.ts'
import { merged, obligations } from '../domain/protocol/obligations.ts'
import { hasEnded, timesOf } from '../domain/protocol/standing.ts'
import { consequencesOf, undoes, type Consequences } from '../domain/protocol/consequences.ts'
import { readApart, type ReadApart } from './read-apart.ts'
import { findingsIn, heldIn } from './held-elsewhere.ts'
import { interviewerIn } from './independence.ts'
import { NoGrant } from './no-grant.ts'
import { notAsAsked } from './not-as-asked.ts'
import type { Append, CommandKey, LoadedSubject, Store, Visitor, WriteSession } from './ports.ts'
import { factsOf, project } from './projections/project.ts'
import { editionOf, type Protocols } from './protocols.ts'
import type { QuestionSets } from './question-sets.ts'
import { asRecorded } from './as-recorded.ts'
import { following, type There } from './follow-elsewhere.ts'

/** What every command and query is given. Made once, by the composition root. */
export interface Application {
  readonly store: Store
  readonly protocols: Protocols
  /** What a return interview asks; left out where none is held. */
  readonly questionSets?: QuestionSets
  /** Editions of the Care that a looked-after child is owed. */
  readonly expectedCare?: readonly ExpectedCare[]
  /** What follows on a report by itself, once it is kept: it cannot undo it. */
  readonly afterReport?: (request: Request) => Promise<void>
  /** After how long a photograph is said to be old; the usual three months where it is left out. */
  readonly photographsFreshFor?: Within
  /** Questions that tell care from support, in dated editions. */
  readonly careAudits?: readonly AuditQuestions[]
  readonly directory: () => Promise<Directory>
}

/** One thing that a person asks of one episode: commands that are decided together or not at all. */
export interface Request {
  readonly visitor: Visitor
  readonly author: Author
  readonly child: ChildId
  readonly episode: EpisodeId
  readonly key: CommandKey
  /** The last entry that the page showed. Needed by entries that decide; those that only add go in at the end. */
  readonly shown?: number
  /** The risk levels that the author's force uses for children; of no use to anyone else. */
  readonly levels: readonly string[]
  readonly commands: readonly EpisodeCommand[]
}

export type Outcome =
  | { readonly kind: 'done'; readonly episode: EpisodeId }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'may-not' }
  /** Someone else was first: what they wrote since the page was shown. */
  | { readonly kind: 'overtaken'; readonly since: Chronology }
  /** The id of this command belongs to another request. */
  | { readonly kind: 'command-taken' }

/** Check access, load, decide, append: one transaction under the lock of the child's row. */
export async function carryOut(app: Application, request: Request): Promise<Outcome> {
  const may = ({ name }: EpisodeCommand) => mayDo(request.author, name) && mayFrom(request.visitor.from, name)
  if (!request.commands.every(may)) return { kind: 'may-not' }
  const outcome = await withGrant(
    app.store.write(request.visitor, async (session): Promise<Outcome> => {
      const loaded = await session.load(request.child, request.key)
      if (loaded.remembered.kind === 'taken') return { kind: 'command-taken' }
      if (loaded.remembered.kind === 'done') return loaded.remembered.answer as Outcome
      const outcome = decideAll(app, request, loaded, await readApart(session, request))
      if (outcome.kind !== 'decided') return outcome
      const elsewhere = following({ ...request, ...loaded, after: outcome.after }, (episode, there) =>
        decidedThere(app, { ...request, episode }, loaded, there),
      )
      if (elsewhere.kind !== 'decided') return elsewhere
      return append(app, loaded.directory, session, request, [
        { kind: 'episode', stream: request.episode, entries: outcome.entries },
        ...elsewhere.streams,
      ])
    }),
  )
  const isReport = request.commands.some(({ name }) => name === 'report-missing')
  if (outcome.kind === 'done' && isReport) await app.afterReport?.(request)
  return outcome
}

/** The database refuses by itself whoever has no grant on the child: a defect only for who was let in. */
export async function withGrant<A>(write: Promise<A>): Promise<A | { readonly kind: 'may-not' }> {
  try {
    return await write
  } catch (error) {
    if (error instanceof NoGrant) return { kind: 'may-not' }
    throw error
  }
}

function append(
  { protocols }: Application,
  directory: Directory,
  session: WriteSession,
  request: Request,
  streams: Append['streams'],
): Outcome {
  const answer: Outcome = { kind: 'done', episode: request.episode }
  session.append({
    subject: request.child,
    command: request.key,
    answer,
    streams,
    project: (...record) => project({ protocols, directory }, request.child, ...record),
  })
  return answer
}

type Decided =
  | {
      readonly kind: 'decided'
      readonly entries: readonly NewEpisodeEntry[]
      /** The episode as it will stand. */
      readonly after: Chronology
    }
  | Extract<Outcome, { kind: 'refused' | 'overtaken' | 'may-not' }>

/** Each command is decided on what those before it in the same request led to. */
function decideAll(app: Application, request: Request, loaded: LoadedSubject, read: ReadApart): Decided {
  const stored = loaded.episodes.get(request.episode) ?? []
  const since = inCore(stored).filter(({ sequence }) => sequence > (request.shown ?? 0))
  if (isOvertaken(request, stored, since)) return { kind: 'overtaken', since }
  let chronology = stored
  const entries: NewEpisodeEntry[] = []
  for (const command of request.commands) {
    const undone = undoneBy(command, chronology)
    if (undone !== undefined && !mayUndo(request.author, undone.type)) return { kind: 'may-not' }
    const circumstances = circumstancesOf(app, request, { ...loaded, ...read }, chronology, command)
    const decision = decide(chronology, command, circumstances, loaded.now)
    if (decision.kind === 'refused') return decision
    const wrong = notAsAsked(app.questionSets, command.entry)
    if (wrong !== undefined) return { kind: 'refused', refusal: wrong }
    entries.push(...decision.entries)
    chronology = [
      ...chronology,
      ...asRecorded(decision.entries, chronology.length, request.episode, loaded.now),
    ]
  }
  return { kind: 'decided', entries, after: chronology }
}

/** What follows in another episode is decided by the rules of that one. */
function decidedThere(
  app: Application,
  request: Request,
  loaded: LoadedSubject,
  { command, chronology, episodes }: There,
): ReturnType<typeof decide> {
  const apart = { factors: new Set<EntryId>(), intelligence: new Set<EntryId>() }
  const there = { ...loaded, episodes, ...apart }
  const circumstances = circumstancesOf(app, request, there, chronology, command)
  return decide(chronology, command, circumstances, loaded.now)
}

/** The entry that a correction or a void is about. */
function undoneBy({ entry }: EpisodeCommand, chronology: Chronology): EpisodeEntry | undefined {
  if (entry.type !== 'entry-corrected' && entry.type !== 'recorded-in-error') return undefined
  const scope = entry.type === 'recorded-in-error' ? entry.body.scope : undefined
  const id = entry.type === 'entry-corrected' ? entry.body.corrects : scope?.kind === 'entry' && scope.entry
  return chronology.find((other) => other.id === id)
}

/** What lies outside the core was shown to few, and overtakes nobody. */
function isOvertaken({ commands: asked, shown }: Request, stored: Chronology, since: Chronology): boolean {
  if (stored.length === 0 || !asked.some(({ name }) => decidingTypes.has(commands[name]))) return false
  return shown === undefined || shown > stored.length || since.length > 0
}

function circumstancesOf(
  app: Application,
  request: Request,
  loaded: LoadedSubject & ReadApart,
  chronology: Chronology,
  command: EpisodeCommand,
): Circumstances {
  const episode = episodeOf(chronology)
  const concern = command.entry.type === 'concern-raised' ? command.entry.body : episode.raised?.body
  const elsewhere = [...loaded.episodes].find(
    ([id, other]) => id !== request.episode && concern !== undefined && isOpenFor(concern, other),
  )
  const facts = factsOf(loaded.child, loaded.episodes, request.episode)
  const refs = episode.raised?.body.editions ?? []
  const editions = refs.map((ref) => editionOf(app.protocols, ref))
  const dutiesIn = (known: Chronology) =>
    merged(editions.map((edition) => obligations(known, edition, facts, englandCalendar)))
  const interviewer = interviewerIn(command.entry, chronology, loaded)
  const [proposed] = asRecorded([command.entry], chronology.length, request.episode, loaded.now)
  const isAsked = proposed !== undefined && (undoes(proposed) || episode.response === 'closed')
  return {
    // Most commands never ask.
    get stillOwed() {
      return dutiesIn(chronology)
        .filter((duty) => !duty.keeper && !hasEnded(timesOf(duty)) && duty.startsAt <= loaded.now)
        .map(({ id, title }) => ({ duty: id, title }))
    },
    ...(elsewhere && { openElsewhere: elsewhere[0] }),
    ...(interviewer && { interviewer }),
    // Asked of one command alone.
    get heldElsewhere() {
      return heldIn([...loaded.episodes].filter(([id]) => id !== request.episode))
    },
    get findingsElsewhere() {
      return findingsIn([...loaded.episodes].filter(([id]) => id !== request.episode))
    },
    isFactor: (finding) => loaded.factors.has(finding),
    readsIntelligence: (entry) => loaded.intelligence.has(entry),
    kindOf: (organisation) => loaded.directory.organisations.find(({ id }) => id === organisation)?.kind,
    levels: request.levels,
    ...(isAsked ? consequencesOf(chronology, proposed, dutiesIn, loaded.now) : without),
  }
}

const without: Consequences = { removesBreach: false, loosens: false, owedAfter: false }

function isOpenFor(concern: Parameters<typeof lookForTheSame>[0], chronology: Chronology): boolean {
  const { response, voided, raised } = episodeOf(chronology)
  const isOpen = !voided && (response === 'concern' || response === 'searching' || response === 'reported')
  return isOpen && raised !== undefined && lookForTheSame(concern, raised.body)
}
