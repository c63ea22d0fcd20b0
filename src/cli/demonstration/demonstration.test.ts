import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { mayDo } from '../../domain/access/may.ts'
import { commands } from '../../domain/episode/command.ts'
import { organisationKinds } from '../../domain/episode/entry.ts'
import { roles } from '../../domain/episode/roles.ts'
import { ageOn, londonDate } from '../../kernel/london.ts'
import { momentAt } from '../../kernel/moment.ts'
import { parseReference } from '../../kernel/reference.ts'
import { cast } from './cast.ts'
import { tellingsOf } from './child-plan.ts'
import { children } from './children.ts'
import { clockAt } from './clock.ts'
import { commandOf, referenceOf } from './episode-plan.ts'
import { episodes } from './episodes.ts'
import { demonstrationDirectory } from './partnership.ts'
import { settings } from './settings.ts'

const moments = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2035, 0, 1) }).map(momentAt)
const drama = /^(?:01632 960\d{3}|07700 900\d{3}|020 7946 0\d{3})$/

function everything(clock = clockAt(momentAt(Date.UTC(2026, 10, 21)))) {
  return {
    told: children.flatMap((plan) => tellingsOf(plan, clock).flatMap(({ entries }) => entries)),
    done: episodes.flatMap((plan) => plan.steps.map((one) => commandOf(plan, one, clock))),
  }
}

suite('the demonstration', () => {
  test('has someone for each role that is held in a post, and for each kind of organisation', () => {
    const members = Object.values(cast)
    const held = new Set(members.map(({ post }) => post.role))
    assert.deepEqual(
      roles.filter((role) => !held.has(role)),
      ['parents'],
    )
    const kinds = new Set(members.map(({ author }) => author.organisationKind))
    assert.deepEqual(
      organisationKinds.filter((kind) => !kinds.has(kind)),
      [],
    )
  })

  test('rings nobody: every telephone number is of the ranges kept for drama', () => {
    const { organisations, posts } = demonstrationDirectory
    const numbers = [
      ...organisations.flatMap(({ telephone, outOfHoursTelephone }) => [telephone, outOfHoursTelephone]),
      ...posts.map(({ telephone }) => telephone),
      ...Object.values(settings).map(({ telephone }) => telephone),
      ...children.map(({ identity }) => identity.telephone),
    ].filter((number) => number !== undefined)
    assert.deepEqual(
      numbers.filter((number) => !drama.test(number)),
      [],
    )
  })

  test('is the same each time: ids and references do not change with the hour, and none comes twice', () => {
    fc.assert(
      fc.property(moments, (now) => {
        const idsIn = ({ told, done }: ReturnType<typeof everything>) =>
          [...told, ...done.map(({ entry }) => entry)].map(({ id }) => id)
        assert.deepEqual(idsIn(everything(clockAt(now))), idsIn(everything()))
      }),
      { numRuns: 10 },
    )
    const { told, done } = everything()
    const ids = [...told, ...done.map(({ entry }) => entry)].map(({ id }) => id)
    assert.equal(new Set(ids).size, ids.length)
    const references = episodes.map(({ key }) => referenceOf(key))
    assert.equal(new Set(references).size, references.length)
    for (const reference of references) assert.equal(parseReference(reference), reference)
  })

  test('has every child at the age that is told, on any day of loading', () => {
    fc.assert(
      fc.property(
        moments,
        fc.integer({ min: 0, max: 17 }),
        fc.integer({ min: 0, max: 11 }),
        (now, years, months) => {
          assert.equal(ageOn(clockAt(now).bornAt(years, months), londonDate(now)), years)
        },
      ),
    )
  })

  test('names only children that there are, and everyone does only what their role may do', () => {
    const known = new Set(children.map(({ key }) => key))
    for (const { child, steps, key } of episodes) {
      assert.ok(known.has(child), key)
      for (const { by, command } of steps) assert.ok(mayDo(cast[by].author, command), `${by} ${command}`)
    }
  })

  test('writes down in the order in which things happened, but for who was last seen when', () => {
    for (const { key, steps } of episodes) {
      const written = steps.filter(
        ({ command, recordedAgo }) => command !== 'answer' && recordedAgo === undefined,
      )
      const times = written.map(({ minutesAgo }) => minutesAgo)
      assert.deepEqual(
        times,
        times.toSorted((a, b) => b - a),
        key,
      )
    }
  })

  test('shows most of what can be recorded', () => {
    const used = new Set(everything().done.map(({ name }) => commands[name]))
    const missing = Object.values(commands).filter((type) => !used.has(type))
    assert.deepEqual(missing, [
      'concern-raised',
      'prevention-check-not-possible',
      'interview-not-held',
      'interview-served',
      'finding-kept',
      'findings-compared',
      'care-reported-missing',
      'care-located',
      'care-returned',
      'care-conversation-held',
      'care-repair-agreed',
      'care-prevention-agreed',
      'episode-shared',
      'episode-reopened',
    ])
  })
})
