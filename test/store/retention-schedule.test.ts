import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setSchedule } from '../../src/store/disposal/schedule.ts'
import { cast } from '../support/cast.ts'
import { agree, anOldRecord, decide, deciders, dispose, withRetention } from './disposing.ts'

test('An organisation’s own schedule says how long its records are kept, and nobody else’s.', () =>
  withRetention(async (made) => {
    const { child } = await anOldRecord(made)
    const asked = {
      organisation: cast.police.organisationName,
      class: 'police',
      source: 'Schedule 2026',
    } as const
    const propose = (by: (typeof deciders.force)[number]) =>
      decide(made, by, { child, kind: 'propose', reason: 'x' })

    assert.equal((await setSchedule(made.maintainer, { ...asked, years: 100 })).kind, 'set')
    const refused = await propose(deciders.force[0])
    assert.deepEqual(refused.kind === 'refused' && refused.why, 'not-due')
    assert.equal((await propose(deciders.council[0])).kind, 'done')

    assert.equal((await setSchedule(made.maintainer, { ...asked, years: 7 })).kind, 'set')
    await agree(made, deciders.force, child)
    assert.deepEqual(
      (await dispose(made, made.register)).map(({ kind }) => kind),
      ['disposed'],
    )
    const [line] = made.register.read()
    assert.deepEqual([line?.line.years, line?.line.source], [7, 'Schedule 2026'])

    const other = await setSchedule(made.maintainer, { ...asked, class: 'looked-after', years: 7 })
    assert.deepEqual(other.kind === 'refused' && other.why.endsWith('choose police.'), true)
    const nobody = await setSchedule(made.maintainer, { ...asked, organisation: 'Nobody', years: 7 })
    assert.equal(nobody.kind, 'refused')
    const runs = await made.owner.query(`select from whereabouts.maintenance where verb = 'retention'`)
    assert.equal(runs.rowCount, 2)
  }))
