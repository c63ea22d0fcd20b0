import assert from 'node:assert/strict'
import { test } from 'node:test'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { decideOn, exportCaseRecord } from '../../src/application/commands/disclose.ts'
import { newId } from '../../src/application/ids.ts'
import { childToDisclose, disclosure, disclosures } from '../../src/application/queries/disclosures.ts'
import { paperOf } from '../../src/application/record-paper.ts'
import { cast } from '../../src/cli/demonstration/cast.ts'
import { childIdOf } from '../../src/cli/demonstration/child-plan.ts'
import type { Said } from '../../src/domain/access/disclosure/acts.ts'
import { withholdWords } from '../../src/domain/access/disclosure/withholding.ts'
import { files } from '../../src/exchange/files/files.ts'
import { withApi, type Served } from '../support/api.ts'
import {
  application,
  asVisitor,
  begin,
  decideAll,
  jay,
  looks,
  read,
  save,
  say,
  why,
  type Member,
} from './disclosing.ts'

const robin = childIdOf('robin')
const { wilma, karl, dawn } = cast

test('A council lists every passage of a record under whoever answers for it, and reads no words that police keep for police.', () =>
  withApi(async (served) => {
    const app = application(served)
    const sought = { kind: 'name', name: 'jay mercer' } as const
    assert.equal((await childToDisclose(app, asVisitor(wilma), sought))?.child, jay)
    assert.equal(await childToDisclose(app, asVisitor(dawn), sought), undefined)
    const request = await begin(app, wilma)
    const { standings, access } = await read(app, wilma, request)
    const { rows } = await served.database.owner.query(
      'select from whereabouts.entry_content where subject = $1',
      [jay],
    )
    assert.equal(standings.length, rows.length)
    assert.equal(access.due, '2026-02-28')
    const names = new Set(standings.map(({ passage }) => passage.controller.name))
    for (const name of [
      'Aldermoor Council',
      cast.ruth.author.organisationName,
      cast.lena.author.organisationName,
    ])
      assert.ok(names.has(name), name)
    const police = standings.filter(({ passage }) => passage.section === 'police-intelligence')
    assert.ok(police.every(({ passage }) => passage.lines === undefined))
    const others = standings.filter(({ passage }) => passage.controller.name !== 'Aldermoor Council')
    assert.ok(others.every(({ standing }) => standing === 'ask-them'))
    assert.deepEqual((await looks(served, 'request for a record')).at(-1)?.children, [jay])
    // To disclose is no way into the record itself.
    for (const table of ['child_card', 'entry', 'stream', 'subject', 'entry_content', 'board'])
      assert.equal(await seenBy(served, wilma, table), 0, table)
  }))

async function seenBy({ database }: Served, { author }: Member, table: string): Promise<number> {
  const client = await database.app.connect()
  try {
    await client.query('begin')
    await client.query(
      `select set_config('whereabouts.person', $1, true), set_config('whereabouts.post', $2, true)`,
      [author.person, author.post],
    )
    return (await client.query(`select from whereabouts.${table}`)).rowCount ?? 0
  } finally {
    await client.query('rollback')
    client.release()
  }
}

test('Nothing leaves before every passage is decided; then exactly what is disclosed, on the record first.', () =>
  withApi(async (served) => {
    const app = application(served)
    const request = await begin(app, wilma)
    const early = await save(app, wilma, request)
    assert.equal(early.kind, 'undecided')
    assert.deepEqual(await looks(served, 'subject access, exported'), [])
    await decideAll(app, wilma, request)
    const own = (await read(app, wilma, request)).standings.filter(({ standing }) => standing === 'disclosed')
    const [first] = own
    const word = first?.passage.lines?.find(({ text }) => text.includes(' '))?.text.split(' ')[0] ?? ''
    await say(
      app,
      wilma,
      request,
      ...withholdWords([first!], word, { reason: 'third-party', words: 'A cousin' }),
    )
    const command = newId()
    const saved = await save(app, wilma, request, command)
    assert.ok(saved.kind === 'exported')
    await save(app, wilma, request, command)
    const { passages, withheld } = saved.record
    assert.equal(passages.length, own.length)
    // Whoever wrote it, the council answers for it: an action that a home did is written where interviews are read.
    assert.ok(own.every(({ passage }) => passage.controller.name === 'Aldermoor Council'))
    const ofOthers = own.filter(({ passage }) => passage.by.organisationName !== 'Aldermoor Council')
    assert.deepEqual(
      passages.flatMap(({ organisation }) => (organisation === 'Aldermoor Council' ? [] : [organisation])),
      ofOthers.map(({ passage }) => passage.by.organisationName),
    )
    assert.ok(ofOthers.every(({ passage }) => passage.section !== 'core'))
    assert.ok(JSON.stringify(passages).includes('[withheld: information about somebody else]'))
    assert.ok(withheld.some(({ why: because }) => because === 'for another organisation to disclose'))
    const { access } = await read(app, wilma, request)
    assert.equal(access.exports.length, 1)
    const [look] = await looks(served, 'subject access, exported')
    assert.deepEqual(look, { children: [jay], ...why })
    const paper = await files.paper(paperOf(saved.record))
    const doc = await getDocument({ data: new Uint8Array(paper), verbosity: 0 }).promise
    let text = ''
    for (let page = 1; page <= doc.numPages; page++) {
      const { items } = await (await doc.getPage(page)).getTextContent()
      text += items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? ' ' : ''}` : '')).join('')
    }
    const plain = (one: string) => one.replaceAll(/\s+/gu, '')
    for (const line of passages.flatMap(({ lines }) => lines))
      assert.ok(plain(text).includes(plain(line.text)))
    assert.doesNotMatch(text, /A cousin/)
  }))

test('What was withheld stays on the list with its reason when it is taken back, and a second press adds nothing.', () =>
  withApi(async (served) => {
    const app = application(served)
    const command = newId()
    const request = await begin(app, wilma, command)
    assert.equal(await begin(app, wilma, command), request)
    const [one] = (await read(app, wilma, request)).standings
    const passage = one!.passage.id
    const twice = newId()
    const withheld: Said = { kind: 'withheld', passage, reason: 'serious-harm', words: 'It would hurt' }
    for (let press = 0; press < 2; press++)
      await decideOn(app, asVisitor(wilma), wilma.author, { request, command: twice }, () => ({
        said: [withheld],
      }))
    const [, act, ...more] = (await read(app, wilma, request)).acts
    assert.deepEqual(more, [])
    await say(app, wilma, request, { kind: 'restored', withheld: act!.id, words: 'Not any more' })
    const after = await read(app, wilma, request)
    assert.deepEqual(
      after.acts.map(({ said }) => said.kind),
      ['received', 'withheld', 'restored'],
    )
    assert.equal(after.standings.find((each) => each.passage.id === passage)?.ruling.whole, undefined)
    await assert.rejects(
      served.database.owner.query('delete from whereabouts.disclosure_act'),
      /only ever added to/,
    )
    await served.database.maintainer.query(
      'delete from whereabouts.entry_content where subject = $1 and entry = $2',
      [jay, passage.split('.')[0]],
    )
    await say(app, wilma, request, withheld)
    assert.equal((await read(app, wilma, request)).gone, 1)
  }))

test('Each controller has its own: a home lists what it recorded itself, and none reads or adds to another’s request.', () =>
  withApi(async (served) => {
    const app = application(served)
    const [ours, theirs] = [await begin(app, wilma), await begin(app, karl)]
    const { standings } = await read(app, karl, theirs)
    assert.ok(standings.length > 3)
    assert.ok(standings.every(({ passage }) => passage.by.organisation === karl.author.organisation))
    for (const [who, request] of [
      [karl, ours],
      [wilma, theirs],
      [cast.sam, ours],
      [cast.ruth, theirs],
      [cast.paul, theirs],
    ] as const) {
      assert.equal(await disclosure(app, asVisitor(who), who.author, request), undefined)
      assert.deepEqual(
        (await disclosures(app, asVisitor(who))).requests
          .map((one) => one.request)
          .filter((id) => id === request),
        [],
      )
      assert.equal((await save(app, who, request)).kind, 'not-found')
    }
    await assert.rejects(begin(app, cast.sam), /row-level security/)
    // A restricted record is for named people alone.
    await assert.rejects(begin(app, wilma, newId(), robin), /row-level security/)
    const record = await exportCaseRecord(app, asVisitor(karl), karl.author, { ...why, child: jay })
    assert.ok(record.kind === 'exported')
    assert.equal(record.record.passages.length, standings.length)
    assert.deepEqual(await looks(served, 'case record, exported'), [{ children: [jay], ...why }])
    const strange = await exportCaseRecord(app, asVisitor(karl), karl.author, { ...why, child: robin })
    assert.equal(strange.kind, 'not-found')
  }))

test('Whoever is shut out of any part of a record decides nothing about any of it.', () =>
  withApi(async (served) => {
    const app = application(served)
    const request = await begin(app, wilma)
    const shut = await served.ask('POST', `/children/${jay}/shut-out-person`, {
      by: cast.grace,
      body: {
        person: wilma.post.person,
        name: wilma.post.personName,
        scope: { kind: 'section', section: 'health' },
        reason: 'A cousin',
        reviewBy: '2199-01-01',
      },
    })
    assert.equal(shut.status, 201)
    assert.equal(await disclosure(app, asVisitor(wilma), wilma.author, request), undefined)
    assert.deepEqual((await disclosures(app, asVisitor(wilma))).requests, [])
  }))

test('A record that somebody has asked for is in use, and is disposed of by nobody, until they have been answered.', () =>
  withApi(async ({ database: { owner } }) => {
    const [subject, request] = [newId(), newId()]
    const inUse = async () =>
      (await owner.query<{ is: boolean }>('select whereabouts.in_use($1) as is', [subject])).rows[0]?.is
    const add = (number: number, kind: string) =>
      owner.query(
        `insert into whereabouts.disclosure_act (subject, request, number, id, command, controller, person, post, said)
         values ($1, $2, $3, gen_random_uuid(), 'x', $2, $2, $2, jsonb_build_object('kind', $4::text))`,
        [subject, request, number, kind],
      )
    assert.equal(await inUse(), false)
    await add(1, 'received')
    assert.equal(await inUse(), true)
    await add(2, 'exported')
    assert.equal(await inUse(), false)
  }))
