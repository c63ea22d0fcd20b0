import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { assertValidHtml } from '../../../../test/support/valid-html.ts'
import { idFor } from '../../../../test/support/cast.ts'
import { at } from '../../../../test/support/at.ts'
import type { Board, BoardItem } from '../../../application/queries/board.ts'
import type { BoardRow, DutyRow } from '../../../application/projections/rows.ts'
import type { DutyNow } from '../../../application/who-holds.ts'
import type { Moment } from '../../../kernel/moment.ts'
import type { PageVisit } from '../../layout/visit.ts'
import { boardPage } from './view.ts'

const now = at('2026-11-21T00:52')
const visit: PageVisit = {
  person: { name: 'Amira Hussain', post: 'Out-of-hours social worker' },
  dutiesOwed: 2,
  dutyTeam: { name: 'the duty team', telephone: '01632 960123' },
  demonstration: true,
  csrfToken: 'token',
  now,
}

const row: BoardRow = {
  child: idFor<'child'>('Jay'),
  episode: idFor<'episode'>('Jay, tonight'),
  reference: '7F3K-2Q9X',
  name: 'Jay <Mercer>',
  pronoun: 'he',
  placement: 'Oakfield House',
  answerable: { workers: {} },
  response: 'reported',
  whereabouts: 'unknown',
  authorisation: 'not-authorised',
  policeKnow: true,
  died: false,
  imported: false,
  from: at('2026-11-20T21:40'),
  lastSeen: 'At the bus station with an older person.',
  lastSeenAt: at('2026-11-20T21:40'),
  risk: 'high',
  riskSince: at('2026-11-20T22:05'),
  reportedAt: at('2026-11-20T21:55'),
}

function owed(title: string, dueAt: Moment, standing: DutyNow['standing'] = 'open'): DutyNow {
  const duty: DutyRow = {
    child: row.child,
    stream: row.episode,
    section: 'core',
    workIn: [],
    id: 'review-risk',
    duty: 'review-risk',
    title,
    keeper: false,
    owedBy: 'police',
    covered: true,
    startsAt: at('2026-11-20T22:05'),
    dueAt,
    endOfDay: false,
    provisional: false,
    because: 'the time that PS Imran Shah set',
    edition: 'missing-from-home-and-care 2024-03',
    verified: false,
    rungs: [],
    shownOverdue: [],
  }
  const holder = { kind: 'nobody', name: 'Aldermoor Police', organisationName: '', telephone: '101' } as const
  const fired = standing === 'overdue' ? [{ tell: 'police-supervisor', at: dueAt, holder } as const] : []
  return { row: duty, standing, holder, fired, shownOverdue: [] }
}

const empty: Board = { now, looking: [], missing: [], back: [], died: [], asked: [], care: [] }
const item = (over: Partial<BoardRow>, ...duties: readonly DutyNow[]): BoardItem => ({
  row: { ...row, ...over },
  owed: duties,
})

describe('the board', () => {
  it('says plainly that nobody whom this post may see is missing', () => {
    const html = boardPage(visit, empty, false).toString()
    assert.match(html, /<h1[^>]*>No child is reported missing\.<\/h1>/)
    assert.match(html, /Only what your post may see is shown/)
    assertValidHtml(html)
  })

  it('counts those whom police do not know of apart from those who are missing', () => {
    const looking = item({ response: 'searching', policeKnow: false })
    const back = item({
      response: 'returned',
      returnedAt: at('2026-11-20T22:40'),
      returnedTo: 'Oakfield House',
    })
    const html = boardPage(
      visit,
      { ...empty, missing: [item({})], looking: [looking], back: [back] },
      false,
    ).toString()
    assert.match(
      html,
      /One child is missing\. Police have not been told about one more\. 1 is back and still owed something\./,
    )
    assertValidHtml(html)
  })

  it('says what is overdue, who should know, and the number to ring', () => {
    const overdue = owed('Look at the risk again', at('2026-11-21T00:35'), 'overdue')
    const html = boardPage(visit, { ...empty, missing: [item({}, overdue)] }, false).toString()
    assert.match(html, /Overdue by 17 minutes \(was due 00:35\)/)
    assert.match(html, /The police supervisor should know since 00:35; no one has acknowledged\./)
    assert.match(html, /href="tel:101"/)
    assert.doesNotMatch(html, /<Mercer>/)
    assertValidHtml(html)
  })

  it('counts a child who has died among nobody who is looked for', () => {
    const died = item(
      { response: 'returned', died: true, lastKnown: 'Weir Lane' },
      owed('Tell everyone', now),
    )
    const html = boardPage(visit, { ...empty, died: [died] }, false).toString()
    assert.match(html, /No child is reported missing\. One has died\./)
    assert.match(html, /Last known place: Weir Lane\./)
    assert.doesNotMatch(html, /Nobody knows|since|is back/)
    assertValidHtml(html)
  })

  it('gives the hour of the last sighting before its words, and the length from when the child was gone', () => {
    const seen = item({
      whereabouts: 'known-elsewhere',
      lastSeenAt: at('2026-11-21T00:10'),
      lastSeen: 'At the pier.',
    })
    const html = boardPage(visit, { ...empty, missing: [seen] }, false).toString()
    assert.match(html, /At a known place, not safe or not agreed\. Last seen 00:10: At the pier\./)
    assert.match(html, /3 hours 12 minutes/)
    assert.match(html, /21:40 on Friday gone/)
  })

  it('puts an open spell of a return under its own heading', () => {
    const html = boardPage(
      visit,
      { ...empty, asked: [item({ response: 'concern', imported: true })] },
      false,
    ).toString()
    assert.match(html, /Still missing\?/)
    assertValidHtml(html)
  })
})
