import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { Application } from '../../src/application/carry-out.ts'
import { decideRetention, type Decision } from '../../src/application/commands/decide-retention.ts'
import { newId } from '../../src/application/ids.ts'
import type { Post } from '../../src/domain/child/directory.ts'
import {
  childEntryVersions,
  type ChildBodies,
  type ChildEntryType,
  type NewChildEntry,
} from '../../src/domain/child/child.ts'
import type { NewEpisodeEntry } from '../../src/domain/episode/entries.ts'
import type { Author, ChildId, EpisodeId } from '../../src/domain/episode/entry.ts'
import { disposeConfirmed, type Disposed } from '../../src/store/disposal/dispose.ts'
import { openRegister, type Register } from '../../src/store/disposal/register.ts'
import { keepDirectory } from '../../src/store/directory.ts'
import type { Project } from '../../src/store/read-side.ts'
import { rebuild, type Rebuilt } from '../../src/store/rebuild.ts'
import { createStore } from '../../src/store/store.ts'
import { at } from '../support/at.ts'
import { cast, idFor } from '../support/cast.ts'
import { entry } from '../support/chronology.ts'
import { withDatabase, type TestDatabase } from '../support/database.ts'
import { inFolder } from './restoring.ts'
import { fresh, newChild, newEpisode, simpleProjection, visitorAs, write } from './writing.ts'

/** Two who decide for the council, two for the home, two for the force. */
export const deciders = {
  council: [cast['information-governance'], cast['senior-manager']],
  home: [cast['provider-manager'], asIn(cast['provider-manager'], 'Yusuf Karim', 'information-governance')],
  force: [cast['police-supervisor'], asIn(cast['police-supervisor'], 'Mel Ince', 'information-governance')],
} as const satisfies Record<string, readonly [Author, Author]>

function asIn(like: Author, name: string, role: Author['role']): Author {
  return { ...like, name, person: idFor<'person'>(name), post: idFor<'post'>(`${name}, ${role}`), role }
}

async function aDirectory({ maintainer }: TestDatabase): Promise<void> {
  const people = [...Object.values(cast), ...Object.values(deciders).flat()]
  const posts = people.map(({ post, person, name, organisation, role }) => ({
    id: post,
    person,
    personName: name,
    organisation,
    role,
    telephone: '01632 960900',
    from: '2000-01-01' as Post['from'],
    allHours: false,
  }))
  const organisations = new Map(
    people.map(({ organisation, organisationName, organisationKind }) => [
      organisation,
      {
        id: organisation,
        name: organisationName,
        kind: organisationKind,
        telephone: '01632 960100',
        levels: [],
      },
    ]),
  )
  await keepDirectory(maintainer, {
    organisations: [...organisations.values()],
    posts: [...new Map(posts.map((post) => [post.id, post])).values()],
  })
}

export function ofChild<T extends ChildEntryType>(type: T, body: ChildBodies[T]): NewChildEntry {
  return {
    id: idFor(randomUUID()),
    type,
    version: childEntryVersions[type],
    occurred: { at: at('2009-03-01T09:00'), precision: 'day' },
    by: cast['social-worker'],
    body,
  } as unknown as NewChildEntry
}

/** Words that must be nowhere once they are disposed of. */
export const secrets = { council: 'Quillfeather', home: 'greenhouse at Larkfield', force: 'silver hatchback' }

export interface Old {
  readonly child: ChildId
  readonly episode: EpisodeId
}

/** A record of long ago in which a council, a home and a force recorded something: all three are due. */
export async function anOldRecord(
  { maintainer }: TestDatabase,
  more: readonly NewChildEntry[] = [],
): Promise<Old> {
  const [child, episode] = [newChild(), newEpisode()]
  const then = createStore({ app: maintainer, recordedAt: () => at('2009-03-29T00:10') })
  const said = (by: Author, text: string): NewEpisodeEntry =>
    fresh(entry('note-added', '2009-03-28T21:50', { text }, { by }))
  await write(
    then,
    {
      subject: child,
      ofChild: [
        ofChild('child-registered', {
          name: `Tyler ${secrets.council}`,
          otherNames: [],
          pronoun: 'he',
          bornOn: '1945-05-04' as never,
        }),
        ...more,
      ],
      episodes: {
        [episode]: [
          fresh(entry('concern-raised', '2009-03-28T21:40')),
          said(cast.carer, `He talked about the ${secrets.home}`),
          said(cast.police, `A ${secrets.force} was seen`),
          fresh(entry('returned', '2009-03-28T23:10')),
        ],
      },
      answer: { kind: 'done', of: secrets.council },
    },
    visitorAs(cast.carer),
  )
  return { child, episode }
}

/** A database with its directory, a register in a folder of its own, and the application over it. */
export function withRetention(
  work: (
    made: TestDatabase & {
      readonly register: Register
      readonly folder: string
      readonly app: TestDatabase['app']
    },
  ) => Promise<void>,
): Promise<void> {
  return inFolder((folder) =>
    withDatabase(async (database) => {
      await aDirectory(database)
      await work({ ...database, folder, register: openRegister(join(folder, 'disposals.register')) })
    }),
  )
}

export function decide({ store }: Pick<TestDatabase, 'store'>, by: Author, decision: Omit<Decision, 'id'>) {
  const id = newId<'retention act'>()
  const app = { store } as Application
  return decideRetention(app, visitorAs(by), by, { ...decision, id }).then((outcome) => ({ ...outcome, id }))
}

/** Proposed by the first and confirmed by the second. */
export async function agree(
  made: Pick<TestDatabase, 'store'>,
  [first, second]: readonly [Author, Author],
  child: ChildId,
): Promise<void> {
  const { id } = await decide(made, first, { child, kind: 'propose', reason: 'no reason to keep it' })
  await decide(made, second, { child, kind: 'confirm', about: id })
}

/** As these records are written, and nobody discloses anything of them. */
export const simply: Project = (subject, child, episodes) => simpleProjection(subject, [])(child, episodes)

export function dispose(
  { maintainer }: TestDatabase,
  register: Register,
  project = simply,
): Promise<readonly Disposed[]> {
  return disposeConfirmed(maintainer, register, project)
}

export function rebuilt({ maintainer }: TestDatabase, repair = false): Promise<Rebuilt> {
  return rebuild(maintainer, simply, { repair })
}
