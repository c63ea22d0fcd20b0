import assert from 'node:assert/strict'
import { guidePaper } from '../src/application/guide-paper.ts'
import { packPaper } from '../src/application/pack/pack-paper.ts'
import { policePack } from '../src/application/pack/pack.ts'
import { publicGuide } from '../src/application/queries/guide.ts'
import { drawnFace } from '../src/cli/demonstration/drawn-face.ts'
import { demonstrationDirectory } from '../src/cli/demonstration/partnership.ts'
import { freshFor } from '../src/domain/child/photograph.ts'
import { paperFile } from '../src/exchange/files/paper-file.ts'
import { entry, given } from '../test/support/chronology.ts'
import { protocols } from '../test/support/generated.ts'
import { day, idOf, moment, pictureOf, streamOf, told } from '../test/support/told-of-a-child.ts'
import { timed, type Comparison } from './comparison.ts'

const now = moment('2026-03-29T02:00Z')
const guide = publicGuide(protocols, demonstrationDirectory, 'missing-from-home-and-care', now)
assert.ok(guide !== undefined)
const stream = streamOf(
  idOf<'child'>('tyler'),
  told('child-registered', '2026-01-01T09:00Z', {
    name: 'Tyler Boothe',
    otherNames: ['Ty'],
    bornOn: day('2011-05-04'),
    description: 'Tall, a scar on the chin',
    pronoun: 'he',
  }),
  ...Array.from({ length: 20 }, (_, one) =>
    told('detail-known', '2026-01-05T09:00Z', {
      detail: { kind: 'person', name: `Friend ${one}`, relation: 'friend', telephone: '07700 900123' },
      suppliedBy: 'Ruth',
    }),
  ),
  told('photograph-added', '2026-02-01T09:00Z', pictureOf('2025-11-01')),
)
const chronology = given(entry('concern-raised', '2026-03-28T21:40'))
const { bytes: picture } = drawnFace()
const pack = () => paperFile(packPaper(policePack({ stream, chronology, now }), picture, freshFor))
const [began, { length }] = [performance.now(), await pack()]
const first = performance.now() - began
console.log(`the pack for police: ${Math.ceil(length / 1024)} KiB, the first one in ${first.toFixed(0)} ms`)

export const comparisons: readonly Comparison[] = [
  {
    title: 'the pack for police, with a photograph, from the record to the last byte',
    unit: 'ms',
    baseline: timed('the one-minute guide as PDF', () => paperFile(guidePaper(guide, now))),
    ours: timed('the pack', pack),
    rounds: 15,
    warmUp: 3,
    stated: { atMost: 2 },
  },
]
