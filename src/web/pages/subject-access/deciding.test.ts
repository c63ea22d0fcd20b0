import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { at } from '../../../../test/support/at.ts'
import { cast, idFor } from '../../../../test/support/cast.ts'
import type { Said } from '../../../domain/access/disclosure/acts.ts'
import { controllerOf, type Passage } from '../../../domain/access/disclosure/passage.ts'
import { dueFrom, subjectAccessOf } from '../../../domain/access/disclosure/request.ts'
import { standingsOf, type Standing } from '../../../domain/access/disclosure/standing.ts'
import type { EntryId } from '../../../domain/episode/entry.ts'
import type { LondonDate } from '../../../kernel/london.ts'
import { emptyForm, Form } from '../../forms/form.ts'
import { decided, decisionIn, decisionOn } from './deciding.ts'

const now = at('2026-11-20T21:40')
const by = cast['social-worker']
const council = { id: by.organisation, name: by.organisationName }
const passage: Passage = {
  id: `${idFor<'entry'>('one') as EntryId}.core`,
  stream: idFor('tonight'),
  section: 'core',
  type: 'note-added',
  occurred: { at: now, precision: 'minute' },
  by,
  controller: controllerOf('core', by, council),
  lines: [{ field: 'Text', text: 'they went by bus to the pier' }],
}
const on = '2026-01-31' as LondonDate
const received: Said = {
  kind: 'received',
  askedBy: 'Jay',
  as: 'the-child',
  on,
  asked: 'All',
  due: dueFrom(on),
  dueByRule: true,
}
const part = (from: number, to: number, words: string): Said => ({
  kind: 'withheld',
  passage: passage.id,
  part: { line: 0, from, to },
  reason: 'third-party',
  words,
})

/** The first act is the request, so that what was decided begins at 1. */
function standing(...all: readonly Said[]): Standing {
  const acts = [received, ...all].map((said, place) => ({
    id: idFor<'act'>(`act ${place}`),
    at: now,
    person: by.person,
    post: by.post,
    said,
  }))
  const [found] = standingsOf([passage], subjectAccessOf(acts)!, council.id, new Set())
  return found!
}

function sent(fields: Readonly<Record<string, string>>, as: Standing) {
  const read = decisionIn(as).read('decision', Form.of(fields), now)
  return read.kind === 'read' ? decided(as, council.id, read.value) : read
}

const restoring = (id: string) => ({
  decision: 'restore',
  'decision-withheld': id,
  'decision-words': 'They agreed',
})
const refusedAt = (answer: ReturnType<typeof sent>) => 'refused' in answer && answer.refused.field

suite('what need not be withheld', () => {
  const two = [part(0, 4, 'The first'), part(13, 16, 'The second')] as const

  test('is chosen by its own id, whatever stands before it in the list by then', () => {
    const shown = decisionOn(standing(...two), council.id).show('decision', {
      form: emptyForm,
      errors: [],
      now,
    })
    assert.ok(shown.toString().includes(`value="${idFor('act 2')}"`))
    const withFirstBack: Said = { kind: 'restored', withheld: idFor<'act'>('act 1'), words: 'x' }
    const later = standing(...two, withFirstBack)
    assert.deepEqual(sent(restoring(idFor('act 2')), later), {
      said: [{ kind: 'restored', withheld: idFor('act 2'), words: 'They agreed' }],
    })
  })

  test('is refused where it is withheld no longer, or was withheld anew', () => {
    const back: Said = { kind: 'restored', withheld: idFor<'act'>('act 1'), words: 'x' }
    assert.equal(refusedAt(sent(restoring(idFor('act 1')), standing(...two, back))), 'decision-withheld')
    const all: Said = { kind: 'withheld', passage: passage.id, reason: 'third-party', words: 'x' }
    const anew: Said = { ...all, reason: 'serious-harm' }
    assert.equal(refusedAt(sent(restoring(idFor('act 1')), standing(all, anew))), 'decision-withheld')
    assert.equal(refusedAt(sent(restoring(idFor('act 1')), standing())), 'decision')
    for (const place of ['1', '2', '', 'x'])
      assert.ok('problems' in sent(restoring(place), standing(...two)), place)
  })
})

test('what does not fit the passage any more is refused, with what was typed kept by the page', () => {
  const asked = { decision: 'asked', 'decision-whom': 'By telephone' }
  assert.equal(refusedAt(sent(asked, standing())), 'decision')
})

test('one letter is refused as words to withhold, and says why', () => {
  const withhold = (words: string) => ({
    decision: 'withhold',
    'decision-part': words,
    'decision-reason': 'third-party',
    'decision-why': 'A cousin',
  })
  const one = sent(withhold('t'), standing())
  assert.equal(refusedAt(one), 'decision-part')
  assert.match(JSON.stringify(one), /two letters or more/)
  assert.equal(refusedAt(sent(withhold('tram'), standing())), 'decision-part')
  const said = sent(withhold('bus'), standing())
  assert.ok('said' in said && said.said.length === 1)
})
