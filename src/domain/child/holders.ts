import type { Moment } from '../../kernel/moment.ts'
import { unreachable } from '../../kernel/unreachable.ts'
import type { OrganisationId, PersonId, StreamId } from '../episode/entry.ts'
import { roleLabel, type Role } from '../episode/roles.ts'
import type { Section } from '../episode/sections.ts'
import { answeringCouncil, organisationOf, postHeld, postsIn } from './council.ts'
import type { Directory, Organisation, Post } from './directory.ts'
import {
  type Asked,
  byCouncil,
  byDutyTeam,
  byNobody,
  byPost,
  type Holder,
  nameIn,
  policeNumber,
} from './holder.ts'
import { inOfficeHours } from './office-hours.ts'
import type { Answerable, KeptOut } from './record.ts'

export interface Occasion {
  /** Out of hours the emergency duty team holds this duty itself, and not only the telephone. */
  readonly covered?: boolean
  /** Who raised the concern: where nothing is known of the child, this says whose area it is. */
  readonly raisedBy?: OrganisationId
  /** Where the duty lies. Without it, as much as stands on every page of the child. */
  readonly stream?: StreamId
  /** In which it is known that it is owed, and in which its work lies. */
  readonly sections?: readonly Section[]
}

interface Search extends Asked {
  readonly child: Answerable
  /** The responsible council, or the one that must answer until there is one. */
  readonly council: Organisation
}

/** Total: there is always a number to ring. Office hours are London's; `at` is the moment of asking, mostly now. */
export function holderOf(
  role: Role,
  child: Answerable,
  everyone: Directory,
  at: Moment,
  occasion: Occasion = {},
): Holder {
  const out = thoseOut(child.without, occasion)
  const holder = heldBy(role, child, withoutThem(everyone, out), at, occasion)
  return holder.kind === 'organisation' && out.length > 0 ? { ...holder, except: out } : holder
}

function heldBy(role: Role, child: Answerable, directory: Directory, at: Moment, occasion: Occasion): Holder {
  const council =
    organisationOf(directory, child.responsibleCouncil) ?? answeringCouncil(directory, occasion.raisedBy)
  if (council === undefined) return byNobody(role)
  const search = { child, directory, at, council }
  return occasion.covered && withTheDutyTeam.has(role) && !inOfficeHours(at)
    ? byDutyTeam(council, search)
    : holderIn(role, search)
}

/** Whoever is shut out of the record, or of the episode or section in which a duty lies, holds nothing of it: it passes to
    whoever would hold it if they were not there. */
function thoseOut(keptOut: readonly KeptOut[] = [], { stream, sections }: Occasion): readonly PersonId[] {
  return keptOut
    .filter((one) => one.stream === undefined || one.stream === stream)
    .filter((one) => one.section === undefined || sections?.includes(one.section))
    .map(({ person }) => person)
}

function withoutThem(directory: Directory, people: readonly PersonId[]): Directory {
  return people.length === 0
    ? directory
    : { ...directory, posts: directory.posts.filter(({ person }) => !people.includes(person)) }
}

const withTheDutyTeam: ReadonlySet<Role> = new Set(['social-worker', 'team-manager'])

function holderIn(role: Role, search: Search): Holder {
  const { child, directory, council } = search
  switch (role) {
    case 'carer':
    case 'home-on-call':
    case 'provider-manager':
      return inHome(role, search)
    case 'police':
    case 'police-supervisor':
      return inForce(role, search)
    case 'duty-team':
      return byDutyTeam(council, search)
    case 'responsible-council':
      return byCouncil(council, search)
    case 'host-council':
      return byCouncil(organisationOf(directory, child.hostCouncil) ?? council, search)
    case 'social-worker':
    case 'team-manager':
    case 'reviewing-officer':
    case 'missing-service':
    case 'missing-coordinator':
    case 'senior-manager':
    case 'parents':
    case 'school':
    case 'health-nurse':
    case 'child':
    case 'advocate':
    case 'hospital':
    case 'analyst':
    case 'information-governance':
    case 'administrator':
    case 'wallboard':
      return worker(role, search)
    default:
      return unreachable(role)
  }
}

/** Who is allocated to the child; else the one post of the council in that role; else the council, under that role's
    name. A social worker, a reviewing officer and an advocate are a child's own and are never guessed. */
function worker(role: Role, search: Search): Holder {
  const { child, directory, at, council } = search
  const allocated = postHeld(directory, child.workers[role]?.post, at)
  if (allocated !== undefined) return byPost(allocated, search)
  if (ofOneChild.has(role)) return byCouncil(council, search, role)
  const socialWorker = postHeld(directory, child.workers['social-worker']?.post, at)
  const team = role === 'team-manager' ? socialWorker?.team : undefined
  const meant = postsIn(directory, council.id, role, at).filter(
    (post) => team === undefined || post.team === team,
  )
  return onlyOf(meant, search) ?? byCouncil(council, search, role)
}

const ofOneChild: ReadonlySet<Role> = new Set(['social-worker', 'reviewing-officer', 'advocate'])

/** When a placement has ended, while the child is missing too, what its carers owed passes to the responsible council. */
function inHome(role: Role, search: Search): Holder {
  const { child, directory, at, council } = search
  const setting = child.placement?.setting
  if (setting === undefined) return byCouncil(council, search)
  const provider = organisationOf(directory, setting.provider)
  // A family has no manager: what one would read, the manager of whoever works with the child reads.
  if (provider === undefined && role === 'provider-manager') return worker('team-manager', search)
  if (provider === undefined) {
    const duty = byDutyTeam(council, search)
    return setting.telephone === undefined
      ? { ...duty, name: setting.name, answeredBy: duty.name }
      : { ...duty, name: setting.name, telephone: setting.telephone }
  }
  const here = postsIn(directory, provider.id, role, at).filter(
    ({ team }) => team === undefined || team === setting.name,
  )
  return (
    (role === 'carer' ? undefined : onlyOf(here, search)) ?? {
      kind: 'organisation',
      organisation: provider.id,
      name: role === 'carer' ? setting.name : `${setting.name}, ${roleLabel(role)}`,
      organisationName: provider.name,
      telephone: setting.telephone ?? provider.outOfHoursTelephone ?? provider.telephone,
    }
  )
}

/** The force of the area where the child is expected to be. A control room is whoever is on shift. */
function inForce(role: 'police' | 'police-supervisor', search: Search): Holder {
  const { child, directory, at, council } = search
  const area = organisationOf(directory, child.placement?.setting.areaCouncil)
  const force =
    organisationOf(directory, area?.force) ??
    organisationOf(directory, council.force) ??
    directory.organisations.find(({ kind }) => kind === 'police')
  if (force === undefined)
    return { ...byCouncil(council, search, role), telephone: policeNumber, answeredBy: 'police' }
  return (
    (role === 'police' ? undefined : onlyOf(postsIn(directory, force.id, role, at), search)) ?? {
      kind: 'organisation',
      organisation: force.id,
      name: nameIn(force, role),
      organisationName: force.name,
      telephone: force.telephone,
    }
  )
}

function onlyOf([only, ...others]: readonly Post[], asked: Asked): Holder | undefined {
  return only === undefined || others.length > 0 ? undefined : byPost(only, asked)
}
