import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aChildBackInTheMorning, after, entry, entryId } from '../../../../test/support/chronology.ts'
import { refusalOf } from '../../../../test/support/deciding.ts'
import { organisationKinds, type OrganisationKind } from '../entry.ts'
import { sharedFor } from '../return-bodies.ts'

const heard = after(
  aChildBackInTheMorning(),
  entry('interview-held', '2026-03-30T16:00', {}, { id: 'interview' }),
)

test('a passage goes to an organisation of the kind for which it is written', () => {
  const theirs = {
    carer: 'provider',
    'police-intelligence': 'police',
    'placing-council': 'council',
    school: 'education',
    health: 'health',
  } as const
  const shared = (purpose: string | undefined, kind: OrganisationKind | undefined) =>
    refusalOf(
      heard,
      entry('passage-shared', '2026-03-30T17:00', { interview: entryId('interview'), purpose } as object),
      { kindOf: () => kind },
    )
  for (const purpose of sharedFor)
    for (const kind of [...organisationKinds, undefined])
      assert.deepEqual(
        shared(purpose, kind),
        kind === theirs[purpose] ? undefined : { kind: 'not-their-kind', needed: theirs[purpose] },
      )
  assert.equal(shared(undefined, 'police')?.kind, 'left-blank')
})
