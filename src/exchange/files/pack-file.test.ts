import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { idOf, pictureOf, streamOf, told, moment, day } from '../../../test/support/told-of-a-child.ts'
import { entry, given } from '../../../test/support/chronology.ts'
import { freshFor } from '../../domain/child/photograph.ts'
import sharp from 'sharp'
import { paperFile } from './paper-file.ts'
import { packPaper } from '../../application/pack/pack-paper.ts'
import { frozenOf, grabPack, policePack, type Pack } from '../../application/pack/pack.ts'

const now = moment('2026-03-29T02:00Z')
const picture = await sharp({ create: { width: 48, height: 60, channels: 3, background: 'teal' } })
  .jpeg()
  .toBuffer()
const registered = (name: string) =>
  told('child-registered', '2026-01-01T09:00Z', {
    name,
    otherNames: ['Ty'],
    bornOn: day('2011-05-04'),
    description: 'Tall, a scar on the chin',
    telephone: '07700 900102, IMEI 35-209900-176148-1, on Example Mobile',
    address: '4 PLANTED Family Street',
    pronoun: 'he',
  })
const full = streamOf(
  idOf<'child'>('tyler'),
  registered('Tyler Boothe'),
  told('looked-after-from', '2026-01-01T09:00Z', { legalStatus: 'Care order; the council and his mother' }),
  told('placed', '2026-01-01T10:00Z', {
    setting: { name: 'Oakfield House', kind: 'childrens-home', telephone: '01632 960510' },
  }),
  told('health-known', '2026-01-02T09:00Z', {
    kind: 'medication',
    text: 'Insulin.',
    without: 'Ill in a day.',
  }),
  told('concern-known', '2026-01-03T09:00Z', { kind: 'harm', text: 'Was hurt in August by PLANTED adults' }),
  told('concern-known', '2026-01-03T09:00Z', { kind: 'place', text: 'The PLANTED arcade' }),
  told('concern-known', '2026-01-03T09:00Z', { kind: 'adult', text: 'A PLANTED man called Dev' }),
  told('address-protected', '2026-01-03T09:00Z', {
    address: '12 PLANTED Court',
    keptFrom: 'A PLANTED uncle',
    why: 'PLANTED',
  }),
  told('child-wrote', '2026-01-04T09:00Z', { words: 'PLANTED words', editions: [] }),
  told('detail-known', '2026-01-05T09:00Z', {
    detail: { kind: 'telephone', number: '07700 900123', imei: '490154203237518' },
    suppliedBy: 'Ruth',
  }),
  told('detail-known', '2026-01-05T09:00Z', {
    detail: {
      kind: 'person',
      name: 'Ana',
      relation: 'family',
      telephone: '01632 960333',
      address: '7 PLANTED Row',
    },
    suppliedBy: 'Ruth',
  }),
  told('detail-known', '2026-01-05T09:00Z', {
    detail: { kind: 'place', name: 'His cousin’s', what: 'home', address: '9 PLANTED Mill' },
    suppliedBy: 'Ruth',
  }),
  told('plan-agreed', '2026-02-01T09:00Z', {
    reasonableTime: 'PT30M' as never,
    reviewBy: day('2026-06-01'),
    says: 'Ring his aunt Rose first.',
  }),
  told('photograph-added', '2026-02-01T09:00Z', pictureOf('2025-11-01')),
)
const telephone = 'Number: 07700 900123; IMEI: 490154203237518 (from Ruth)'
const night = given(
  entry('concern-raised', '2026-03-28T21:40'),
  entry('action-taken', '2026-03-28T21:45', { action: 'Rang his friends.', outcome: 'Nobody answered.' }),
  entry('answered', '2026-03-28T21:00', { question: 'last-seen', text: 'The bus stop on Kiln Street' }),
  entry('answered', '2026-03-28T21:50', { question: 'clothing', text: 'A grey coat' }),
)
const everything = policePack({
  stream: full,
  chronology: night,
  now,
  released: [{ what: { kind: 'place', name: 'A yard' }, quote: 'We meet at the yard', reason: 'He said so' }],
})
const nothing = policePack({ stream: streamOf(idOf<'child'>('nobody')), chronology: [], now })
const facts = ({ parts }: Pack) => parts.flatMap((part) => part.facts)
const saysOf = (pack: Pack, asks: RegExp) => facts(pack).find((fact) => asks.test(fact.asks))?.says

interface Node {
  readonly role?: string
  readonly alt?: string
  readonly children?: readonly Node[]
}

/** As another's reader reads it. */
async function readBack(pack: Pack, picture?: Uint8Array) {
  const data = new Uint8Array(await paperFile(packPaper(pack, picture, freshFor)))
  const doc = await getDocument({ data, verbosity: 0 }).promise
  const info = (await doc.getMetadata()).info as Readonly<Record<string, unknown>>
  const marks = (await doc.getMarkInfo()) as unknown as ReadonlyMap<string, boolean> | null
  const texts: string[] = []
  const roles: string[] = []
  for (let number = 1; number <= doc.numPages; number++) {
    const page = await doc.getPage(number)
    const { items } = await page.getTextContent()
    texts.push(...items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? ' ' : ''}` : '')))
    const walk = (node: Node): void => {
      if (node.role !== undefined) roles.push(node.role)
      node.children?.forEach(walk)
    }
    walk((await page.getStructTree()) as Node)
  }
  const text = texts.join('').replaceAll(/\s+/gu, ' ')
  return { info, marked: marks?.get('Marked'), text, roles }
}

const plain = (text: string) => text.replaceAll(/\s+/gu, ' ').trim()

suite('the pack for police and the duty team', () => {
  test('answers what police ask from what is known, in its order', () => {
    assert.deepEqual(saysOf(everything, /^Last seen$/), [
      '21:00 on Saturday 28 March 2026: The bus stop on Kiln Street',
    ])
    assert.deepEqual(saysOf(everything, /^Wearing/), ['A grey coat'])
    assert.deepEqual(saysOf(everything, /^Telephone: number/), [
      '07700 900102, IMEI 35-209900-176148-1, on Example Mobile',
      telephone,
    ])
    assert.deepEqual(saysOf(everything, /^Done so far/), [
      '21:45 on Saturday 28 March 2026: Rang his friends. Nobody answered.',
    ])
    assert.deepEqual(saysOf(everything, /^Conditions/), ['Insulin. Without it: Ill in a day.'])
    assert.deepEqual(saysOf(everything, /^place: A yard/), [
      'In the child’s words: We meet at the yard',
      'He said so',
    ])
    assert.equal(everything.parts[0]?.heading, 'Who the child is')
  })

  test('says plainly what is not known, each question once', () => {
    assert.equal(nothing.notKnown.length, facts(nothing).length + 1)
    assert.deepEqual(nothing.notKnown.slice(0, 2), ['Photograph', 'Name'])
    for (const asks of ['Money, and bank by name', 'Passport or other paper', 'Bail, curfew, tag and orders'])
      assert.ok(everything.notKnown.includes(asks), asks)
    assert.ok(!everything.notKnown.includes('Name'))
  })

  test('tells earlier harm as facts that can raise a grade, and asks for no lower one', () => {
    const before = everything.parts.find(({ heading }) => heading === 'Known from before')
    assert.match(before?.note ?? '', /None is a reason for a lower one/)
    assert.deepEqual(
      before?.facts.map(({ says }) => says.length),
      [1, 1, 1],
    )
  })

  test('has nothing that was released for police where nothing was, and never a protected address', () => {
    const without = policePack({ stream: full, chronology: night, now })
    assert.ok(!without.parts.some(({ released }) => released))
    assert.doesNotMatch(JSON.stringify(everything), /PLANTED (?:Court|uncle|Family|words)/)
  })

  for (const [what, pack, shown] of [
    ['every field full', everything, picture],
    ['none', nothing, undefined],
  ] as const)
    test(`is tagged, in English, titled, in order, and loses no word on paper: with ${what}`, async () => {
      const { info, marked, text, roles } = await readBack(pack, shown)
      assert.equal(info['Language'], 'en-GB')
      assert.equal(info['Title'], pack.title)
      assert.equal(marked, true)
      assert.equal(roles.includes('Figure'), shown !== undefined)
      let at = -1
      for (const { heading, note, facts: asked } of pack.parts)
        for (const said of [heading, note ?? '', ...asked.flatMap(({ asks, says }) => [asks, ...says])]) {
          const found = text.indexOf(plain(said), Math.max(at, 0))
          assert.ok(found >= at && found >= 0, `after ${at}: ${said}`)
          at = Math.max(at, found)
        }
      for (const asks of pack.notKnown) assert.ok(text.includes(asks), asks)
    })

  for (const name of ['Żofia Łęcka', 'Nguyễn Thị Hồng Ánh', 'Siân Gŵyr', 'Олена Шевченко'])
    test(`draws ${name}`, async () => {
      const stream = streamOf(idOf<'child'>('named'), registered(name))
      const { text } = await readBack(policePack({ stream, chronology: [], now }))
      const letters = (of: string) => of.normalize('NFC').replaceAll(/[^\p{L}]/gu, '')
      assert.ok(letters(text).includes(letters(name)), text.slice(0, 200))
      assert.doesNotMatch(text, /U\+[0-9A-F]{4}/)
    })

  test('draws a name in Arabic, joined and from right to left', async () => {
    const name = 'محمد الأحمد'
    const stream = streamOf(idOf<'child'>('named'), registered(name))
    const { text } = await readBack(policePack({ stream, chronology: [], now }))
    assert.doesNotMatch(text, /U\+06/)
    const letters = (of: string) =>
      Array.from(of.normalize('NFKC'))
        .filter((one) => /\p{Script=Arabic}/u.test(one))
        .toSorted()
    assert.deepEqual([...new Set(letters(text))], [...new Set(letters(name))])
  })
})

test('the grab pack holds no intelligence, nobody of concern, nothing that the child wrote and no address of others', () => {
  const pack = grabPack(full, now)
  assert.doesNotMatch(JSON.stringify(pack), /PLANTED/)
  assert.deepEqual(saysOf(pack, /^Lives at/), ['Oakfield House'])
  const [ana = ''] = saysOf(pack, /^People$/) ?? []
  assert.match(ana, /Ana.*01632 960333.*from Ruth/)
  assert.match(saysOf(pack, /^Places$/)?.join(' ') ?? '', /His cousin’s/)
  assert.match(saysOf(everything, /^People$/)?.join(' ') ?? '', /7 PLANTED Row/, 'police are told it')
  assert.deepEqual(saysOf(pack, /^What works/), ['Ring his aunt Rose first.'])
  assert.equal(pack.made, now)
})

test('packs that were kept are told the newest first, of their own episode alone', () => {
  const episode = idOf<'episode'>('tonight')
  const frozen = (of: string, sha256: string, at: string) =>
    told('pack-frozen', at, { episode: idOf<'episode'>(of), sha256, withFindings: false }, { as: sha256 })
  const stream = streamOf(
    idOf<'child'>('tyler'),
    frozen('tonight', 'first', '2026-03-28T22:00Z'),
    frozen('another', 'other', '2026-03-28T22:30Z'),
    frozen('tonight', 'second', '2026-03-28T23:00Z'),
  )
  assert.deepEqual(
    frozenOf(stream, episode).map(({ sha256 }) => sha256),
    ['second', 'first'],
  )
})
