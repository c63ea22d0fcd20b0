import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { idFor } from '../../../test/support/cast.ts'
import { addDays, type LondonDate } from '../../kernel/london.ts'
import { parseMoment, plus, type Moment } from '../../kernel/moment.ts'
import type { Post } from './directory.ts'
import { holderOf } from './holders.ts'
import { offDuty, onDutyAt, rotaOf } from './rota.ts'
import { readHours, spansOn, type Shift } from './shift.ts'

const council = idFor<'organisation'>('Aldermoor')
const moment = (text: string) => parseMoment(text)!
const day = (text: string) => text as LondonDate

function post(name: string, more: Partial<Post> = {}): Post {
  return {
    id: idFor<'post'>(name),
    person: idFor<'person'>(name),
    personName: name,
    organisation: council,
    role: 'duty-team',
    telephone: '01632 960000',
    from: day('2020-01-01'),
    allHours: true,
    ...more,
  }
}

function shift(name: string, hours: string, who: readonly Post[], more: Partial<Shift> = {}): Shift {
  const posts = who.map(({ id }) => id)
  return { id: name, organisation: council, name, hours, posts, from: day('2020-01-01'), ...more }
}

const [amira, bo, cem] = [post('Amira'), post('Bo'), post('Cem')]
const team = { organisations: [], posts: [amira, bo, cem] }
const week = { from: moment('2026-11-23T00:00:00.000Z'), until: moment('2026-11-30T00:00:00.000Z') }
const namesAt = (directory: Parameters<typeof onDutyAt>[0], at: string) => {
  const now = onDutyAt(directory, council, moment(at))
  return [now?.posts.map(({ personName }) => personName).join(' '), now?.named]
}

test('hours are read as they are typed, and nothing else is taken for hours', () => {
  const weekly = (text: string) => {
    const read = readHours(text)
    return read?.kind === 'weekly' ? [[...read.days].join(''), read.begins, read.ends] : read?.kind
  }
  assert.deepEqual(weekly('office-hours'), 'office-hours')
  assert.deepEqual(weekly('mon-fri 17:00-01:00'), ['12345', '17:00', '01:00'])
  assert.deepEqual(weekly('fri-mon,wed 08:00-20:00'), ['56713', '08:00', '20:00'])
  for (const bad of [
    '',
    'always',
    'mon 8:00-17:00',
    'mon-tue-wed 08:00-17:00',
    'mon 08:00-24:00',
    'moon 08:00-09:00',
  ])
    assert.equal(readHours(bad), undefined, bad)
})

test('office hours know bank holidays, and out of hours is everything else', () => {
  const [office, out] = [shift('o', 'office-hours', []), shift('n', 'out-of-hours', [])]
  assert.deepEqual(spansOn(office, day('2026-12-25')), [])
  assert.deepEqual(spansOn(out, day('2026-12-25')), [
    { from: '2026-12-25T00:00:00.000Z', until: '2026-12-26T00:00:00.000Z' },
  ])
  assert.deepEqual(spansOn(office, day('2026-11-23')), [
    { from: '2026-11-23T08:30:00.000Z', until: '2026-11-23T17:00:00.000Z' },
  ])
})

test('a night goes over midnight and over a change of the clocks, and meets the day that relieves it', () => {
  const night = shift('n', 'mon-sun 20:00-08:00', [amira])
  assert.deepEqual(spansOn(night, day('2026-10-24')), [
    { from: '2026-10-24T19:00:00.000Z', until: '2026-10-25T08:00:00.000Z' },
  ])
  const shifts = [night, shift('d', 'mon-sun 08:00-20:00', [bo])]
  const around = { from: moment('2026-03-26T12:00:00.000Z'), until: moment('2026-04-02T12:00:00.000Z') }
  assert.ok(rotaOf({ ...team, shifts }, council, around).every(({ named }) => named))
})

test('whoever is on a shift is on duty until it ends; without anybody on one the whole team is', () => {
  const shifts = [shift('n', 'mon-fri 17:00-01:00', [amira]), shift('w', 'sat,sun 00:00-00:00', [bo, cem])]
  const directory = { ...team, shifts }
  assert.deepEqual(namesAt(directory, '2026-11-23T20:00:00.000Z'), ['Amira', true])
  assert.equal(
    onDutyAt(directory, council, moment('2026-11-23T20:00:00.000Z'))?.until,
    '2026-11-24T01:00:00.000Z',
  )
  assert.deepEqual(namesAt(directory, '2026-11-28T20:00:00.000Z'), ['Bo Cem', true])
  assert.deepEqual(namesAt(directory, '2026-11-23T10:00:00.000Z'), ['Amira Bo Cem', false])
  assert.deepEqual(namesAt(team, '2026-11-23T20:00:00.000Z'), ['Amira Bo Cem', false])
  const over = { ...team, shifts: [shift('n', 'out-of-hours', [amira], { until: day('2026-11-01') })] }
  assert.deepEqual(namesAt(over, '2026-11-23T20:00:00.000Z'), ['Amira Bo Cem', false])
  const left = { ...directory, posts: [{ ...amira, until: day('2026-11-01') }, bo, cem] }
  assert.deepEqual(namesAt(left, '2026-11-23T20:00:00.000Z'), ['Bo Cem', false])
})

test('at the ends of what can be reckoned nobody keeps a rota, and nothing throws', () => {
  const directory = { ...team, shifts: [shift('n', 'out-of-hours', [amira])] }
  for (const at of ['1900-01-01T00:00:00.000Z', '2200-12-31T23:59:59.999Z'])
    assert.equal(onDutyAt(directory, council, moment(at)), undefined)
})

test('off duty begins an hour after a shift and ends half an hour before the next, and is for duty teams alone', () => {
  const worker = post('Sam', { role: 'social-worker' })
  const shifts = [shift('d', 'mon-sun 08:00-20:00', [bo]), shift('n', 'mon-sun 20:00-08:00', [amira])]
  const off = offDuty({ organisations: [], posts: [amira, bo, cem, worker], shifts }, week)
  assert.deepEqual(off.get(bo.id)?.slice(1, 3), [
    { from: '2026-11-23T21:00:00.000Z', until: '2026-11-24T07:30:00.000Z' },
    { from: '2026-11-24T21:00:00.000Z', until: '2026-11-25T07:30:00.000Z' },
  ])
  // Never on a shift, and somebody always is.
  assert.deepEqual(off.get(cem.id), [week])
  assert.equal(off.has(worker.id), false)
  assert.equal(offDuty(team, week).size, 0)
})

test('at no moment is a whole team off duty, whatever its rota says and whoever has left', () => {
  const time = fc
    .tuple(fc.nat(23), fc.constantFrom('00', '30'))
    .map(([h, m]) => `${String(h).padStart(2, '0')}:${m}`)
  const days = fc.uniqueArray(fc.constantFrom('mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'), {
    minLength: 1,
  })
  const hours = fc.oneof(
    fc.constantFrom('office-hours', 'out-of-hours', 'nonsense'),
    fc.tuple(days, time, time).map(([some, begins, ends]) => `${some.join(',')} ${begins}-${ends}`),
  )
  const someday = fc.integer({ min: -2, max: 9 }).map((n) => addDays(day('2026-11-22'), n))
  const held = fc.record({ from: someday, until: fc.option(someday, { nil: undefined }) })
  const anyShift = fc.record({
    hours,
    who: fc.subarray([0, 1, 2]),
    from: someday,
    until: fc.option(someday, { nil: undefined }),
  })
  fc.assert(
    fc.property(
      fc.array(anyShift, { maxLength: 5 }),
      fc.tuple(held, held, held),
      fc.nat(7 * 24 * 60 - 1),
      (all, terms, minute) => {
        const posts = [amira, bo, cem].map((one, nth) => {
          const { from, until } = terms[nth]!
          return { ...one, from, ...(until !== undefined && { until }) }
        })
        const shifts = all.map(({ hours, who, from, until }, nth) =>
          shift(
            `s${nth}`,
            hours,
            who.map((one) => posts[one]!),
            { from, ...(until !== undefined && { until }) },
          ),
        )
        const directory = { organisations: [], posts, shifts }
        const at: Moment = plus(week.from, `PT${minute}M`)
        const now = rotaOf(directory, council, week).find(({ from, until }) => from <= at && at < until)!
        const off = offDuty(directory, week)
        for (const { id } of now.posts)
          assert.ok(!off.get(id)?.some(({ from, until }) => from <= at && at < until), `${id} at ${at}`)
        const holding = posts.some(
          ({ from, until }) => `${from}T00` <= at && (until === undefined || at < `${until}T00`),
        )
        assert.equal(now.posts.length > 0, holding)
      },
    ),
    { numRuns: 300 },
  )
})

test('who answers for a duty team says who is on duty until when, and everyone of the team where nobody is named', () => {
  const organisation = {
    id: council,
    name: 'Aldermoor',
    kind: 'council' as const,
    telephone: '01632 960100',
    levels: [],
  }
  const directory = { ...team, organisations: [organisation], shifts: [shift('n', 'out-of-hours', [amira])] }
  const answeredAt = (at: string) => {
    const holder = holderOf('duty-team', { workers: {}, responsibleCouncil: council }, directory, moment(at))
    return [holder.name, holder.answeredBy]
  }
  const name = 'Aldermoor, emergency duty team'
  assert.deepEqual(answeredAt('2026-11-23T22:00:00.000Z'), [name, 'Amira, until 08:30'])
  assert.deepEqual(answeredAt('2026-11-27T22:00:00.000Z'), [name, 'Amira, until 08:30 on Monday'])
  const everyone = 'everyone of the team, because nobody is on the rota now'
  assert.deepEqual(answeredAt('2026-11-23T10:00:00.000Z'), [name, everyone])
  const answers = holderOf(
    'responsible-council',
    { workers: {}, responsibleCouncil: council },
    directory,
    moment('2026-11-23T22:00:00.000Z'),
  )
  assert.equal(answers.answeredBy, `${name}: Amira, until 08:30`)
})
