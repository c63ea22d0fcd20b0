import { keptWith } from '../../kernel/kept-with.ts'
import type { EntryId, OrganisationId } from '../episode/entry.ts'
import type { ChildEntry, ChildEntryOf, ChildStream } from './child.ts'
import { entriesOf } from './corrected.ts'
import type {
  ChildAccess,
  HealthNeed,
  LookedAfter,
  Partner,
  Placement,
  ProtectedAddress,
  Restriction,
  ShutOut,
  Worker,
} from './record.ts'
import { beginsAt, type Span, successive } from './span.ts'

/** Readers of a corrected stream: what lasts from when until when, whatever moment is asked about. */

export const placementsOf = keptWith((stream: ChildStream): readonly Placement[] => {
  const ends = endings(entriesOf(stream, 'placement-ended'), ({ body }) => body.placed)
  return successive(
    entriesOf(stream, 'placed').map((entry) => {
      const end = ends.get(entry.id)
      const why = end?.body.why
      return {
        ...spanOf(entry, end),
        setting: entry.body.setting,
        ...(why === undefined ? {} : { endedWhy: why }),
      }
    }),
  )
})

export const workersOf = keptWith((stream: ChildStream): readonly Worker[] => {
  const ends = endings(entriesOf(stream, 'worker-ended'), ({ body }) => body.allocated)
  const workers = entriesOf(stream, 'worker-allocated').map((entry) => ({
    ...spanOf(entry, ends.get(entry.id)),
    role: entry.body.role,
    post: entry.body.post,
    ...(entry.body.sharesWords === true && { sharesWords: true }),
  }))
  return [...Map.groupBy(workers, ({ role }) => role).values()].flatMap(successive)
})

export const responsibleCouncilsOf = keptWith(
  (stream: ChildStream): readonly (Span & { readonly council: OrganisationId })[] => {
    return successive(
      entriesOf(stream, 'responsible-council-set').map((entry) => ({
        ...spanOf(entry),
        council: entry.body.council,
      })),
    )
  },
)

export const partnersOf = keptWith((stream: ChildStream): readonly Partner[] => {
  const ends = endings(entriesOf(stream, 'partner-ended'), ({ body }) => body.named)
  return entriesOf(stream, 'partner-named').map((entry) => ({
    ...spanOf(entry, ends.get(entry.id)),
    organisation: entry.body.organisation,
  }))
})

export function healthOf(stream: ChildStream): readonly HealthNeed[] {
  const ends = endings(entriesOf(stream, 'health-ended'), ({ body }) => body.known)
  return entriesOf(stream, 'health-known').map((entry) => ({
    ...spanOf(entry, ends.get(entry.id)),
    ...entry.body,
  }))
}

export function protectedAddressesOf(stream: ChildStream): readonly ProtectedAddress[] {
  const ends = endings(entriesOf(stream, 'address-protection-ended'), ({ body }) => body.protected)
  return entriesOf(stream, 'address-protected').map((entry) => ({
    ...spanOf(entry, ends.get(entry.id)),
    ...entry.body,
  }))
}

export const shutOutOf = keptWith((stream: ChildStream): readonly ShutOut[] => {
  const ends = endings(entriesOf(stream, 'shut-out-ended'), ({ body }) => body.shutOut)
  return entriesOf(stream, 'person-shut-out').map((entry) => ({
    ...spanOf(entry, ends.get(entry.id)),
    ...entry.body,
  }))
})

export const restrictionsOf = keptWith((stream: ChildStream): readonly Restriction[] => {
  const ends = endings(entriesOf(stream, 'restriction-ended'), ({ body }) => body.restricted)
  return successive(
    entriesOf(stream, 'record-restricted').map((entry) => ({
      ...spanOf(entry, ends.get(entry.id)),
      ...entry.body,
    })),
  )
})

export function accessOf(stream: ChildStream): readonly ChildAccess[] {
  const ends = endings(entriesOf(stream, 'child-access-ended'), ({ body }) => body.given)
  return successive(
    entriesOf(stream, 'child-access-given').map((entry) => ({
      ...spanOf(entry, ends.get(entry.id)),
      ...entry.body,
    })),
  )
}

/** An end of care closes every time in care that began before it. */
export const lookedAfterOf = keptWith((stream: ChildStream): readonly LookedAfter[] => {
  const ends = entriesOf(stream, 'looked-after-ended')
  return successive(
    entriesOf(stream, 'looked-after-from').map((entry) => {
      const began = beginsAt(entry.occurred)
      const end = ends
        .filter(({ occurred }) => occurred.at >= began)
        .reduce<(typeof ends)[number] | undefined>(
          (first, one) => (first === undefined || one.occurred.at < first.occurred.at ? one : first),
          undefined,
        )
      return { ...spanOf(entry, end), ...entry.body }
    }),
  )
})

function spanOf(start: ChildEntry, end?: ChildEntry): Span {
  const span = { entry: start.id, from: beginsAt(start.occurred) }
  return end === undefined ? span : { ...span, until: end.occurred.at }
}

type Ending =
  | 'placement-ended'
  | 'worker-ended'
  | 'partner-ended'
  | 'health-ended'
  | 'address-protection-ended'
  | 'shut-out-ended'
  | 'restriction-ended'
  | 'child-access-ended'

/** The last word about an end is the one that stands. */
function endings<E extends ChildEntryOf<Ending>>(
  ends: readonly E[],
  of: (entry: E) => EntryId,
): ReadonlyMap<EntryId, E> {
  return new Map(ends.map((end) => [of(end), end]))
}
