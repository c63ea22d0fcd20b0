import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import type { PoolClient } from 'pg'
import type { Grant } from '../../src/domain/access/grant.ts'
import { ways, type Way } from '../../src/domain/access/readers.ts'
import { grantsOf, type Relationship } from '../../src/domain/access/relationship.ts'
import type { Post } from '../../src/domain/child/directory.ts'
import type { ChildId, EpisodeId, PostId } from '../../src/domain/episode/entry.ts'
import { roles, rolesApart, type Role } from '../../src/domain/episode/roles.ts'
import { sections, type Section } from '../../src/domain/episode/sections.ts'
import type { LondonDate } from '../../src/kernel/london.ts'
import type { Moment } from '../../src/kernel/moment.ts'
import { cast } from '../support/cast.ts'
import { withDatabase, type TestDatabase } from '../support/database.ts'
import { written } from '../support/who-reads.ts'
import { aMissingChild } from './writing.ts'

/** A child of whom something stands in every section, in their own stream and in an episode. */
interface Told {
  readonly child: ChildId
  readonly episode: EpisodeId
}

async function aChildInEverySection({ store, owner }: TestDatabase): Promise<Told> {
  const { child, episode } = await aMissingChild(store)
  for (const stream of [child, episode])
    for (const [place, section] of sections.entries()) {
      const id = randomUUID()
      await owner.query(
        `insert into whereabouts.entry (subject, id, stream, sequence, command, recorded, sections, hashes, commitment)
         select $1, $2, $3, $4, c.id, now(), array[$5], array[sha256('x')], sha256('x')
         from whereabouts.command c where c.subject = $1 limit 1`,
        [child, id, stream, place + 10, section],
      )
      await owner.query(
        `insert into whereabouts.entry_content (subject, entry, stream, section, salt, bytes)
         values ($1, $2, $3, $4, decode(repeat('00', 16), 'hex'), 'x')`,
        [child, id, stream, section],
      )
    }
  return { child, episode }
}

const person = cast.carer.person
const postOf = (role: Role): Post => ({
  id: randomUUID() as PostId,
  person,
  personName: 'Somebody',
  organisation: cast.carer.organisation,
  role,
  telephone: '01632 960900',
  from: '2020-01-01' as LondonDate,
  allHours: false,
})

/** What domain/access grants to a post that stands so to the child. */
function grantsBy(way: Way, post: Post, { child }: Told): readonly Grant[] {
  const relationship: Relationship = {
    posts: [post],
    way,
    from: '2020-01-01T00:00:00.000Z' as Moment,
    because: 'a test',
  }
  return way === 'emergency' ? [] : grantsOf(relationship, child)
}

async function give(client: PoolClient, { child }: Told, grants: readonly Grant[]): Promise<void> {
  for (const { post, section, from, until } of grants)
    await client.query(
      `insert into whereabouts.access_grant (subject, post, section, from_at, until_at, because)
       values ($1, $2, $3, $4, $5, 'a test')`,
      [child, post, section, from, until ?? null],
    )
}

/** The sections that a post finds, both times, in the rows of the database. */
async function sectionsSeen(client: PoolClient, { id }: Post, { child }: Told): Promise<readonly Section[]> {
  await client.query(
    `select set_config('whereabouts.person', $1, true), set_config('whereabouts.post', $2, true)`,
    [person, id],
  )
  await client.query('set local role whereabouts_app')
  const content = await client.query<{ section: Section; n: number }>(
    `select section, count(distinct stream)::int as n from whereabouts.entry_content
     where subject = $1 and bytes = 'x' group by section`,
    [child],
  )
  const entries = await client.query<{ section: Section }>(
    `select distinct sections[1] as section from whereabouts.entry where subject = $1 and sequence >= 10`,
    [child],
  )
  await client.query('reset role')
  assert.ok(
    content.rows.every(({ n }) => n === 2),
    'in the own stream and in the episode',
  )
  const seen = content.rows.map(({ section }) => section).toSorted()
  assert.deepEqual(entries.rows.map(({ section }) => section).toSorted(), seen)
  return seen
}

/** Runs with the grants and forgets them. */
async function during<T>({ owner }: TestDatabase, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await owner.connect()
  try {
    await client.query('begin')
    return await work(client)
  } finally {
    await client.query('rollback')
    client.release()
  }
}

const everyRole: readonly Role[] = [...roles, ...rolesApart]

test('In every cell of role, relationship and section the database lets and refuses as the table says.', () =>
  withDatabase(async (database) => {
    const told = await aChildInEverySection(database)
    let [allowed, refused] = [0, 0]
    for (const way of ways)
      for (const role of everyRole) {
        const post = postOf(role)
        const expected = sections.filter((section) => written(way, role).includes(section)).toSorted()
        const seen = await during(database, async (client) => {
          await give(client, told, grantsBy(way, post, told))
          if (way === 'emergency' && expected.length > 0)
            await client.query(
              `insert into whereabouts.emergency (id, until_at, subject, person, post, sections, reason)
               values (gen_random_uuid(), now() + interval '1 hour', $1, $2, $3, $4, 'a test')`,
              [told.child, person, post.id, expected],
            )
          return sectionsSeen(client, post, told)
        })
        assert.deepEqual(seen, expected, `${role} by ${way}`)
        allowed += expected.length
        refused += sections.length - expected.length
      }
    console.log(`${allowed} cells allowed, ${refused} refused`)
    assert.equal(allowed + refused, ways.length * everyRole.length * sections.length)
  }))

test('Every cell that is allowed is refused when the relationship has ended, and when one is shut out of the section.', () =>
  withDatabase(async (database) => {
    const told = await aChildInEverySection(database)
    for (const way of ways)
      for (const role of everyRole) {
        const post = postOf(role)
        const grants = grantsBy(way, post, told)
        const ended = await during(database, async (client) => {
          const until = '2021-01-01T00:00:00.000Z' as Moment
          await give(
            client,
            told,
            grants.map((grant) => ({ ...grant, until })),
          )
          return sectionsSeen(client, post, told)
        })
        assert.deepEqual(ended, [], `${role} by ${way}, ended`)
        for (const { section } of grants) {
          if (!sections.some((one) => one === section)) continue
          const without = await during(database, async (client) => {
            await give(
              client,
              told,
              grants.filter((grant) => grant.section !== section),
            )
            return sectionsSeen(client, post, told)
          })
          assert.ok(!without.some((one) => one === section), `${role} by ${way}, shut out of ${section}`)
        }
      }
  }))

test('Every cell that is refused is refused by the want of a grant alone: with one it would be let through.', () =>
  withDatabase(async (database) => {
    const told = await aChildInEverySection(database)
    for (const role of everyRole) {
      const post = postOf(role)
      for (const section of sections) {
        const from = '2020-01-01T00:00:00.000Z' as Moment
        const grant = { post: post.id, child: told.child, section, from, because: 'a test' }
        const seen = await during(database, async (client) => {
          await give(client, told, [grant])
          return sectionsSeen(client, post, told)
        })
        assert.deepEqual(seen, [section], `${role}, ${section}`)
      }
    }
  }))
