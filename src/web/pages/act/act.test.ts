import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anEpisodePage, aVisit } from '../../../../test/support/an-episode-page.ts'
import { directory } from '../../../../test/support/a-directory.ts'
import { cast, idFor } from '../../../../test/support/cast.ts'
import { aChildMissingOvernight, after, at, entry, entryId } from '../../../../test/support/chronology.ts'
import { questionSets } from '../../../../test/support/generated.ts'
import { withEverything } from '../../../../test/support/a-return-with-everything.ts'
import { assertValidHtml } from '../../../../test/support/valid-html.ts'
import { commands, type Refusal } from '../../../domain/episode/command.ts'
import type { Chronology } from '../../../domain/episode/entries.ts'
import type { Author } from '../../../domain/episode/entry.ts'
import { emptyForm, Form } from '../../forms/form.ts'
import { readingOf } from '../episode/reading-of.ts'
import type { About, Act } from './act.ts'
import { acts } from './acts.ts'
import { onBehalf } from './on-behalf.ts'
import { refusalErrors } from './refused-field.ts'
import { actPage, type Again } from './view.ts'

const now = at('2026-03-29T11:00')

const heldElsewhere = [
  {
    episode: idFor<'episode'>('another'),
    interview: entryId('elsewhere'),
    occurred: { at: at('2026-03-29T10:00'), precision: 'minute' },
  },
] as const

function about(chronology: Chronology, author: Author, asked: Form = emptyForm): About {
  const page = { ...anEpisodePage(chronology, now, { author }), heldElsewhere }
  const reading = readingOf(page)
  const levels = author.organisationKind === 'police' ? (['low', 'medium', 'high'] as const) : []
  return {
    page,
    author,
    directory,
    levels,
    factors: questionSets.factors[0],
    child: reading.child,
    reading,
    asked,
  }
}

function actCalled(command: string): Act {
  return acts.find((act) => act.command === command)!
}

/** Whoever a command is for, or a carer. */
function authorFor({ command }: Act): Author {
  if (/risk$|check|intelligence|challenge$/.test(command) && !/view|^challenge/.test(command))
    return cast['police-supervisor']
  return /interview/.test(command) ? cast['missing-service'] : cast['social-worker']
}

function rendered(act: Act, known: About, form: Form, again?: Again): string {
  const read = again === undefined ? undefined : act.read(known, form)
  const errors = read?.kind === 'problems' ? read.problems : []
  return actPage({
    visit: aVisit(now),
    act,
    about: known,
    asking: { form, errors, now },
    action: `/episodes/${known.page.id}/${act.command}`,
    command: 'c',
    shown: known.page.shown,
    ...(again && { again }),
  }).toString()
}

const entryAsked = new Form(new Map([['entry', [entryId('note')]]]))

test('every command of an episode that has begun has one page', () => {
  const asked = acts.map(({ command }) => command).toSorted()
  const expected = Object.keys(commands).filter((name) => name !== 'raise-concern')
  assert.deepEqual(asked, expected.toSorted())
})

for (const act of acts)
  test(`${act.command} is valid HTML empty, filled with markup and with what is wrong said at its place`, () => {
    const known = about(
      withEverything,
      authorFor(act),
      act.command === 'correct-entry' ? entryAsked : emptyForm,
    )
    const empty = rendered(act, known, emptyForm)
    assertValidHtml(empty)
    const names = [...empty.matchAll(/ name="([^"]+)"/g)].map(([, name]) => name!)
    const filled = Form.of(Object.fromEntries(names.map((name) => [name, '<b>"kept"</b>'])))
    const asked = rendered(act, known, filled, { kind: 'problems' })
    assertValidHtml(asked)
    assert.doesNotMatch(asked, /<b>"kept"/)
    const read = act.read(known, emptyForm)
    const again = rendered(act, known, emptyForm, { kind: 'problems' })
    assertValidHtml(again)
    for (const { field } of read.kind === 'problems' ? read.problems : [])
      assert.ok(again.includes(`id="${field}"`), `nothing on the page has the id ${field}`)
  })

const time = { 'occurred-day': 'today', 'occurred-time': '10:30' }

test('a report is a call with its number, its time and who took it; police accept in their own post', () => {
  const act = actCalled('report-missing')
  const rang = { 'police-number': 'emergency', 'police-callTaker': 'Call-taker 12', ...time }
  const carers = act.read(about(withEverything, cast.carer), Form.of(rang))
  assert.ok(carers.kind === 'read')
  assert.deepEqual(carers.value, {
    type: 'reported-missing',
    occurred: { at: '2026-03-29T09:30:00.000Z', precision: 'minute' },
    body: { police: { kind: 'rang', number: '999', callTaker: 'Call-taker 12' } },
  })
  const accepted = Form.of({ police: 'accepted', ...time })
  assert.equal(act.read(about(withEverything, cast.carer), accepted).kind, 'problems')
  const theirs = act.read(about(withEverything, cast.police), accepted)
  assert.ok(theirs.kind === 'read')
  assert.deepEqual(theirs.value.body, { police: { kind: 'accepted', post: cast.police.post } })
})

test('the report page says that the button tells nobody, before anything is asked', () => {
  const made = rendered(actCalled('report-missing'), about(aChildMissingOvernight(), cast.carer), emptyForm)
  assert.match(made, /does not tell the police\. Ring first/)
  assert.ok(made.indexOf('tel:999') < made.indexOf('<form id="act"'))
})

test('what may raise a grade stands open beside it, and what came before makes nothing safer', () => {
  for (const command of ['assess-risk', 'give-risk-view', 'consider-harm'])
    assert.match(
      rendered(actCalled(command), about(withEverything, authorFor(actCalled(command))), emptyForm),
      /Dev with a &#60;silver&#62; car/,
    )
  const grade = rendered(actCalled('assess-risk'), about(withEverything, cast.police), emptyForm)
  assert.match(grade, /does not make tonight safer/)
})

test('a call or a message is sent on to the page for information', () => {
  const made = rendered(actCalled('record-location'), about(aChildMissingOvernight(), cast.carer), emptyForm)
  assert.match(made, /record-information">Add it as information/)
})

test('a return whose safety is not known says nothing about it, so that both clocks run', () => {
  const sent = { to: 'Fernside', how: 'by-themselves', ...time }
  const bodyOf = (placeOfSafety: string) => {
    const read = actCalled('record-return').read(
      about(aChildMissingOvernight(), cast.carer),
      Form.of({ ...sent, placeOfSafety }),
    )
    return read.kind === 'read' ? read.value.body : read
  }
  assert.deepEqual(bodyOf('not-known'), { to: 'Fernside', how: 'by-themselves' })
  assert.deepEqual(bodyOf('no'), { to: 'Fernside', how: 'by-themselves', placeOfSafety: false })
})

test('a correction changes only what was typed anew, whatever the browser does to line ends', () => {
  const known = about(withEverything, cast.carer, entryAsked)
  const act = actCalled('correct-entry')
  const same = act.read(known, Form.of({ 'text-text': 'First line\r\nsecond line', reason: 'Typed wrongly' }))
  assert.ok(same.kind === 'read')
  assert.deepEqual(same.value.body, {
    corrects: entryId('note'),
    reason: 'Typed wrongly',
    needsSecond: false,
  })
  const other = act.read(known, Form.of({ 'text-text': 'Another', reason: 'Typed wrongly' }))
  assert.ok(other.kind === 'read')
  assert.deepEqual(other.value.body, {
    corrects: entryId('note'),
    reason: 'Typed wrongly',
    needsSecond: false,
    changes: { text: 'Another' },
  })
})

test('each duty that is still open is asked about at the closing, under its own name', () => {
  const known = about(withEverything, cast['social-worker'])
  const open = known.page.duties.find(({ row }) => row.duty === 'prevention-check')!
  const sent = { summary: 'Back and well', [`left-${open.row.id}`]: 'Seen at the station' }
  const read = actCalled('close-episode').read(known, Form.of(sent))
  assert.ok(read.kind === 'read')
  assert.deepEqual(read.value.body, {
    summary: 'Back and well',
    leftOpen: { [open.row.id]: 'Seen at the station' },
  })
})

test('an entry that waits for a second person is acknowledged by its address', () => {
  const waiting = after(
    withEverything,
    entry(
      'entry-corrected',
      '2026-03-29T09:00',
      { corrects: entryId('return'), reason: 'Camera', evidence: 'Camera', needsSecond: true },
      { id: 'correction' },
    ),
  )
  const known = about(waiting, cast['team-manager'], Form.of({ entry: entryId('correction') }))
  const made = rendered(actCalled('acknowledge'), known, emptyForm)
  assert.match(made, new RegExp(`value="entry ${entryId('correction')}" checked`))
  const read = actCalled('acknowledge').read(known, Form.of({ what: `entry ${entryId('correction')}` }))
  assert.ok(read.kind === 'read')
  assert.deepEqual(read.value.body, { of: { kind: 'entry', entry: entryId('correction') } })
})

test('what someone else said names them, their organisation and how they said it, or is not said', () => {
  assert.deepEqual(onBehalf.read('told-by', emptyForm, now), { kind: 'read', value: undefined })
  const half = onBehalf.read('told-by', Form.of({ 'told-by-name': 'Ann Lowe' }), now)
  assert.ok(half.kind === 'problems')
  assert.deepEqual(
    half.problems.map(({ field }) => field),
    ['told-by-organisationName', 'told-by-means'],
  )
})

test('a refusal stands at the question that it is about', () => {
  const known = about(withEverything, cast.police)
  const shown = actCalled('assess-risk').show(known, { form: emptyForm, errors: [], now }).join('')
  const placeOf = (refusal: Refusal) => refusalErrors(refusal, shown).map(({ field }) => field)
  assert.deepEqual(placeOf({ kind: 'supervisor-needed', because: 'high' }), ['supervisor'])
  assert.deepEqual(placeOf({ kind: 'in-the-future', at: now }), ['occurred-time'])
  assert.deepEqual(placeOf({ kind: 'has-died' }), ['act'])
  const duties = [{ duty: 'prevention-check', title: 'See the child' }]
  const closing = actCalled('close-episode').show(known, { form: emptyForm, errors: [], now }).join('')
  assert.deepEqual(refusalErrors({ kind: 'duties-open', duties }, closing), [
    {
      field: 'left-prevention-check',
      message: 'Still owed: See the child. Do it first, or say why it may stay undone.',
    },
  ])
})

test('an overtaken page shows what was written since and keeps what was typed', () => {
  const known = about(withEverything, cast.carer)
  const form = Form.of({ to: 'Fernside <kept>' })
  const made = rendered(actCalled('record-return'), known, form, {
    kind: 'overtaken',
    since: withEverything.slice(-1),
  })
  assertValidHtml(made)
  assert.match(made, /Someone wrote while you were writing/)
  assert.match(made, /Note\.<\/strong>\s*First line/)
  assert.match(made, /value="Fernside &#60;kept&#62;"|value="Fernside &lt;kept&gt;"/)
})

test('a form that was sent before says so in words', () => {
  const known = about(withEverything, cast.carer)
  const used = rendered(actCalled('add-note'), known, emptyForm, { kind: 'used' })
  assertValidHtml(used)
  assert.match(used, /has been sent before/)
})

test('the day of a correction starts at the day of its entry, and an empty time leaves it alone', () => {
  const known = about(withEverything, cast.carer, new Form(new Map([['entry', [entryId('report')]]])))
  const act = actCalled('correct-entry')
  assert.match(rendered(act, known, emptyForm), /value="yesterday" checked/)
  const long = { ...known, page: { ...known.page, at: at('2026-04-20T10:00') } }
  const made = rendered(act, long, emptyForm)
  assertValidHtml(made)
  const other = {
    'newTime-day': 'other',
    'newTime-date-day': '28',
    'newTime-date-month': '3',
    'newTime-date-year': '2026',
  }
  const read = act.read(long, Form.of({ ...other, 'text-account': 'More', reason: 'It said more' }))
  assert.ok(read.kind === 'read' && !('occurred' in read.value.body))
})

test('while police have not been told, every act but the report says so first', () => {
  const looking = aChildMissingOvernight().slice(0, 4)
  const made = rendered(actCalled('take-action'), about(looking, cast.carer), emptyForm)
  assert.match(made, /Police have not been told yet: ring 999 or 101/)
  assert.doesNotMatch(
    rendered(actCalled('take-action'), about(withEverything, cast.carer), emptyForm),
    /have not been told yet: ring/,
  )
})
