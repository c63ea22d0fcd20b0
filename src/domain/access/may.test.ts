import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { commands, type CommandName } from '../episode/command.ts'
import { organisationKinds } from '../episode/entry.ts'
import { type Role, roles } from '../episode/roles.ts'
import { type Acting, mayDo, mayRegister, mayUndo } from './may.ts'

const council = (role: Role): Acting => ({ role, organisationKind: 'council' })
const officer: Acting = { role: 'police', organisationKind: 'police' }
const supervisor: Acting = { role: 'police-supervisor', organisationKind: 'police' }
const carer: Acting = { role: 'carer', organisationKind: 'provider' }
const interviewer: Acting = { role: 'missing-service', organisationKind: 'interview-supplier' }
const teacher: Acting = { role: 'school', organisationKind: 'education' }
const everyone = roles.flatMap((role) =>
  organisationKinds.map((organisationKind) => ({ role, organisationKind })),
)
const names = Object.keys(commands) as readonly CommandName[]

suite('who may do what', () => {
  const says: readonly (readonly [string, Acting, CommandName, boolean])[] = [
    ['a carer raises a concern', carer, 'raise-concern', true],
    ['a teacher raises a concern', teacher, 'raise-concern', true],
    ['a carer records the return', carer, 'record-return', true],
    ['a carer records an interview', carer, 'record-interview', false],
    ['a carer closes an episode', carer, 'close-episode', false],
    ['a carer grades risk', carer, 'assess-risk', false],
    ['a carer gives a view on risk', carer, 'give-risk-view', true],
    ['an officer gives a view on risk beside the grade', officer, 'give-risk-view', false],
    ['an officer grades risk', officer, 'assess-risk', true],
    ['an officer answers a challenge to the grade', officer, 'answer-challenge', false],
    ['a police supervisor answers a challenge', supervisor, 'answer-challenge', true],
    ['an officer records the prevention check', officer, 'record-prevention-check', true],
    [
      'a social worker records the prevention check',
      council('social-worker'),
      'record-prevention-check',
      false,
    ],
    ['an independent interviewer records the interview', interviewer, 'record-interview', true],
    ['the duty team decides about harm', council('duty-team'), 'consider-harm', true],
    ['the missing service decides about harm', interviewer, 'consider-harm', false],
    ['a team manager closes an episode', council('team-manager'), 'close-episode', true],
    ['a reviewing officer closes an episode', council('reviewing-officer'), 'close-episode', false],
  ]
  for (const [what, author, command, may] of says)
    test(`${what}: ${may ? 'yes' : 'no'}`, () => assert.equal(mayDo(author, command), may))

  test('only posts of a police force grade risk', () => {
    const graders = everyone.filter((author) => mayDo(author, 'assess-risk'))
    assert.deepEqual(graders, [officer, supervisor])
  })

  test('what a role may not say it may not take back or say otherwise', () => {
    assert.equal(mayUndo(carer, 'harm-considered'), false)
    assert.equal(mayUndo(council('social-worker'), 'harm-considered'), true)
    assert.equal(mayUndo(carer, 'prevention-check-done'), false)
    assert.equal(mayUndo(officer, 'prevention-check-done'), true)
    assert.equal(mayUndo(carer, 'episode-reopened'), false)
    assert.equal(mayUndo(carer, 'returned'), true)
    for (const name of names)
      for (const author of everyone) assert.equal(mayUndo(author, commands[name]), mayDo(author, name), name)
  })

  test('a role held in the wrong kind of organisation may do nothing', () => {
    const misplaced: Acting = { role: 'police', organisationKind: 'provider' }
    assert.deepEqual(
      names.filter((name) => mayDo(misplaced, name)),
      [],
    )
    assert.equal(mayRegister(misplaced, 'child-registered'), false)
  })

  test('a youth justice worker tells what they know, and decides nothing', () => {
    const youthJustice: Acting = { role: 'social-worker', organisationKind: 'youth-justice' }
    assert.equal(mayDo(youthJustice, 'record-information'), true)
    assert.equal(mayDo(youthJustice, 'consider-harm'), false)
    assert.equal(mayDo(youthJustice, 'close-episode'), false)
  })

  test('every command is for someone', () => {
    const forNobody = names.filter((name) => !everyone.some((author) => mayDo(author, name)))
    assert.deepEqual(forNobody, [])
  })

  test('everyone may say that there is a child, and only the council who is responsible', () => {
    assert.equal(mayRegister(teacher, 'child-registered'), true)
    assert.equal(mayRegister(officer, 'responsible-council-set'), false)
    assert.equal(mayRegister(council('duty-team'), 'responsible-council-set'), true)
    assert.equal(mayRegister(carer, 'placed'), false)
  })
})
