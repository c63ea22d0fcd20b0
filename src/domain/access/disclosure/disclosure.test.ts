import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { acts, council, known, passage, standing, why } from '../../../../test/support/a-disclosure.ts'
import { cast, idFor } from '../../../../test/support/cast.ts'
import type { LondonDate } from '../../../kernel/london.ts'
import type { Said } from './acts.ts'
import { disclosedOf } from './disclosed.ts'
import { controllerOf, type Passage } from './passage.ts'
import { withholdingReasonNames, withholdingReasons } from './reasons.ts'
import { dueFrom, longestDue, subjectAccessOf } from './request.ts'
import { standingsOf, undecided } from './standing.ts'
import { placesOf, possibleNames } from './third-parties.ts'
import { cannotBeLonger, withholdWords } from './withholding.ts'

suite('whose a passage is', () => {
  test('a council answers for what it wrote and for the sections of the child’s council, others for their own', () => {
    assert.equal(controllerOf('core', cast['social-worker'], council).organisation, council.id)
    assert.equal(controllerOf('core', cast.carer, council).organisation, cast.carer.organisation)
    assert.equal(controllerOf('plan', cast.carer, council).organisation, council.id)
    assert.equal(controllerOf('plan', cast.carer, undefined).organisation, undefined)
    const intelligence = controllerOf('police-intelligence', cast.police, council)
    assert.deepEqual([intelligence.organisation, intelligence.law], [cast.police.organisation, 'part-3'])
    assert.equal(controllerOf('police-intelligence', cast.carer, council).name, 'the police')
  })

  test('what others wrote waits until they have answered, and is disclosed only where they say so', () => {
    const theirs = passage('All is well', cast.carer)
    const of = (...said: readonly Said[]) => standing([theirs], ...said)[0]?.standing
    const asked = { kind: 'asked', passage: theirs.id, whom: 'By telephone' } as const
    const answer = (one: 'disclose' | 'withhold' | 'they-answer') =>
      ({ kind: 'answered', passage: theirs.id, answer: one, words: 'So they said' }) as const
    assert.equal(of(), 'ask-them')
    assert.equal(of(asked), 'asked')
    assert.equal(of(asked, answer('disclose')), 'disclosed')
    assert.equal(of(answer('withhold')), 'withheld')
    assert.equal(of(answer('they-answer')), 'withheld')
    assert.equal(of({ kind: 'withheld', passage: theirs.id, ...why }), 'withheld')
    const unread = passage('Known to us', cast.police, 'police-intelligence')
    const told = { kind: 'answered', passage: unread.id, answer: 'disclose', words: 'Yes' } as const
    assert.equal(standing([unread], told)[0]?.standing, 'withheld')
  })
})

suite('names of others', () => {
  const marked = (text: string) => possibleNames(text, known).map(({ from, to }) => text.slice(from, to))

  test('a name that is not the child’s nor a worker’s is marked, wherever it stands', () => {
    assert.deepEqual(marked('He went with Tyler Boothe to the park.'), ['Tyler Boothe'])
    assert.deepEqual(marked('Tyler Boothe came'), ['Tyler Boothe'])
    assert.deepEqual(marked('Jay saw Žofie’s brother on Friday in April'), ['Žofie’s'])
    assert.deepEqual(marked('Callum'), ['Callum'])
    assert.deepEqual(marked('with:\nCallum\nJay\nnobody else. Later'), ['Callum'])
    assert.deepEqual(marked(`Jay Mercer rang ${cast.carer.name}. The bus was late.`), [])
  })

  test('whoever is in the directory is known by the whole name alone', () => {
    const directory = new Set(['jordan smith'])
    assert.deepEqual(possibleNames('He saw Jordan Smith’s car', directory), [])
    assert.equal(possibleNames('He saw Jordan there', directory).length, 1)
  })

  test('a long text of empty lines is gone through once', () => {
    const text = `${'\n'.repeat(4000)}${' \tX'.repeat(1000)}`
    assert.equal(possibleNames(text, known).length, 1)
  })

  test('a passage with a mark waits until somebody has looked, or withheld it', () => {
    const named = passage('He went with Tyler Boothe')
    assert.equal(standing([named])[0]?.standing, 'names-to-look-at')
    const looked = { kind: 'looked-through', passage: named.id, words: 'Public' } as const
    assert.equal(standing([named], looked)[0]?.standing, 'disclosed')
    const withheld = withholdWords(standing([named]), 'tyler boothe', why)
    assert.equal(withheld.length, 1)
    const [after] = standing([named], ...withheld)
    assert.equal(after?.standing, 'in-part')
    assert.deepEqual(withholdWords([after], 'Tyler Boothe', why), [])
    assert.deepEqual(withholdWords(standing([named]), 'Nobody', why), [])
  })

  test('words are found letter by letter, in either case, and none of them is a pattern', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.string(), (sought, around) => {
        if (sought.trim() === '') return
        const places = placesOf(sought, `${around}${sought.trim()}${around}`)
        assert.ok(places.length > 0)
      }),
    )
    assert.deepEqual(placesOf('a.c', 'abc'), [])
  })
})

suite('what leaves', () => {
  test('it holds the disclosed passages and nothing of what is withheld, and says why where that may be said', () => {
    const [open, whole, part, theirs] = [
      passage('All is well'),
      passage('A secret of somebody'),
      passage('He went with Tyler Boothe by bus'),
      passage('The home saw nothing', cast.carer),
    ]
    const all = [open, whole, part, theirs]
    const said: readonly Said[] = [
      { kind: 'withheld', passage: whole.id, reason: 'serious-harm', words: 'It would hurt' },
      ...withholdWords(standing([part]), 'Tyler Boothe', why),
      { kind: 'answered', passage: theirs.id, answer: 'they-answer', words: 'We do' },
    ]
    const { passages, withheld } = disclosedOf(standing(all, ...said), council.id)
    assert.deepEqual(
      passages.flatMap(({ lines }) => lines.map(({ text }) => text)),
      ['All is well', 'He went with [withheld: information about somebody else] by bus'],
    )
    assert.deepEqual(withheld, [
      { organisation: cast.carer.organisationName, why: 'for another organisation to disclose', times: 1 },
      { organisation: council.name, why: 'a part: information about somebody else', times: 1 },
    ])
    assert.doesNotMatch(JSON.stringify({ passages, withheld }), /secret|Tyler|hurt|nothing/)
  })

  test('where saying so would do the harm, nothing shows that anything was left out', () => {
    for (const reason of withholdingReasonNames) {
      const one = passage('She lives at 4 Elm Grove now')
      const said = withholdWords(standing([one]), ' at 4 Elm Grove', { reason, words: 'x' })
      const { passages, withheld } = disclosedOf(standing([one], ...said), council.id)
      const [text] = passages.flatMap(({ lines }) => lines.map((line) => line.text))
      assert.equal(withheld.length, withholdingReasons[reason].maySay ? 1 : 0)
      if (!withholdingReasons[reason].maySay) assert.equal(text, 'She lives now')
    }
  })

  test('what police hold for law enforcement is neither confirmed nor denied', () => {
    const unread = passage('Known to us', cast.police, 'police-intelligence')
    const said = { kind: 'answered', passage: unread.id, answer: 'withhold', words: 'No' } as const
    const all: readonly Said[] = [
      said,
      ...withholdingReasonNames.map((reason): Said => ({
        kind: 'withheld',
        passage: unread.id,
        reason,
        words: 'Theirs',
      })),
    ]
    for (const one of all)
      assert.deepEqual(disclosedOf(standing([unread], one), council.id), { passages: [], withheld: [] })
  })

  test('a name that the directory gives stays withheld when whoever bears it is renamed', () => {
    const one = (text: string): Passage => ({
      ...passage('x'),
      lines: [{ field: 'Post', text, fromDirectory: true }],
    })
    const said = withholdWords(standing([one('Amy Roe')]), 'Amy Roe', why)
    const { passages } = disclosedOf(standing([one('Amy Roe-Marchbanks')], ...said), council.id)
    assert.deepEqual(passages[0]?.lines, [
      { field: 'Post', text: '[withheld: information about somebody else]' },
    ])
  })

  test('nothing leaves before everything is decided, and what is taken back is disclosed again with both kept', () => {
    const one = passage('He went with Tyler Boothe')
    assert.equal(undecided(standing([one])).length, 1)
    assert.throws(() => disclosedOf(standing([one]), council.id))
    const withheld: Said = { kind: 'withheld', passage: one.id, ...why }
    const kept = acts(withheld, {
      kind: 'restored',
      withheld: idFor<'act'>('act 1'),
      words: 'He agreed',
    })
    const access = subjectAccessOf(kept)!
    assert.equal(standingsOf([one], access, council.id, known)[0]?.standing, 'names-to-look-at')
    assert.equal(kept.length, 3)
    assert.equal(access.restored.size, 1)
  })

  test('whatever stretches are withheld, none of their letters leaves, and every other does', () => {
    const text = 'abcdefghijklmnopqrstuvwxyz'
    const stretch = fc
      .tuple(fc.nat(25), fc.nat(25))
      .map(([a, b]) => ({ line: 0, from: Math.min(a, b), to: Math.max(a, b) + 1 }))
    fc.assert(
      fc.property(fc.array(stretch), fc.constantFrom('address', 'crime'), (parts, reason) => {
        const one = passage(text)
        const said = parts.map((part): Said => ({
          kind: 'withheld',
          passage: one.id,
          part,
          reason,
          words: 'x',
        }))
        const { passages } = disclosedOf(standing([one], ...said), council.id)
        const left = text
          .split('')
          .filter((_letter, at_) => !parts.some(({ from, to }) => from <= at_ && at_ < to))
        assert.equal(passages[0]?.lines[0]?.text ?? '', left.join(''))
        assert.equal(passages.length, left.length === 0 ? 0 : 1)
      }),
    )
  })
})

suite('when it is due', () => {
  test('one month later, on the last day of a shorter month, and longer by two at most, once', () => {
    const on = '2026-01-31' as LondonDate
    assert.equal(dueFrom(on), '2026-02-28')
    assert.equal(longestDue(on), '2026-04-30')
    const access = subjectAccessOf(acts())!
    assert.equal(cannotBeLonger(access, '2026-02-28' as LondonDate), 'not-later')
    assert.equal(cannotBeLonger(access, '2026-05-01' as LondonDate), 'too-long')
    assert.equal(cannotBeLonger(access, '2026-04-30' as LondonDate), undefined)
    const due = '2026-04-30' as LondonDate
    const longer = subjectAccessOf(acts({ kind: 'extended', due, reason: 'Many passages' }))!
    assert.equal(longer.due, due)
    assert.equal(cannotBeLonger(longer, due), 'extended')
    assert.equal(subjectAccessOf([]), undefined)
  })
})
