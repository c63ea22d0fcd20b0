import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { careEntryVersions } from '../../src/domain/care/record.ts'
import { childEntryVersions } from '../../src/domain/child/child.ts'
import { entryVersions } from '../../src/domain/episode/entries.ts'
import type { Section } from '../../src/domain/episode/sections.ts'
import { divided, joined } from '../../src/store/sections.ts'
import {
  anyEntry,
  episodeEntry,
  UnknownShape,
  type StoredEntry,
  type StreamKind,
} from '../../src/store/shapes.ts'
import { idFor } from '../support/cast.ts'

/** One entry of every type and version that ever landed, as it was stored then. A file here is never edited. */
const folder = join(import.meta.dirname, 'examples')
const versions: Readonly<Record<StreamKind, Readonly<Record<string, number>>>> = {
  child: childEntryVersions,
  episode: entryVersions,
  care: careEntryVersions,
}
const kinds: readonly StreamKind[] = ['child', 'episode', 'care']
const named: Readonly<Record<StreamKind, string>> = {
  child: 'a child',
  episode: 'an episode',
  care: 'a child’s Care',
}

type Part = Readonly<Record<string, unknown>>
type Own = Part & { readonly body: Part }
type Example = Readonly<Partial<Record<Section, Part>>>

function example(kind: StreamKind, name: string): Example {
  return JSON.parse(readFileSync(join(folder, kind, name), 'utf8')) as Example
}

function stored(kind: StreamKind, said: object): StoredEntry {
  const texts = Object.entries(said).map(
    ([section, part]) => [section as Section, JSON.stringify(part)] as const,
  )
  const [[own] = ['core' as Section]] = texts
  return { kind, stream: idFor('stream'), id: idFor('entry'), sequence: 7, own, sections: new Map(texts) }
}

const read = anyEntry

for (const kind of kinds) {
  describe(`Entries of ${named[kind]}`, () => {
    test('There is one example of every type and version that landed, and of no other.', () => {
      const landed = Object.entries(versions[kind]).flatMap(([type, current]) =>
        Array.from({ length: current }, (_, earlier) => `${type}.${earlier + 1}.json`),
      )
      assert.deepEqual(readdirSync(join(folder, kind)).toSorted(), landed.toSorted())
    })

    for (const name of readdirSync(join(folder, kind))) {
      test(`${name} is read as an entry of today`, () => {
        const said = example(kind, name)
        const [[own, first], ...others] = Object.entries(said) as [[string, Own], ...[string, Part][]]
        const apart = Object.fromEntries(others)
        const entry = read(stored(kind, said))
        const { body, ...rest } = first
        const { body: readBody, id, stream, sequence, ...readRest } = entry
        assert.deepEqual(readRest, { ...rest, version: versions[kind][entry.type] })
        assert.deepEqual([id, stream, sequence], [idFor('entry'), idFor('stream'), 7])
        if (first['version'] !== versions[kind][entry.type]) return
        assert.deepEqual(readBody, joined([body, ...Object.values(apart)]))
        const parts = divided(entry.type, readBody)
        assert.deepEqual(Object.fromEntries(parts), { [own]: body, ...apart }, 'it would be stored as it was')
      })
    }
  })
}

test('Without a section the entry is read without its fields.', () => {
  const { core } = example('episode', 'interview-held.1.json')
  const entry = episodeEntry(stored('episode', { core }))
  assert.ok(
    entry.type === 'interview-held' && entry.body.childsWords === undefined && entry.body.where !== '',
  )
})

test('A type or a version that this release does not know is a defect that says which.', () => {
  const { core } = example('episode', 'note-added.1.json')
  const says = (part: object) => (error: unknown) =>
    error instanceof UnknownShape &&
    Object.values(part).every((value) => error.message.includes(String(value)))
  for (const part of [{ version: 2 }, { version: 0 }, { type: 'teleported' }, { type: 'constructor' }]) {
    assert.throws(() => read(stored('episode', { core: { ...core, ...part } })), says(part))
  }
  assert.throws(() => read(stored('child', { core })), /no such type is known/)
  assert.throws(() => read(stored('episode', {})), UnknownShape)
})
