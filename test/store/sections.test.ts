import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { carryOut, type Application, type Outcome } from '../../src/application/carry-out.ts'
import { entryOf } from '../../src/application/commands/begin-episode.ts'
import { addToRecord } from '../../src/application/commands/add-to-record.ts'
import { childEntryOf } from '../../src/application/commands/register-child.ts'
import { childPage } from '../../src/application/queries/child-page.ts'
import { episodePage, type EpisodePage } from '../../src/application/queries/episode-page.ts'
import { findChildren } from '../../src/application/queries/find-children.ts'
import type { ChildBodies } from '../../src/domain/child/child.ts'
import { commands, type CommandName } from '../../src/domain/episode/command.ts'
import type { EpisodeBodies } from '../../src/domain/episode/entries.ts'
import type { Author, EntryId } from '../../src/domain/episode/entry.ts'
import { momentOf } from '../../src/kernel/moment.ts'
import { keepDirectory } from '../../src/store/directory.ts'
import { createStore } from '../../src/store/store.ts'
import { verify } from '../../src/store/verify.ts'
import { cast } from '../support/cast.ts'
import { withDatabase, type TestDatabase } from '../support/database.ts'
import { Child, everyone, type Placed } from '../support/everyone-and-a-child.ts'
import { protocols } from '../support/generated.ts'

type Told = Required<Placed>

/** A child with whom everybody of the cast works, missing and reported, and the application of people's requests. */
async function withAChild(run: (app: Application, told: Told, database: TestDatabase) => Promise<void>) {
  await withDatabase(async (database) => {
    await keepDirectory(database.maintainer, everyone)
    const own = await new Child(maintained(database), cast['team-manager']).everybodys()
    const episode = await own.episode(cast.carer, cast.police)
    const app = { store: database.store, protocols, directory: () => database.store.directory() }
    await run(app, { child: own.id, episode }, database)
  })
}

function maintained(database: TestDatabase): Application {
  return {
    store: createStore({ app: database.maintainer }),
    protocols,
    directory: () => Promise.resolve(everyone),
  }
}

const asking = ({ person, post }: Author) => ({ person, post })
const occurred = () => ({ at: momentOf(Temporal.Now.instant()), precision: 'minute' }) as const

async function does<N extends CommandName>(
  app: Application,
  { child, episode }: Told,
  author: Author,
  name: N,
  body: EpisodeBodies[(typeof commands)[N]],
): Promise<{ readonly outcome: Outcome; readonly entry: EntryId }> {
  const entry = entryOf(author, commands[name], occurred(), body)
  const { shown } = await seen(app, { child, episode }, author)
  const outcome = await carryOut(app, {
    visitor: asking(author),
    author,
    child,
    episode,
    key: { id: randomUUID(), requestHash: 'x' },
    shown,
    levels: ['low', 'medium', 'high'],
    commands: [{ name, entry }],
  })
  return { outcome, entry: entry.id }
}

async function seen(app: Application, { episode }: Told, author: Author): Promise<EpisodePage> {
  const page = await episodePage(app, asking(author), author, episode)
  assert.ok(page !== undefined, author.role)
  return page
}

async function adds<T extends 'health-known' | 'address-protected'>(
  app: Application,
  { child }: Told,
  author: Author,
  type: T,
  body: ChildBodies[T],
) {
  const entry = childEntryOf(author, type, occurred(), body)
  const key = { id: randomUUID(), requestHash: 'x' }
  return addToRecord(app, { visitor: asking(author), author, child, key, entry })
}

const roles = ['carer', 'police', 'social-worker', 'duty-team', 'school', 'health-nurse'] as const

/** Which of them read a text anywhere on the page of the episode or of the child. */
async function whoReads(app: Application, told: Told, text: string): Promise<readonly string[]> {
  const readers: string[] = []
  for (const role of roles) {
    const pages = [await seen(app, told, cast[role]), await childPage(app, asking(cast[role]), told.child)]
    if (JSON.stringify(pages).includes(text)) readers.push(role)
  }
  return readers
}

test('The name of another child is read by whoever plans the child’s care, and by others as “another child”.', () =>
  withAChild(async (app, told, { owner }) => {
    const text = 'Kai Mensah saw him; Kai thinks he is at the arcade.'
    const from = 'Kai Mensah'
    const { entry } = await does(app, told, cast.carer, 'record-information', {
      from,
      text,
      otherChildren: ['Kai Mensah'],
    })
    await does(app, told, cast.carer, 'correct-entry', {
      corrects: entry,
      changes: { text: 'Kai Mensah saw him at the station.' },
      reason: 'Kai said it again',
      needsSecond: false,
      otherChildren: ['Kai Mensah'],
    })
    assert.deepEqual(await whoReads(app, told, 'Mensah'), ['social-worker', 'duty-team'])
    assert.deepEqual(await whoReads(app, told, 'another child thinks'), [
      'carer',
      'police',
      'school',
      'health-nurse',
    ])
    const others = await owner.query<{ text: string }>(
      `select convert_from(bytes, 'UTF8') as text from whereabouts.entry_content where section <> 'other-children'`,
    )
    assert.ok(others.rows.every(({ text: written }) => !written.includes('Kai')))
  }))

test('A name that is also a value of the record changes no value of the record.', () =>
  withAChild(async (app, told) => {
    const body = {
      seenBy: 'Well',
      howKnown: 'By his photograph',
      inChargeOf: 'PC Hargreaves',
      where: 'The station',
      outcome: 'well',
      otherChildren: ['well', 'Well'],
    } as const
    assert.equal((await does(app, told, cast.police, 'record-location', body)).outcome.kind, 'done')
    const { episode } = await seen(app, told, cast.carer)
    assert.equal(episode.located?.body.outcome, 'well')
    assert.equal(episode.located.body.seenBy, 'another child')
  }))

test('What police record for police is there for police alone, and holds nobody else up.', () =>
  withAChild(async (app, told, { owner, app: pool, maintainer }) => {
    const before = await seen(app, told, cast.carer)
    const { entry } = await does(app, told, cast.police, 'record-intelligence', {
      text: 'Seen in a grey van',
      source: 'untested',
      assessment: 'known-directly',
      handling: 'may-be-shared',
    })
    await does(app, told, cast.police, 'correct-entry', {
      corrects: entry,
      changes: { text: 'Seen in a blue van' },
      reason: 'It was blue',
      needsSecond: false,
    })
    assert.deepEqual(await whoReads(app, told, 'a blue van'), ['police'])
    const after = await seen(app, told, cast.carer)
    assert.deepEqual(after.chronology, before.chronology)
    assert.equal(after.shown, before.shown)
    // It was never shown to the carer, so it overtakes nothing that they decide.
    const back = { to: 'Fernside', how: 'by-themselves' } as const
    assert.equal((await does(app, told, cast.carer, 'record-return', back)).outcome.kind, 'done')
    await does(app, told, cast.police, 'record-in-error', {
      scope: { kind: 'entry', entry },
      why: 'did-not-happen',
      reason: 'Another boy in the blue van',
    })
    assert.deepEqual(await whoReads(app, told, 'blue van'), ['police'])
    const sections = await owner.query<{ own: string }>(
      `select sections[1] as own from whereabouts.entry where stream = $1 order by sequence`,
      [told.episode],
    )
    assert.equal(sections.rows.filter(({ own }) => own === 'police-intelligence').length, 3)
    const card = await owner.query<{ sequence: number }>('select sequence from whereabouts.episode_card')
    assert.equal(
      card.rows[0]?.sequence,
      after.shown + 1 + 2,
      'of the core alone: the return stands after two hidden',
    )
    const carers = await asApp(pool, cast.carer, 'select sections from whereabouts.entry')
    assert.ok(carers.every(({ sections: of }) => !String(of).includes('police-intelligence')))
    assert.deepEqual((await verify(maintainer)).faults, [])
  }))

test('A part of what a child told an interviewer reaches those with whom it is shared, and nothing else does.', () =>
  withAChild(async (app, told, { app: pool }) => {
    await does(app, told, cast.carer, 'record-return', { to: 'Fernside', how: 'by-themselves' })
    await does(app, told, cast['missing-service'], 'offer-interview', {
      how: 'in-person',
      by: 'Jade',
      choice: 'Where',
    })
    const { entry: interview } = await does(app, told, cast['missing-service'], 'record-interview', {
      interviewer: 'Jade Whitcombe',
      caresForChild: false,
      allocatedWorker: false,
      where: 'The park',
      present: 'Jade',
      childsWords: 'I was frightened of the new boy. I want Ruth to know.',
    })
    assert.deepEqual(await whoReads(app, told, 'frightened'), ['social-worker'])
    const shared = await does(app, told, cast['missing-service'], 'share-passage', {
      interview,
      with: cast.carer.organisation,
      name: cast.carer.organisationName,
      why: 'They asked for it',
      basis: 'To look after them',
      wished: 'That Ruth knows',
      purpose: 'carer',
      passage: 'I want Ruth to know.',
    })
    assert.equal(shared.outcome.kind, 'done')
    assert.deepEqual(await whoReads(app, told, 'I want Ruth to know'), ['carer', 'social-worker'])
    assert.deepEqual(await whoReads(app, told, 'frightened'), ['social-worker'])
    assert.deepEqual(await whoReads(app, told, 'They asked for it'), [...roles])
    const rows = await asApp(
      pool,
      cast.carer,
      'select section from whereabouts.entry_content where section like $1',
      ['interview-%'],
    )
    assert.deepEqual(rows, [{ section: 'interview-passage' }])
    const noInterview = await does(app, told, cast['missing-service'], 'share-passage', {
      interview: shared.entry,
      with: cast.carer.organisation,
      name: 'Home',
      why: 'None',
      basis: 'None',
      wished: 'None',
      purpose: 'carer',
      passage: 'None',
    })
    assert.deepEqual(noInterview.outcome, { kind: 'refused', refusal: { kind: 'not-an-interview' } })
  }))

test('Health is read by those who care and look, and a protected address by few and found by nobody.', () =>
  withAChild(async (app, told, { owner }) => {
    await adds(app, told, cast.carer, 'health-known', {
      kind: 'medication',
      text: 'Insulin at eight',
      without: 'Coma within a day',
    })
    const address = { address: '1 Hidden Yard', keptFrom: 'His uncle', why: 'He looked for him' }
    assert.equal((await adds(app, told, cast['social-worker'], 'address-protected', address)).kind, 'done')
    assert.equal((await adds(app, told, cast.carer, 'address-protected', address)).kind, 'may-not')
    const withHealth = ['carer', 'police', 'social-worker', 'duty-team', 'health-nurse']
    assert.deepEqual(await whoReads(app, told, 'Coma within'), withHealth)
    assert.deepEqual(await whoReads(app, told, 'Hidden Yard'), ['carer', 'social-worker', 'duty-team'])
    for (const role of roles)
      assert.deepEqual((await findChildren(app, asking(cast[role]), 'hidden')).cards, [], role)
    const { rows } = await owner.query<{ text: string }>(
      `select row(c.*)::text || row(b.*)::text as text from whereabouts.child_card c join whereabouts.board b using (subject)`,
    )
    assert.ok(
      rows.length > 0 && rows.every(({ text }) => !text.includes('Hidden') && !text.includes('Insulin')),
    )
  }))

async function asApp(
  pool: TestDatabase['app'],
  { person, post }: Author,
  text: string,
  values: string[] = [],
) {
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query(
      `select set_config('whereabouts.person', $1, true), set_config('whereabouts.post', $2, true)`,
      [person, post],
    )
    return (await client.query<Record<string, unknown>>(text, values)).rows
  } finally {
    await client.query('rollback')
    client.release()
  }
}
