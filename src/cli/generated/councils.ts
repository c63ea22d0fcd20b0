import { idFrom } from '../../application/ids.ts'
import type { Organisation } from '../../domain/child/directory.ts'
import type { Role } from '../../domain/episode/roles.ts'
import { cast } from '../demonstration/cast.ts'
import { organisations } from '../demonstration/organisations.ts'
import { chanceOf } from './chance.ts'
import { landline } from './names.ts'
import { memberOf, type Member } from './posts.ts'

/** One council and those of it whom the nights need. */
export interface Council {
  readonly organisation: Organisation
  /** Of a hundred children, so many are this council's. */
  readonly share: number
  readonly workers: readonly Member[]
  readonly managers: readonly Member[]
  readonly office: Readonly<Record<OfficeRole, Member>>
}

const officeRoles = [
  'duty-team',
  'reviewing-officer',
  'missing-service',
  'missing-coordinator',
  'senior-manager',
  'responsible-council',
  'host-council',
] as const satisfies readonly Role[]
type OfficeRole = (typeof officeRoles)[number]

interface Known {
  readonly key: string
  readonly organisation: Organisation
  readonly share: number
  readonly teams: readonly string[]
  /** Those of the fixed cast: everybody else of the council is generated. */
  readonly cast: readonly Member[]
}

const { aldermoor, fenwick, police } = organisations
const { sam, priya, grace, tom, amira, colm, noor, dawn, helen, ellen, ivan } = cast
const { hannah, oscar, ben, stephen, maya, ola, sunita } = cast

/** The council of the demonstration and its neighbours. */
export function councilsOf(seed: string, children: number): readonly Council[] {
  return known(seed).map(({ key, organisation, share, teams, cast: own }) => {
    const some = Math.max(2, Math.ceil((children * share) / 100 / 45))
    const one = (role: Role, team?: string, nth = 0) =>
      memberOf(
        seed,
        `${key}, ${role}${team === undefined ? '' : `, ${team}`}, ${nth}`,
        role,
        organisation,
        team,
      )
    const ofCast = (role: Role) => own.filter(({ post }) => post.role === role)
    const workers = Array.from({ length: some }, (_, nth) => {
      const team = teams[nth % teams.length] ?? ''
      return ofCast('social-worker')[nth] ?? one('social-worker', team, nth)
    })
    const managers = teams.map(
      (team) => ofCast('team-manager').find(({ post }) => post.team === team) ?? one('team-manager', team),
    )
    const office = officeRoles.map((role) => [role, ofCast(role)[0] ?? one(role)] as const)
    return {
      organisation,
      share,
      workers,
      managers,
      office: Object.fromEntries(office) as Council['office'],
    }
  })
}

function known(seed: string): readonly Known[] {
  return [
    {
      key: 'aldermoor',
      organisation: aldermoor,
      share: 55,
      teams: ['Children in care, north', 'Children in care, south'],
      cast: [sam, priya, grace, tom, amira, colm, noor, dawn, helen, ellen, ivan],
    },
    {
      key: 'fenwick',
      organisation: fenwick,
      share: 20,
      teams: ['Through care'],
      cast: [hannah, oscar, ben, stephen, maya, ola, sunita],
    },
    neighbour(seed, 'Eskbourne Council', 13),
    neighbour(seed, 'Marlowick Council', 12),
  ]
}

function neighbour(seed: string, name: string, share: number): Known {
  const chance = chanceOf(seed, 'council', name)
  const organisation: Organisation = {
    id: idFrom('organisation', 'generated', seed, name),
    name,
    kind: 'council',
    telephone: landline(chance),
    outOfHoursTelephone: landline(chance),
    levels: [],
    force: police.id,
    jointProtocol: 'missing-from-home-and-care',
  }
  return { key: name, organisation, share, teams: ['Children looked after'], cast: [] }
}

export function membersOf({ workers, managers, office }: Council): readonly Member[] {
  return [...workers, ...managers, ...Object.values(office)]
}
