import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { momentAt, plus } from '../../kernel/moment.ts'
import {
  anyBegunChronology,
  anyChoices,
  anyChronology,
  anyOrderlyChronology,
  anyEntry,
} from '../../../test/support/any-chronology.ts'
import { cast } from '../../../test/support/cast.ts'
import { after, at, entry } from '../../../test/support/chronology.ts'
import { decided, refusalOf } from '../../../test/support/deciding.ts'
import { effective } from './effective.ts'
import { riskLevels, type Chronology, type EntryType } from './entries.ts'
import { episodeOf } from './evolve.ts'
import { asKnownAt } from './known.ts'
import { isBlank } from './rules/question.ts'
import { responses } from './state.ts'

const later = '2026-04-20T12:00'
/** What can change how another entry counts. */
const reaching: readonly EntryType[] = ['entry-corrected', 'recorded-in-error', 'acknowledged']

function stored(chronology: Chronology): Chronology {
  return JSON.parse(JSON.stringify(chronology)) as Chronology
}

/** A record that the rules let in: what they refuse is left out. */
const anyDecidedWalk = fc.array(anyChoices, { maxLength: 30 }).map((choices) => {
  let chronology = after([], entry('concern-raised', '2026-03-28T21:40'))
  const steps = [chronology]
  for (const choice of choices) {
    const draft = anyEntry(choice, chronology)
    const decision = decided(chronology, draft, { now: later })
    if (decision.kind === 'refused') continue
    for (const accepted of decision.entries)
      chronology = after(chronology, { ...accepted, ...(draft.recorded && { recorded: draft.recorded }) })
    steps.push(chronology)
  }
  return steps
})

suite('replay equals live', () => {
  test('the record read back from its text says at every step what it said live', () => {
    fc.assert(
      fc.property(anyDecidedWalk, (steps) => {
        const whole = stored(steps.at(-1) ?? [])
        for (const step of steps) assert.deepEqual(episodeOf(whole.slice(0, step.length)), episodeOf(step))
      }),
      { numRuns: 100 },
    )
  })

  test('order is sequence: entries read in any order say the same', () => {
    fc.assert(
      fc.property(anyChronology, fc.array(fc.nat(), { minLength: 24 }), (chronology, keys) => {
        const shuffled = chronology
          .map((one, index) => ({ one, key: keys[index] ?? 0 }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ one }) => one)
        assert.deepEqual(episodeOf(shuffled), episodeOf(chronology))
        assert.deepEqual(effective(shuffled), effective(chronology))
      }),
    )
  })
})

test('every record has a state, whatever was written in it', () => {
  fc.assert(
    fc.property(anyChronology, (chronology) => {
      const episode = episodeOf(chronology)
      assert.ok(responses.includes(episode.response))
      assert.equal(episode.sequence, chronology.length)
      assert.equal(episode.spans.at(-1)?.response ?? 'concern', episode.response)
      episode.spans.forEach((span, index) => {
        assert.equal(span.until, episode.spans[index + 1]?.from)
        assert.equal(span.endedBy, episode.spans[index + 1]?.because)
        assert.ok(span.until === undefined || span.from <= span.until)
      })
      assert.ok(!episode.voided || episode.spells.length === 0)
    }),
    { numRuns: 500 },
  )
})

test('spells follow one another, and only the last of a child who is not back is open', () => {
  fc.assert(
    fc.property(anyOrderlyChronology, (chronology) => {
      const { spells, returned, died } = episodeOf(chronology)
      spells.forEach(({ from, until }, index) => {
        const next = spells[index + 1]
        if (until === undefined) assert.ok(next === undefined && returned === undefined && !died)
        else assert.ok(from.at <= until.at && (next === undefined || until.at <= next.from.at))
      })
    }),
    { numRuns: 500 },
  )
})

test('what is known only grows: a later look holds the earlier one as its beginning', () => {
  fc.assert(
    fc.property(anyChronology, fc.nat({ max: 4000 }), fc.nat({ max: 4000 }), (chronology, a, b) => {
      const start = plus(at('2026-03-28T21:40'), '-PT600M')
      const [early, late] = [Math.min(a, b), Math.max(a, b)].map((n) =>
        asKnownAt(chronology, plus(start, `PT${n}M`)),
      )
      assert.ok(early && late)
      assert.deepEqual(late.slice(0, early.length), early)
      assert.deepEqual(asKnownAt(chronology, plus(start, 'PT9999M')), chronology)
    }),
  )
})

test('what is written down late takes its place and moves nothing else', () => {
  fc.assert(
    fc.property(anyChronology, anyChoices, (chronology, choices) => {
      fc.pre(!reaching.includes(choices.type))
      const draft = anyEntry(choices, chronology)
      const rest = effective(after(chronology, draft)).filter(({ id }) => id !== draft.id)
      assert.deepEqual(rest, effective(chronology))
    }),
  )
})

test('what counts is in the order of time, and the order of its text is the order of time', () => {
  fc.assert(
    fc.property(anyChronology, (chronology) => {
      const times = effective(chronology).map(({ occurred }) => occurred.at)
      assert.deepEqual(times, times.toSorted())
      assert.deepEqual(
        times,
        times.toSorted((a, b) => Date.parse(a) - Date.parse(b)),
      )
    }),
  )
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4e12 }), fc.integer({ min: 0, max: 4e12 }), (a, b) => {
      assert.equal(momentAt(a) < momentAt(b), a < b)
    }),
  )
})

test('an entry recorded in error never counts: the record says what it would say without it', () => {
  fc.assert(
    fc.property(anyBegunChronology, fc.nat(), (chronology, pick) => {
      const target = chronology[pick % chronology.length]!
      const voided = after(
        chronology,
        entry(
          'recorded-in-error',
          '2026-04-10T12:00',
          { scope: { kind: 'entry', entry: target.id } },
          { id: 'v' },
        ),
      )
      const counting = effective(voided).filter(({ sequence }) => sequence <= chronology.length)
      assert.ok(counting.every(({ id }) => id !== target.id))
      assert.deepEqual(counting, effective(chronology.filter(({ id }) => id !== target.id)))
    }),
    { numRuns: 300 },
  )
})

suite('nothing that history contains lowers a grade', () => {
  test('a grade is changed by grades, corrections and voids alone', () => {
    fc.assert(
      fc.property(anyChronology, anyChoices, (chronology, choices) => {
        fc.pre(choices.type !== 'risk-assessed' && !reaching.includes(choices.type))
        const then = episodeOf(after(chronology, anyEntry(choices, chronology)))
        assert.deepEqual(then.grade, episodeOf(chronology).grade)
      }),
    )
  })

  const anyWords = fc.oneof(
    fc.string(),
    fc.constantFrom('He usually comes back', 'Missing 40 times before', 'Threatened on Thursday'),
  )

  test('refusing words only pushes up: what is refused for history as high was never refused at all', () => {
    fc.assert(
      fc.property(
        anyWords,
        fc.constantFrom(...riskLevels),
        fc.constantFrom(...riskLevels),
        (reason, was, is) => {
          fc.pre(!isBlank(reason))
          const graded = after(
            [],
            entry('concern-raised', '2026-03-28T21:40'),
            entry('risk-assessed', '2026-03-28T22:50', { level: was }),
          )
          const draft = entry('risk-assessed', '2026-03-28T23:50', {
            level: is,
            reason,
            supervisor: 'Aoife Brennan',
            nextReview: at('2026-03-29T03:00'),
          })
          const isRefused = refusalOf(graded, draft)?.kind === 'history-is-no-reason'
          assert.ok(!isRefused || is !== 'high')
          assert.equal(
            refusalOf(graded, { ...draft, body: { ...draft.body, level: 'high' } } as typeof draft),
            undefined,
          )
        },
      ),
    )
  })

  test('what others write about the past neither helps nor hinders a grade', () => {
    fc.assert(
      fc.property(anyWords, fc.constantFrom(...riskLevels), (text, level) => {
        fc.pre(!isBlank(text))
        const begun = after([], entry('concern-raised', '2026-03-28T21:40'))
        const told = after(begun, entry('note-added', '2026-03-28T22:00', { text }), {
          ...entry('information-received', '2026-03-28T22:01', { text }),
        })
        const draft = entry('risk-assessed', '2026-03-28T23:50', { level, supervisor: 'Aoife Brennan' })
        assert.deepEqual(refusalOf(told, draft), refusalOf(begun, draft))
      }),
    )
  })
})

suite('the rules', () => {
  test('always answer, and change nothing of what happened, when, or by whom', () => {
    fc.assert(
      fc.property(anyChronology, anyChoices, (chronology, choices) => {
        const draft = anyEntry(choices, chronology)
        const decision = decided(chronology, draft, { now: later })
        if (decision.kind === 'refused') return
        const [accepted, ...more] = decision.entries
        assert.equal(more.length, 0)
        const { body: _before, ...rest } = draft
        const { body: _after, ...then } = accepted!
        assert.deepEqual(then, rest)
      }),
      { numRuns: 500 },
    )
  })

  test('never take a report back: only a return, a closing or a void ends it', () => {
    fc.assert(
      fc.property(anyDecidedWalk, (steps) => {
        steps.forEach((step, index) => {
          const last = step.at(-1)!
          const before = steps[index - 1]
          if (before === undefined || reaching.includes(last.type)) return
          if (episodeOf(before).response !== 'reported') return
          assert.ok(!['concern', 'searching'].includes(episodeOf(step).response), last.type)
        })
      }),
    )
  })

  test('never let a child be lost behind a closed door', () => {
    fc.assert(
      fc.property(anyDecidedWalk, (steps) => {
        for (const step of steps) {
          const { response, returned, died, voided } = episodeOf(step)
          assert.ok(response !== 'closed' || returned !== undefined || died || voided)
        }
      }),
      { numRuns: 200 },
    )
  })

  test('never let anyone but police change what the grade is', () => {
    fc.assert(
      fc.property(anyDecidedWalk, (steps) => {
        steps.forEach((step, index) => {
          const last = step.at(-1)!
          const before = steps[index - 1]
          if (before === undefined || last.type === 'acknowledged') return
          if (last.by.organisationKind === cast.police.organisationKind) return
          if (last.type === 'recorded-in-error' && isUndoing(last.body.scope, before)) return
          assert.equal(episodeOf(step).grade?.level, episodeOf(before).grade?.level, last.type)
        })
      }),
      { numRuns: 200 },
    )
  })
})

/** A void that takes back a correction or another void: what it brings back, police wrote. */
function isUndoing(scope: object, chronology: Chronology): boolean {
  const target = 'entry' in scope ? chronology.find(({ id }) => id === scope.entry) : undefined
  return target !== undefined && reaching.includes(target.type)
}
