import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Application, Outcome } from '../../src/application/carry-out.ts'
import { newId } from '../../src/application/ids.ts'
import { cast } from '../../src/cli/demonstration/cast.ts'
import type { Chronology } from '../../src/domain/episode/entries.ts'
import type { Author } from '../../src/domain/episode/entry.ts'
import { momentOf } from '../../src/kernel/moment.ts'
import {
  aChild,
  anEpisode,
  now,
  raise,
  rounds,
  send,
  sixteen,
  withApplication,
  written,
  type Asked,
  type Away,
} from './races.ts'

const [first, second] = [sixteen[1]!, sixteen[2]!]

test('Sixteen people who add to one episode at once all get through, and each entry has its own number.', () =>
  withApplication(async (app) => {
    for (let round = 0; round < rounds; round++) {
      const away = await anEpisode(app)
      const shown = (await written(app, away)).length
      const outcomes = await Promise.all(
        sixteen.map((by) => send(app, away, { by, name: 'add-note', body: { text: by.name }, shown })),
      )
      assert.deepEqual(new Set(outcomes.map(({ kind }) => kind)), new Set(['done']))
      const chronology = await written(app, away)
      assert.deepEqual(
        chronology.map(({ sequence }) => sequence),
        Array.from({ length: shown + 16 }, (_, place) => place + 1),
      )
      const notes = chronology.slice(shown).map(({ body }) => ('text' in body ? body.text : ''))
      assert.deepEqual(notes.toSorted(), sixteen.map(({ name }) => name).toSorted())
    }
  }))

test('Of two officers who grade at once one is recorded, and the other is shown that grade.', () =>
  withApplication(async (app) => {
    for (let round = 0; round < rounds; round++) {
      const away = await reported(app)
      const nextReview = momentOf(Temporal.Instant.from(away.at).add({ hours: 4 }))
      const graded = (level: 'medium' | 'high') => ({
        level,
        accountOf: 'Milo Grant',
        indicators: ['Left without her coat'],
        reason: 'Fourteen, alone after dark',
        firstActions: 'Patrol to the weir',
        nextReview,
        supervisor: 'PS Imran Shah',
      })
      await raced(app, away, [
        { by: cast.lena.author, name: 'assess-risk', body: graded('medium') },
        { by: cast.imran.author, name: 'assess-risk', body: graded('high') },
      ])
    }
  }))

test('Of two carers who record a return at once one is recorded, and the other is shown it.', () =>
  withApplication(async (app) => {
    for (let round = 0; round < rounds; round++) {
      const back = { to: 'Larch House', how: 'by-themselves' } as const
      await raced(app, await reported(app), [
        { by: first, name: 'record-return', body: { ...back, condition: 'Cold' } },
        { by: second, name: 'record-return', body: { ...back, condition: 'Well' } },
      ])
    }
  }))

test('Of two who close at once one does, and the other is shown how it was closed.', () =>
  withApplication(async (app) => {
    for (let round = 0; round < rounds; round++) {
      const away = await reported(app)
      const shown = (await written(app, away)).length
      const back = { to: 'Larch House', how: 'by-themselves' } as const
      await done(send(app, away, { by: first, name: 'record-return', body: back, shown }))
      const leftOpen = await reasonsFor(app, away)
      await raced(app, away, [
        { by: cast.sam.author, name: 'close-episode', body: { summary: 'By Sam', leftOpen } },
        { by: cast.grace.author, name: 'close-episode', body: { summary: 'By Grace', leftOpen } },
      ])
    }
  }))

test('A decision that others add to meanwhile is overtaken or stands on what it was shown, never on less.', () =>
  withApplication(async (app) => {
    for (let round = 0; round < rounds; round++) {
      const away = await reported(app)
      const shown = (await written(app, away)).length
      const back = { to: 'Larch House', how: 'by-themselves' } as const
      const [decided, ...added] = await Promise.all([
        send(app, away, { by: first, name: 'record-return', body: back, shown }),
        ...sixteen.slice(8).map((by) => send(app, away, { by, name: 'add-note', body: { text: by.name } })),
      ])
      assert.ok(added.every(({ kind }) => kind === 'done'))
      const chronology = await written(app, away)
      assert.equal(chronology.length, shown + 8 + (decided.kind === 'done' ? 1 : 0))
      if (decided.kind === 'done') assert.equal(chronology[shown]!.type, 'returned')
      else assertOvertakenBy(decided, chronology.slice(shown, shown + sinceOf(decided).length))
    }
  }))

test('One command that arrives four times at once is one entry with one answer.', () =>
  withApplication(async (app) => {
    for (let round = 0; round < rounds; round++) {
      const away = await anEpisode(app)
      const before = await written(app, away)
      const once = { by: first, name: 'add-note', body: { text: 'Pressed twice' }, id: newId() } as const
      const outcomes = await Promise.all([1, 2, 3, 4].map(() => send(app, away, once)))
      assert.deepEqual(outcomes, Array(4).fill({ kind: 'done', episode: away.episode }))
      assert.equal((await written(app, away)).length, before.length + 1)
    }
  }))

test('Two who send one command id at once: one is answered, the other is told that it is taken and nothing else.', () =>
  withApplication(async (app) => {
    for (let round = 0; round < rounds; round++) {
      const away = await anEpisode(app)
      const id = newId()
      const note = (by: Author) =>
        send(app, away, { by, name: 'add-note', body: { text: 'The same words' }, id })
      const outcomes = await Promise.all([note(first), note(second)])
      const winner = outcomes.findIndex(({ kind }) => kind === 'done')
      assert.deepEqual(outcomes[winner], { kind: 'done', episode: away.episode })
      assert.deepEqual(outcomes[1 - winner], { kind: 'command-taken' })
      const [entry, ...more] = (await written(app, away)).filter(({ type }) => type === 'note-added')
      assert.deepEqual([entry?.by.person, more], [[first, second][winner]!.person, []])
      // Whoever may not see the child gets the same answer to a used id as to one that nobody has used.
      const stranger = { by: cast.ann.author, name: 'add-note', body: { text: 'The same words' } } as const
      assert.deepEqual(await send(app, away, { ...stranger, id }), await send(app, away, stranger))
    }
  }))

test('Two who raise a concern about one child at once begin one episode, and the other is offered it.', () =>
  withApplication(async (app, { owner }) => {
    for (let round = 0; round < rounds; round++) {
      const at = await now(app)
      const child = await aChild(app, at)
      const outcomes = await Promise.all([raise(app, first, child, at), raise(app, second, child, at)])
      const begun = outcomes.find((outcome) => outcome.kind === 'done')
      const other = outcomes.find((outcome) => outcome !== begun)
      assert.deepEqual(other, {
        kind: 'refused',
        refusal: { kind: 'already-open', episode: begun?.episode },
      })
      const { rows } = await owner.query(
        `select distinct stream, c.episode as card, b.episode as board from whereabouts.entry e
         join whereabouts.stream s on s.id = e.stream and s.kind = 'episode'
         left join whereabouts.episode_card c on c.subject = e.subject
         left join whereabouts.board b on b.subject = e.subject where e.subject = $1`,
        [child],
      )
      assert.deepEqual(rows, [{ stream: begun?.episode, card: begun?.episode, board: begun?.episode }])
    }
  }))

async function reported(app: Application): Promise<Away> {
  const away = await anEpisode(app)
  const police = { kind: 'rang', number: '101', callTaker: 'Call-taker 7718' } as const
  const shown = (await written(app, away)).length
  await done(send(app, away, { by: sixteen[0]!, name: 'report-missing', body: { police }, shown }))
  return away
}

/** Both decide on the same page. One is recorded; the other is overtaken by that very entry, and nothing of it is kept. */
async function raced(app: Application, away: Away, both: readonly [Asked, Asked]): Promise<void> {
  const shown = (await written(app, away)).length
  const outcomes = await Promise.all(both.map((asked) => send(app, away, { ...asked, shown })))
  const kinds = outcomes.map(({ kind }) => kind)
  assert.deepEqual(kinds.toSorted(), ['done', 'overtaken'], JSON.stringify(outcomes))
  const since = (await written(app, away)).slice(shown)
  assert.deepEqual(
    since.map(({ by, body }) => [by.person, body]),
    [both[kinds.indexOf('done')]!].map(({ by, body }) => [by.person, body]),
  )
  assertOvertakenBy(
    outcomes.find(({ kind }) => kind === 'overtaken')!,
    since,
  )
}

function assertOvertakenBy(outcome: Outcome, since: Chronology): void {
  assert.deepEqual(
    sinceOf(outcome).map(({ id, sequence }) => [id, sequence]),
    since.map(({ id, sequence }) => [id, sequence]),
  )
  assert.notEqual(since.length, 0)
}

function sinceOf(outcome: Outcome): Chronology {
  if (outcome.kind !== 'overtaken') throw new Error(`Not overtaken: ${JSON.stringify(outcome)}`)
  return outcome.since
}

/** Every duty that is still owed may stay undone, for a reason each. */
async function reasonsFor(app: Application, away: Away): Promise<Readonly<Record<string, string>>> {
  const shown = (await written(app, away)).length
  const tried = { by: cast.sam.author, name: 'close-episode', shown } as const
  const refused = await send(app, away, { ...tried, body: { summary: 'Tried', leftOpen: {} } })
  if (refused.kind !== 'refused' || refused.refusal.kind !== 'duties-open')
    throw new Error(`Closing was not refused for what is owed: ${JSON.stringify(refused)}`)
  return Object.fromEntries(refused.refusal.duties.map(({ duty }) => [duty, 'A race of a test']))
}

async function done(outcome: Promise<Outcome>): Promise<void> {
  assert.equal((await outcome).kind, 'done', JSON.stringify(await outcome))
}
