import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import {
  aldermoor,
  aldermoorPolice,
  fenwick as fenwickCouncil,
} from '../../../../test/support/a-directory.ts'
import { editionOf, fenwick } from '../../../../test/support/an-own-edition.ts'
import { aVisit } from '../../../../test/support/an-episode-page.ts'
import { at } from '../../../../test/support/at.ts'
import { firstEdition } from '../../../../test/support/first-edition.ts'
import { longestOf, readingAge } from '../../../../test/support/reading-age.ts'
import { assertValidHtml } from '../../../../test/support/valid-html.ts'
import { guidePaper } from '../../../application/guide-paper.ts'
import { publicGuide, type PublicGuide } from '../../../application/queries/guide.ts'
import type { Edition } from '../../../domain/protocol/protocol.ts'
import { files } from '../../../exchange/files/files.ts'
import { guideLinks } from '../../components/guide-links.ts'
import type { Html } from '../../html.ts'
import { childsGuidePage, guidePage } from './view.ts'

const now = at('2026-11-27T20:00')
const visit = aVisit(now)

function guideFor(edition: Edition): PublicGuide {
  const council = { ...aldermoor, jointProtocol: edition.protocol, outOfHoursTelephone: '01632 960199' }
  const organisations = [
    { ...council, force: aldermoorPolice.id },
    { ...fenwickCouncil, jointProtocol: edition.protocol },
    aldermoorPolice,
  ]
  return publicGuide({ editions: [edition] }, { organisations }, edition.protocol, now)!
}

function wordsOf(page: Html): string {
  assertValidHtml(page.toString())
  return plain(
    page
      .toString()
      .replace(/<head>.*?<\/head>/su, '')
      .replaceAll(/<[^>]+>/gu, ' ')
      .replaceAll('&#39;', "'"),
  )
}

const plain = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim()

async function readBack(found: PublicGuide) {
  const data = new Uint8Array(await files.paper(guidePaper(found, now)))
  const doc = await getDocument({ data, verbosity: 0 }).promise
  const { items } = await (await doc.getPage(1)).getTextContent()
  const text = plain(
    items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? ' ' : ''}` : '')).join(''),
  )
  const info = (await doc.getMetadata()).info as Readonly<Record<string, unknown>>
  return { pages: doc.numPages, text, title: info['Title'] }
}

const own = editionOf(
  fenwick({
    'practice-guidance': { title: 'Fenwick practice guidance', address: 'https://fenwick.example/missing' },
    changes: [
      { duty: 'prevention-check', within: 'PT3H', source: 'fenwick' },
      { duty: 'return-interview', within: 'PT48H', source: 'fenwick' },
    ],
  }),
)

suite('the public guide', () => {
  const words = wordsOf(guidePage(visit, 'missing-from-home-and-care', guideFor(firstEdition())))

  test('says whose it is, when it was reviewed, and that the review is overdue', () => {
    assert.match(words, /One-minute guide · the partnership's missing from home and care group/)
    assert.match(
      words,
      /Last reviewed Sunday 31 March 2024\. Review due Monday 31 March 2025\. Review is overdue/,
    )
    const later = {
      ...firstEdition(),
      reviewDue: own.reviewDue.replace('2025', '2030') as Edition['reviewDue'],
    }
    assert.doesNotMatch(wordsOf(guidePage(visit, 'x', guideFor(later))), /Review is overdue/)
  })

  test('has the number to ring by hour for each council, and says that a form is no referral', () => {
    assert.match(
      words,
      /Aldermoor Council Monday to Friday, 08:30 to 17:00 [\d ]+ Any other hour, and on bank holidays 01632 960199 Police, when it is no emergency 101 or 01632 960300/,
    )
    assert.match(words, /Fenwick Council .* Any other hour, and on bank holidays/)
    assert.match(words, /A form is no referral until the council’s front door has taken it on/)
    const nobody = {
      ...guideFor(firstEdition()),
      numbers: [{ council: 'Bare Council', byDay: '01632 960000' }],
    }
    assert.match(wordsOf(guidePage(visit, 'x', nobody)), /holidays 101 , and ask for the duty team/)
    assert.match(
      wordsOf(guidePage(visit, 'x', { ...nobody, numbers: [] })),
      /No council has given its numbers yet: ring 101/,
    )
  })

  test('says every line, and what its mark means only where there is one', () => {
    for (const { lines } of guideFor(firstEdition()).guide.sections)
      for (const { says } of lines) assert.ok(words.includes(plain(says)), says)
    assert.match(words, /† The time is a setting of the partnership/)
    const { guide, ...rest } = guideFor(firstEdition())
    const sections = guide.sections.filter(({ name }) => name === 'risks')
    assert.doesNotMatch(wordsOf(guidePage(visit, 'x', { ...rest, guide: { ...guide, sections } })), /setting/)
  })

  test('leads to the practice guidance of the partnership where there is one', () => {
    const page = guidePage(visit, own.protocol, guideFor(own)).toString()
    assert.match(page, /href="https:\/\/fenwick\.example\/missing"[^>]*>Fenwick practice guidance</)
    assert.doesNotMatch(words, /practice guidance/)
  })
})

suite('a guide made again from a protocol with other hours says the other hours', () => {
  const old = /\b72 hours|\b4 hours of the return|first 4 hours/u

  test('on the page', () => {
    const words = wordsOf(guidePage(visit, own.protocol, guideFor(own)))
    assert.match(words, /within 3 hours of the return to a place of safety/)
    assert.match(words, /return interview within 48 hours/)
    assert.doesNotMatch(words, old)
  })

  test('on one page of paper, with nothing lost', async () => {
    const found = guideFor(own)
    const { pages, text, title } = await readBack(found)
    assert.equal(pages, 1)
    assert.equal(title, 'One-minute guide: Fenwick: children missing from home and care')
    for (const { heading, lines } of found.guide.sections) {
      assert.ok(text.includes(heading), heading)
      for (const { says } of lines) assert.ok(text.includes(plain(says)), says)
    }
    for (const { council, byDay } of found.numbers) assert.ok(text.includes(council) && text.includes(byDay))
    assert.ok(text.includes('Fenwick practice guidance: https://fenwick.example/missing'))
    assert.doesNotMatch(text, old)
  })

  test('for children', () => {
    const words = wordsOf(childsGuidePage(visit, own.protocol, guideFor(own)))
    assert.match(words, /in the first 3 hours/)
    assert.match(words, /In the first 48 hours/)
    assert.doesNotMatch(words, old)
  })
})

test('A child of ten can read what happens when they go missing, and what they can ask for.', () => {
  const found = guideFor(firstEdition())
  const texts = found.forChildren.flatMap(({ heading, lines }) => [heading, ...lines.map(({ says }) => says)])
  console.log(`the guide for children: reading age ${readingAge(texts).toFixed(1)} (Flesch-Kincaid)`)
  assert.ok(readingAge(texts) <= 10)
  assert.ok(longestOf(texts).words <= 20, longestOf(texts).sentence)
  const words = wordsOf(childsGuidePage(visit, 'missing-from-home-and-care', found))
  assert.match(words, /Childline: 0800 1111/)
  assert.match(words, /Leave this page now/)
})

test('The door leads to the guide of each protocol that a council shares, once.', () => {
  const shared = { ...aldermoor, jointProtocol: 'one' }
  const linksOf = (...organisations: (typeof aldermoor)[]) =>
    [
      ...guideLinks({ organisations })
        .toString()
        .matchAll(/href="([^"]+)"/gu),
    ].map(([, href]) => href)
  assert.deepEqual(linksOf(shared, { ...fenwickCouncil, jointProtocol: 'one' }, aldermoorPolice), [
    '/guide/one',
  ])
  assert.deepEqual(linksOf(aldermoorPolice), [])
})
