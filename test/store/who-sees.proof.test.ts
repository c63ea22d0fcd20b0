import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import type { PoolClient } from 'pg'
import { joinRecords } from '../../src/application/commands/join-records.ts'
import { addToChild, childEntryOf } from '../../src/application/commands/register-child.ts'
import type { Application } from '../../src/application/carry-out.ts'
import { authorOf } from '../../src/application/author.ts'
import { project } from '../../src/application/projections/project.ts'
import { chanceOf } from '../../src/cli/generated/chance.ts'
import { grantsFor } from '../../src/domain/access/grants.ts'
import type { Grant, Reading } from '../../src/domain/access/grant.ts'
import type { ChildBodies } from '../../src/domain/child/child.ts'
import type { OtherRecords } from '../../src/domain/child/joined.ts'
import type { Directory, Post } from '../../src/domain/child/directory.ts'
import { opens } from '../../src/domain/access/on-duty.ts'
import { offDuty } from '../../src/domain/child/rota.ts'
import type { Span } from '../../src/domain/child/shift.ts'
import type { ChildId, PersonId, PostId } from '../../src/domain/episode/entry.ts'
import { sections } from '../../src/domain/episode/sections.ts'
import type { LondonDate } from '../../src/kernel/london.ts'
import { londonDate } from '../../src/kernel/london.ts'
import { plus, type Moment } from '../../src/kernel/moment.ts'
import { keepDirectory } from '../../src/store/directory.ts'
import { rebuild } from '../../src/store/rebuild.ts'
import { readCores, type Cores } from '../../src/store/read-cores.ts'
import { createStore } from '../../src/store/store.ts'
import { readOthers } from '../../src/store/joined.ts'
import { inTransaction, withConnection } from '../../src/store/transaction.ts'
import { withDatabase, type TestDatabase } from '../support/database.ts'
import { load, protocols } from '../support/generated.ts'

const full = process.env['SIZE'] === 'full'
const seed = process.env['SEED'] ?? randomUUID().slice(0, 8)

/** What a row is about, as far as access asks: whose it is, of which stream, in which sections. */
interface Row {
  readonly key: string
  readonly subject: ChildId
  readonly stream?: string
  readonly sections?: readonly string[]
  readonly entry?: string
}

type Rule = (grant: Grant, row: Row) => boolean

const ofTheRecord: ReadonlySet<Grant['section']> = new Set<Reading>(sections)
const covers: Rule = ({ stream }, row) => stream === undefined || stream === row.stream
const readsCore: Rule = (grant, row) => grant.section === 'core' && covers(grant, row)

/** Each table: how its rows are told apart, and what a grant has to say for one of them to be seen. */
const tables: Readonly<Record<string, { readonly rows: string; readonly allows: Rule }>> = {
  subject: {
    rows: 'select id::text as key, id as subject from whereabouts.subject',
    allows: ({ section }) => ofTheRecord.has(section),
  },
  stream: {
    rows: 'select id::text as key, subject, id as stream from whereabouts.stream',
    allows: (grant, row) => ofTheRecord.has(grant.section) && covers(grant, row),
  },
  entry: {
    rows: 'select id::text as key, subject, stream, sections from whereabouts.entry',
    allows: (grant, row) => (row.sections?.includes(grant.section) ?? false) && covers(grant, row),
  },
  entry_content: {
    rows: `select entry || ' ' || section as key, subject, stream, array[section] as sections, entry
      from whereabouts.entry_content`,
    // A passage of an interview is granted by its entry.
    allows: (grant, row) =>
      row.sections?.[0] === grant.section && (covers(grant, row) || grant.stream === row.entry),
  },
  child_card: {
    rows: 'select subject::text as key, subject, subject as stream from whereabouts.child_card',
    allows: readsCore,
  },
  episode_card: {
    rows: 'select episode::text as key, subject, episode as stream from whereabouts.episode_card',
    allows: readsCore,
  },
  board: {
    rows: 'select episode::text as key, subject, episode as stream from whereabouts.board',
    allows: readsCore,
  },
  duty: {
    rows: `select episode || ' ' || id as key, subject, episode as stream from whereabouts.duty`,
    allows: readsCore,
  },
}

test('Each person sees in each table exactly the rows that domain/access allows: no difference in a random partnership.', () =>
  withDatabase(async (database) => {
    const children = full ? 300 : 14
    console.log(`seed ${seed}, ${children} children`)
    await load(database, {
      children,
      months: full ? 12 : 4,
      seed,
      until: londonDate(new Date().toISOString() as Moment),
    })
    await rosterDutyTeams(database)
    const directory = await database.store.directory()
    const joined = await narrowSome(database, directory)
    const known = await everything(database)
    let compared = 0
    const began = new Date().toISOString() as Moment
    const off = offDuty(directory, { from: plus(began, '-PT24H'), until: plus(began, 'PT48H') })
    assert.ok(off.size > 0, 'somebody is off duty')
    for (const post of directory.posts) {
      const seen = await seenBy(database, post)
      const open = openGrants(known, directory, post, off, seen.now)
      for (const [table, { allows }] of Object.entries(tables)) {
        const expected = known.rows
          .get(table)!
          .filter((row) => (open.get(row.subject) ?? []).some((grant) => allows(grant, row)))
          .map(({ key }) => key)
        const there = seen.rows.get(table)!
        compared += known.rows.get(table)!.length
        assert.deepEqual(
          [...there].toSorted(),
          expected.toSorted(),
          `${table} as ${post.personName}, ${post.role}`,
        )
      }
    }
    assert.ok(compared > 1000, 'there was something to compare')
    console.log(`${joined} pairs of records were joined`)
    console.log(
      `${directory.posts.length} posts, ${compared} rows of ${Object.keys(tables).length} tables compared`,
    )
  }))

interface Known {
  readonly cores: ReadonlyMap<string, Cores & { readonly others: OtherRecords }>
  readonly rows: ReadonlyMap<string, readonly Row[]>
}

async function everything({ owner, maintainer }: TestDatabase): Promise<Known> {
  const { rows: subjects } = await owner.query<{ id: string }>('select id from whereabouts.subject')
  const cores = await withConnection(maintainer, async (client) => {
    const ids = subjects.map(({ id }) => id)
    const all = new Map<string, Cores & { readonly others: OtherRecords }>()
    for (const [id, core] of await readCores(client, ids))
      all.set(id, { ...core, others: await readOthers(client, id as ChildId, core.child) })
    return all
  })
  const rows = new Map<string, readonly Row[]>()
  for (const [table, { rows: all }] of Object.entries(tables))
    rows.set(table, (await owner.query<Row>(all)).rows)
  return { cores, rows }
}

const granted = new Map<string, readonly Grant[]>()

/** What domain/access computes from the entries, and from no row of the read side, by child. */
function openGrants(
  { cores }: Known,
  directory: Directory,
  { id }: Post,
  off: ReadonlyMap<PostId, readonly Span[]>,
  now: Moment,
): ReadonlyMap<string, readonly Grant[]> {
  for (const [subject, { child, episodes, others }] of cores) {
    if (granted.has(subject)) continue
    const { duties } = project({ protocols, directory }, subject as ChildId, child, episodes)
    granted.set(subject, grantsFor({ child, episodes, directory, ladders: duties, others }))
  }
  return new Map(
    [...granted].map(([subject, all]) => [
      subject,
      all.filter((grant) => grant.post === id && opens(grant, off, now)),
    ]),
  )
}

async function seenBy({ app }: TestDatabase, { id, person }: Post) {
  return inTransaction(app, { person, post: id }, 'snapshot', async (client) => {
    const rows = new Map<string, readonly string[]>()
    for (const [table, { rows: all }] of Object.entries(tables))
      rows.set(
        table,
        (await client.query<Row>(all)).rows.map(({ key }) => key),
      )
    return { keep: false, answer: { now: await clockOf(client), rows } }
  })
}

async function clockOf(client: PoolClient): Promise<Moment> {
  const { rows } = await client.query<{ now: Date }>(`select date_trunc('milliseconds', now()) as now`)
  return rows[0]!.now.toISOString() as Moment
}

/** Each duty team gets a second member. In one team the first is on duty now, in the next the second, in the third neither
    is and so both are. */
async function rosterDutyTeams({ maintainer, store }: TestDatabase): Promise<void> {
  const { posts } = await store.directory()
  const team = posts.filter(({ role }) => role === 'duty-team')
  const reliefs = team.map((post) => ({
    ...post,
    id: randomUUID() as PostId,
    person: randomUUID() as PersonId,
    personName: `${post.personName}, relief`,
  }))
  const always = { name: 'Always', hours: 'mon-sun 00:00-00:00', from: '2020-01-01' as LondonDate }
  const shifts = team.map(({ id, organisation }, nth) => ({
    ...always,
    id: randomUUID(),
    organisation,
    posts: [nth % 3 === 0 ? id : reliefs[nth]!.id],
    ...(nth % 3 === 2 && { until: '2020-02-01' as LondonDate }),
  }))
  await keepDirectory(maintainer, { organisations: [], posts: reliefs, shifts })
  const inputs = { protocols, directory: await store.directory() }
  await rebuild(maintainer, (...subject) => project(inputs, ...subject), { repair: true })
}

/** Of some children somebody is shut out, some records are restricted, some have a partner, and some have two records:
    joined before or after somebody was shut out of one of them. */
async function narrowSome(database: TestDatabase, directory: Directory): Promise<number> {
  const app: Application = {
    store: createStore({ app: database.maintainer }),
    protocols,
    directory: () => Promise.resolve(directory),
  }
  const { rows } = await database.owner.query<{
    child: ChildId
    episode: string | null
    posts: readonly string[]
  }>(
    `select c.subject as child, min(e.episode::text) as episode,
       array(select distinct g.post::text from whereabouts.access_grant g where g.subject = c.subject order by 1) as posts
     from whereabouts.child_card c left join whereabouts.episode_card e using (subject)
     group by c.subject order by c.subject`,
  )
  const reviewBy = '2199-01-01' as LondonDate
  const guardian = directory.posts.find(({ role }) => role === 'missing-coordinator')!
  const author = authorOf(directory, guardian)
  let joined = 0
  const join = async (child: ChildId, as: ChildId) => {
    const occurred = { at: new Date().toISOString() as Moment, precision: 'minute' } as const
    const entry = childEntryOf(author, 'same-child', occurred, { as })
    const visitor = { person: guardian.person, post: guardian.id }
    assert.ok(entry.type === 'same-child')
    const outcome = await joinRecords(
      app,
      visitor,
      author,
      child,
      { id: randomUUID(), requestHash: 'x' },
      entry,
    )
    assert.equal(outcome.kind, 'done')
    joined++
  }
  for (const [place, { child, episode, posts }] of rows.entries()) {
    const chance = chanceOf(seed, 'narrowing', child)
    const among = directory.posts.filter(({ id }) => posts.includes(id))
    const add = async <T extends 'person-shut-out' | 'record-restricted' | 'partner-named'>(
      type: T,
      body: ChildBodies[T],
    ) => {
      const occurred = { at: new Date().toISOString() as Moment, precision: 'minute' } as const
      const entry = childEntryOf(author, type, occurred, body)
      const visitor = { person: guardian.person, post: guardian.id }
      const key = { id: randomUUID(), requestHash: 'x' }
      assert.equal((await addToChild(app, visitor, author, child, key, [entry])).kind, 'done')
    }
    for (let nth = 0; nth < 3 && among.length > 0; nth++) {
      if (!chance.happens(0.5)) continue
      const { person, personName: name } = chance.pick(among)
      const scopes: readonly ChildBodies['person-shut-out']['scope'][] = [
        { kind: 'record' },
        { kind: 'section', section: chance.pick(sections) },
        ...(episode === null
          ? []
          : [{ kind: 'episode', episode } as ChildBodies['person-shut-out']['scope']]),
      ]
      await add('person-shut-out', {
        person,
        name,
        scope: chance.pick(scopes),
        reason: 'A relative',
        reviewBy,
      })
    }
    if (chance.happens(0.2)) {
      const named = among.filter(() => chance.happens(0.5)).map(({ id }) => id)
      await add('record-restricted', { named, reason: 'A witness', reviewBy })
    }
    if (chance.happens(0.3)) {
      const kinds = ['education', 'health', 'youth-justice']
      const { id: organisation } = chance.pick(
        directory.organisations.filter(({ kind }) => kinds.includes(kind)),
      )
      await add('partner-named', { organisation, why: 'Works with the child' })
    }
    const other = rows[chance.happens(0.5) ? place - 1 : place + 1]
    if (other !== undefined && chance.happens(0.3)) await join(child, other.child)
  }
  return joined
}
