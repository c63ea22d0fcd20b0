import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Application } from '../../src/application/carry-out.ts'
import { returnFigures, type ReturnsAsked } from '../../src/application/queries/return-figures.ts'
import { cast } from '../../src/cli/demonstration/cast.ts'
import { childIdOf } from '../../src/cli/demonstration/child-plan.ts'
import { figuresOf } from '../../src/domain/patterns/figures.ts'
import type { LondonDate } from '../../src/kernel/london.ts'
import { withApi, type Served } from '../support/api.ts'
import { protocols } from '../support/generated.ts'

type Member = (typeof cast)[keyof typeof cast]

const asVisitor = ({ author: { person, post } }: Member) => ({ person, post })
const always: ReturnsAsked = { from: '2000-01-01' as LondonDate, until: '2199-01-01' as LondonDate }

function application({ database: { store } }: Served): Application {
  return { store, protocols, directory: () => store.directory() }
}

test('An analyst counts the returns of their council without a name, and a manager those whom they read about.', () =>
  withApi(async (served) => {
    const app = application(served)
    const ofRuby = (await returnFigures(app, asVisitor(cast.ruby), always)).now.returns
    assert.ok(ofRuby.length > 0)
    assert.ok(ofRuby.every(({ readable }) => !readable))
    assert.ok(!ofRuby.some(({ child }) => child === childIdOf('nadia')), 'of the other council')
    const { rows } = await served.database.owner.query<{ name: string }>(
      'select name from whereabouts.child_card where name is not null',
    )
    for (const { name } of rows) assert.ok(!JSON.stringify(ofRuby).includes(name), name)
    const ofDawn = (await returnFigures(app, asVisitor(cast.dawn), always)).now.returns
    assert.ok(ofDawn.length > 0)
    assert.ok(ofDawn.every(({ readable }) => readable))
    assert.deepEqual((await returnFigures(app, asVisitor(cast.dylan), always)).now.returns, [])
  }))

test('A look names the children who are counted, with the purpose where they leave as a file.', () =>
  withApi(async (served) => {
    const app = application(served)
    const why = { purpose: 'For the board', reference: 'SCB 4' }
    const { now } = await returnFigures(app, asVisitor(cast.ruby), always, why)
    const { rows } = await served.database.owner.query(
      `select children, purpose, reference from whereabouts.look where what = 'figures of returns, exported'`,
    )
    const children = [...new Set(now.returns.map(({ child }) => child))]
    assert.deepEqual(rows, [{ children, purpose: 'For the board', reference: 'SCB 4' }])
  }))

test('As known before anything was written down there is no return, and now every figure adds up.', () =>
  withApi(async (served) => {
    const app = application(served)
    const knownOn = '2020-01-01' as LondonDate
    const { now, then } = await returnFigures(app, asVisitor(cast.ruby), { ...always, knownOn })
    assert.deepEqual(then?.returns, [])
    for (const { numerator, rest, excluded } of figuresOf(now.returns, now.at)) {
      const counted = [...numerator, ...rest, ...excluded].flatMap(({ returns }) => returns)
      assert.equal(counted.length, now.returns.length)
    }
  }))

test('What is counted says as much of the stored duties as the duties themselves.', () =>
  withApi(async (served) => {
    const { now } = await returnFigures(application(served), asVisitor(cast.ruby), always)
    for (const { episode, back } of now.returns) {
      const { rows } = await served.database.owner.query<{ due: string; met: string | null }>(
        `select to_char(due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as due,
           to_char(met_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as met
         from whereabouts.duty where episode = $1 and id = 'prevention-check'`,
        [episode],
      )
      assert.equal(back.check?.due[1], rows[0]?.due)
      assert.equal(back.check?.met?.[1], rows[0]?.met ?? undefined)
    }
  }))
