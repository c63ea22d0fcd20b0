import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anEpisodePage, aVisit } from '../../../../test/support/an-episode-page.ts'
import { directory, ruth } from '../../../../test/support/a-directory.ts'
import { cast, idFor } from '../../../../test/support/cast.ts'
import {
  aChildBackInTheMorning,
  aChildMissingOvernight,
  after,
  at,
  entry,
} from '../../../../test/support/chronology.ts'
import { day } from '../../../../test/support/told-of-a-child.ts'
import { assertValidHtml } from '../../../../test/support/valid-html.ts'
import type { Candidate } from '../../../application/queries/children-to-report.ts'
import { Form } from '../../forms/form.ts'
import { askedAgain, firstAsked } from './asked.ts'
import { readNewChild, sameBy } from './new-child/form.ts'
import { newChildPage, sameChildPage } from './new-child/view.ts'
import { progressPage } from './progress/view.ts'
import { togetherPage } from './together/view.ts'
import { whoPage } from './who/view.ts'

const now = at('2026-03-28T22:00')
const visit = aVisit(now)

function candidate(name: string, open = false): Candidate {
  const card = {
    child: idFor<'child'>(name),
    name,
    otherNames: ['JJ'],
    bornOn: day('2012-04-03'),
    pronoun: 'he' as const,
    placement: 'Fernside',
    answerable: { workers: {} },
    foundBy: '',
  }
  return { card, ...(open && { open: idFor<'episode'>(name) }) }
}

const two = [candidate('Jay <Mercer>'), candidate('Tyler Boothe', true)]

test('who: the children of this home lead to the question of worry, one who is looked for to that episode', () => {
  const shown = whoPage({ visit, children: { here: two }, text: '' }).toString()
  assertValidHtml(shown)
  assert.match(shown, new RegExp(`/report/${idFor('Jay <Mercer>')}/worried`))
  assert.match(shown, new RegExp(`/episodes/${idFor('Tyler Boothe')}/report`))
  assert.match(shown, /a child who is not known here/)
})

test('who: nobody found is said without a hint that anyone is hidden', () => {
  const none = { here: [], found: { candidates: [], more: false } }
  const shown = whoPage({ visit, children: none, text: '<zzz>' }).toString()
  assertValidHtml(shown)
  assert.match(shown, /No child that you can see is found/)
  const fault = [{ field: 'q', message: 'What you look for has a character that cannot be kept.' }]
  assertValidHtml(whoPage({ visit, children: { here: [] }, text: 'x', errors: fault }).toString())
  const found = { here: two, found: { candidates: two, more: true } }
  assertValidHtml(whoPage({ visit, children: found, text: 'a' }).toString())
})

test('who else: the search keeps whom they are away with', () => {
  const beside = {
    episode: idFor<'episode'>('first'),
    name: 'Jay',
    sent: { headline: 'Saved 21:52.', detail: '' },
  }
  const shown = whoPage({ visit, children: { here: two }, text: '', beside }).toString()
  assertValidHtml(shown)
  assert.match(shown, /Who is away with Jay\?/)
  assert.match(shown, new RegExp(`worried\\?with(?:=|&#61;)${beside.episode}`))
})

test('a child not known here may have no name, and must be something', () => {
  const read = (sent: Readonly<Record<string, string>>) =>
    readNewChild(Form.of({ pronoun: 'they', ...sent }), now)
  assert.equal(read({}).kind, 'problems')
  assert.deepEqual(read({ age: '13', otherNames: 'JJ, , Jay' }), {
    kind: 'read',
    value: { approximateAge: 13, otherNames: ['JJ', 'Jay'], pronoun: 'they' },
  })
  const born = read({ name: 'Jay Mercer', bornOn: '3 4 2012', age: '14' })
  assert.deepEqual(born.kind === 'read' && born.value, {
    name: 'Jay Mercer',
    bornOn: '2012-04-03',
    otherNames: [],
    pronoun: 'they',
  })
  for (const wrong of [{ age: 'about 13' }, { bornOn: '31 2 2012' }, { bornOn: '3 4 1970' }])
    assert.equal(read(wrong).kind, 'problems')
})

test('the page of a child not known here is valid, empty and asked again', () => {
  assertValidHtml(newChildPage({ visit, asked: firstAsked('token'), beside: undefined }).toString())
  const form = Form.of({ description: '<tall>', age: 'x' })
  const read = readNewChild(form, now)
  assert.ok(read.kind === 'problems')
  const again = newChildPage({ visit, asked: askedAgain('token', form, read.problems), beside: undefined })
  assertValidHtml(again.toString())
  assert.match(again.toString(), /&lt;tall&gt;/)
})

test('before a second record is made of a child, whoever may be the same is shown, and what was typed is kept', () => {
  const asked = askedAgain('token', Form.of({ name: 'Jay "Mercer', age: '14' }), [])
  const shown = sameChildPage({ visit, asked, beside: undefined, candidates: two }).toString()
  assertValidHtml(shown)
  assert.match(shown, /Is it one of these\?/)
  assert.match(shown, /name="name" value="Jay &#34;Mercer"/)
  assert.match(shown, /name="sure" value="yes"/)
  const typed = {
    name: 'Jay Mercer',
    otherNames: ['JJ', 'Jayo'],
    pronoun: 'he' as const,
    telephone: '07700 900101',
  }
  assert.deepEqual(sameBy(typed), ['Jay Mercer', 'Mercer', 'Jayo', '07700 900101'])
})

test('together: each other child is asked about alone', () => {
  const shown = anEpisodePage(aChildMissingOvernight(), now)
  const props = { visit, shown, next: `/episodes/${shown.id}/report/last-seen` }
  const page = togetherPage({ ...props, candidates: two, linked: ['Reece'] }).toString()
  assertValidHtml(page)
  assert.match(page, new RegExp(`worried\\?with(?:=|&#61;)${shown.id}`))
  assertValidHtml(togetherPage({ ...props, candidates: [], linked: [] }).toString())
})

test('the list says plainly that police do not know, and offers the call first', () => {
  const shown = anEpisodePage(aChildMissingOvernight().slice(0, 4), now)
  const page = progressPage({ visit, shown, isPolice: false, post: ruth, directory }).toString()
  assertValidHtml(page)
  assert.match(page, /Tyler is being looked for\. Police have not been told/)
  assert.match(page, /Ring the police now/)
  assert.match(page, /Who does not know yet/)
  assert.match(page, /You owe it/)
  assert.match(page, /Police do not know\./)
})

test('a foster carer’s telephone says whom to ring when the child is back, and offers nothing that it cannot do', () => {
  const phone = (chronology: Parameters<typeof anEpisodePage>[0], when = now) =>
    progressPage({
      visit: { ...aVisit(when), device: 'foster-carer' },
      shown: anEpisodePage(chronology, when),
      isPolice: false,
      post: ruth,
      directory,
    }).toString()
  const looking = phone(aChildMissingOvernight().slice(0, 4))
  assertValidHtml(looking)
  assert.match(looking, /He is back, or you know more\?/)
  assert.match(looking, /This telephone cannot record it\. Ring, and say at what time Tyler came/)
  assert.match(looking, /emergency duty team<\/strong>: <a[^>]*href="tel:01632960199"/)
  assert.doesNotMatch(looking, /An officer comes|record-return|Open the whole episode/)
  assert.match(phone(aChildMissingOvernight()), /Police<\/strong>: <a[^>]*href="tel:101"[^]*An officer comes/)
  assert.doesNotMatch(phone(aChildBackInTheMorning(), at('2026-03-29T11:00')), /cannot record it/)
})

test('the list in every later state is valid, and offers no call where none is needed', () => {
  const missing = aChildMissingOvernight()
  const voided = after(
    missing,
    entry('recorded-in-error', '2026-03-28T23:10', { scope: { kind: 'episode' } }),
  )
  const died = after(missing, entry('located', '2026-03-29T06:20', { outcome: 'died' }, { by: cast.carer }))
  const later = at('2026-03-29T11:00')
  for (const chronology of [missing, voided, died, aChildBackInTheMorning()]) {
    const shown = anEpisodePage(chronology, later)
    const page = progressPage({
      visit: aVisit(later),
      shown,
      isPolice: false,
      post: ruth,
      directory,
    }).toString()
    assertValidHtml(page)
    assert.doesNotMatch(page, /report\/ring"[^>]*role="button"/)
  }
})
