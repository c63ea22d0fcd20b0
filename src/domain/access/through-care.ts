import type { Moment } from '../../kernel/moment.ts'
import type { ChildStream } from '../child/child.ts'
import { answeringCouncil } from '../child/council.ts'
import { entriesOf } from '../child/corrected.ts'
import type { Directory, Post } from '../child/directory.ts'
import type { Placement, Worker } from '../child/record.ts'
import { placementsOf, responsibleCouncilsOf, workersOf } from '../child/timeline.ts'
import type { ChildId, OrganisationId } from '../episode/entry.ts'
import { roleLabel, type Role } from '../episode/roles.ts'
import type { Section } from '../episode/sections.ts'
import { postsOf, type Relationship } from './relationship.ts'

/** When the child was not where they were expected. Without `until` they are not back. */
export interface Absence {
  readonly from: Moment
  readonly until?: Moment
}

interface Known {
  /** Corrections applied. */
  readonly entries: ChildStream
  readonly directory: Directory
  readonly absences: readonly Absence[]
  readonly raisedBy?: OrganisationId
}

const whole: readonly Section[] = ['core', 'interview-shared', 'interview-restricted', 'protected-address']
const ofInterview: readonly Section[] = ['core', 'interview-shared', 'interview-restricted']
const ofHome: readonly Section[] = ['core', 'protected-address']

/** By allocation to the child. A school or a parent sees nothing by it: they are told, and do not read. */
const byAllocation: Partial<Record<Role, readonly Section[]>> = {
  'social-worker': whole,
  'team-manager': whole,
  'reviewing-officer': ofInterview,
  'missing-service': ofInterview,
  'health-nurse': ['core'],
}

/** By post in the council that is responsible. */
const byCouncil: Partial<Record<Role, readonly Section[]>> = {
  'duty-team': ofHome,
  'missing-service': ofInterview,
  'missing-coordinator': ['core'],
  'senior-manager': ['core'],
  'responsible-council': ['core'],
}

/** Everyone who may read the record because of where the child lives, who works with them and who is responsible. */
export function throughCare(known: Known): readonly Relationship[] {
  return [
    ...responsible(known),
    ...workersOf(known.entries).flatMap((worker) => allocated(worker, known.directory)),
    ...placementsOf(known.entries).flatMap((placement) => [
      ...atHome(placement, known),
      ...inHostArea(placement, known),
    ]),
    ...registering(known),
  ]
}

/** Until a council is responsible, the council that must answer sees the child: someone has to act. */
function responsible({ entries, directory, raisedBy }: Known): readonly Relationship[] {
  const spans = responsibleCouncilsOf(entries)
  const hasWorker = workersOf(entries).some(
    ({ role, until }) => role === 'social-worker' && until === undefined,
  )
  // Without a social worker any team manager may have to allocate one.
  const roles = hasWorker ? byCouncil : { ...byCouncil, 'team-manager': whole }
  const answering = answeringCouncil(directory, raisedBy)
  const first = entries[0]?.recorded
  if (spans.length === 0)
    return answering === undefined || first === undefined
      ? []
      : inCouncil(directory, answering.id, roles, { from: first }, 'no council is responsible yet')
  return spans.flatMap(({ council, ...span }) =>
    inCouncil(directory, council, roles, span, 'of the responsible council'),
  )
}

function inCouncil(
  directory: Directory,
  council: OrganisationId,
  sectionsBy: Partial<Record<Role, readonly Section[]>>,
  { from, until }: Absence,
  why: string,
): readonly Relationship[] {
  return (Object.entries(sectionsBy) as (readonly [Role, readonly Section[]])[]).map(([role, sections]) => ({
    posts: postsOf(directory, council, [role]),
    sections,
    from,
    ...(until !== undefined && { until }),
    because: `${roleLabel(role)}, ${why}`,
  }))
}

/** With a social worker comes the manager of that social worker's team. */
function allocated(worker: Worker, directory: Directory): readonly Relationship[] {
  const sections = byAllocation[worker.role]
  const post = directory.posts.find(({ id }) => id === worker.post)
  if (sections === undefined || post === undefined) return []
  const span = { from: worker.from, ...(worker.until !== undefined && { until: worker.until }) }
  const own = {
    posts: [post],
    sections,
    ...span,
    because: `${roleLabel(worker.role)}, allocated to the child`,
  }
  const above = postsOf(directory, post.organisation, ['team-manager']).filter(
    ({ team }) => team === post.team,
  )
  return worker.role === 'social-worker'
    ? [
        own,
        { posts: above, sections: whole, ...span, because: "manager of the allocated social worker's team" },
      ]
    : [own]
}

/** A carer with a team sees the home of that name; one without sees every home of the provider. */
function atHome(placement: Placement, { directory, absences }: Known): readonly Relationship[] {
  const { provider, name } = placement.setting
  if (provider === undefined) return []
  const isHere = ({ team }: Post) => team === undefined || team === name
  return [
    {
      posts: postsOf(directory, provider, ['carer', 'home-on-call', 'provider-manager']).filter(isHere),
      sections: ofHome,
      ...extended(placement, absences),
      because: `the child is placed at ${name}`,
    },
  ]
}

function inHostArea(placement: Placement, { entries, directory, absences }: Known): readonly Relationship[] {
  const area = placement.setting.areaCouncil
  if (area === undefined) return []
  const stay = extended(placement, absences)
  const isOutside = responsibleCouncilsOf(entries).some(
    ({ council, from, until }) =>
      council !== area &&
      (stay.until === undefined || from < stay.until) &&
      (until === undefined || stay.from < until),
  )
  return isOutside
    ? [
        {
          posts: postsOf(directory, area, ['duty-team', 'missing-coordinator', 'host-council']),
          sections: ['core'],
          ...stay,
          because: `the child is placed in the area, at ${placement.setting.name}`,
        },
      ]
    : []
}

/** Whoever was caring for the child when they went missing sees the record until they are back, though the placement
    has ended: they know the child, and may be who is rung. */
function extended({ from, until }: Placement, absences: readonly Absence[]): Absence {
  if (until === undefined) return { from }
  const absence = absences.find(
    (one) => one.from >= from && one.from < until && (one.until === undefined || one.until > until),
  )
  const end = absence === undefined ? until : absence.until
  return end === undefined ? { from } : { from, until: end }
}

/** Who said that there is this child sees who they are, until a council is responsible. */
function registering({ entries, directory }: Known): readonly Relationship[] {
  const until = responsibleCouncilsOf(entries)[0]?.from
  return entriesOf(entries, 'child-registered').map(({ by, recorded, stream }) => ({
    posts: directory.posts.filter(({ id }) => id === by.post),
    sections: ['core'],
    stream: stream as ChildId,
    from: recorded,
    ...(until !== undefined && { until }),
    because: 'registered the child',
  }))
}
