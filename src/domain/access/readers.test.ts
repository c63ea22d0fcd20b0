import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { roles, rolesApart } from '../episode/roles.ts'
import { sections } from '../episode/sections.ts'
import { readingsApart } from './grant.ts'
import { columns, written } from '../../../test/support/who-reads.ts'
import { controllers, readers, ways, type Way } from './readers.ts'

suite('every section has its readers', () => {
  test('the columns are the sections and what is read beside them', () =>
    assert.deepEqual(columns.toSorted(), [...sections, ...readingsApart].toSorted()))

  for (const way of ways)
    for (const role of [...roles, ...rolesApart])
      test(`${role} by ${way}: ${written(way, role).join(', ') || 'nothing'}`, () =>
        assert.deepEqual([...(readers[way][role] ?? [])].toSorted(), written(way, role).toSorted()))

  test('nobody of a home reads what a child told an interviewer, or what is said about a home, by any way', () => {
    for (const way of ways)
      for (const role of ['carer', 'home-on-call', 'provider-manager'] as const)
        for (const section of ['interview-restricted', 'interview-shared', 'care-about-setting'] as const)
          assert.ok(!readers[way][role]?.includes(section), `${role} by ${way}`)
  })

  test('only police read what police keep for police', () => {
    for (const way of ways)
      for (const role of roles)
        assert.ok(role.startsWith('police') || !readers[way][role]?.includes('police-intelligence'), role)
  })

  test('an administrator and a hospital read nothing by any way', () => {
    for (const way of ways)
      for (const role of ['administrator', 'hospital'] as const) assert.equal(readers[way][role], undefined)
  })

  test('police alone answer for what police hold under their own part of the law', () =>
    assert.deepEqual(
      sections.filter(
        (section) => controllers[section].who === 'police' || controllers[section].law !== 'uk-gdpr',
      ),
      ['police-intelligence'],
    ))
})

test('whoever reads the interviews of one absence of a child reads those of each other one', () => {
  // A comparison of two findings lies with one absence, and says how somebody knows of both.
  const ofOneEpisode: readonly Way[] = ['report', 'sharing', 'ladder', 'raising', 'emergency']
  for (const way of ofOneEpisode)
    for (const readings of Object.values(readers[way]))
      assert.ok(!readings.includes('interview-restricted'), way)
})
