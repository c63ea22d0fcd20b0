import type { Directory, Organisation } from '../../domain/child/directory.ts'
import type { Author } from '../../domain/episode/entry.ts'
import { idFrom } from '../../application/ids.ts'
import { cast } from '../demonstration/cast.ts'
import { demonstrationDirectory } from '../demonstration/partnership.ts'
import type { Asked } from './asked.ts'
import { population } from './calibration.ts'
import { chanceOf } from './chance.ts'
import { type Council, councilsOf, membersOf } from './councils.ts'
import { type Home, homesFor } from './homes.ts'
import { homeName, landline } from './names.ts'
import { memberOf, type Member } from './posts.ts'

/** Who answers for the children of the demonstration: the fixed cast, and as many more as so many children need. */
export interface Partnership {
  readonly councils: readonly Council[]
  readonly homes: readonly Home[]
  readonly schools: readonly Member[]
  readonly officers: readonly Member[]
  readonly supervisor: Author
  readonly directory: Directory
}

export function partnershipOf({ seed, children }: Asked): Partnership {
  const councils = councilsOf(seed, children)
  const homes = homesFor(seed, Math.ceil(children * population.lookedAfter), councils)
  const schools = [cast.ann, ...schoolsOf(seed, Math.ceil(children / 250))]
  const force = demonstrationDirectory.organisations.find(({ kind }) => kind === 'police')
  const officers = [
    cast.lena,
    ...(force === undefined ? [] : [1, 2].map((nth) => memberOf(seed, `officer ${nth}`, 'police', force))),
  ]
  const members = [
    ...councils.flatMap(membersOf),
    ...homes.flatMap(({ carer, manager }) => [carer, manager]),
    ...schools,
    ...officers,
  ]
  const added = [...councils.map(({ organisation }) => organisation), ...schools.map(organisationOf)]
  return {
    councils,
    homes,
    schools,
    officers,
    supervisor: cast.imran.author,
    directory: {
      organisations: byId([...demonstrationDirectory.organisations, ...added]),
      posts: byId([...demonstrationDirectory.posts, ...members.map(({ post }) => post)]),
    },
  }
}

function schoolsOf(seed: string, some: number): readonly Member[] {
  return Array.from({ length: some }, (_, nth) => {
    const chance = chanceOf(seed, 'school', nth)
    const name = `${homeName(chance, new Set())} Academy`
    return memberOf(seed, `school ${nth}`, 'school', {
      id: idFrom('organisation', 'generated', seed, `school ${nth}`),
      name,
      kind: 'education',
      telephone: landline(chance),
      levels: [],
    })
  })
}

function organisationOf({ author, post }: Member): Organisation {
  const known = demonstrationDirectory.organisations.find(({ id }) => id === author.organisation)
  return (
    known ?? {
      id: author.organisation,
      name: author.organisationName,
      kind: author.organisationKind,
      telephone: post.telephone,
      levels: [],
    }
  )
}

function byId<T extends { readonly id: string }>(all: readonly T[]): readonly T[] {
  return [...new Map(all.map((one) => [one.id, one])).values()]
}
