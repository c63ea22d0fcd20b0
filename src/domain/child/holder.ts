import { dateInWords, londonDate, londonTime } from '../../kernel/london.ts'
import { plus, type Moment } from '../../kernel/moment.ts'
import type { OrganisationId, PersonId, PostId } from '../episode/entry.ts'
import { roleLabel, type Role } from '../episode/roles.ts'
import { organisationOf, postsIn } from './council.ts'
import type { Directory, Organisation, Post } from './directory.ts'
import { inOfficeHours } from './office-hours.ts'
import { onDutyAt } from './rota.ts'

interface Answering {
  /** The person, or the team, home or control room where it is not one person's. */
  readonly name: string
  readonly organisationName: string
  /** Rung at the moment asked about, it is answered, as far as the directory knows. */
  readonly telephone: string
  /** Who answers that number, where it is not the holder: out of hours, mostly the duty team. */
  readonly answeredBy?: string
}

interface HeldByPost extends Answering {
  readonly kind: 'post'
  readonly post: PostId
  readonly organisation: OrganisationId
}

/** Held by everyone in that role there. */
interface HeldByOrganisation extends Answering {
  readonly kind: 'organisation'
  readonly organisation: OrganisationId
  /** But for those who are shut out of what it is about. For whoever asks whose it is, and on no page. */
  readonly except?: readonly PersonId[]
}

/** The directory knows no council at all; the number is still one that answers. */
interface HeldByNobody extends Answering {
  readonly kind: 'nobody'
}

/** Whom a role means for this child at this moment. */
export type Holder = HeldByPost | HeldByOrganisation | HeldByNobody

export interface Asked {
  readonly directory: Directory
  readonly at: Moment
}

/** Out of hours the duty stays with its holder, and the number is the duty team's of the holder's council. */
export function byPost(post: Post, asked: Asked): HeldByPost {
  const organisation = organisationOf(asked.directory, post.organisation)
  const holder = {
    kind: 'post',
    post: post.id,
    organisation: post.organisation,
    name: post.personName,
    organisationName: organisation?.name ?? '',
  } as const
  if (organisation === undefined || post.allHours || inOfficeHours(asked.at))
    return { ...holder, telephone: post.telephone }
  if (organisation.kind !== 'council')
    return { ...holder, telephone: organisation.outOfHoursTelephone ?? post.telephone }
  const team = byDutyTeam(organisation, asked)
  return { ...holder, telephone: team.telephone, answeredBy: answering(team) }
}

/** The council itself, under a role's name where it is one: out of hours its duty team answers. */
export function byCouncil(council: Organisation, asked: Asked, role?: Role): HeldByOrganisation {
  const team = byDutyTeam(council, asked)
  const name = role === undefined ? council.name : nameIn(council, role)
  return inOfficeHours(asked.at)
    ? { ...team, name, telephone: council.telephone }
    : { ...team, name, answeredBy: answering(team) }
}

/** The team, and who of it that is, where a rota says. */
function answering({ name, answeredBy }: HeldByOrganisation): string {
  return answeredBy === undefined ? name : `${name}: ${answeredBy}`
}

export function byDutyTeam(council: Organisation, { directory, at }: Asked): HeldByOrganisation {
  const member = postsIn(directory, council.id, 'duty-team', at)[0]
  const name = nameIn(council, 'duty-team')
  const onDuty = onDutyInWords(directory, council.id, at)
  return {
    kind: 'organisation',
    organisation: council.id,
    name,
    ...(onDuty !== undefined && { answeredBy: onDuty }),
    organisationName: council.name,
    telephone: council.outOfHoursTelephone ?? member?.telephone ?? council.telephone,
  }
}

/** "Amira Hussain, until 08:30". Undefined where the organisation has no rota. */
export function onDutyInWords(
  directory: Directory,
  organisation: OrganisationId,
  at: Moment,
): string | undefined {
  const rostered = directory.shifts?.some((shift) => shift.organisation === organisation) ?? false
  const now = rostered ? onDutyAt(directory, organisation, at) : undefined
  if (now === undefined || now.posts.length === 0) return undefined
  if (!now.named) return 'everyone of the team, because nobody is on the rota now'
  const [weekday = ''] = dateInWords(londonDate(now.until)).split(' ')
  const soon = now.until <= plus(at, 'PT24H') ? '' : ` on ${weekday}`
  return `${now.posts.map(({ personName }) => personName).join(' and ')}, until ${londonTime(now.until)}${soon}`
}

/** The number of any force in England and Wales that is answered at all hours, where it is no emergency. */
export const policeNumber = '101'

/** Only police are then certain to answer. */
export function byNobody(role: Role): HeldByNobody {
  return {
    kind: 'nobody',
    name: `nobody yet, ${roleLabel(role)}`,
    organisationName: '',
    telephone: policeNumber,
  }
}

export function nameIn(organisation: Organisation, role: Role): string {
  return `${organisation.name}, ${roleLabel(role)}`
}
