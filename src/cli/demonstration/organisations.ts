import { idFrom } from '../../application/ids.ts'
import type { Organisation } from '../../domain/child/directory.ts'
import type { OrganisationKind } from '../../domain/episode/entry.ts'

type About = Partial<Omit<Organisation, 'id' | 'name' | 'kind' | 'telephone'>>

function organisation(
  name: string,
  kind: OrganisationKind,
  telephone: string,
  about: About = {},
): Organisation {
  return { id: idFrom('organisation', 'demonstration', name), name, kind, telephone, levels: [], ...about }
}

const police = organisation('Aldermoor Police', 'police', '01632 960300', {
  levels: ['no-apparent-risk', 'low', 'medium', 'high'],
})
const jointProtocol = 'missing-from-home-and-care'

/** Two neighbouring councils with one force and one joint protocol, and those who work with them. All of it is
    invented; the telephone numbers are of the ranges that Ofcom keeps for drama. */
export const organisations = {
  aldermoor: organisation('Aldermoor Council', 'council', '01632 960100', {
    outOfHoursTelephone: '01632 960199',
    force: police.id,
    jointProtocol,
  }),
  fenwick: organisation('Fenwick Council', 'council', '01632 960200', {
    outOfHoursTelephone: '01632 960299',
    force: police.id,
    jointProtocol,
  }),
  police,
  oakfield: organisation('Oakfield Care', 'provider', '01632 960500', {
    outOfHoursTelephone: '01632 960599',
  }),
  harbour: organisation('Harbour Fostering', 'provider', '01632 960520', {
    outOfHoursTelephone: '01632 960529',
  }),
  northgate: organisation('Northgate Supported Living', 'provider', '01632 960540', {
    outOfHoursTelephone: '01632 960549',
  }),
  health: organisation('Aldermoor Community Health', 'health', '01632 960600'),
  school: organisation('Brook Lane Academy', 'education', '01632 960620'),
  youthJustice: organisation('Aldermoor Youth Justice Service', 'youth-justice', '01632 960640'),
  voices: organisation('Aldermoor Voices', 'advocacy', '01632 960680'),
  listening: organisation('Wayside Listening Service', 'interview-supplier', '01632 960660'),
} as const
