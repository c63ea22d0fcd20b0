import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { editionOf, fenwick } from '../../../test/support/an-own-edition.ts'
import { firstEdition } from '../../../test/support/first-edition.ts'
import { childsGuideOf } from './childs-guide.ts'
import type { GuideSection } from './guide-lines.ts'
import { guideOf } from './guide.ts'
import type { Edition } from './protocol.ts'

const first = firstEdition()

function linesOf(sections: readonly GuideSection[], name: string): readonly string[] {
  const found = sections.find((section) => section.name === name)
  return (found?.lines ?? []).map(({ says, setting }) => `${says}${setting ? ' †' : ''}`)
}

/** The edition with these duties alone. */
function only(...duties: readonly string[]): Edition {
  return { ...first, clauses: first.clauses.filter(({ duty }) => duties.includes(duty)) }
}

suite('the guide of an edition', () => {
  const { sections, ...head } = guideOf(first)

  test('says whose it is, and when it was reviewed and will be', () => {
    assert.deepEqual(head, {
      title: 'Children missing from home and care',
      owner: "the partnership's missing from home and care group",
      edition: '2024-03',
      lastReviewed: '2024-03-31',
      reviewDue: '2025-03-31',
    })
  })

  test('answers the questions of the one-minute guide, each under its heading', () => {
    assert.deepEqual(
      sections.map(({ name, heading }) => [name, heading]),
      [
        ['missing', 'What missing means'],
        ['risks', 'What it can be a sign of'],
        ['now', 'What to do now'],
        ['told', 'Who else is told'],
        ['decided', 'What the child’s worker decides'],
        ['found', 'When the child is found'],
        ['looked-after', 'Children who are looked after'],
      ],
    )
    for (const { lines } of sections) for (const { says } of lines) assert.match(says, /^[A-Z].*[.]$/u)
  })

  test('never takes an absence as a pattern, and never an earlier one as a smaller risk', () => {
    assert.match(linesOf(sections, 'missing').join('\n'), /again and again is not how any child simply is/)
    assert.ok(
      linesOf(sections, 'now').includes(
        'Earlier absences never make the risk smaller. Each report counts in its own right.',
      ),
    )
    assert.equal(linesOf(sections, 'risks').length, 2)
  })

  test('says what to do now by the edition’s own times, and marks those that are settings', () => {
    const now = linesOf(sections, 'now')
    assert.equal(now[0], 'If somebody is in danger, ring 999.')
    assert.deepEqual(now.slice(1, 4), [
      'Worried about their safety: tell police now. After 10 minutes without a report the next person is told. †',
      'Aged 12 or under, or age not known: the same, worried or not. †',
      'Not worried now: do all that you reasonably can to find them, and then tell police. You may look no longer than this: any age: 2 hours; any age, from 22:00 to 06:00: 1 hour; aged 12 or under: at once. The child’s own plan may say less. Tell police sooner whenever you want to. †',
    ])
    assert.equal(now.at(-1), 'Police take a full account and grade the risk within 1 hour. †')
  })

  test('says who is told by whom, by when and of whom', () => {
    assert.deepEqual(linesOf(sections, 'told'), [
      'Tell the social worker or the duty team: police control room, within 1 hour. †',
      "Tell the home's on-call manager: carer, within 1 hour (looked-after children). †",
      'Tell the council that is responsible for the child: carer, within 1 hour (looked-after children). †',
      'Tell the council in whose area the child lives: responsible council, within 4 hours (children placed out of area). †',
      'Tell those with parental responsibility, or say why not: allocated social worker, within 4 hours. †',
      'Tell the school by morning: carer, within 12 hours (children aged 4 or over, or of unknown age). †',
    ])
  })

  test('keeps suffering and significance apart', () => {
    assert.deepEqual(linesOf(sections, 'decided'), [
      'Suffering: has the child suffered significant harm, or may they? Within 2 hours of the report. †',
      'The same is asked again within 6 hours of the return. †',
      'If so: a strategy meeting within 4 hours. †',
      'And a section 47 enquiry within 1 working day, or the reason why not. †',
      'Significance: which assessments, care plans and other help must change? Within 3 working days of the return. †',
    ])
  })

  test('takes the two clocks of the return from a verified source, and so without a mark', () => {
    assert.deepEqual(linesOf(sections, 'found').slice(0, 2), [
      'Police see the child, face to face, within 4 hours of the return to a place of safety: the prevention check.',
      'Somebody who does not care for the child holds the return interview within 72 hours of the return, in a place where the child can talk freely. It is about what led to it, what happened and what would help; it builds trust.',
    ])
    assert.equal(linesOf(sections, 'found').length, 5)
  })

  test('says what is owed to children who are looked after', () => {
    const [plan, ...owed] = linesOf(sections, 'looked-after')
    assert.match(plan ?? '', /before, during and after\. Carer and social worker make it together\.$/)
    assert.deepEqual(owed, [
      "Bring the child's missing plan up to date: allocated social worker, within 5 working days (looked-after children). †",
      'The social worker tells the independent reviewing officer of every absence, missing or away, within 1 working day. †',
    ])
  })

  test('leaves out a duty that the edition has not or has switched off, and a section that says nothing', () => {
    const bare = guideOf({ ...only('prevention-check'), reasonableTime: [] }).sections
    assert.deepEqual(
      bare.map(({ name }) => name),
      ['missing', 'risks', 'now', 'found', 'looked-after'],
    )
    assert.equal(linesOf(bare, 'found').length, 1)
    assert.equal(linesOf(bare, 'now').length, 3)
    const off = first.clauses.map((clause) => ({ ...clause, on: clause.duty !== 'grade-risk' }))
    assert.doesNotMatch(linesOf(guideOf({ ...first, clauses: off }).sections, 'now').join('\n'), /grade/)
  })

  test('says of a clause without a length or an age what there is to say', () => {
    const changed = only('tell-police-when-worried', 'tell-police-of-young-child').clauses.map((clause) => ({
      ...clause,
      for: {},
      length: { kind: 'reasonable-time' as const },
    }))
    const now = linesOf(guideOf({ ...first, clauses: changed }).sections, 'now')
    assert.match(now[1] ?? '', /After reasonable time without a report/)
    assert.equal(now[2], 'Of a young child: the same. †')
  })

  test('marks how long a carer may look only where a row of it was not checked', () => {
    const [row] = first.reasonableTime
    const verified = { ...row!, source: { document: 'Guide', verified: true } }
    const said = (reasonableTime: Edition['reasonableTime']) =>
      linesOf(guideOf({ ...only(), reasonableTime }).sections, 'now')[1] ?? ''
    assert.match(said([verified]), /any age: 2 hours\. The child’s own plan may say less.*want to\.$/u)
    assert.match(said([verified, row!]), /†$/u)
  })
})

suite('the guide for children', () => {
  test('says what happens, what they can ask for and what to do where it did not', () => {
    const sections = childsGuideOf(first)
    assert.deepEqual(
      sections.map(({ name, heading, lines }) => [name, heading, lines.length]),
      [
        ['away', 'If you go missing', 5],
        ['back', 'When you are back', 4],
        ['ask', 'What you can ask for', 7],
        ['wrong', 'If something was not right', 1],
      ],
    )
    assert.deepEqual(
      linesOf(sections, 'back')
        .slice(1, 3)
        .map((line) => line.replace(' †', '')),
      [
        'The police come to see you in the first 4 hours. They ask if you are all right.',
        'In the first 72 hours, somebody asks if you want to talk. It is not one of the people who look after you.',
      ],
    )
  })
})

test('An edition with other hours says the other hours, everywhere and the old ones nowhere.', () => {
  const changes = [
    { duty: 'prevention-check', within: 'PT3H', source: 'fenwick' },
    { duty: 'return-interview', within: 'PT48H', source: 'fenwick' },
    { duty: 'grade-risk', within: 'PT25M', source: 'fenwick' },
    { duty: 'consider-significance', within: 'WD2', source: 'fenwick' },
    { duty: 'tell-police-when-worried', within: 'PT5M', source: 'fenwick' },
  ]
  const own = editionOf(fenwick({ changes, 'reasonable-time': [{ within: 'PT55M', source: 'fenwick' }] }))
  const all = [...guideOf(own).sections, ...childsGuideOf(own)]
    .flatMap(({ lines }) => lines.map(({ says }) => says))
    .join('\n')
  for (const said of ['3 hours', '48 hours', '25 minutes', '2 working days', 'After 5 minutes', '55 minutes'])
    assert.ok(all.includes(said), said)
  for (const gone of ['72 hours', '10 minutes', 'any age: 2 hours', 'in the first 4 hours'])
    assert.ok(!all.includes(gone), gone)
})
