import assert from 'node:assert/strict'
import { test } from 'node:test'
import { project } from '../../src/application/projections/project.ts'
import { cast } from '../../src/cli/demonstration/cast.ts'
import { demonstrationDirectory } from '../../src/cli/demonstration/partnership.ts'
import type { Post } from '../../src/domain/child/directory.ts'
import type { Section } from '../../src/domain/episode/sections.ts'
import { keepDirectory } from '../../src/store/directory.ts'
import { rebuild } from '../../src/store/rebuild.ts'
import { withApi, type Served } from '../support/api.ts'
import { idFor } from '../support/cast.ts'
import { protocols } from '../support/generated.ts'
import { Caller } from '../support/journey-http.ts'

const { noor, grace } = cast
const una: Post = {
  ...noor.post,
  id: idFor('Una Field, missing-service'),
  person: idFor('Una Field'),
  personName: 'Una Field',
}
const interview = 'Hold the independent return interview'

interface Told {
  readonly served: Served
  readonly child: string
  readonly episode: string
  /** What stands in "Yours" and "Climbed to you" of that episode, by a page of their own browser. */
  readonly listed: (who: Post) => Promise<readonly string[]>
  readonly shutOut: (who: Post, section: Section) => Promise<void>
}

/** A child who is back and owed an interview, and one or two people who hold interviews. */
async function withInterviewers(people: readonly Post[], work: (told: Told) => Promise<void>): Promise<void> {
  await withApi(async (served) => {
    const { maintainer, owner } = served.database
    const directory = { ...demonstrationDirectory, posts: [...demonstrationDirectory.posts, ...people] }
    await keepDirectory(maintainer, directory)
    await rebuild(maintainer, (subject, ...record) => project({ protocols, directory }, subject, ...record), {
      repair: true,
    })
    const { rows } = await owner.query<{ child: string; episode: string }>(
      `select subject as child, episode from whereabouts.duty where duty = 'return-interview'
       and coalesce(met_at, discharged_at, cancelled_at) is null order by episode limit 1`,
    )
    const { child, episode } = rows[0]!
    const address = await served.server.listen({ host: '127.0.0.1', port: 0 })
    await work({
      served,
      child,
      episode,
      listed: async (who) => {
        const caller = new Caller({ address, data: '' })
        await caller.signIn(who.id)
        const { text } = await caller.get('/duties')
        const links = text.matchAll(/href="\/episodes\/([0-9a-f-]+)"[^>]*>\s*([^<]+?)\s*<\/a>/g)
        return [...links].flatMap(([, of, what]) => (of === episode && what !== undefined ? [what] : []))
      },
      shutOut: async ({ person, personName }, section) => {
        const body = {
          person,
          name: personName,
          scope: { kind: 'section', section },
          reason: 'A relative',
          reviewBy: '2199-01-01',
        }
        const reply = await served.ask('POST', `/children/${child}/shut-out-person`, { by: grace, body })
        assert.equal(reply.status, 201, reply.text)
      },
    })
    assert.deepEqual(served.defects, [])
  })
}

test('Whoever is shut out of what a child says in an interview owes the interview no more, and another does.', () =>
  withInterviewers([una], async ({ listed, shutOut, served, episode }) => {
    const { rows } = await served.database.owner.query<{ work_in: readonly string[] }>(
      `select work_in from whereabouts.duty where episode = $1 and duty = 'return-interview'`,
      [episode],
    )
    assert.deepEqual(rows, [{ work_in: ['interview-shared', 'interview-restricted'] }])
    // There are two of them, so both hold it until one is shut out.
    assert.ok((await listed(noor.post)).includes(interview))
    await shutOut(noor.post, 'interview-restricted')
    const left = await listed(noor.post)
    assert.ok(!left.includes(interview))
    assert.ok(left.includes('See every duty done, and close the episode'))
    assert.ok((await listed(una)).includes(interview))
  }))

test('Where nobody else holds interviews it passes to the duty team, and not back to whoever is shut out.', () =>
  withInterviewers([], async ({ listed, shutOut }) => {
    assert.ok((await listed(noor.post)).includes(interview))
    await shutOut(noor.post, 'interview-restricted')
    assert.ok(!(await listed(noor.post)).includes(interview))
    assert.ok((await listed(cast.amira.post)).includes(interview))
  }))

test('Whoever is shut out of a section in which a duty does not lie holds it as before.', () =>
  withInterviewers([], async ({ listed, shutOut }) => {
    const before = await listed(noor.post)
    await shutOut(noor.post, 'health')
    assert.deepEqual(await listed(noor.post), before)
  }))
