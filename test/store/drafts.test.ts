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
    assert.deepEqual([both.length, mine], [2, { ...later, began: mine!.began }])
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
