import type { Setting } from '../../domain/child/child.ts'
import type { Organisation } from '../../domain/child/directory.ts'
import { cast } from '../demonstration/cast.ts'
import { organisations } from '../demonstration/organisations.ts'
import { settings } from '../demonstration/settings.ts'
import { chanceOf, type Chance } from './chance.ts'
import type { Council } from './councils.ts'
import { homeName, landline, mobile } from './names.ts'
import { memberOf, type Member } from './posts.ts'

export type HomeKind = 'home' | 'supported' | 'foster'

/** Somewhere a looked-after child lives, and who answers there. */
export interface Home {
  readonly kind: HomeKind
  readonly setting: Setting
  readonly carer: Member
  readonly manager: Member
  readonly onCall: Member
}

const { oakfield, harbour, northgate } = organisations
const { ruth, milo, karl, beth, joan, marian, joyce, leo, clare, tomasz, paul, rita } = cast

const run: Readonly<
  Record<HomeKind, { readonly by: Organisation; readonly kind: Setting['kind']; readonly onCall: Member }>
> = {
  home: { by: oakfield, kind: 'childrens-home', onCall: joan },
  supported: { by: northgate, kind: 'supported-accommodation', onCall: rita },
  foster: { by: harbour, kind: 'foster-home', onCall: leo },
}

/** The homes of the fixed cast. */
const known: readonly Home[] = [
  { kind: 'home', setting: settings.oakfieldHouse, carer: ruth, manager: karl, onCall: joan },
  { kind: 'home', setting: settings.larchHouse, carer: milo, manager: beth, onCall: joan },
  { kind: 'foster', setting: settings.bells, carer: marian, manager: clare, onCall: leo },
  { kind: 'foster', setting: settings.tanners, carer: joyce, manager: clare, onCall: leo },
  { kind: 'supported', setting: settings.harrowStreet, carer: tomasz, manager: paul, onCall: rita },
]

/** Children in care for each home of a kind, over the whole of the partnership's time: beds are used again. */
const childrenEach: Readonly<Record<HomeKind, number>> = { home: 45, supported: 60, foster: 8 }

/** Homes for so many children in care, some in the area of each council. */
export function homesFor(seed: string, inCare: number, councils: readonly Council[]): readonly Home[] {
  const taken = new Set(known.map(({ setting }) => setting.name))
  const more = (Object.keys(run) as HomeKind[]).flatMap((kind) =>
    Array.from({ length: Math.ceil(inCare / childrenEach[kind]) + councils.length - 1 }, (_, nth) => {
      const area = councils[nth % councils.length]
      const home = homeOf(seed, kind, `${kind} ${nth}`, area, taken)
      taken.add(home.setting.name)
      return home
    }),
  )
  return [...known, ...more]
}

function homeOf(
  seed: string,
  kind: HomeKind,
  key: string,
  area: Council | undefined,
  taken: ReadonlySet<string>,
): Home {
  const chance = chanceOf(seed, 'home', key)
  const { by, kind: settingKind, onCall } = run[kind]
  const telephone = kind === 'foster' ? mobile(chance) : landline(chance)
  const name = homeName(chance, taken, kind === 'foster' ? ' foster home' : '')
  const one = memberOf(seed, `${key}, carer`, 'carer', by, name, telephone)
  const carer = kind === 'foster' ? { ...one, post: { ...one.post, fosters: true } } : one
  return {
    kind,
    setting: {
      name,
      kind: settingKind,
      provider: by.id,
      ...(area && { areaCouncil: area.organisation.id }),
      telephone,
    },
    carer,
    manager: kind === 'foster' ? clare : memberOf(seed, `${key}, manager`, 'provider-manager', by, name),
    onCall,
  }
}

/** A home of that kind inside or outside of the council's own area. */
export function homeFor(
  homes: readonly Home[],
  kind: HomeKind,
  council: Council,
  outside: boolean,
  chance: Chance,
): Home {
  const area = council.organisation.id
  const fitting = homes.filter(
    (home) => home.kind === kind && (home.setting.areaCouncil !== area) === outside,
  )
  return chance.pick(fitting)
}
