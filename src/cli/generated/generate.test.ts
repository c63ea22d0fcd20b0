import assert from 'node:assert/strict'
import { join } from 'node:path'
import { suite, test } from 'node:test'
import { isDeepStrictEqual } from 'node:util'
import { questionSets } from '../../../test/support/generated.ts'
import { heldToPublished } from '../../../test/support/published.ts'
import { factsOf } from '../../application/projections/project.ts'
import { mayDo, mayRegister } from '../../domain/access/may.ts'
import type { Circumstances, CommandName } from '../../domain/episode/command.ts'
import { commands } from '../../domain/episode/command.ts'
import { decide } from '../../domain/episode/decide.ts'
import type { Chronology, EntryOf, EntryType, EpisodeEntry } from '../../domain/episode/entries.ts'
import type { EpisodeId } from '../../domain/episode/entry.ts'
import { episodeOf } from '../../domain/episode/evolve.ts'
import { isOpen } from '../../domain/episode/response.ts'
import { obligations } from '../../domain/protocol/obligations.ts'
import { type Consequences, consequencesOf, undoes } from '../../domain/protocol/consequences.ts'
import { hasEnded, timesOf } from '../../domain/protocol/standing.ts'
import { readProtocols } from '../../exchange/protocol-files.ts'
import { englandCalendar } from '../../kernel/bank-holidays.ts'
import type { LondonDate } from '../../kernel/london.ts'
import { minutesBetween } from '../../kernel/moment.ts'
import { organisations } from '../demonstration/organisations.ts'
import type { Asked } from './asked.ts'
import { generatedChild, type GeneratedChild } from './generate.ts'
import { partnershipOf } from './partnership.ts'

const protocols = { editions: await readProtocols(join(import.meta.dirname, '../../../protocols')) }
const edition = protocols.editions.find(({ subject }) => subject === 'child')!
const asked: Asked = { children: 900, months: 30, seed: 'calibration', until: '2026-03-29' as LondonDate }
const partnership = partnershipOf(asked)
const children = Array.from({ length: asked.children }, (_, place) =>
  generatedChild(asked, partnership, protocols, place),
)
const episodes = children.flatMap((child) => [...child.episodes.values()])
const entries = episodes.flat()
const of = <T extends EntryType>(type: T) =>
  entries.filter((entry): entry is EntryOf<T> & EpisodeEntry => entry.type === type)
const factors = new Set(
  of('finding-recorded')
    .filter(({ body }) => body.restricted?.what.kind === 'factor')
    .map(({ id }) => id),
)
const percent = (part: number, whole: number) => (100 * part) / whole

const { near, measured } = heldToPublished()

/** Closed, so that what was to come has come. Each figure may lie about three standard errors from what is published. */
const over = episodes
  .map(episodeOf)
  .filter(({ reported, response }) => reported !== undefined && response === 'closed')
const isOut = (chronology: Chronology) =>
  chronology.some(
    ({ type, body }) => type === 'answered' && 'question' in body && body.question === 'placement-notice',
  )

suite('a generated child', () => {
  test('is the same each time, whoever was made before, and every id comes once', () => {
    const again = generatedChild(asked, partnershipOf(asked), protocols, 23)
    assert.deepEqual(again, children[23])
    const ids = [...entries, ...children.flatMap(({ stream }) => stream)].map(({ id }) => id)
    assert.equal(new Set(ids).size, ids.length)
    const references = of('concern-raised').map(({ body }) => body.reference)
    assert.equal(new Set(references).size, references.length)
  })

  test('is invented: numbers of the drama ranges alone, and nobody of the hand-made demonstration', () => {
    const drama = /^(?:01632 960\d{3}|07700 900\d{3}|020 7946 0\d{3}|101)$/
    const said = JSON.stringify([children, partnership.directory])
    const numbers = said
      .match(/"(?:telephone|outOfHoursTelephone|number)":"[^"]*"/g)
      ?.map((field) => field.split('"')[3] ?? '')
    assert.ok(numbers !== undefined && numbers.length > 500)
    assert.deepEqual(
      numbers.filter((number) => !drama.test(number)),
      [],
    )
    assert.deepEqual(said.match(/\b0\d{3,4} ?\d{6}\b/g)?.filter((number) => !drama.test(number)) ?? [], [])
  })

  test('has an interview offered, held and held in time as often as is published', () => {
    assert.ok(over.length > 300, `${over.length}`)
    const ended = new Set(over.map(({ raised }) => raised?.id))
    const chronologies = episodes.filter((chronology) => ended.has(chronology[0]?.id))
    const figures = (some: readonly Chronology[]) => {
      const has = (type: EntryType) =>
        some.filter((chronology) => chronology.some((entry) => entry.type === type))
      const [offered, held] = [has('interview-offered'), has('interview-held')]
      const inTime = held.filter((chronology) => {
        const { returned } = episodeOf(chronology)
        const interview = chronology.find(({ type }) => type === 'interview-held')
        return minutesBetween(returned!.occurred.at, interview!.occurred.at) <= 72 * 60
      })
      return {
        offered: percent(offered.length, some.length),
        accepted: percent(has('interview-arranged').length, offered.length),
        held: percent(held.length, offered.length),
        inTime: percent(inTime.length, held.length),
      }
    }
    const home = figures(chronologies.filter((chronology) => !isOut(chronology)))
    near(home.offered, 80, 5, 'interviews offered, of a hundred')
    near(home.accepted, 65, 6, 'interviews accepted, of a hundred offered')
    near(home.held, 60, 6, 'interviews held, of a hundred offered')
    near(home.inTime, 63, 6, 'interviews in time, of a hundred held')
    const away = figures(chronologies.filter(isOut))
    near(away.offered, 65, 14, 'offered out of area')
    near(away.held, 45, 18, 'held of offered out of area')
  })

  test('has told an interviewer something in most interviews, and what is of concern leads to more than nothing', () => {
    const findings = of('finding-recorded')
    const agreed = of('action-agreed')
    const done = new Set(of('action-done').map(({ body }) => body.action))
    const decided = new Set([...agreed, ...of('no-action-decided')].map(({ body }) => body.finding))
    const concern = findings.filter(({ body }) => body.ofConcern)
    assert.ok(concern.length > 100, `${concern.length}`)
    const answered = percent(concern.filter(({ id }) => decided.has(id)).length, concern.length)
    assert.ok(answered > 60 && answered < 95, `${answered} of a hundred answered`)
    const ended = percent(agreed.filter(({ id }) => done.has(id)).length, agreed.length)
    assert.ok(ended > 50 && ended < 95, `${ended} of a hundred done`)
    for (const type of ['finding-released', 'finding-kept', 'passage-shared', 'passage-not-shared'] as const)
      assert.ok(of(type).length > 3, type)
    assert.ok(of('action-ended').length > 3)
    const labels = new Map(
      questionSets.factors.flatMap(({ factors }) => factors).map((one) => [one.code, one.label]),
    )
    for (const { body } of findings) {
      const what = body.restricted?.what
      assert.ok(what !== undefined, 'what a child told an interviewer is said apart')
      if (what.kind === 'factor') assert.equal(what.label, labels.get(what.code), what.code)
    }
  })

  test('is graded, and comes back, as children do', () => {
    const first = episodes.flatMap(
      (chronology) => chronology.find(({ type }) => type === 'risk-assessed') ?? [],
    )
    const levels = first.map((entry) => (entry.type === 'risk-assessed' ? entry.body.level : undefined))
    const graded = (...some: readonly string[]) =>
      percent(levels.filter((level) => level !== undefined && some.includes(level)).length, levels.length)
    near(graded('high'), 15, 4, 'graded high, of a hundred')
    near(graded('medium'), 72, 5, 'graded medium, of a hundred')
    near(graded('low', 'no-apparent-risk'), 13, 4, 'graded low or none, of a hundred')
    const ways = over.map(({ returned }) => returned?.body.how)
    near(
      percent(ways.filter((how) => how === 'by-themselves').length, ways.length),
      43,
      5,
      'back by themselves, of a hundred',
    )
    near(
      percent(ways.filter((how) => how === 'brought-by-police').length, ways.length),
      29,
      5,
      'found by police, of a hundred',
    )
    const feared = first.filter(
      (entry) =>
        entry.type === 'risk-assessed' && entry.body.indicators.includes('Sexual exploitation feared'),
    )
    near(percent(feared.length, first.length), 9, 3, 'exploitation feared, of a hundred')
  })

  test('is measured in so many figures, each printed beside what is published', (t) => {
    for (const line of measured()) t.diagnostic(line)
    assert.ok(measured().length > 10, `${measured().length} figures`)
  })

  test('has a past of which the rules take every entry, as its author may write it', () => {
    let asked = 0
    for (const child of children.filter((_, place) => place < 30 || place % 20 === 0))
      asked += accepted(child)
    assert.ok(asked > 1500, `${asked} entries`)
  })
})

/** Asks the rules about every entry, in the order in which they were written, and gives how many there were. */
function accepted({ stream, episodes: own }: GeneratedChild): number {
  for (const { by, type } of stream) assert.ok(mayRegister(by, type), `${by.role} ${type}`)
  const written = [...own].flatMap(([id, chronology]) => chronology.map((entry) => ({ id, entry })))
  const sofar = new Map<EpisodeId, Chronology>()
  for (const { id, entry } of written.toSorted((a, b) => (a.entry.recorded < b.entry.recorded ? -1 : 1))) {
    const { sequence: _sequence, recorded, stream: _stream, ...proposed } = entry
    const name = Object.entries(commands).find(([, type]) => type === entry.type)?.[0] as CommandName
    assert.ok(mayDo(entry.by, name), `${entry.by.role} ${name}`)
    const known = stream.filter((fact) => fact.recorded <= recorded)
    const before = sofar.get(id) ?? []
    const circumstances = circumstancesOf(known, sofar, id, entry)
    const decision = decide(before, { name, entry: proposed }, circumstances, recorded)
    assert.ok(decision.kind === 'accepted', `${entry.type} at ${recorded}: ${JSON.stringify(decision)}`)
    assert.ok(isDeepStrictEqual(decision.entries, [proposed]), `${entry.type} at ${recorded} was changed`)
    sofar.set(id, [...before, entry])
  }
  return written.length
}

const nothing: Consequences = { removesBreach: false, loosens: false, owedAfter: false }

function circumstancesOf(
  known: GeneratedChild['stream'],
  sofar: ReadonlyMap<EpisodeId, Chronology>,
  id: EpisodeId,
  entry: EpisodeEntry,
): Circumstances {
  const elsewhere = [...sofar].find(([other, chronology]) => other !== id && isOpen(episodeOf(chronology)))
  const dutiesIn = (chronology: Chronology) =>
    obligations(chronology, edition, factsOf(known, sofar, id), englandCalendar)
  const before = sofar.get(id) ?? []
  const isAsked = undoes(entry) || episodeOf(before).response === 'closed'
  const owed = (entry.type === 'episode-closed' ? dutiesIn(before) : []).filter(
    (duty) => !duty.keeper && !hasEnded(timesOf(duty)) && duty.startsAt <= entry.recorded,
  )
  return {
    stillOwed: owed.map(({ id: duty, title }) => ({ duty, title })),
    ...(elsewhere && { openElsewhere: elsewhere[0] }),
    heldElsewhere: [],
    findingsElsewhere: [],
    isFactor: (finding) => factors.has(finding),
    readsIntelligence: () => false,
    // A passage is shared with homes here, and everybody who is told at once is of a council.
    kindOf: () => (entry.type === 'passage-shared' ? 'provider' : 'council'),
    levels: organisations.police.levels,
    ...(isAsked ? consequencesOf(before, entry, dutiesIn, entry.recorded) : nothing),
  }
}
