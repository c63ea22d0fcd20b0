import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aVisit } from '../../../../test/support/an-episode-page.ts'
import { at } from '../../../../test/support/at.ts'
import { idFor } from '../../../../test/support/cast.ts'
import { assertValidHtml } from '../../../../test/support/valid-html.ts'
import type { Looked, WhoLooked } from '../../../application/queries/who-looked.ts'
import type { LondonDate } from '../../../kernel/london.ts'
import { emptyForm, Form } from '../../forms/form.ts'
import { searchLooksPage } from './search-view.ts'
import { looksPage } from './view.ts'

const now = at('2026-11-21T00:52')
const visit = aVisit(now)
const jay = idFor<'child'>('Jay')
const ruth = idFor<'person'>('Ruth')

function aLook(rest: Partial<Looked> = {}): Looked {
  const post = idFor<'post'>('Ruth, carer')
  return {
    day: '2026-11-20' as LondonDate,
    person: ruth,
    post,
    what: 'episode',
    first: at('2026-11-20T21:40'),
    last: at('2026-11-20T23:10'),
    times: 3,
    by: {
      post: {
        id: post,
        person: ruth,
        personName: 'Ruth <Adeyemi>',
        organisation: idFor('Larkfield Homes'),
        team: 'Oakfield House',
        role: 'carer',
        telephone: '01632 960100',
        from: '2020-01-01' as LondonDate,
        allHours: true,
      },
      organisation: 'Larkfield Homes',
    },
    ...rest,
  }
}

const looked: WhoLooked = {
  now,
  child: jay,
  card: {
    child: jay,
    name: 'Jay <Mercer>',
    otherNames: [],
    approximateAge: 14,
    pronoun: 'he',
    answerable: { workers: {} },
    foundBy: '',
  },
  looks: [
    aLook(),
    aLook({ what: 'search', times: 1, purpose: 'a review', reference: 'CR <1>' }),
    {
      ...aLook({ day: '2026-11-19' as LondonDate, what: 'a page of later' }),
      by: undefined,
    } as unknown as Looked,
  ],
  more: true,
  people: [{ person: ruth, name: 'Ruth <Adeyemi>' }],
}

test('Who has looked is said by day, with post, organisation, page, times and purpose.', () => {
  const shown = looksPage({ visit, looked, query: emptyForm, errors: [], forTheChild: false }).toString()
  assertValidHtml(shown)
  const text = shown.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
  assert.match(text, /Friday 20 November 2026 .*Thursday 19 November 2026/)
  assert.match(
    text,
    /Adeyemi&#62; , carer, Oakfield House, Larkfield Homes: an episode 3 times from 21:40 to 23:10/i,
  )
  assert.match(text, /a search, for: a review, CR &#60;1&#62; 21:40/)
  assert.match(text, /Somebody who is no longer in the directory : a page of later/)
  assert.match(text, /There are more\./)
})

test('To the child it is said in short sentences, without a filter, and that nothing was found keeps what was typed.', () => {
  const toChild = looksPage({ visit, looked, query: emptyForm, errors: [], forTheChild: true }).toString()
  assertValidHtml(toChild)
  assert.match(toChild, /from Larkfield Homes, read about a time you were away 3 times\./)
  assert.doesNotMatch(toChild, /<select|carer/)
  const { card: _card, ...nameless } = looked
  const none = { ...nameless, looks: [], more: false }
  const query = Form.of({ from: 'yesterday', person: ruth })
  const errors = [{ field: 'from', message: 'Enter the day as day, month and year, for example 28 3 2026' }]
  const empty = looksPage({ visit, looked: none, query, errors, forTheChild: false }).toString()
  assertValidHtml(empty)
  assert.match(empty, /Nobody has looked/)
  assert.match(empty, /value="yesterday"/)
  assert.doesNotMatch(empty, /Mercer/)
})

test('A search of looks says whose record it was where that may be read, and lists who opened many without a score.', () => {
  const span = { from: '2026-11-15' as LondonDate, until: '2026-11-21' as LondonDate }
  const unread = idFor<'child'>('a child of another')
  const found = {
    now,
    looks: [
      { ...aLook(), child: jay },
      { ...aLook({ what: 'child' }), child: unread },
    ],
    more: true,
    cards: new Map([[jay, looked.card!]]),
    many: [
      { person: ruth, name: 'Ruth <Adeyemi>', children: 12, withoutLeave: 2 },
      { person: idFor<'person'>('Sam'), name: 'Sam', children: 10, withoutLeave: 0 },
    ],
    people: looked.people,
  }
  const shown = searchLooksPage({ visit, found, span, query: emptyForm, errors: [] }).toString()
  assertValidHtml(shown)
  assert.match(shown, /opened the records of 12\s+children; of 2 of them they may read nothing now\./)
  assert.match(shown, /opened the records of 10\s+children\./)
  assert.match(shown, /Jay &#60;Mercer&#62;, about 14/)
  assert.match(shown, /A child whom you do not read about/)
  const none = { ...found, looks: [], many: [], more: false }
  assertValidHtml(searchLooksPage({ visit, found: none, span, query: emptyForm, errors: [] }).toString())
  const errors = [{ field: 'until', message: 'Enter the day as day, month and year, for example 28 3 2026' }]
  assertValidHtml(searchLooksPage({ visit, found: none, span, query: emptyForm, errors }).toString())
})
