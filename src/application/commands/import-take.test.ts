import assert from 'node:assert/strict'
import { test } from 'node:test'
import { englandCalendar } from '../../kernel/bank-holidays.ts'
import { childAt } from '../../domain/child/child-at.ts'
import { episodeOf } from '../../domain/episode/evolve.ts'
import type { EpisodeEntry } from '../../domain/episode/entries.ts'
import { obligations } from '../../domain/protocol/obligations.ts'
import { firstEdition } from '../../../test/support/first-edition.ts'
import {
  imported,
  importing,
  nothingKnown,
  recorded,
  type OnRecord,
} from '../../../test/support/importing.ts'
import { day, entryId, moment } from '../../../test/support/told-of-a-child.ts'
import { idFrom } from '../ids.ts'
import type { ChildToImport, PlacementToImport, SpellToImport } from './import-child.ts'
import { importedId } from './import-statement.ts'

const monday = moment('2026-10-05T09:00:00.000Z')
const tuesday = moment('2026-10-06T09:00:00.000Z')

const spell: SpellToImport = {
  kind: 'missing',
  from: day('2026-03-12'),
  nth: 1,
  row: { file: 'missing.csv', line: 2 },
}
const ended = { ...spell, until: day('2026-03-14') }

const home: PlacementToImport = {
  from: day('2025-05-07'),
  continues: false,
  setting: { name: 'Fernside', kind: 'childrens-home', code: 'K2' },
  rows: [{ file: 'episodes.csv', line: 2 }],
}

const kim: ChildToImport = {
  id: idFrom('kim'),
  key: '4001',
  row: { file: 'header.csv', line: 2 },
  bornOn: day('2010-03-04'),
  pronoun: 'she',
  care: [
    {
      from: day('2025-05-07'),
      continues: false,
      legalStatus: 'C2: full care order',
      rows: [{ file: 'episodes.csv', line: 2 }],
    },
  ],
  placements: [home],
  spells: [],
}

function kimOnRecord(change: Partial<ChildToImport> = {}, at = monday): OnRecord {
  return imported(nothingKnown, { ...kim, ...change }, at).after
}

function known({ child }: OnRecord) {
  return childAt(child, tuesday)
}

function entriesOfEpisodes({ episodes }: OnRecord): readonly EpisodeEntry[] {
  return [...episodes.values()].flat()
}

function typesOf(record: OnRecord): readonly string[] {
  return entriesOfEpisodes(record).map(({ type }) => type)
}

test('A child of a return has a key, a council, a status and a home, and no name.', () => {
  const record = known(kimOnRecord())
  assert.equal(record.name, undefined)
  assert.deepEqual([record.returnKeys, record.bornOn, record.pronoun], [['4001'], '2010-03-04', 'she'])
  assert.equal(record.responsibleCouncil, importing.organisation)
  assert.deepEqual(record.statuses, ['looked-after'])
  assert.deepEqual(
    [record.placement?.setting.name, record.placement?.from],
    ['Fernside', '2025-05-06T23:00:00.000Z'],
  )
})

test('The same rows again change nothing, whatever they say.', () => {
  for (const spells of [[], [spell], [ended]]) {
    const child = {
      ...kim,
      spells,
      placements: [{ ...home, ended: { on: day('2026-01-02'), ofRow: home.from } }],
    }
    const first = imported(nothingKnown, child, monday)
    const again = imported(first.after, child, tuesday)
    assert.deepEqual(again.streams, [])
    assert.equal(again.asked, 0)
    assert.ok(again.landed.length >= 2 && again.landed.every(({ landing }) => landing === 'already-there'))
    assert.deepEqual(
      again.landed.map(({ file, line }) => `${file} ${line}`),
      first.landed.map(({ file, line }) => `${file} ${line}`),
    )
  }
})

test('A spell that ended is history: it is on the child, and starts no episode.', () => {
  const { after, asked } = imported(nothingKnown, { ...kim, spells: [ended] }, monday)
  assert.deepEqual([after.episodes.size, asked], [0, 0])
  const [found] = after.child.filter(({ type }) => type === 'spell-imported')
  assert.deepEqual(found?.occurred, { at: '2026-03-12T23:59:59.999Z', precision: 'day' })
  assert.deepEqual(
    known(after).spells.map(({ kind, from, until }) => [kind, from, until]),
    [['missing', '2026-03-12', '2026-03-14']],
  )
})

test('A spell without an end is a question to the responsible council, in an episode that someone holds.', () => {
  const { after, asked } = imported(nothingKnown, { ...kim, spells: [spell] }, monday)
  assert.equal(asked, 1)
  const [id, chronology] = [...after.episodes][0]!
  const episode = episodeOf(chronology)
  assert.deepEqual(
    [episode.response, episode.whereabouts, episode.authorisation],
    ['concern', 'unknown', 'not-authorised'],
  )
  assert.equal(episode.raised?.occurred.at, monday)
  assert.deepEqual(episode.spells, [
    { kind: 'missing', from: { at: '2026-03-12T23:59:59.999Z', precision: 'day' } },
  ])
  assert.equal(episode.raised.body.expectedAt, 'Fernside')
  assert.equal(episode.raised.stream, id)
  const facts = () => ({ statuses: [], placedOutOfArea: false, earlierEpisodes: [] })
  const owed = obligations(chronology, firstEdition(), facts, englandCalendar)
  const answer = owed.find(({ duty }) => duty === 'answer-still-missing')
  assert.deepEqual([answer?.owedBy, answer?.startsAt], ['responsible-council', monday])
  assert.ok(owed.some(({ keeper }) => keeper))
})

test('An open spell of A is at a known place.', () => {
  const { after } = imported(nothingKnown, { ...kim, spells: [{ ...spell, kind: 'away' }] }, monday)
  const episode = episodeOf([...after.episodes.values()][0] ?? [])
  assert.equal(episode.whereabouts, 'known-elsewhere')
})

test('Where people are looking for the child already, they are asked, and no second episode begins.', () => {
  const first = kimOnRecord({ spells: [spell] })
  const other = { ...spell, from: day('2026-04-01'), row: { file: 'missing.csv', line: 3 } }
  const { after, asked } = imported(first, { ...kim, spells: [ended, other] }, tuesday)
  assert.deepEqual([after.episodes.size, asked], [1, 1])
  assert.deepEqual(typesOf(after), ['concern-raised', 'answered', 'asked', 'answered', 'asked'])
})

test('An end that a later file gives is an answer, and leaves closing to a person.', () => {
  const { after, landed } = imported(kimOnRecord({ spells: [spell] }), { ...kim, spells: [ended] }, tuesday)
  assert.equal(landed.find(({ file }) => file === 'missing.csv')?.landing, 'changed')
  assert.deepEqual(typesOf(after), ['concern-raised', 'answered', 'asked', 'answered'])
  const [found] = known(after).spells
  assert.deepEqual(
    [found?.until, found?.answer?.stillMissing, found?.answer?.until],
    [undefined, false, '2026-03-14'],
  )
  assert.equal(episodeOf([...after.episodes.values()][0] ?? []).response, 'concern')
})

test('A spell that a later file opens again is asked about again.', () => {
  const closed = imported(kimOnRecord({ spells: [spell] }), { ...kim, spells: [ended] }, tuesday).after
  const again = imported(closed, { ...kim, spells: [spell] }, tuesday)
  assert.equal(again.asked, 1)
  assert.equal(known(again.after).spells[0]?.answer?.stillMissing, true)
  const opened = imported(kimOnRecord({ spells: [ended] }), { ...kim, spells: [spell] }, tuesday)
  assert.equal(opened.asked, 1)
  assert.equal(known(opened.after).spells[0]?.until, undefined)
})

test('However a row goes back and forth, the last file stands and its repeat changes nothing.', () => {
  let record = kimOnRecord({ spells: [spell] })
  const later = { ...ended, until: day('2026-03-20') }
  for (const one of [ended, spell, later, ended, { ...ended, kind: 'away' as const }, spell, ended]) {
    record = imported(record, { ...kim, spells: [one] }, tuesday).after
    const [found] = known(record).spells
    assert.deepEqual([found?.kind, found?.answer?.until], [one.kind, 'until' in one ? one.until : undefined])
    assert.deepEqual(imported(record, { ...kim, spells: [one] }, tuesday).streams, [])
  }
})

test("A person's answer stands against a file that says otherwise, with a warning.", () => {
  const asked = kimOnRecord({ spells: [spell] })
  const spellId = importedId(kim.id, ['spell', spell.from, '1'])
  const body = { spell: spellId, stillMissing: false, until: day('2026-03-13') }
  const answer = {
    id: entryId('answered by hand'),
    type: 'spell-answered' as const,
    version: 1,
    occurred: { at: monday, precision: 'minute' as const },
    by: importing,
    body,
  }
  const answered = { ...asked, child: recorded(asked.child, kim.id, [answer], monday) }
  const silent = imported(answered, { ...kim, spells: [spell] }, tuesday)
  assert.deepEqual(silent.streams, [])
  assert.match(silent.warned[0]?.words ?? '', /^MIS_END is blank, .*: Friday 13 March 2026;/)
  const otherwise = imported(answered, { ...kim, spells: [ended] }, tuesday)
  assert.deepEqual(otherwise.streams, [])
  assert.match(
    otherwise.warned[0]?.words ?? '',
    /^MIS_END is Saturday 14 March 2026, .*: Friday 13 March 2026;/,
  )
})

test('A changed row corrects what the return said, and what people have recorded is left alone.', () => {
  const first = kimOnRecord()
  const registered = importedId(kim.id, ['registered'])
  const correction = {
    id: entryId('corrected by hand'),
    type: 'entry-corrected' as const,
    version: 1,
    occurred: { at: monday, precision: 'minute' as const },
    by: importing,
    body: {
      corrects: registered,
      changes: { bornOn: day('2010-03-05') },
      reason: 'Seen on the birth certificate',
    },
  }
  const byHand = { ...first, child: recorded(first.child, kim.id, [correction], monday) }
  assert.deepEqual(imported(byHand, kim, tuesday).streams, [])
  const setting = { ...home.setting, name: 'Larkrise' }
  const changed = imported(byHand, { ...kim, placements: [{ ...home, setting }] }, tuesday)
  assert.deepEqual(
    [known(changed.after).placement?.setting.name, known(changed.after).bornOn],
    ['Larkrise', '2010-03-05'],
  )
  assert.deepEqual(changed.landed.find(({ file }) => file === 'episodes.csv')?.landing, 'changed')
})

test('An end comes later, moves, and is not taken back by a blank.', () => {
  const end = { on: day('2026-01-02'), ofRow: home.from, why: 'CARPL: planned move in the care plan' }
  const withEnd = imported(kimOnRecord(), { ...kim, placements: [{ ...home, ended: end }] }, tuesday)
  assert.equal(known(withEnd.after).placement, undefined)
  const moved = { ...home, ended: { ...end, on: day('2026-02-02') } }
  const later = imported(withEnd.after, { ...kim, placements: [moved] }, tuesday).after
  assert.equal(known(later).placements[0]?.until, '2026-02-02T23:59:59.999Z')
  const blank = imported(later, kim, tuesday)
  assert.deepEqual(blank.streams, [])
  assert.match(blank.warned[0]?.words ?? '', /^DEC is blank where an earlier file gave a day/)
})

test("Next year's return carries on what this year's began.", () => {
  const next = {
    ...kim,
    care: [{ ...kim.care[0]!, from: day('2025-09-01'), continues: true }],
    placements: [
      {
        ...home,
        from: day('2025-09-01'),
        continues: true,
        ended: { on: day('2026-05-01'), ofRow: day('2025-09-01') },
      },
    ],
  }
  const { after, streams } = imported(kimOnRecord(), next, tuesday)
  assert.deepEqual(
    streams.flatMap(({ entries }) => entries).map(({ type }) => type),
    ['placement-ended'],
  )
  assert.deepEqual(
    known(after).placements.map(({ from, until }) => [from, until]),
    [['2025-05-06T23:00:00.000Z', '2026-05-01T22:59:59.999Z']],
  )
  assert.deepEqual(imported(after, next, tuesday).streams, [])
})

test('A return that begins in the middle of a stay which is not on record begins it there.', () => {
  const { after } = imported(nothingKnown, { ...kim, placements: [{ ...home, continues: true }] }, monday)
  assert.equal(known(after).placement?.setting.name, 'Fernside')
})
