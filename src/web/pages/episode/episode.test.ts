import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anEpisodePage, aVisit, protocols } from '../../../../test/support/an-episode-page.ts'
import { lena } from '../../../../test/support/a-directory.ts'
import { cast, idFor } from '../../../../test/support/cast.ts'
import {
  aChildBackBeforeAnyReport,
  aChildBackInTheMorning,
  aChildMissingOvernight,
  after,
  at,
  entry,
  entryId,
} from '../../../../test/support/chronology.ts'
import { ordinary } from '../../../../test/support/bodies.ts'
import { assertValidHtml } from '../../../../test/support/valid-html.ts'
import type { EpisodePage } from '../../../application/queries/episode-page.ts'
import type { Chronology, EntryType } from '../../../domain/episode/entries.ts'
import { entryTypes } from '../../../domain/episode/entries.ts'
import type { Author } from '../../../domain/episode/entry.ts'
import { actsNow } from './acts-now.ts'
import { childWords } from './child-words.ts'
import { headlineOf } from './headlines.ts'
import { readingOf } from './reading-of.ts'
import { stateSentence } from './state-sentence.ts'
import { mayUndo } from '../../../domain/access/may.ts'
import { answersFor } from '../../../domain/protocol/rungs.ts'
import { episodeView } from './view.ts'
import { stillToTell, toldLines } from './who-knows.ts'

const now = at('2026-03-29T11:00')

function shown(page: EpisodePage, done?: EntryType, as: Author = cast['duty-team']): string {
  const child = childWords(page.record, page.at)
  return episodeView({
    visit: aVisit(page.at),
    page,
    acts: actsNow(page, lena, protocols.editions, child),
    mayUndo: (type) => mayUndo(as, type),
    person: as.person,
    mayAcknowledge: (tell) => answersFor(as.role, tell),
    ...(done && { done }),
  }).toString()
}

function sentenceFor(chronology: Chronology, when = now): string {
  const page = anEpisodePage(chronology, when)
  return stateSentence(page, childWords(page.record, when))
}

const died = after(
  aChildMissingOvernight(),
  entry('located', '2026-03-29T06:20', { outcome: 'died' }, { id: 'found' }),
)
const voided = after(aChildMissingOvernight(), entry('recorded-in-error', '2026-03-29T06:20', {}))

test('the state is one sentence for every state', () => {
  const looking = aChildBackBeforeAnyReport().slice(0, 2)
  assert.equal(sentenceFor(looking), 'Tyler Boothe is being looked for. Police have not been told yet.')
  assert.equal(
    sentenceFor(aChildMissingOvernight().slice(0, 2), at('2026-03-28T21:50')),
    'Tyler Boothe is not where he should be. Police have not been told yet.',
  )
  assert.equal(
    sentenceFor(aChildMissingOvernight().slice(0, 5), at('2026-03-28T22:30')),
    'Tyler Boothe is missing. Police have known since 22:15 and have not graded the risk yet.',
  )
  assert.equal(
    sentenceFor(aChildMissingOvernight()),
    'Tyler Boothe is missing. Police grade the risk medium.',
  )
  assert.equal(
    sentenceFor(aChildBackInTheMorning().slice(0, -1)),
    'Tyler Boothe has been found and is not back yet. Police grade the risk medium.',
  )
  assert.equal(sentenceFor(aChildBackInTheMorning()), 'Tyler Boothe is back. Police have not yet seen him.')
  const imported = after([], entry('concern-raised', '2026-03-20T10:00', { how: 'imported' }))
  assert.equal(
    sentenceFor(imported),
    'A statutory return says that Tyler Boothe is still missing. Nobody has confirmed it yet.',
  )
  assert.equal(sentenceFor(died), 'Tyler Boothe has died.')
  assert.equal(sentenceFor(voided), 'This episode about Tyler Boothe was recorded in error.')
})

test('every kind of entry has a headline, and none says more than was written', () => {
  const page = anEpisodePage(aChildBackInTheMorning(), now)
  for (const type of entryTypes) {
    const [made] = after([], entry(type, '2026-03-29T08:00', ordinary[type]))
    const { headline } = headlineOf(made!, readingOf(page))
    assert.match(headline, /^[A-Z“].*[.?]$/, type)
    assert.doesNotMatch(headline, /undefined/, type)
  }
})

const corrected = after(
  aChildBackInTheMorning(),
  entry(
    'entry-corrected',
    '2026-03-29T08:00',
    {
      corrects: entryId('return'),
      occurred: { at: at('2026-03-29T07:40'), precision: 'minute' },
      reason: 'The <camera>',
    },
    { id: 'small' },
  ),
  entry(
    'entry-corrected',
    '2026-03-29T09:00',
    {
      corrects: entryId('return'),
      occurred: { at: at('2026-03-29T10:00'), precision: 'minute' },
      reason: 'A second camera',
      evidence: 'The film',
      needsSecond: true,
    },
    { id: 'large' },
  ),
  entry('recorded-in-error', '2026-03-29T09:10', {
    scope: { kind: 'entry', entry: entryId('rang his mobile') },
    why: 'did-not-happen',
    reason: 'It was another number',
  }),
  entry(
    'agency-informed',
    '2026-03-29T09:20',
    { role: 'school', about: 'return' },
    {
      id: 'school',
      toldBy: { name: 'Ann Lowe', organisationName: 'Brook Lane School', means: 'telephone' },
    },
  ),
)

test('pages of every state are valid HTML, before and after a step was recorded', () => {
  for (const chronology of [
    [],
    aChildMissingOvernight().slice(0, 2),
    aChildMissingOvernight(),
    aChildBackInTheMorning(),
    aChildBackBeforeAnyReport(),
    corrected,
    died,
    voided,
  ]) {
    assertValidHtml(shown(anEpisodePage(chronology, now)))
    assertValidHtml(shown(anEpisodePage(chronology, now), 'returned'))
    assertValidHtml(shown(anEpisodePage(chronology, now), 'entry-corrected'))
    assertValidHtml(shown(anEpisodePage(chronology, now, { asKnown: true })))
  }
})

test('a correction stands at its entry with its reason; one that waits is not applied and can be confirmed', () => {
  const made = shown(anEpisodePage(corrected, now))
  assert.match(made, /<del>07:10<\/del> corrected:\s*<q>The &#60;camera&#62;<\/q>/)
  assert.match(made, new RegExp(`id="entry-${entryId('return')}"[^]*?>07:40<`))
  assert.match(made, /to 10:00 waits for a second person and does not count yet:\s*<q>A second camera<\/q>/)
  assert.ok(made.includes(`/acknowledge?entry=${entryId('large')}`))
  assert.ok(!made.includes(`id="entry-${entryId('small')}"`))
  const own = shown(anEpisodePage(corrected, now), undefined, cast.carer)
  assert.ok(!own.includes(`/acknowledge?entry=${entryId('large')}`))
})

test('what was recorded in error stays on the page and says so', () => {
  const made = shown(anEpisodePage(corrected, now))
  assert.match(made, /Recorded in error\. <\/span><strong>Rang his mobile\./)
  assert.match(made, /It was another number/)
})

test('a duty that is silent says who should know since when, with a link to acknowledge and a number', () => {
  const late = anEpisodePage(aChildBackInTheMorning(), at('2026-03-29T12:30'))
  const made = shown(late)
  assert.match(made, /Overdue by 1 hour 20 minutes \(was due 11:10\)/)
  assert.match(
    made,
    /The police supervisor should know since 11:10, the missing co-ordinator since 12:10; no one has acknowledged\./,
  )
  assert.match(made, /acknowledge\?duty[^"]*prevention-check[^"]*role[^"]*missing-coordinator"/)
  assert.match(made, /href="tel:/)
})

test('as known at a moment, no clock runs on and nothing can be done', () => {
  const made = shown(anEpisodePage(aChildBackInTheMorning(), now, { asKnown: true }))
  assert.doesNotMatch(made, /data-due=/)
  assert.doesNotMatch(made, /correct-entry|What you can do now/)
  assert.match(made, /This is what was known at 11:00/)
})

test('while police have not been told, the page says so first, and not once they have', () => {
  const words = /Police have not been told yet: ring 999 or 101/
  assert.match(shown(anEpisodePage(aChildMissingOvernight().slice(0, 3), now)), words)
  assert.doesNotMatch(shown(anEpisodePage(aChildMissingOvernight(), now)), words)
})

test('after a death the page is quiet: no act towards the child, no past, no alarm', () => {
  const made = shown(anEpisodePage(died, now))
  assert.doesNotMatch(
    made,
    /record-return|record-location|interview|prevention-check"|assess-risk|Dev with a/,
  )
  assert.doesNotMatch(made, /wa-notice--done|have not been told yet/)
})

test('what meets a duty of mine stands first among what I can do', () => {
  const page = anEpisodePage(aChildBackInTheMorning(), now, { author: cast.police })
  const mine = actsNow(page, lena, protocols.editions, childWords(page.record, now))
  // Both are owed by police: the telling is overdue, the check is not.
  assert.deepEqual(
    mine.slice(0, 2).map(({ command }) => command),
    ['inform-agency', 'record-prevention-check'],
  )
})

test('telling police stands first while they do not know, and what is done stands last', () => {
  const child = childWords(anEpisodePage([], now).record, now)
  const looking = anEpisodePage(aChildMissingOvernight().slice(0, 4), now)
  assert.equal(actsNow(looking, lena, protocols.editions, child)[0]?.command, 'report-missing')
  const checked = after(aChildBackInTheMorning(), entry('prevention-check-done', '2026-03-29T08:00'))
  const page = anEpisodePage(checked, now, { author: cast.police })
  const three = actsNow(page, lena, protocols.editions, child).slice(0, 3)
  assert.ok(!three.some(({ command }) => command === 'record-prevention-check'))
})

test('those who were told of the absence and not of the return are named until they are told', () => {
  const page = anEpisodePage(aChildBackInTheMorning(), now)
  assert.ok(stillToTell(page).some(({ role }) => role === 'duty-team'))
  const told = anEpisodePage(
    after(
      aChildBackInTheMorning(),
      entry('agency-informed', '2026-03-29T07:30', { role: 'duty-team', about: 'return' }),
    ),
    now,
  )
  assert.ok(!stillToTell(told).some(({ role }) => role === 'duty-team'))
  assert.match(
    String(toldLines(page, now).find(({ who }) => who.startsWith('Emergency'))?.told),
    /not yet of the return/,
  )
})

test('other episodes are sentences, and nowhere a number of them', () => {
  const made = shown(
    anEpisodePage(aChildMissingOvernight(), now, {
      others: [
        {
          child: idFor('Tyler Boothe'),
          episode: idFor('before'),
          reference: 'AB12-CD34',
          response: 'closed',
          voided: false,
          from: at('2026-02-01T20:00'),
          returnedAt: at('2026-02-02T01:00'),
          sequence: 9,
        },
      ],
    }),
  )
  assertValidHtml(made)
  assert.match(made, /Sunday 1 February<\/a>:\s*back 01:00 on 2 February, and closed\./)
  assert.match(made, /None of them makes this one safer/)
})
