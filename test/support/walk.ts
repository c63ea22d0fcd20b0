import { kindOfHome } from './deciding.ts'
import fc from 'fast-check'
import { momentAt, millisecondsOf, type Moment } from '../../src/kernel/moment.ts'
import { commands, type Circumstances, type CommandName } from '../../src/domain/episode/command.ts'
import { decide } from '../../src/domain/episode/decide.ts'
import {
  riskLevels,
  type Chronology,
  type EpisodeBodies,
  type EntryType,
} from '../../src/domain/episode/entries.ts'
import { at } from './at.ts'
import { after, entry, type Draft } from './chronology.ts'
import { cast } from './cast.ts'
import type { Role } from '../../src/domain/episode/roles.ts'

/** One thing that somebody tries to record: so many minutes after the last, about a time so many minutes ago. */
export interface Step {
  readonly command: CommandName
  readonly later: number
  readonly ago: number
  readonly pick: number
}

/** What is still owed when an episode is closed: each is given a reason. */
export type StillOwed = (chronology: Chronology) => Circumstances['stillOwed']

const likely: readonly CommandName[] = [
  ...(['assess-threshold', 'assess-threshold', 'report-missing', 'report-missing'] as const),
  ...(['record-return', 'record-return', 'record-location', 'assess-risk'] as const),
  ...(['correct-entry', 'record-in-error', 'acknowledge', 'close-episode', 'reopen-episode'] as const),
]

export const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.record({
    command: fc.oneof(
      fc.constantFrom(...likely),
      fc.constantFrom(...(Object.keys(commands) as CommandName[])),
    ),
    later: fc.oneof(fc.nat(30), fc.nat(3000)),
    ago: fc.oneof(fc.constant(0), fc.nat(90)),
    pick: fc.nat(1000),
  }),
  { minLength: 2, maxLength: 25 },
)

/** The ids of duties that run in a record. */
export type Running = (chronology: Chronology) => ReadonlySet<string>

/** A record that the rules of the field took, entry by entry: what they refuse is left out. Begins with a concern. */
export function walked(steps: readonly Step[], stillOwed: StillOwed, running: Running = none): Chronology {
  const begun = after([], entry('concern-raised', '2026-03-27T18:00', {}, { id: 'concern' }))
  let now = at('2026-03-27T18:00')
  return steps.reduce<Chronology>((chronology, step, index) => {
    now = momentAt(millisecondsOf(now) + step.later * 60_000)
    const owed = stillOwed(chronology)
    const draft = draftOf(chronology, step, owed, now, index)
    const circumstances = {
      stillOwed: owed,
      heldElsewhere: [],
      findingsElsewhere: [],
      isFactor: () => false,
      readsIntelligence: () => false,
      kindOf: kindOfHome,
      levels: riskLevels,
      removesBreach: step.pick % 2 === 0,
      loosens: step.pick % 5 === 0,
      // Whoever decides asks it of a closed episode alone.
      get owedAfter() {
        const before = running(chronology)
        return [...running(after(chronology, { ...draft, recorded: now }))].some((id) => !before.has(id))
      },
    }
    const decision = decide(chronology, { name: step.command, entry: draft }, circumstances, now)
    if (decision.kind === 'refused') return chronology
    return after(chronology, ...decision.entries.map((one): Draft => ({ ...one, recorded: now })))
  }, begun)
}

const none: Running = () => new Set()

function draftOf(
  chronology: Chronology,
  { command, ago, pick }: Step,
  owed: Circumstances['stillOwed'],
  now: Moment,
  index: number,
): Draft {
  const type: EntryType = commands[command]
  const occurred = momentAt(millisecondsOf(now) - ago * 60_000)
  const about = chronology[pick % chronology.length]
  const changes: Partial<{ [T in EntryType]: Partial<EpisodeBodies[T]> }> = {
    'threshold-assessed': { worriedNow: pick % 2 === 0 },
    'risk-assessed': {
      level: riskLevels[pick % riskLevels.length] ?? 'high',
      nextReview: momentAt(millisecondsOf(now) + 3_600_000),
      supervisor: 'Aoife Brennan',
    },
    located: { outcome: pick % 7 === 0 ? 'died' : 'well' },
    returned: pick % 3 === 0 ? { placeOfSafety: false } : {},
    'recorded-in-error': {
      scope: about && pick % 4 > 0 ? { kind: 'entry', entry: about.id } : { kind: 'episode' },
    },
    'entry-corrected': {
      ...(about && { corrects: about.id }),
      occurred: {
        at: momentAt(millisecondsOf(about?.occurred.at ?? now) - (pick - 400) * 30_000),
        precision: 'minute',
      },
      evidence: 'The door camera',
    },
    'episode-closed': { leftOpen: Object.fromEntries(owed.map(({ duty }) => [duty, 'No longer possible'])) },
    acknowledged: about ? { of: { kind: 'entry', entry: about.id } } : {},
  }
  return entry(type, occurred, changes[type] ?? {}, { id: `step ${index}`, by: author(type, pick) })
}

function author(type: EntryType, pick: number) {
  if (type === 'risk-assessed') return cast.police
  const roles = Object.keys(cast) as Role[]
  return cast[roles[pick % roles.length] ?? 'carer']
}
