import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '../../src/application/ids.ts'
import { inventedPin } from '../../src/application/invented-devices.ts'
import { cast } from '../../src/cli/demonstration/cast.ts'
import { withPages, type Someone } from '../support/pages-served.ts'
import type { Shown } from '../support/web-visitor.ts'

/** Every page that a page leads to, as far as it goes. */
async function crawl(someone: Someone, first: string, most = 80): Promise<ReadonlyMap<string, number>> {
  const seen = new Map<string, number>()
  const waiting = [first]
  while (waiting.length > 0 && seen.size < most) {
    const path = waiting.shift()!
    if (seen.has(path)) continue
    const { status, text } = await someone.open(path)
    seen.set(path, status)
    const main = /<main[^]*<\/main>/.exec(text)?.[0] ?? ''
    const header = /<header[^]*?<\/header>/.exec(text)?.[0] ?? ''
    for (const [, href = ''] of `${header}${main}`.matchAll(/<a [^>]*href="(\/[^"#]*)/g))
      waiting.push(href.replaceAll('&#61;', '=').replaceAll('&amp;', '&'))
  }
  return seen
}

test('On each device every link leads to a page that it may show, and a wall has none but its own.', () =>
  withPages(async (_, someone) => {
    const tablet = someone()
    await tablet.become('tablet')
    const inside = await tablet.post('/here', { post: cast.ruth.post.id, pin: inventedPin }, '/here')
    assert.equal(inside.url.pathname, '/board')
    const telephone = someone()
    await telephone.become('telephone')
    assert.equal((await telephone.post('/here/open', {}, '/here')).url.pathname, '/report')
    for (const [who, first] of [
      [tablet, '/board'],
      [telephone, '/report'],
    ] as const) {
      const seen = await crawl(who, first)
      assert.ok(seen.size > 3)
      assert.deepEqual(
        [...seen].filter(([, status]) => status !== 200),
        [],
      )
    }
    const wall = someone()
    await wall.become('wall')
    const { text, url } = await wall.post('/here/open', {}, '/here')
    assert.equal(url.pathname, '/board')
    assert.match(text, /Jay Mercer/)
    const links = [...text.matchAll(/<a [^>]*href="([^"]*)"/g)].map(([, href]) => href)
    assert.deepEqual(links, ['#main', ''])
    assert.doesNotMatch(text, /<form/)
  }))

test('What is not for a device is refused on it, and leaving it leads to its door.', () =>
  withPages(async (_, someone) => {
    const tablet = someone()
    await tablet.become('tablet')
    const wrong = await tablet.post('/here', { post: cast.ruth.post.id, pin: '111111' }, '/here')
    assert.equal(wrong.status, 400)
    assert.match(wrong.text, /not the PIN of this name/)
    // Milo works in another home.
    const other = await tablet.post('/here', { post: cast.milo.post.id, pin: inventedPin }, '/here')
    assert.equal(other.status, 400)
    await tablet.post('/here', { post: cast.ruth.post.id, pin: inventedPin }, '/here')
    for (const path of ['/children', '/looks', '/our-record', '/you/account', '/you/pin', '/devices'])
      assert.equal((await tablet.open(path)).status, 403, path)
    const left = await tablet.post('/lock')
    assert.equal(left.url.pathname, '/here')
    assert.equal((await tablet.open('/board')).url.pathname, '/here')
    const telephone = someone()
    await telephone.become('telephone')
    await telephone.post('/here/open', {}, '/here')
    for (const path of ['/board', '/duties', '/report/new-child', '/children'])
      assert.equal((await telephone.open(path)).status, 403, path)
    const wall = someone()
    await wall.become('wall')
    await wall.post('/here/open', {}, '/here')
    for (const path of ['/duties', '/report', '/you', '/children'])
      assert.equal((await wall.open(path)).status, 403, path)
  }))

test('A first-shift worker sees numbers and no child, is let in by the on-call, and is told from everybody else.', () =>
  withPages(async ({ database: { owner } }, someone) => {
    const tablet = someone()
    await tablet.become('tablet')
    const unsaid = await tablet.post('/here/first', { post: 'new', name: 'Sasha' }, '/here/first')
    assert.equal(unsaid.status, 400)
    const waiting = await tablet.post(
      '/here/first',
      { post: 'new', name: 'Sasha <Bell>, Night Cover' },
      '/here/first',
    )
    assert.match(waiting.text, /Sasha &#60;Bell&#62;, Night Cover: ring whoever is on call/)
    assert.match(waiting.text, /07700 900501/)
    assert.doesNotMatch(waiting.text, /Jay|Mercer/)
    const signs = /wa-code">([^<]+)</.exec(waiting.text)![1]!.replaceAll(' ', '')
    const early = await tablet.post(waiting.url.pathname, { pin: '702918', again: '702918' }, '/here')
    assert.match(early.text, /ring whoever is on call/)

    // Beth manages another home, Ruth is on no call.
    const beth = someone()
    await beth.signIn('beth')
    assert.doesNotMatch((await beth.open('/vouch')).text, /Sasha/)
    const ruth = someone()
    await ruth.signIn('ruth')
    assert.equal((await ruth.open('/vouch')).status, 403)
    const joan = someone()
    await joan.signIn('joan')
    const list = await joan.open('/vouch')
    const request = waiting.url.pathname.split('/').at(-1)!
    assert.match(list.text, new RegExp(request))
    const until = [...list.text.matchAll(/<option value="(\d[^"]+)"/g)].map(([, value]) => value!)[7]!
    const refused = await joan.post('/vouch', { request, code: 'zzzz', until }, '/vouch')
    assert.match(refused.text, /not the signs on their screen/)
    const vouched = await joan.post('/vouch', { request, code: signs, until }, '/vouch')
    assert.equal(vouched.url.search, '?done=yes')

    const easy = await tablet.post(waiting.url.pathname, { pin: '123456', again: '123456' }, '/here')
    assert.match(easy.text, /too easy to guess/)
    const inside = await tablet.post(waiting.url.pathname, { pin: '702918', again: '702918' }, '/here')
    assert.equal(inside.url.pathname, '/report')
    assert.match(inside.text, /Jay Mercer/)
    assert.doesNotMatch(inside.text, /Kayleigh/)
    const made = await owner.query<{ id: string; role: string; team: string; over: boolean }>(
      `select id, role, team, until_day <= current_date + 2 as over from whereabouts.post where person_name like 'Sasha%'`,
    )
    assert.deepEqual(
      made.rows.map(({ role, team, over }) => [role, team, over]),
      [['carer', 'Oakfield House', true]],
    )
    const looks = await owner.query<{ what: string }>(
      `select what from whereabouts.look where post = $1 and what like 'sign-in%' or reference = $1::text order by id`,
      [made.rows[0]!.id],
    )
    assert.deepEqual(
      looks.rows.map(({ what }) => what),
      ['vouched for somebody', 'sign-in: device:vouched'],
    )
    // Again with the PIN, until the shift is over, and never twice by the same request.
    await tablet.post('/lock')
    const again = await tablet.post('/here', { post: made.rows[0]!.id, pin: '702918' }, '/here')
    assert.equal(again.url.pathname, '/board')
    await tablet.post('/lock')
    assert.match((await tablet.open(waiting.url.pathname)).text, /That request is over/)
    await owner.query(
      `update whereabouts.pin set until = now() where person = (select person from whereabouts.post where id = $1)`,
      [made.rows[0]!.id],
    )
    assert.equal((await tablet.post('/here', { post: made.rows[0]!.id, pin: '702918' }, '/here')).status, 400)
  }))

test('Whoever vouches may stand at the device, with their own PIN, and vouches for nobody who is themselves.', () =>
  withPages(async (_, someone) => {
    const tablet = someone()
    await tablet.become('tablet')
    const waiting = await tablet.post('/here/first', { post: cast.karl.post.id }, '/here/first')
    const until = [...waiting.text.matchAll(/<option value="(\d[^"]+)"/g)].map(([, value]) => value!)[3]!
    const path = waiting.url.pathname
    const himself = { voucher: cast.karl.post.id, pin: inventedPin, until }
    assert.match((await tablet.post(`${path}/vouch`, himself, path)).text, /Somebody else has to vouch/)
    const joan = { voucher: cast.joan.post.id, pin: inventedPin, until }
    assert.equal((await tablet.post(`${path}/vouch`, { ...joan, pin: '999111' }, path)).status, 400)
    assert.match((await tablet.post(`${path}/vouch`, joan, path)).text, /Karl Voss, choose a PIN/)
  }))

test('A manager makes a code, sees the device and ends it; the code is on no other page.', () =>
  withPages(async (_, someone) => {
    const karl = someone()
    await karl.signIn('karl')
    assert.equal((await karl.post('/devices', {}, '/devices')).status, 400)
    const made = await karl.post(
      '/devices',
      { offer: 'home: Oakfield House', name: 'Old <tablet>' },
      '/devices',
    )
    const code = /wa-code">([^<]+)</.exec(made.text)![1]!
    const browser = someone()
    assert.equal((await browser.post('/here/enrol', { code: 'x' }, '/here/enrol')).status, 400)
    assert.match(
      (await browser.post('/here/enrol', { code }, '/here/enrol')).text,
      /Oakfield House: who are you/,
    )
    const list = await karl.open('/devices')
    assert.match(list.text, /Old &#60;tablet&#62;/)
    assert.doesNotMatch(list.text, new RegExp(code))
    const id = /name="id" value="([^"]+)"/.exec(list.text)![1]!
    const beth = someone()
    await beth.signIn('beth')
    assert.equal((await beth.post('/devices/end', { id }, '/devices')).status, 404)
    assert.equal((await karl.post('/devices/end', { id }, '/devices')).url.search, '?ended=yes')
    assert.match((await browser.open('/here')).url.pathname, /sign-in/)
    assert.equal((await karl.post('/you/pin', { pin: '480216', again: '480217' }, '/you/pin')).status, 400)
    assert.equal(
      (await karl.post('/you/pin', { pin: '702918', again: '702918' }, '/you/pin')).url.search,
      '?done=yes',
    )
  }))

test('What a child wrote for longer than they stay in goes through the door with them and is sent, and no address says what.', () =>
  withPages(async ({ database: { owner } }, someone) => {
    const child = someone()
    const written = { form: newId(), words: 'Dan hits me.\nCome "now" <b>', safe: 'not-safe' }
    assert.equal((await child.post('/mine/invented', {}, '/mine/enter')).url.pathname, '/mine')
    await owner.query(`update whereabouts.child_session set last_seen = last_seen - interval '11 minutes'`)
    const late = await child.post('/mine/write', written, '/mine/enter')
    assert.equal(late.status, 403)
    assert.match(late.text, /not sent yet/)
    assert.match(late.text, /Ring 999 now/)
    const waits = ({ text }: Shown) =>
      [...text.matchAll(/<input type="hidden" name="words" value="([^"]*)"/g)].map(([, words]) => words)
    const encoded = 'Dan hits me.\nCome &#34;now&#34; &#60;b&#62;'
    assert.deepEqual(waits(late), [encoded, encoded])
    const wrong = await child.send(late, { ...written, name: 'Otter', pin: '1' })
    assert.equal(wrong.status, 400)
    assert.deepEqual(waits(wrong), [encoded])
    const again = await child.post('/mine/invented', written, '/mine/enter')
    assert.match(again.text, /This is not sent yet/)
    assert.match(again.text, /Dan hits me/)
    const sent = await child.send(
      { ...again, text: again.text.slice(again.text.indexOf('action="/mine/write"') - 80) },
      written,
    )
    assert.equal(sent.url.pathname, '/mine/sent')
    assert.doesNotMatch(sent.url.search, /safe/)
    assert.match(sent.text, /Ring 999 now/)
    assert.match((await child.open('/mine')).text, /Dan hits me/)
  }))

test('Whoever signs in where a child is in finds the child’s pages closed, and the child has to come in again.', () =>
  withPages(async (_, someone) => {
    const browser = someone()
    await browser.post('/mine/invented', {}, '/mine/enter')
    assert.match((await browser.open('/mine')).text, /Write to us/)
    await browser.signIn('ruth')
    for (const path of ['/mine', '/mine/list', '/mine/write']) {
      const { status, text } = await browser.open(path)
      assert.equal(status, 403, path)
      assert.match(text, /Not on this browser/)
      assert.doesNotMatch(text, /Tyler/)
    }
    await browser.post('/sign-out')
    assert.equal((await browser.open('/mine')).url.pathname, '/mine/enter')
  }))
