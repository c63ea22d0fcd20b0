import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { directory, imran, joan, karl, lena, milo, ruth, teacher } from '../../../test/support/a-directory.ts'
import { known, raise, report, comeBack, grants } from '../../../test/support/asking-for-grants.ts'
import { given, theEpisode } from '../../../test/support/chronology.ts'
import { entryId, told } from '../../../test/support/told-of-a-child.ts'

test('no grant without a beginning before its end, a reason and a post in the directory, whatever is told', () => {
  const ended = told('placement-ended', '2026-11-20T23:00Z', { placed: entryId('house') })
  const lives = [...known, ended]
  const nights = [raise(ruth), report(lena), comeBack()]
  const posts = new Set(directory.posts.map(({ id }) => id))
  fc.assert(
    fc.property(fc.subarray(lives), fc.subarray(nights), (child, drafts) => {
      for (const grant of grants({ child, episodes: [[theEpisode, given(...drafts)]] })) {
        assert.ok(grant.until === undefined || grant.from < grant.until)
        assert.notEqual(grant.because, '')
        assert.ok(posts.has(grant.post))
        assert.ok(grant.section !== 'interview-restricted' || !notToldApart.has(grant.post))
      }
    }),
  )
})

const notToldApart = new Set([ruth, milo, joan, karl, lena, imran, teacher].map(({ id }) => id))
