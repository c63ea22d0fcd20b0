import assert from 'node:assert/strict'
import { test } from 'node:test'
import { freezePack } from '../../src/application/commands/freeze-pack.ts'
import { cast, type CastName } from '../../src/cli/demonstration/cast.ts'
import { files } from '../../src/exchange/files/files.ts'
import type { Served } from '../support/api.ts'
import { does, jay } from '../support/api-story-asking.ts'
import { protocols } from '../support/generated.ts'
import { withPages } from '../support/pages-served.ts'
import { pdfText } from '../support/pdf-text.ts'

const { ruth, noor, dawn } = cast

/** Something that Jay told an interviewer, which nobody has released yet. */
async function learned({ ask }: Served): Promise<unknown> {
  await does(ask, ruth, 'record-return', { to: 'Oakfield House', how: 'by-themselves' })
  const held = await does(ask, noor, 'record-interview', {
    interviewer: 'Noor Aziz',
    caresForChild: false,
    allocatedWorker: false,
    where: 'The park',
    present: 'Jay and Noor',
  })
  const restricted = { what: { kind: 'person', name: 'Packwordname' }, quote: 'Packwordquote' }
  const said = { from: held.body['entry'], ofConcern: true, restricted }
  return (await does(ask, noor, 'record-finding', said)).body['entry']
}

const word = /Packword(?:name|quote)/
/** Of the force; then of the home, the team, the duty team, and those who hold and read interviews. */
const everybody: readonly CastName[] = ['lena', 'imran', 'ruth', 'sam', 'amira', 'noor', 'dawn']
const ofPolice = ['lena', 'imran']
const opens = ['lena', 'imran', 'ruth', 'sam', 'amira']

test('What was released for police stands in the pack of police and of nobody else, until it is taken back.', () =>
  withPages(async (served, someone) => {
    const { ask, database } = served
    const readers = async () => {
      const found: CastName[] = []
      for (const name of everybody) {
        const { status, text } = await ask('GET', `/episodes/${jay}/pack`, { by: cast[name] })
        if (opens.includes(name)) assert.equal(status, 200, name)
        if (word.test(text)) found.push(name)
      }
      return found
    }
    const finding = await learned(served)
    assert.deepEqual(await readers(), [])
    await does(ask, dawn, 'release-finding', { finding })
    assert.deepEqual(await readers(), ofPolice)
    const at = async (name: CastName) => {
      const one = someone()
      await one.signIn(name)
      const page = await one.open(`/episodes/${jay}/pack`)
      return { page: page.text, open: (path: string) => one.open(path) }
    }
    for (const name of ['lena', 'ruth', 'sam', 'amira'] as const)
      assert.equal(word.test((await at(name)).page), ofPolice.includes(name), name)

    const { person, id } = ruth.post
    const { store } = database
    const app = { store, protocols, directory: () => store.directory() }
    const visitor = { person, post: id }
    const frozen = { visitor, author: ruth.author, episode: jay, occasion: 'a report by the home' }
    assert.equal((await freezePack(app, files, frozen)).kind, 'done')
    const { rows } = await database.owner.query<{ entry: string; section: string; bytes: Buffer }>(
      `select entry, section, bytes from whereabouts.file where name = 'pack' and section = 'police-intelligence'`,
    )
    assert.equal(rows.length, 1)
    assert.match(await pdfText(rows[0]!.bytes), word, 'police were given it')
    const path = `/episodes/${jay}/pack/frozen/${rows[0]!.entry}`
    assert.equal((await (await at('lena')).open(path)).status, 200)
    for (const name of ['ruth', 'sam', 'amira'] as const)
      assert.equal((await (await at(name)).open(path)).status, 404, name)

    await does(ask, dawn, 'keep-finding', { finding, why: 'He fears her' })
    assert.deepEqual(await readers(), [], 'as known now')
  }))
