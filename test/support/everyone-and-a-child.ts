import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { atMinute, beginEpisode, entryOf } from '../../src/application/commands/begin-episode.ts'
import { carryOut, type Application } from '../../src/application/carry-out.ts'
import { addUnlessRefused, childEntryOf } from '../../src/application/commands/register-child.ts'
import { drawnFace } from '../../src/cli/demonstration/drawn-face.ts'
import { newId } from '../../src/application/ids.ts'
import type { ChildBodies, ChildEntryType } from '../../src/domain/child/child.ts'
import type { Directory, Organisation, Post } from '../../src/domain/child/directory.ts'
import type { Author, ChildId, EntryId, EpisodeId } from '../../src/domain/episode/entry.ts'
import type { LondonDate } from '../../src/kernel/london.ts'
import { momentOf, type Moment } from '../../src/kernel/moment.ts'
import { createStore } from '../../src/store/store.ts'
import { cast, idFor } from './cast.ts'
import type { TestDatabase } from './database.ts'
import { protocols } from './generated.ts'
import type { Relationship } from './who-may.ts'

const elsewhere: Author = {
  ...cast['team-manager'],
  person: idFor('Someone Elsewhere'),
  name: 'Someone Elsewhere',
  post: idFor('Someone Elsewhere, team-manager'),
  organisation: idFor('Elsewhere Council'),
  organisationName: 'Elsewhere Council',
}

const since = '2020-01-01' as LondonDate
const reviewBy = '2199-01-01' as LondonDate
/** The child holds no post. */
const authors: readonly Author[] = [...Object.values(cast).filter(({ role }) => role !== 'child'), elsewhere]

/** One person for each role, in organisations of their own, and a council that has nothing to do with any of them. */
export const everyone: Directory = {
  organisations: [
    ...new Map(authors.map((author) => [author.organisation, organisationOf(author)])).values(),
  ],
  posts: authors.map((author): Post => ({
    id: author.post,
    person: author.person,
    personName: author.name,
    organisation: author.organisation,
    role: author.role,
    telephone: '01632 960900',
    from: since,
    allHours: author.role === 'duty-team',
  })),
}

function organisationOf({ organisation, organisationName, organisationKind }: Author): Organisation {
  return {
    id: organisation,
    name: organisationName,
    kind: organisationKind,
    telephone: '01632 960100',
    levels: organisationKind === 'police' ? ['low', 'medium', 'high'] : [],
    ...(organisationKind === 'council' && {
      force: cast.police.organisation,
      jointProtocol: 'missing-from-home-and-care',
    }),
  }
}

const ago = (minutes: number): Moment => momentOf(Temporal.Now.instant().subtract({ minutes }))

/** A child, and an episode of theirs where there is one. */
export interface Placed {
  readonly child: ChildId
  readonly episode?: EpisodeId
}

export interface Asked extends Placed {
  /** What was asked of each organisation, as far as it was. */
  readonly requests?: ReadonlyMap<string, { readonly request: string; readonly passage: string }>
}

/** A child for each relationship, to whom everyone of the cast stands so. */
export async function childrenOf(database: TestDatabase): Promise<Readonly<Record<Relationship, Asked>>> {
  const app: Application = {
    store: createStore({ app: database.maintainer }),
    protocols,
    directory: () => Promise.resolve(everyone),
  }
  const known = new Child(app, cast['team-manager'])
  const own = await known.everybodys()
  const left = await known.everybodys()
  await left.ended(1)
  const missing = await known.everybodys()
  const away = await missing.episode(cast.carer, cast.police)
  await missing.ended(10)
  const restricted = await known.everybodys()
  const kept = await restricted.episode(cast.carer, cast.police)
  await restricted.add('record-restricted', {
    named: [cast['social-worker'].post, cast['duty-team'].post],
    reason: 'A witness',
    reviewBy,
  })
  const shut = await known.everybodys()
  const hidden = await shut.episode(cast.carer, cast.police)
  for (const { person, name } of Object.values(cast))
    await shut.add('person-shut-out', {
      person,
      name,
      scope: { kind: 'record' },
      reason: 'A relative',
      reviewBy,
    })
  const stranger = await strangers(app)
  const opened = await strangers(app)
  await database.owner.query(
    `insert into whereabouts.emergency (id, until_at, subject, person, post, sections, reason)
     select gen_random_uuid(), now() + interval '1 hour', $1, p.person, p.id, '{core,plan,health}', 'a test'
     from whereabouts.post p where p.role = any($2)`,
    [opened.child, opensInEmergency],
  )
  const placed: Readonly<Record<Relationship, Placed>> = {
    'own child': { child: own.id, episode: await own.episode(cast.carer, cast.police) },
    'other child': stranger,
    'no such child': { child: newId<'child'>(), episode: newId<'episode'>() },
    'former placement': { child: left.id },
    'missing from a former placement': { child: missing.id, episode: away },
    restricted: { child: restricted.id, episode: kept },
    'shut out': { child: shut.id, episode: hidden },
    'opened in an emergency': opened,
  }
  const { bytes, sha256 } = drawnFace()
  for (const [name, { child, episode }] of Object.entries(placed))
    if (episode !== undefined && name !== 'no such child') {
      const body = { episode, sha256, withFindings: false }
      await new Child(app, cast['team-manager'], child).add('pack-frozen', body, 1, bytes)
    }
  const asked = await Promise.all(
    Object.entries(placed).map(async ([name, one]) => [
      name,
      { ...one, requests: await askedFor(database, one.child) },
    ]),
  )
  return Object.fromEntries(asked) as Readonly<Record<Relationship, Asked>>
}

/** A request for the child's record to the council and to the home, whether they answer for it or not, and a passage that
    each of them wrote. */
async function askedFor({ owner }: TestDatabase, child: ChildId) {
  const requests = new Map<string, { request: string; passage: string }>()
  for (const { organisation } of [cast['information-governance'], cast['provider-manager']]) {
    const request = randomUUID()
    await owner.query(
      `insert into whereabouts.disclosure_act (subject, request, number, id, command, controller, person, post, said)
       values ($1, $2, 1, gen_random_uuid(), 'x', $3, gen_random_uuid(), gen_random_uuid(), $4)`,
      [child, request, organisation, JSON.stringify(aRequest)],
    )
    const { rows } = await owner.query<{ entry: string }>(
      `select c.entry from whereabouts.entry_content c
       where c.subject = $1 and c.section = 'core'
         and convert_from(c.bytes, 'UTF8')::jsonb -> 'by' ->> 'organisation' = $2 limit 1`,
      [child, organisation],
    )
    requests.set(organisation, { request, passage: `${rows[0]?.entry ?? randomUUID()}.core` })
  }
  return requests
}

const aRequest = {
  kind: 'received',
  askedBy: 'A child',
  as: 'the-child',
  on: '2026-01-31',
  asked: 'Everything',
  due: '2026-02-28',
  dueByRule: true,
}

const opensInEmergency = [
  'social-worker',
  'team-manager',
  'duty-team',
  'missing-service',
  'missing-coordinator',
  'senior-manager',
  'police',
  'police-supervisor',
  'health-nurse',
]

async function strangers(app: Application): Promise<Required<Placed>> {
  const child = await new Child(app, elsewhere).registered()
  return { child: child.id, episode: await child.episode(elsewhere) }
}

/** A child who is written about by one author, over the maintainer's role. */
export class Child {
  readonly #app: Application
  readonly #author: Author
  readonly id: ChildId
  #placed: EntryId | undefined

  constructor(app: Application, author: Author, id = newId<'child'>()) {
    this.#app = app
    this.#author = author
    this.id = id
  }

  async registered(): Promise<Child> {
    const child = new Child(this.#app, this.#author)
    await child.add('child-registered', { name: 'Robin Ashby', otherNames: [], pronoun: 'they' })
    await child.add('responsible-council-set', { council: this.#author.organisation })
    const { bytes, ...picture } = drawnFace()
    const said = { taken: since, shows: 'A face', suppliedBy: 'A test', ...picture }
    await child.add('photograph-added', said, 60, bytes)
    return child
  }

  /** Everybody of the cast works with this child, by whatever way their role comes to one. */
  async everybodys(): Promise<Child> {
    const child = await this.registered()
    await child.add('placed', {
      setting: {
        name: 'Fernside',
        kind: 'childrens-home',
        provider: cast.carer.organisation,
        areaCouncil: cast['host-council'].organisation,
      },
    })
    for (const role of [
      'social-worker',
      'reviewing-officer',
      'missing-service',
      'health-nurse',
      'senior-manager',
      'advocate',
    ] as const)
      await child.add('worker-allocated', { role, post: cast[role].post })
    await new Child(this.#app, cast.carer, child.id).add('concern-known', {
      kind: 'place',
      text: 'The canal',
    })
    await child.add('partner-named', { organisation: cast.school.organisation, why: 'Learns there' })
    return child
  }

  async add<T extends ChildEntryType>(
    type: T,
    body: ChildBodies[T],
    minutesAgo = 60,
    bytes?: Uint8Array,
  ): Promise<string> {
    const entry = childEntryOf(this.#author, type, { at: ago(minutesAgo), precision: 'minute' }, body)
    const key = { id: randomUUID(), requestHash: 'x' }
    const { person, post } = this.#author
    const by = { visitor: { person, post }, author: this.#author, child: this.id, key }
    const file = bytes && { file: { of: entry.id, bytes } }
    const request = { ...by, entries: [entry], ...file }
    const outcome = await addUnlessRefused<never>(this.#app, request, () => undefined)
    assert.equal(outcome.kind, 'done', type)
    if (type === 'placed') this.#placed = entry.id
    return entry.id
  }

  async ended(minutesAgo: number): Promise<void> {
    await this.add('placement-ended', { placed: this.#placed! }, minutesAgo)
  }

  async episode(by: Author, police?: Author): Promise<EpisodeId> {
    const visitor = { person: by.person, post: by.post }
    const begun = await beginEpisode(this.#app, {
      visitor,
      author: by,
      commandId: randomUUID(),
      child: this.id,
      noticed: atMinute(ago(30)),
      concern: {
        expectedAt: 'Fernside',
        whereabouts: 'unknown',
        authorisation: 'not-authorised',
        how: 'noticed',
      },
      threshold: { worriedNow: true },
      together: [],
    })
    assert.ok(begun.kind === 'done')
    if (police === undefined) return begun.episode
    const report = entryOf(police, 'reported-missing', atMinute(ago(20)), {
      police: { kind: 'accepted', post: police.post },
    })
    const told = await carryOut(this.#app, {
      visitor: { person: police.person, post: police.post },
      author: police,
      child: this.id,
      episode: begun.episode,
      key: { id: randomUUID(), requestHash: 'x' },
      shown: 2,
      levels: [],
      commands: [{ name: 'report-missing', entry: report }],
    })
    assert.equal(told.kind, 'done')
    return begun.episode
  }
}
