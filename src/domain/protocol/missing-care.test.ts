import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import {
  careBack,
  careDuties,
  careDuty,
  careGone,
  careReported,
  strandHeldBy,
} from '../../../test/support/care-gone.ts'
import { cast } from '../../../test/support/cast.ts'
import { after, at, entry } from '../../../test/support/chronology.ts'
import { missingCareEdition } from '../../../test/support/missing-care.ts'
import { keptFromSearch } from '../episode/holders-of-care.ts'
import type { EpisodeBodies } from '../episode/entries.ts'
import type { Role } from '../episode/roles.ts'
import { checkEdition } from './check.ts'

const edition = missingCareEdition()
const manager = { by: cast['team-manager'] }
const calm = entry('threshold-assessed', '2026-03-09T10:05', { worriedNow: false }, { by: cast.carer })

test('the edition of missing Care holds over every cell', () => {
  const { problems, cells } = checkEdition(edition, [edition])
  assert.deepEqual(problems, [])
  assert.ok(cells > 1000)
  assert.equal(edition.subject, 'care')
})

test('no clause has a time that its source gives, and each says so', () => {
  for (const { source, duty } of edition.clauses)
    assert.ok(!source.verified || source.interval === 'setting', duty)
})

suite('promise 1 for Care: somebody holds it at every stage', () => {
  for (const [name, chronology, owner] of [
    ['hold-concern', careGone(), 'carer'],
    ['hold-search', after(careGone(), calm), 'carer'],
    ['hold-report', careReported(), 'team-manager'],
    ['hold-return', careBack(), 'team-manager'],
  ] as const)
    test(`${name} is owed`, () => {
      const held = careDuty(chronology, name)
      assert.deepEqual([held?.keeper, held?.owedBy, held?.met], [true, owner, undefined])
    })
})

suite('not worried: reasonable actions and reasonable time, then reporting is a duty with a clock', () => {
  test('the strand’s own reasonable time is its clock, and is shown as not verified', () => {
    const owed = careDuty(after(careGone(), calm), 'report-care-after-looking')
    // WD3 from Monday 9 March ends with Thursday 12 March.
    assert.deepEqual([owed?.dueAt, owed?.endOfDay], ['2026-03-12T23:59:59.999Z', true])
    assert.match(
      owed?.because ?? '',
      /the reasonable time of “What the social-worker does”, a setting that is not verified/,
    )
  })

  test('of several strands the shortest holds, also one that is counted in hours', () => {
    const two = careGone([strandHeldBy('social-worker'), strandHeldBy('health-nurse', 'now', 'PT2H')])
    const owed = careDuty(after(two, calm), 'report-care-after-looking')
    assert.deepEqual([owed?.dueAt, owed?.endOfDay], [at('2026-03-09T12:05'), false])
  })

  test('a reasonable action meets its own duty, and only the report meets the other', () => {
    const tried = after(careGone(), calm, entry('action-taken', '2026-03-10T10:00', {}, { by: cast.carer }))
    assert.equal(careDuty(tried, 'take-reasonable-actions')?.met?.at, at('2026-03-10T10:00'))
    assert.equal(careDuty(tried, 'report-care-after-looking')?.met, undefined)
    assert.equal(careDuty(careReported(), 'report-care-after-looking')?.met?.at, at('2026-03-12T12:00'))
  })

  test('found elsewhere in time, it need not be reported, and must be brought back', () => {
    const found = after(careGone(), calm, entry('care-located', '2026-03-10T10:00', {}, manager))
    assert.equal(careDuty(found, 'report-care-after-looking')?.cancelled?.at, at('2026-03-10T10:00'))
    assert.equal(careDuty(found, 'bring-care-back')?.owedBy, 'team-manager')
    assert.equal(
      careDuty(after(found, entry('care-returned', '2026-03-11T10:00', {}, manager)), 'bring-care-back')?.met
        ?.at,
      at('2026-03-11T10:00'),
    )
  })

  test('worried: it is reported within four hours', () => {
    const worried = after(
      careGone(),
      entry('threshold-assessed', '2026-03-09T10:05', { worriedNow: true }, { by: cast.carer }),
    )
    assert.equal(careDuty(worried, 'report-care-when-worried')?.dueAt, at('2026-03-09T14:05'))
    assert.equal(careDuty(worried, 'report-care-after-looking'), undefined)
  })

  test('a report that came before the question of worry meets it', () => {
    const early = after(careGone(), entry('care-reported-missing', '2026-03-09T10:02', {}, manager), calm)
    assert.equal(careDuty(early, 'report-care-after-looking')?.met?.at, at('2026-03-09T10:05'))
  })
})

suite('first of all: is anyone in danger, hurt or afraid?', () => {
  const asked = (more: Partial<NonNullable<EpisodeBodies['concern-raised']['care']>>) => {
    const [raised] = careGone()
    assert.ok(raised?.type === 'concern-raised' && raised.body.care !== undefined)
    return careGone(raised.body.care.strands, { care: { ...raised.body.care, ...more } })
  }

  test('yes and not known owe a telling within a quarter of an hour, beside the search', () => {
    for (const danger of ['yes', 'not-known'] as const) {
      const owed = careDuty(asked({ danger }), 'act-on-danger')
      assert.equal(owed?.dueAt, at('2026-03-09T10:15'))
      assert.equal(careDuty(asked({ danger }), 'hold-concern')?.met, undefined)
      const told = entry(
        'agency-informed',
        '2026-03-09T10:10',
        { role: 'duty-team', about: 'concern' },
        manager,
      )
      assert.equal(careDuty(after(asked({ danger }), told), 'act-on-danger')?.met?.at, at('2026-03-09T10:10'))
    }
    assert.equal(careDuty(careGone(), 'act-on-danger'), undefined)
  })

  test('harm by somebody who works with children owes the designated officer within a working day, and shuts them out', () => {
    const harmed = asked({ harmByWorker: true })
    assert.equal(careDuty(harmed, 'tell-designated-officer')?.dueAt, '2026-03-10T23:59:59.999Z')
    assert.equal(careDuty(harmed, 'shut-out-from-record')?.dueAt, at('2026-03-09T14:00'))
    const answer = entry('answered', '2026-03-09T12:00', { question: 'designated-officer-told' }, manager)
    assert.equal(careDuty(after(harmed, answer), 'tell-designated-officer')?.met?.at, at('2026-03-09T12:00'))
    assert.equal(careDuty(careGone(), 'tell-designated-officer'), undefined)
  })

  test('a complaint owes help, with an advocate', () => {
    assert.equal(careDuty(asked({ complaint: true }), 'help-with-complaint')?.owedBy, 'reviewing-officer')
    assert.equal(careDuty(careGone(), 'help-with-complaint'), undefined)
  })
})

suite('the report', () => {
  test('told to the reviewing officer it owes the council, and the other way about', () => {
    assert.equal(careDuty(careReported(), 'tell-reviewing-officer')?.met, undefined)
    const both = after(
      careReported(),
      entry('agency-informed', '2026-03-12T13:00', { role: 'responsible-council', about: 'report' }, manager),
    )
    assert.equal(careDuty(both, 'tell-responsible-council')?.met?.at, at('2026-03-12T13:00'))
  })

  test('owes a look at the child’s own harm, risk and plan, and an answer of the partnership', () => {
    for (const duty of ['look-at-childs-harm', 'look-at-childs-own', 'respond-together'])
      assert.equal(careDuty(careReported(), duty)?.owedBy, 'team-manager', duty)
  })

  test('Care that is unknown for twenty working days is lost, and a senior manager answers', () => {
    const lost = careDuty(careReported(), 'answer-for-lost-care')
    assert.deepEqual([lost?.owedBy, lost?.startsAt.slice(0, 10)], ['senior-manager', '2026-04-08'])
    assert.equal(careDuty(careBack(), 'answer-for-lost-care'), undefined)
  })

  test('a second time in ninety days owes a meeting, and changes nothing else', () => {
    const before = {
      earlierEpisodes: [{ episode: careReported()[0]!.stream as never, from: at('2026-01-20T10:00') }],
    }
    assert.equal(careDuty(careReported(), 'meet-on-second-in-90-days'), undefined)
    assert.equal(careDuty(careReported(), 'meet-on-second-in-90-days', before)?.owedBy, 'team-manager')
    assert.equal(careDuties(careReported(), before).length, careDuties(careReported()).length + 1)
  })
})

suite('after the return', () => {
  test('the child is asked within 72 hours, by somebody who does not hold it', () => {
    const talk = careDuty(careBack(), 'talk-with-child')
    assert.deepEqual([talk?.dueAt, talk?.owedBy], [at('2026-03-16T16:00'), 'reviewing-officer'])
    const held = after(
      careBack(),
      entry('care-conversation-held', '2026-03-14T10:00', { harm: 'yes' }, manager),
    )
    assert.equal(careDuty(held, 'talk-with-child')?.met?.at, at('2026-03-14T10:00'))
    assert.equal(careDuty(held, 'act-on-childs-harm')?.dueAt, at('2026-03-14T12:00'))
  })

  test('it is put right, and planned for', () => {
    const done = after(
      careBack(),
      entry('care-repair-agreed', '2026-03-16T10:00', {}, manager),
      entry('care-prevention-agreed', '2026-03-16T11:00', {}, manager),
    )
    assert.equal(careDuty(done, 'agree-repair')?.met?.at, at('2026-03-16T10:00'))
    assert.equal(careDuty(done, 'agree-prevention')?.met?.at, at('2026-03-16T11:00'))
  })

  test('what the child says is not back owes none of it', () => {
    const said = after(
      careReported(),
      entry('care-returned', '2026-03-13T16:00', { childSays: 'no' }, manager),
    )
    assert.equal(careDuty(said, 'talk-with-child'), undefined)
    assert.equal(careDuty(said, 'hold-report')?.met, undefined)
  })
})

suite('whoever holds what is missing owes nothing and is told nothing', () => {
  const holders: readonly Role[] = edition.searchLeads.map(({ heldBy }) => heldBy)
  for (const one of holders)
    for (const other of holders)
      test(`${one} and ${other}`, () => {
        const kept = keptFromSearch([one, other])
        const gone = careGone([strandHeldBy(one), strandHeldBy(other, 'another')])
        const whole = after(
          gone,
          calm,
          entry('care-reported-missing', '2026-03-12T12:00', {}, { by: cast['duty-team'] }),
          entry('care-located', '2026-03-12T13:00', {}, { by: cast['duty-team'] }),
          entry('care-returned', '2026-03-13T16:00', {}, { by: cast['duty-team'] }),
          entry('finding-recorded', '2026-03-14T10:00', {}, { id: 'finding', by: cast['duty-team'] }),
          entry('action-agreed', '2026-03-14T11:00', { owner: one }, { by: cast['duty-team'] }),
        )
        const laid = careDuties(whole)
        assert.ok(laid.length > 15)
        for (const { duty, owedBy, rungs } of laid) {
          assert.ok(!kept.has(owedBy), `${duty} is owed by ${owedBy}`)
          assert.ok(rungs.length > 0, duty)
          for (const { tell } of rungs) assert.ok(!kept.has(tell), `${duty} tells ${tell}`)
        }
      })

  test('worker to team manager, reviewing officer to their manager, home to the responsible council', () => {
    for (const [holder, lead] of [
      ['social-worker', 'team-manager'],
      ['reviewing-officer', 'senior-manager'],
      ['provider-manager', 'responsible-council'],
    ] as const) {
      const gone = careGone([strandHeldBy(holder)])
      const talk = careDuty(
        after(gone, entry('care-returned', '2026-03-13T16:00', {}, { by: cast['duty-team'] })),
        'talk-with-child',
      )
      assert.ok(talk !== undefined && talk.owedBy !== holder)
      assert.equal(edition.searchLeads.find(({ heldBy }) => heldBy === holder)?.ledBy, lead)
    }
    assert.equal(
      careDuty(careGone([strandHeldBy('provider-manager')]), 'hold-concern')?.owedBy,
      'responsible-council',
    )
  })
})
