import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { apiTokenHash, newApiToken } from '../../src/application/api-tokens.ts'
import { newId } from '../../src/application/ids.ts'
import { chanceOf } from '../../src/cli/generated/chance.ts'
import type { Author } from '../../src/domain/episode/entry.ts'
import { keepToken } from '../../src/store/api-tokens.ts'
import { keepDirectory } from '../../src/store/directory.ts'
import { createSessions } from '../../src/store/sessions.ts'
import {
  aChildOfEverything,
  maintained,
  marks,
  someoneElsewhere,
  type Marked,
} from '../support/a-child-of-everything.ts'
import { serverOver } from '../support/who-may-server.ts'
import { cast, idFor } from '../support/cast.ts'
import { withDatabase, type TestDatabase } from '../support/database.ts'
import { Child, everyone } from '../support/everyone-and-a-child.ts'
import { Caller } from '../support/journey-http.ts'
import { rolesInTable, whoMayTable } from '../support/who-may.ts'

const full = process.env['SIZE'] === 'full'
const seed = process.env['SEED'] ?? randomUUID().slice(0, 8)
const asked = rolesInTable.filter((role) => full || chanceOf(seed, 'who reads', role).happens(0.35))

const home = 'core plan health protected-address interview-passage'
const interviewer = 'core plan interview-shared interview-restricted interview-passage'
const police = 'core plan health police-intelligence interview-shared'
const worker = `${interviewer} health protected-address other-children`

/** What each role reads of a child with whom everybody works, missing from the home where they live, by whichever ways
    their role comes to one. Written by hand from what was decided. */
const reads: Readonly<Record<string, string>> = {
  carer: home,
  'home-on-call': home,
  'provider-manager': home,
  'social-worker': worker,
  'team-manager': `${worker} shut-out`,
  'duty-team': 'core plan health protected-address other-children',
  'responsible-council': 'core plan health',
  'missing-service': interviewer,
  'missing-coordinator': `${interviewer} shut-out`,
  'host-council': 'core plan',
  'reviewing-officer': `${interviewer} shut-out`,
  'senior-manager': 'core plan',
  school: 'core plan',
  'health-nurse': 'core plan health',
  police,
  'police-supervisor': police,
  hospital: '',
  analyst: '',
  'information-governance': '',
  administrator: '',
  // Sees what the child sees, by pages of their own: none of the words stands there unless the child wrote it.
  advocate: '',
  // It reads one page, the board, and none of the words stands there.
  wallboard: '',
}

test('On every page and in every answer about a child each role finds what its sections hold, and nothing of the others.', () =>
  withDatabase(async (database) => {
    await keepDirectory(database.maintainer, everyone)
    const told = await aChildOfEverything(database)
    const asker = await askers(database)
    let [found, kept] = [0, 0]
    try {
      for (const role of asked) {
        const texts: string[] = []
        for (const path of pathsAbout(told)) {
          const text = await asker.read(role, path)
          texts.push(text)
          const wrong = (Object.keys(marks) as Marked[]).filter(
            (section) => text.includes(marks[section]) && !words(reads[role]!).includes(section),
          )
          assert.deepEqual(wrong, [], `${role} at ${path}`)
        }
        for (const section of Object.keys(marks) as Marked[]) {
          const isThere = texts.some((text) => text.includes(marks[section]))
          assert.equal(isThere, words(reads[role]!).includes(section), `${role}, ${section}`)
          if (isThere) found++
          else kept++
        }
      }
    } finally {
      await asker.close()
    }
    console.log(
      `seed ${seed}, ${asked.length} of ${rolesInTable.length} roles, ${found} cells found, ${kept} kept`,
    )
  }))

test('A search, a list and a page that fetches itself show nobody a record that is not theirs, and guesses find nothing.', () =>
  withDatabase(async (database) => {
    await keepDirectory(database.maintainer, everyone)
    const told = await aChildOfEverything(database)
    const elsewhere: Author = { ...cast['team-manager'], organisation: idFor('Elsewhere Council') }
    const other = await new Child(maintained(database), { ...elsewhere, ...someoneElsewhere }).registered()
    const asker = await askers(database)
    try {
      for (const role of asked) {
        // Nobody is found by what stands in a section, whoever may read it.
        for (const word of [...Object.values(marks), 'robin'])
          for (const path of [`/children?q=${word}`, `/report?q=${word}`, `/api/v1/children?q=${word}`]) {
            const text = await asker.read(role, path)
            assert.ok(!text.includes(other.id), `${role} at ${path}`)
            assert.ok(word === 'robin' || !text.includes(told.child), `${role} at ${path}`)
          }
        for (const path of ['/board', '/duties', '/api/v1/board', '/api/v1/duties', '/api/v1/children-here'])
          assert.ok(!(await asker.read(role, path)).includes(other.id), `${role} at ${path}`)
        for (let guess = 0; guess < (full ? 20 : 1); guess++) {
          const paths = pathsAbout({ child: newId(), episode: newId(), entry: newId() })
          await Promise.all(
            paths
              .filter((path) => !listed.has(path))
              .map(async (path) =>
                assert.ok([403, 404].includes(await asker.status(role, path)), `${role} at ${path}`),
              ),
          )
        }
      }
    } finally {
      await asker.close()
    }
  }))

const words = (text: string): readonly string[] => text.split(' ').filter((word) => word !== '')

const listed = new Set(['/board', '/duties', '/api/v1/board', '/api/v1/duties', '/api/v1/children-here'])

/** Every GET of the pages and of the API that is about a child or an episode, and the lists and searches that may name one. */
function pathsAbout({
  child,
  episode,
  entry,
}: {
  child: string
  episode: string
  entry: string
}): readonly string[] {
  const about = whoMayTable
    .filter(
      ({ route, about: of }) =>
        route.startsWith('GET ') && (of === 'child' || of === 'episode' || of === 'looks'),
    )
    .map(({ route }) => route.slice(4))
    .flatMap((route) =>
      route.includes(':question')
        ? ['last-seen', 'with-whom', 'medication'].map((slug) => route.replace(':question', slug))
        : [route],
    )
    .map((route) =>
      route
        .replace(':child', child)
        .replace(':episode', episode)
        .replace(':entry', entry)
        .replace(':kind', 'place')
        .replace('*', 'grade-risk'),
    )
  return [...about, `/episodes/${episode}?as-known-at=2199-01-01T00:00:00.000Z`, ...listed]
}

/** Everyone of the cast, signed in as a person and with a token as a machine. */
async function askers(database: TestDatabase) {
  const { maintainer } = database
  // Whoever is asked last has waited longer than a session lasts without a person.
  const sessions = createSessions(database.app, { idle: 'PT12H', longest: 'PT12H' })
  const server = await serverOver(database, { sessions })
  const address = await server.listen({ port: 0, host: '127.0.0.1' })
  const people = new Map<string, { readonly caller: Caller; readonly token: string }>()
  for (const role of rolesInTable) {
    const { post } = cast[role as keyof typeof cast]
    const caller = new Caller({ address, data: '' })
    await caller.signIn(post)
    const token = newApiToken()
    const hash = apiTokenHash(token)!
    await keepToken(maintainer, { id: newId<'api-token'>(), hash, post, name: 'a test' })
    people.set(role, { caller, token })
  }
  const ask = async (role: string, path: string, live = false): Promise<{ status: number; text: string }> => {
    const { caller, token } = people.get(role)!
    if (path.startsWith('/api/')) {
      const answer = await fetch(`${address}${path}`, { headers: { authorization: `Bearer ${token}` } })
      return { status: answer.status, text: await answer.text() }
    }
    return live ? caller.get(path, { 'x-whereabouts-automatic': 'yes' }) : caller.arrive(path)
  }
  return {
    status: async (role: string, path: string) => (await ask(role, path)).status,
    /** What is answered, and on pages what a page that fetches itself gets as well. */
    read: async (role: string, path: string) => {
      const { status, text } = await ask(role, path)
      assert.ok(status < 500, `${role} at ${path}: ${status}`)
      return path.startsWith('/api/') ? text : text + (await ask(role, path, true)).text
    },
    close: () => server.close(),
  }
}
