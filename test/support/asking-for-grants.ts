import type { Setting } from '../../src/domain/child/child.ts'
import type { Directory, Post } from '../../src/domain/child/directory.ts'
import type { Grant, Reading } from '../../src/domain/access/grant.ts'
import type { Ladder } from '../../src/domain/access/ladder.ts'
import { grantsFor } from '../../src/domain/access/grants.ts'
import type { Chronology } from '../../src/domain/episode/entries.ts'
import type { Author, ChildId, EpisodeId } from '../../src/domain/episode/entry.ts'
import { aldermoor, colm, directory, oakfield, ruth, sam } from './a-directory.ts'
import { entry, type Draft } from './chronology.ts'
import { idOf, moment, streamOf, told, type Told } from './told-of-a-child.ts'

export const leah = idOf<'child'>('leah')
export const otherEpisode = idOf<'episode'>('an earlier concern')
export const house: Setting = {
  name: 'Oakfield House',
  kind: 'childrens-home',
  provider: oakfield.id,
  areaCouncil: aldermoor.id,
}

export const registered = told('child-registered', '2026-01-05T09:00Z', { otherNames: [], pronoun: 'she' })
export const ofAldermoor = told('responsible-council-set', '2026-01-05T09:00Z', { council: aldermoor.id })
export const withSam = told(
  'worker-allocated',
  '2026-01-06T09:00Z',
  { role: 'social-worker', post: sam.id },
  { as: 'sam' },
)
const withColm = told('worker-allocated', '2026-01-06T09:00Z', {
  role: 'reviewing-officer',
  post: colm.id,
})
const atHouse = told('placed', '2026-02-01T12:00Z', { setting: house }, { as: 'house' })
export const known = [registered, ofAldermoor, withSam, withColm, atHouse]

export function authorOf(post: Post): Author {
  const organisation = directory.organisations.find(({ id }) => id === post.organisation)!
  return {
    person: post.person,
    name: post.personName,
    post: post.id,
    role: post.role,
    organisation: organisation.id,
    organisationName: organisation.name,
    organisationKind: organisation.kind,
  }
}

export const raise = (by: Post, at = '2026-11-20T21:40Z'): Draft =>
  entry('concern-raised', at, {}, { by: authorOf(by) })
export const report = (by: Post, at = '2026-11-20T22:15Z'): Draft =>
  entry('reported-missing', at, {}, { by: authorOf(by) })
export const comeBack = (at = '2026-11-21T02:00Z'): Draft => entry('returned', at, {}, { by: authorOf(ruth) })

export interface Asked {
  readonly child?: readonly Told[]
  readonly episodes?: readonly (readonly [EpisodeId, Chronology])[]
  readonly directory?: Directory
  readonly knownAt?: string
  readonly ladders?: readonly Ladder[]
}

export function grants({
  child = known,
  episodes = [],
  directory: inside = directory,
  knownAt,
  ladders,
}: Asked = {}) {
  return grantsFor({
    child: streamOf(leah, ...child),
    episodes: new Map(episodes),
    directory: inside,
    ...(ladders !== undefined && { ladders }),
    ...(knownAt !== undefined && { knownAt: moment(knownAt) }),
  })
}

export function mayRead(
  all: readonly Grant[],
  post: Post,
  at: string,
  section: Reading = 'core',
  stream: ChildId | EpisodeId = leah,
): boolean {
  const when = moment(at)
  return all.some(
    (grant) =>
      grant.post === post.id &&
      grant.section === section &&
      (grant.stream === undefined || grant.stream === stream) &&
      grant.from <= when &&
      (grant.until === undefined || when < grant.until),
  )
}

export const inNovember = '2026-11-20T12:00Z'
