import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Application } from '../../src/application/carry-out.ts'
import {
  decideOn,
  exportCaseRecord,
  exportDisclosure,
  receiveRequest,
} from '../../src/application/commands/disclose.ts'
import { newId } from '../../src/application/ids.ts'
import { project } from '../../src/application/projections/project.ts'
import { childToDisclose, disclosure } from '../../src/application/queries/disclosures.ts'
import { disposedInWords, paperOf } from '../../src/application/record-paper.ts'
import type { Said } from '../../src/domain/access/disclosure/acts.ts'
import { dueFrom } from '../../src/domain/access/disclosure/request.ts'
import { entriesSaid } from '../../src/store/disposal/line.ts'
import { replayRegister } from '../../src/store/disposal/replay.ts'
import type { Project } from '../../src/store/read-side.ts'
import { rebuild } from '../../src/store/rebuild.ts'
import { verify } from '../../src/store/verify.ts'
import { londonDate, type LondonDate } from '../../src/kernel/london.ts'
import { cast } from '../support/cast.ts'
import { protocols } from '../support/generated.ts'
import { at } from '../support/at.ts'
import { entry } from '../support/chronology.ts'
import type { TestDatabase } from '../support/database.ts'
import { createStore } from '../../src/store/store.ts'
import {
  agree,
  anOldRecord,
  deciders,
  dispose,
  ofChild,
  secrets,
  withRetention,
  type Old,
} from './disposing.ts'
import { fresh, visitorAs, write } from './writing.ts'

const wilma = cast['information-governance']
const visitor = visitorAs(wilma)
const on = '2026-01-31' as LondonDate
const received = {
  kind: 'received',
  askedBy: 'Tyler',
  as: 'the-child',
  on,
  asked: 'Everything',
  due: dueFrom(on),
  dueByRule: true,
} as const
const why = { purpose: 'Subject access', reference: 'SAR 2026/115' }

/** An old record of which a home has disposed of its part; read, listed and disclosed by the rules of the product. */
function withoutTheHome(
  work: (
    made: Parameters<Parameters<typeof withRetention>[0]>[0] & {
      readonly over: Application
      readonly projecting: Project
      readonly child: Old['child']
    },
  ) => Promise<void>,
  before: (made: TestDatabase, child: Old['child'], episode: Old['episode']) => Promise<void> = () =>
    Promise.resolve(),
): Promise<void> {
  return withRetention(async (made) => {
    const { store } = made
    const over: Application = { store, protocols, directory: () => store.directory() }
    const inputs = { protocols, directory: await store.directory() }
    const projecting: Project = (subject, ...record) => project(inputs, subject, ...record)
    const council = ofChild('responsible-council-set', { council: wilma.organisation })
    const { child, episode } = await anOldRecord(made, [council])
    await before(made, child, episode)
    await agree(made, deciders.home, child)
    assert.equal((await dispose(made, made.register, projecting))[0]?.kind, 'disposed')
    await work({ ...made, over, projecting, child })
  })
}

test('What others still hold is disclosed after a disposal, which says whose part went, when and how much of it.', () =>
  withoutTheHome(async ({ over, child, register }) => {
    const [line] = register.read()
    const gone = {
      organisation: cast.carer.organisationName,
      on: londonDate(line!.line.at),
      entries: line!.line.content.length,
    }
    const sought = { kind: 'name', name: `Tyler ${secrets.council}` } as const
    assert.equal((await childToDisclose(over, visitor, sought))?.child, child)
    const request = await receiveRequest(over, visitor, wilma, newId(), child, received)
    const found = await disclosure(over, visitor, wilma, request)
    assert.deepEqual(
      found?.disposed.map(({ controller: _, ...said }) => said),
      [gone],
    )
    const text = JSON.stringify(found.standings)
    assert.ok(text.includes(secrets.force) && text.includes(secrets.council))
    assert.ok(!text.includes(secrets.home))
    const said = found.standings.map(({ passage, standing }): Said =>
      standing === 'ask-them'
        ? { kind: 'answered', passage: passage.id, answer: 'disclose', words: 'Yes' }
        : { kind: 'looked-through', passage: passage.id, words: 'Public' },
    )
    const looked = found.standings.map(({ passage }): Said => ({
      kind: 'looked-through',
      passage: passage.id,
      words: 'Public',
    }))
    await decideOn(over, visitor, wilma, { request, command: newId() }, () => ({
      said: [...said, ...looked],
    }))
    const asked = { ...why, request, command: newId(), format: 'json' } as const
    const saved = await exportDisclosure(over, visitor, wilma, asked)
    assert.ok(saved.kind === 'exported')
    assert.deepEqual(saved.record.disposed, [gone])
    assert.ok(JSON.stringify(saved.record).includes(secrets.force))
    const paper = JSON.stringify(paperOf(saved.record))
    assert.ok(paper.includes(disposedInWords(gone)))
    assert.match(disposedInWords({ ...gone, entries: 1 }), /disposed of one entry/)
    assert.ok(!paper.includes(secrets.home))
    const own = await exportCaseRecord(over, visitor, wilma, { ...why, child })
    assert.ok(own.kind === 'exported')
    // Their own part is whole.
    assert.deepEqual(own.record.disposed, [])
  }))

test('Of a record at rest there is nothing but who discloses it: no list, no duty, no reading, no opening in an emergency.', () =>
  withoutTheHome(async ({ app, owner, maintainer, child, projecting, register }) => {
    const { rows } = await owner.query<{ section: string }>(
      'select distinct section from whereabouts.access_grant where subject = $1',
      [child],
    )
    assert.deepEqual(rows, [{ section: 'disclosure' }])
    for (const table of ['episode_card', 'board', 'duty'])
      assert.equal(
        (await owner.query(`select from whereabouts.${table} where subject = $1`, [child])).rowCount,
        0,
      )
    const client = await app.connect()
    try {
      await client.query('begin')
      await client.query(
        `select set_config('whereabouts.person', $1, true), set_config('whereabouts.post', $2, true)`,
        [wilma.person, wilma.post],
      )
      for (const table of ['child_card', 'subject', 'stream', 'entry', 'entry_content'])
        assert.equal((await client.query(`select from whereabouts.${table}`)).rowCount, 0, table)
      const opened = await client.query<{ child: string | null }>(
        `select whereabouts.open_in_emergency(gen_random_uuid(), null, $1, '1945-05-04', '{core}', 'x') as child`,
        [`Tyler ${secrets.council}`],
      )
      assert.equal(opened.rows[0]?.child, null)
    } finally {
      await client.query('rollback')
      client.release()
    }
    assert.deepEqual((await rebuild(maintainer, projecting)).differences, [])
    await owner.query('delete from whereabouts.access_grant where subject = $1', [child])
    assert.equal((await rebuild(maintainer, projecting, { repair: true })).repaired, 1)
    assert.deepEqual((await rebuild(maintainer, projecting)).differences, [])
    assert.equal(await replayRegister(maintainer, register, projecting), 0)
    const verified = await verify(maintainer, undefined, undefined, register.read())
    assert.deepEqual(verified.faults, [])
  }))

test('How many entries went is said of those alone of which it may be said that they were there.', () => {
  const content = (...all: readonly (readonly string[])[]) => ({
    content: all.map((sections, place) => ({ entry: String(place), sections })),
  })
  const silent = [['police-intelligence'], ['protected-address'], ['shut-out']]
  assert.equal(entriesSaid(content(...silent)), 0)
  assert.equal(entriesSaid(content(...silent, ['core'], ['core', 'police-intelligence'], ['health'])), 3)
})

test('Of an entry of which the rest was disposed of it is said that there was more, and of neither who nor when.', () =>
  withoutTheHome(
    async ({ over, child }) => {
      const request = await receiveRequest(over, visitor, wilma, newId(), child, received)
      const found = await disclosure(over, visitor, wilma, request)
      const left = found?.standings.filter(({ passage }) => passage.section === 'interview-restricted')
      assert.deepEqual(
        left?.map(({ passage: { type, by, occurred } }) => [type, by.name, by.organisationName, occurred.at]),
        [
          [
            'part-of-an-entry-of-which-the-rest-was-disposed-of',
            'somebody whose part was disposed of',
            'an organisation that has disposed of its part',
            at('2009-03-29T00:20'),
          ],
        ],
      )
      assert.equal(left[0]?.passage.by.person, '00000000-0000-0000-0000-000000000000')
      const text = JSON.stringify(found)
      assert.ok(text.includes('Nobody asked me'))
      assert.ok(!text.includes('The summer house') && !text.includes(cast.carer.name))
    },
    async ({ maintainer }, subject, episode) => {
      const then = createStore({ app: maintainer, recordedAt: () => at('2009-03-29T00:20') })
      const body = {
        interviewer: 'Ruth',
        caresForChild: true,
        allocatedWorker: false,
        where: 'The summer house',
        present: 'Ruth',
        childsWords: 'Nobody asked me',
      }
      const held = fresh(entry('interview-held', '2009-03-28T23:30', body, { by: cast.carer }))
      await write(then, { subject, episodes: { [episode]: [held] } }, visitorAs(cast.carer))
    },
  ))
