import assert from 'node:assert/strict'
import { newId } from '../../src/application/ids.ts'
import type { cast } from '../../src/cli/demonstration/cast.ts'
import { childIdOf } from '../../src/cli/demonstration/child-plan.ts'
import { detailKindNames } from '../../src/domain/child/detail-kinds.ts'
import { operations } from '../../src/web/api/operations.ts'
import type { Route } from '../../src/web/route.ts'
import { routes } from '../../src/web/routes.ts'
import type { Served } from './api.ts'
import { jay } from './api-story-asking.ts'
import { addressOf } from './journey-routes.ts'
import { pdfText } from './pdf-text.ts'
import { WebVisitor, type Shown } from './web-visitor.ts'

type Member = (typeof cast)[keyof typeof cast]
const child = childIdOf('jay')

/** What one reader was told, and in which forms. */
export interface Said {
  readonly text: string
  readonly types: ReadonlySet<string>
}

/** What changes nothing but the session, the device or the account of whoever asks: nothing is sent there. */
const oneselfAlone = /^\/(?:sign-|lock|held|drafts|you|confirm|here|invitation|devices|vouch)/

const full = process.env['SIZE'] === 'full'
/** At the small size each reader opens one in so many of the entries and duties that there are, and the next reader others. */
const oneIn = full ? 1 : 6

/** Every part of an address, with everything that is there about Jay. A part that nobody thought of is no address. */
async function partsOf(
  { database }: Served,
  turn: number,
): Promise<Readonly<Record<string, readonly string[]>>> {
  const ids = async (query: string) =>
    (await database.owner.query<{ id: string }>(query, [jay])).rows
      .map(({ id }) => id)
      .filter((_, at) => at % oneIn === turn % oneIn)
  return {
    child: [child],
    episode: [jay],
    entry: await ids('select id from whereabouts.entry where stream = $1 order by sequence desc limit 40'),
    '*': await ids('select id from whereabouts.duty where episode = $1 order by id'),
    question: ['last-seen', 'where'],
    protocol: ['missing-from-home-and-care'],
    edition: ['2024-03', '2026-01'],
    set: ['return-interview', 'return-interview-easy', 'return-interview-younger'],
    provider: ['none'],
    secret: ['none'],
    request: [newId()],
    passage: ['none'],
    emergency: [newId()],
    photograph: [newId()],
    pack: [
      ...(await ids(`select entry as id from whereabouts.file where name = 'pack' and stream = $1`)),
      newId(),
    ],
    kind: full ? detailKindNames : detailKindNames.slice(0, 2),
  }
}

/** One address for each of what its parts can be. */
function addressesOf(path: string, parts: Readonly<Record<string, readonly string[]>>): readonly string[] {
  const names = [...path.matchAll(/:(\w+)|\*/gu)].map(([, name]) => name ?? '*')
  return names.reduce<readonly string[]>(
    (so, name) => {
      const values = parts[name]
      assert.ok(values !== undefined && values.length > 0, `${path}: nobody says what :${name} can be`)
      return so.flatMap((one) => values.map((value) => addressOf(one, { [name]: value })))
    },
    [path],
  )
}

/** Everything that the product says to somebody who asks for all of it: every page and every form of the route table,
    what each answers to nothing that it could take, every export, and every operation of the API. */
export async function everythingSaid(
  served: Served,
  by: Member,
  origin: string,
  words: readonly string[],
  turn: number,
): Promise<Said> {
  const parts = await partsOf(served, turn)
  const said: string[] = []
  const types = new Set<string>()
  const hear = async ({ status, bytes, text, headers }: Shown, where: string): Promise<void> => {
    assert.ok(status < 500, where)
    const type = headers.get('content-type')?.split(';')[0] ?? ''
    types.add(type)
    const names = JSON.stringify([headers.get('content-disposition'), headers.get('location')])
    said.push(type === 'application/pdf' ? await pdfText(bytes) : text, names)
  }
  const visitor = new WebVisitor()
  await visitor.send(await visitor.go(`${origin}/sign-in`), { post: by.post.id })
  for (const { path } of routes.filter(({ method }) => method === 'GET'))
    for (const address of addressesOf(path, parts))
      await hear(await visitor.go(`${origin}${address}`), `${by.post.personName}: ${address}`)
  await looksFor(visitor, `${origin}/children`, words, hear)
  await looksFor(visitor, `${origin}/report`, words.slice(0, 3), hear)
  const token = /name="_csrf" value="([^"]+)"/.exec((await visitor.go(`${origin}/duties`)).text)?.[1] ?? ''
  for (const route of routes.filter(({ method, path }) => method === 'POST' && !oneselfAlone.test(path)))
    for (const address of addressesOf(route.path, parts).slice(0, 1))
      for (const form of formsFor(route))
        await hear(await visitor.go(`${origin}${address}`, { ...form, _csrf: token }), `sent to ${address}`)
  said.push(await machineSaid(served, by, parts, words))
  return { text: said.join('\n'), types }
}

/** Nothing that it could take; and where it exports, what it asks for. */
function formsFor({ path }: Route): readonly Readonly<Record<string, string>>[] {
  const why = { purpose: 'A test', reference: 'T 1', child }
  if (!path.endsWith('/export')) return [{}]
  return [
    {},
    why,
    ...['csv', 'pdf', 'json', 'document', 'table'].map((format) => ({ ...why, format, for: 'child' })),
  ]
}

/** The word that was asked for comes back on the page, and Jay no more often than for a word that stands nowhere. */
async function looksFor(
  visitor: WebVisitor,
  path: string,
  words: readonly string[],
  hear: (shown: Shown, where: string) => Promise<void>,
): Promise<void> {
  const find = async (word: string) => {
    const shown = await visitor.go(`${path}?q=${word}`)
    await hear({ ...shown, text: shown.text.replaceAll(word, '') }, path)
    return shown.text.split(child).length
  }
  const nowhere = await find('nowhereatall')
  for (const word of words) assert.equal(await find(word), nowhere, `${path}?q=${word}`)
}

/** Every operation, with nothing to take in what is written; a search by each word. */
async function machineSaid(
  { ask }: Served,
  by: Member,
  parts: Readonly<Record<string, readonly string[]>>,
  words: readonly string[],
): Promise<string> {
  const said: string[] = []
  for (const { method, path } of operations) {
    const queries = path === '/children' && method === 'GET' ? words.map((word) => `?q=${word}`) : ['']
    for (const query of queries)
      for (const address of addressesOf(path.replaceAll(/\{(\w+)\}/gu, ':$1'), parts)) {
        const sent = method === 'POST' ? { by, body: {}, headers: { 'if-match': '"1"' } } : { by }
        const reply = await ask(method, `${address}${query}`, sent)
        assert.ok(reply.status < 500, `${method} ${address}`)
        if (query !== '') assert.deepEqual(reply.body['children'] ?? [], [], query)
        said.push(reply.text, JSON.stringify(reply.headers))
      }
  }
  return said.join('\n')
}
