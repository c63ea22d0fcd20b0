import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inventedPin } from '../../src/application/invented-devices.ts'
import { cast } from '../../src/cli/demonstration/cast.ts'
import { withPages } from '../support/pages-served.ts'
import { assertValidHtml } from '../support/valid-html.ts'

test('A shift that somebody vouched for ends at once when the manager of that home says so, and nobody else does.', () =>
  withPages(async ({ database: { owner } }, someone) => {
    const tablet = someone()
    await tablet.become('tablet')
    const waiting = await tablet.post('/here/first', { post: 'new', name: 'Sasha <Bell>' }, '/here/first')
    const until = [...waiting.text.matchAll(/<option value="(\d[^"]+)"/g)].map(([, value]) => value!)[7]!
    const path = waiting.url.pathname
    await tablet.post(`${path}/vouch`, { voucher: cast.joan.post.id, pin: inventedPin, until }, path)
    const inside = await tablet.post(path, { pin: '702918', again: '702918' }, '/here')
    assert.match(inside.text, /Jay Mercer/)
    const { rows: made } = await owner.query<{ id: string }>(
      `select id from whereabouts.post where person_name like 'Sasha%'`,
    )
    const [karl, beth, ruth] = [someone(), someone(), someone()]
    await karl.signIn('karl')
    const list = await karl.open('/vouch')
    assertValidHtml(list.text)
    const words = list.text.replaceAll(/\s+/g, ' ')
    assert.match(words, /Sasha &#60;Bell&#62;<.strong>, Oakfield House, until [^<]*Joan Pike vouched/)
    const shift = /name="shift" value="([^"]+)"/.exec(list.text)![1]!
    await beth.signIn('beth')
    assert.doesNotMatch((await beth.open('/vouch')).text, /Sasha/)
    assert.equal((await beth.post('/vouch/end', { shift }, '/vouch')).url.search, '?done=over')
    await ruth.signIn('ruth')
    assert.equal((await ruth.post('/vouch/end', { shift }, '/you')).status, 403)
    assert.match((await tablet.open('/board')).text, /Jay Mercer/)

    const ended = await karl.post('/vouch/end', { shift }, '/vouch')
    assert.equal(ended.url.search, '?done=ended')
    assert.match(ended.text, /Their shift is over/)
    assert.doesNotMatch(ended.text, /Sasha/)
    const after = await tablet.open('/board')
    assert.equal(after.url.pathname, '/here')
    assert.doesNotMatch(after.text, /Jay|Sasha/)
    const back = await tablet.post('/here', { post: made[0]!.id, pin: '702918' }, '/here')
    assert.equal(back.status, 400)
    assert.match((await tablet.open(path)).text, /That request is over/)
    assert.equal((await karl.post('/vouch/end', { shift }, '/vouch')).url.search, '?done=over')
    assert.equal((await karl.post('/vouch/end', { shift: 'x' }, '/vouch')).url.search, '?done=over')
    const { rows: looks } = await owner.query<{ what: string; post: string }>(
      `select what, post from whereabouts.look where reference = $1::text order by id`,
      [made[0]!.id],
    )
    assert.deepEqual(
      looks.map(({ what, post }) => [what, post]),
      [
        ['vouched for somebody', cast.joan.post.id],
        ['ended the shift of somebody', cast.karl.post.id],
      ],
    )
  }))
