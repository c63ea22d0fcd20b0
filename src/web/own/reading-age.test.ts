import assert from 'node:assert/strict'
import { test } from 'node:test'
import { at } from '../../../test/support/at.ts'
import { longestOf, readingAge } from '../../../test/support/reading-age.ts'
import { organisationKinds } from '../../domain/episode/entry.ts'
import { roles } from '../../domain/episode/roles.ts'
import type { TheirPage } from '../../application/queries/their-own.ts'
import type { LookedAtThem } from '../../application/their-own.ts'
import { londonDate } from '../../kernel/london.ts'
import { emptyForm } from '../forms/form.ts'
import type { Html } from '../html.ts'
import { codePage, enterPage, writePage } from './forms.ts'
import { homePage, listPage, sentPage, staffHerePage } from './views.ts'
import { promises } from './words.ts'

const now = at('2026-11-27T20:00')
const visit = { csrfToken: 'token', isIn: true, demonstration: false }
const asked = { visit, form: emptyForm, errors: [] }
const owed = Object.keys(promises).map((duty) => ({ duty, startsAt: now, dueAt: now, endOfDay: false }))
const nothing: TheirPage = {
  now,
  workers: [],
  sharesWords: false,
  absences: [],
  owed: [],
  messages: [],
  words: [],
  shared: [],
}
const looks = roles.map((role): LookedAtThem => {
  return { day: londonDate(now), role, kind: 'council', ofTheirCouncil: true, times: 2 }
})
const workers: TheirPage['workers'] = [
  { role: 'social-worker', name: 'Amira Hussain' },
  { role: 'reviewing-officer', name: 'Bo Lind' },
]

const pages: readonly (readonly [name: string, page: Html])[] = [
  ['home, with everything owed', homePage(visit, { ...nothing, owed })],
  ['home, with workers', homePage(visit, { ...nothing, name: 'Jay Mercer', workers })],
  [
    'home, with what was passed on',
    homePage(visit, {
      ...nothing,
      shared: [...organisationKinds, undefined].map((kind) => ({
        occurred: { at: now, precision: 'minute' },
        words: 'I ran',
        ...(kind && { kind }),
      })),
    }),
  ],
  ['who has looked', listPage(visit, looks)],
  ['who has looked, before anybody has', listPage(visit, [])],
  ['write to us', writePage(asked, 'command')],
  ['it has arrived', sentPage(visit, true)],
  ['it has arrived, and they are safe', sentPage(visit, false)],
  ['come in', enterPage(asked)],
  ['come in with a code', codePage(asked)],
  ['not on this browser', staffHerePage(visit)],
]

/** What stands between the tags of a page that a child reads; a link or a strong word is part of its sentence. */
function textsOf(page: Html): readonly string[] {
  return page
    .toString()
    .replace(/<head>.*?<\/head>/su, '')
    .replaceAll(/<\/?(?:a|strong|span)\b[^>]*>/gu, '')
    .split(/<[^>]+>/u)
    .map((text) => text.replaceAll('&#39;', '’').replaceAll(/\s+/gu, ' ').trim())
    .filter((text) => text !== '')
}

for (const [name, page] of pages)
  test(`A child of 11 can read, and most of 9: ${name}.`, () => {
    const texts = textsOf(page)
    assert.ok(texts.length > 5)
    console.log(`${name}: reading age ${readingAge(texts).toFixed(1)} (Flesch-Kincaid)`)
    assert.ok(readingAge(texts) <= 11)
    const { words, sentence } = longestOf(texts)
    assert.ok(words <= 20, `${words} words: ${sentence}`)
  })
