import { answeringCouncil } from '../domain/child/council.ts'
import type { Directory } from '../domain/child/directory.ts'
import { onDutyInWords } from '../domain/child/holder.ts'
import type { OrganisationId } from '../domain/episode/entry.ts'
import type { Moment } from '../kernel/moment.ts'
import type { DutyTeam } from './layout/visit.ts'

/** The duty team of an organisation's own council, or of the area that it polices. Each child's page names the child's
    own. */
export function dutyTeamOf(directory: Directory, organisation: OrganisationId, now: Moment): DutyTeam | null {
  const council = answeringCouncil(directory, organisation)
  const post = directory.posts.find(
    ({ role, organisation: at }) => role === 'duty-team' && at === council?.id,
  )
  if (post === undefined) return null
  const onDuty = onDutyInWords(directory, post.organisation, now)
  return {
    name: 'the emergency duty team',
    telephone: post.telephone,
    ...(onDuty !== undefined && { onDuty }),
  }
}
