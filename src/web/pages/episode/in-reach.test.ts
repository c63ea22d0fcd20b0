import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { anEpisodePage, protocols } from '../../../../test/support/an-episode-page.ts'
import { cast } from '../../../../test/support/cast.ts'
import { steps, walked } from '../../../../test/support/walk.ts'
import { mayDo } from '../../../domain/access/may.ts'
import type { Chronology } from '../../../domain/episode/entries.ts'
import { hasEnded } from '../../../domain/protocol/standing.ts'
import { actsAfterDeath } from './act-labels.ts'
import { meeting } from './acts-now.ts'

const dutiesIn = (so: Chronology) => anEpisodePage(so, so.at(-1)?.recorded ?? so[0]!.recorded).duties

const numRuns = process.env['SIZE'] === 'full' ? 2_000 : 60

test('whatever is owed, whoever owes it finds the act that meets it on the page of the episode', () => {
  const seen = new Set<string>()
  fc.assert(
    fc.property(steps, (tried) => {
      const chronology = walked(
        tried,
        (so) => dutiesIn(so).map(({ row }) => ({ duty: row.id, title: row.title })),
        (so) =>
          new Set(
            dutiesIn(so)
              .filter(({ row }) => !row.keeper && !hasEnded(row))
              .map(({ row }) => row.id),
          ),
      )
      const last = chronology.at(-1)
      assert.ok(last)
      const { duties, episode } = anEpisodePage(chronology, last.recorded)
      const owed = duties.filter(({ row, standing }) => !row.keeper && ['open', 'overdue'].includes(standing))
      for (const { row } of owed) {
        const author = cast[row.owedBy]
        const { acts } = anEpisodePage(chronology, last.recorded, { author })
        const meets = meeting(row.duty, protocols.editions)
        assert.ok(meets, row.duty)
        assert.ok(mayDo(author, meets.command), `${row.owedBy} may not ${meets.command}`)
        const offered = acts.filter((act) => !episode.died || actsAfterDeath.has(act))
        const state = `${episode.response}${episode.died ? ', died' : ''}${episode.voided ? ', voided' : ''}`
        assert.ok(
          offered.includes(meets.command),
          `${row.duty}: ${meets.command} is out of reach when ${state}`,
        )
        seen.add(row.duty)
      }
    }),
    { numRuns },
  )
  assert.ok(seen.size > 10, `only ${seen.size} duties were ever owed`)
})
