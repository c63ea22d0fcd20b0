import assert from 'node:assert/strict'
import { test } from 'node:test'
import { directory } from '../../../../../test/support/a-directory.ts'
import { withEverything } from '../../../../../test/support/a-return-with-everything.ts'
import { anEpisodePage } from '../../../../../test/support/an-episode-page.ts'
import { cast } from '../../../../../test/support/cast.ts'
import { after, at, entry, entryId } from '../../../../../test/support/chronology.ts'
import type { Chronology } from '../../../../domain/episode/entries.ts'
import { emptyForm, Form } from '../../../forms/form.ts'
import { readingOf } from '../../episode/reading-of.ts'
import type { About } from '../act.ts'
import { approve } from './sign-off.ts'

const now = at('2026-03-29T11:00')

function about(chronology: Chronology): About {
  const author = cast['team-manager']
  const page = anEpisodePage(chronology, now, { author })
  const reading = readingOf(page)
  return {
    page,
    author,
    directory,
    levels: [],
    factors: undefined,
    child: reading.child,
    reading,
    asked: emptyForm,
  }
}

const shown = (known: About) => approve.show(known, { form: emptyForm, errors: [], now }).join('')

test('whoever approves a write-up says in the same sitting of everybody named in it whether police may have it', () => {
  const known = about(withEverything)
  const [kez, other] = [`mark-${entryId('finding')}`, `mark-${entryId('canal')}`]
  const made = shown(known)
  assert.match(made, /May it go in the next pack for police: a person: Kez\?/)
  assert.match(made, /Kez said I owe him/)
  assert.ok(!made.includes(other), 'only what was learned in the interview')
  const sent = { writeUp: entryId('write-up'), isRead: 'yes' }
  const problems = approve.read(known, Form.of(sent))
  assert.deepEqual(problems.kind === 'problems' && problems.problems, [
    { field: kez, message: 'Say whether police may have a person: Kez' },
  ])
  const bare = approve.read(known, Form.of({ ...sent, [kez]: 'kept' }))
  assert.deepEqual(bare.kind === 'problems' && bare.problems.map(({ field }) => field), [`${kez}-why`])
  const bodies = (mark: Readonly<Record<string, string>>) => {
    const read = approve.read(known, Form.of({ ...sent, ...mark }))
    return read.kind === 'read' && [read.value.body, read.value.first]
  }
  const finding = entryId('finding')
  const approval = { writeUp: entryId('write-up') }
  assert.deepEqual(bodies({ [kez]: 'released' }), [
    approval,
    [{ command: 'release-finding', type: 'finding-released', body: { finding } }],
  ])
  assert.deepEqual(bodies({ [kez]: 'kept', [`${kez}-why`]: 'She fears him' }), [
    approval,
    [{ command: 'keep-finding', type: 'finding-kept', body: { finding, why: 'She fears him' } }],
  ])
})

test('once everybody named has an answer, approving asks nothing of them', () => {
  const marked = after(withEverything, entry('finding-released', '2026-03-29T09:00'))
  const known = about(marked)
  assert.doesNotMatch(shown(known), /pack for police/)
  const read = approve.read(known, Form.of({ writeUp: entryId('write-up'), isRead: 'yes' }))
  assert.ok(read.kind === 'read' && read.value.first === undefined)
})
