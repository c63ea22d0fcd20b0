import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '../../src/application/ids.ts'
import { cast } from '../../src/cli/demonstration/cast.ts'
import { createDrafts } from '../../src/store/drafts.ts'
import { withDatabase } from '../support/database.ts'

const visitorOf = ({ post: { person, id } }: { readonly post: typeof cast.ruth.post }) => ({
  person,
  post: id,
})
const ruth = visitorOf(cast.ruth)
const lena = visitorOf(cast.lena)
const place = '/episodes/x/add-note'
const typed = (text: string) =>
  ({ form: newId(), address: `${place}?entry=y`, fields: [['text', text]] }) as const

test('A draft is its person’s alone, filled in as it was left, and neither words nor place are in the database.', () =>
  withDatabase(async ({ app, owner }) => {
    const drafts = createDrafts(app, 'one secret')
    const first = typed('She said “I’m fine” \u0000 \ud800')
    assert.equal(await drafts.keep(ruth, place, typed('quite another')), true)
    assert.equal(await drafts.keep(ruth, place, first), true)
    const later = { ...first, fields: [['text', 'She said “I am fine”']] } as const
    assert.equal(await drafts.keep(ruth, place, later), true)
    const both = await drafts.at(ruth, place)
    const mine = both.find(({ form }) => form === first.form)
    const { began, saved, until } = mine!
    assert.deepEqual([both.length, mine], [2, { ...later, began, saved, until }])
    assert.ok(both.some(({ fields }) => fields[0]?.[1] === 'quite another'))
    // Also in another post of theirs, on another page not, and for nobody else.
    assert.equal((await drafts.at({ ...ruth, post: newId() }, place)).length, 2)
    assert.deepEqual(await drafts.at(ruth, `${place}s`), [])
    assert.deepEqual(await drafts.at(lena, place), [])
    await drafts.dropAll(lena)
    assert.equal((await drafts.at(ruth, place)).length, 2)
    const { rows } = await owner.query<{ line: string; sealed: Buffer }>(
      'select d::text as line, sealed from whereabouts.draft d',
    )
    for (const { line, sealed } of rows)
      assert.doesNotMatch(`${line} ${sealed.toString('latin1')}`, /add-note|fine|another/)
    await assert.rejects(app.query('select * from whereabouts.draft'), /permission denied/)
    // Somebody with the database and not with the secret, as after a restore elsewhere.
    assert.deepEqual(await createDrafts(app, 'another secret').at(ruth, place), [])
  }))

test('What was sent or thrown away is not kept again, however late what was typed comes, also where it comes first then.', () =>
  withDatabase(async ({ app }) => {
    const drafts = createDrafts(app, 'one secret')
    const [sent, never] = [typed('sent'), typed('never kept before')]
    await drafts.keep(ruth, place, sent)
    await drafts.drop(ruth, place, sent.form)
    await drafts.drop(ruth, place, never.form)
    assert.deepEqual(
      [await drafts.keep(ruth, place, sent), await drafts.keep(ruth, place, never)],
      [false, false],
    )
    assert.deepEqual(await drafts.at(ruth, place), [])
    // Another person's form of the same id is another form.
    assert.equal(await drafts.keep(lena, place, sent), true)
  }))

test('Drafts go at signing out and after three days, and the oldest of more than fifty give way.', () =>
  withDatabase(async ({ app, owner }) => {
    const drafts = createDrafts(app, 'one secret')
    await drafts.keep(ruth, place, typed('one'))
    const { rows } = await owner.query<{ exactly: boolean }>(
      `select until - saved = interval '72 hours' and began = saved as exactly from whereabouts.draft`,
    )
    assert.deepEqual(rows, [{ exactly: true }])
    await owner.query(`update whereabouts.draft set until = until - interval '73 hours'`)
    assert.deepEqual(await drafts.at(ruth, place), [])
    for (let nth = 0; nth < 53; nth++) await drafts.keep(ruth, place, typed(`draft ${nth}`))
    assert.equal((await drafts.at(ruth, place)).length, 50)
    assert.equal((await owner.query('select from whereabouts.draft')).rowCount, 50)
    await drafts.dropAll(ruth)
    assert.equal((await owner.query('select from whereabouts.draft')).rowCount, 0)
  }))

test('The key of a device is the person’s own, the same on every node, and another with another secret.', () =>
  withDatabase(({ app }) => {
    const [one, same, other] = ['a', 'a', 'b'].map((secret) => createDrafts(app, secret))
    assert.equal(one!.deviceKey(ruth), same!.deviceKey({ ...ruth, post: newId() }))
    assert.equal(Buffer.from(one!.deviceKey(ruth), 'base64url').length, 32)
    assert.notEqual(one!.deviceKey(ruth), one!.deviceKey(lena))
    assert.notEqual(one!.deviceKey(ruth), other!.deviceKey(ruth))
    return Promise.resolve()
  }))

const interview = '/episodes/x/interview'
const begun = () =>
  ({ form: newId(), address: interview, fields: [['set', 'usual']], outlasts: true }) as const

test('What several pages write into one draft at the same time is all kept, and says until when.', () =>
  withDatabase(async ({ app, owner }) => {
    const drafts = createDrafts(app, 'one secret')
    const draft = begun()
    await drafts.keep(ruth, interview, draft)
    const parts = Array.from({ length: 12 }, (_, nth) => [`q${nth}`, `said ${nth}`] as const)
    const changed = await Promise.all(
      parts.map((part) => drafts.change(ruth, interview, draft.form, (fields) => [...fields, part])),
    )
    const [kept] = await drafts.at(ruth, interview)
    assert.deepEqual(kept!.fields.toSorted(), [...draft.fields, ...parts].toSorted())
    const last = changed.find((one) => one?.fields.length === 13)
    assert.deepEqual(last, kept)
    const { rows } = await owner.query<{ until: Date }>('select until from whereabouts.draft')
    assert.equal(kept!.until, rows[0]!.until.toISOString())
  }))

test('Nothing is written into a draft that is not there, is somebody else’s, is done with, or would be too large.', () =>
  withDatabase(async ({ app }) => {
    const drafts = createDrafts(app, 'one secret')
    const draft = begun()
    const more = (visitor = ruth, form: string = draft.form) =>
      drafts.change(visitor, interview, form, (fields) => [...fields, ['q', 'said']])
    assert.equal(await more(), undefined)
    await drafts.keep(ruth, interview, draft)
    assert.equal(await more(lena), undefined)
    assert.equal(await more(ruth, newId()), undefined)
    const huge = 'x'.repeat(2_000_000)
    assert.equal(await drafts.change(ruth, interview, draft.form, () => [['q', huge]]), undefined)
    assert.equal(await drafts.keep(ruth, interview, { ...begun(), fields: [['q', huge]] }), false)
    assert.deepEqual((await drafts.at(ruth, interview))[0]?.fields, draft.fields)
    await drafts.drop(ruth, interview, draft.form)
    assert.equal(await more(), undefined)
    assert.deepEqual(await drafts.at(ruth, interview), [])
  }))

test('An interview under way is there after signing out and after fifty other drafts, and no longer than three days.', () =>
  withDatabase(async ({ app, owner }) => {
    const drafts = createDrafts(app, 'one secret')
    const draft = begun()
    await drafts.keep(ruth, interview, draft)
    for (let nth = 0; nth < 51; nth++) await drafts.keep(ruth, place, typed(`draft ${nth}`))
    assert.equal((await drafts.at(ruth, place)).length, 49)
    await drafts.dropAll(ruth)
    assert.equal((await drafts.at(ruth, place)).length, 0)
    assert.equal((await drafts.at(ruth, interview)).length, 1)
    await drafts.change(ruth, interview, draft.form, (fields) => fields)
    await drafts.dropAll(ruth)
    assert.equal((await drafts.at(ruth, interview)).length, 1)
    await owner.query(`update whereabouts.draft set until = until - interval '73 hours'`)
    assert.deepEqual(await drafts.at(ruth, interview), [])
    // What is done with is no reason to keep a line of it.
    const other = begun()
    await drafts.keep(ruth, interview, other)
    await drafts.drop(ruth, interview, other.form)
    await drafts.dropAll(ruth)
    const { rows } = await owner.query('select from whereabouts.draft where outlasts_signing_out')
    assert.equal(rows.length, 0)
  }))
