import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cast } from '../../src/cli/demonstration/cast.ts'
import { episodeIdOf } from '../../src/cli/demonstration/episode-plan.ts'
import { addressOf, filled, holds, posts, whoMay } from '../support/api-operations.ts'
import { withApi } from '../support/api.ts'
import { naughtyStrings } from '../support/naughty-strings.ts'

/** How often every command is sent; in as many rounds as there are strings, each property meets each of them. */
const rounds = process.env['SIZE'] === 'full' ? naughtyStrings.length : 4
const episode = episodeIdOf('jay, high risk')

test('Every command takes every string in every property, or says what is wrong with it.', () =>
  withApi(async ({ ask, defects }) => {
    const sent = new Set<string>()
    for (let round = 0; round < rounds; round++)
      for (const [place, operation] of posts.entries()) {
        let next = round + place * 7
        const string = () => {
          const one = naughtyStrings[next++ % naughtyStrings.length] ?? ''
          sent.add(one)
          return one
        }
        const reply = await ask('POST', addressOf(operation), {
          by: whoMay(operation),
          body: filled(operation.body!.schema, string),
          headers: operation.ifMatch ? { 'if-match': '"1"' } : {},
        })
        holds(reply, operation, `round ${round}`)
      }
    assert.ok(sent.size > Math.min(rounds * 50, naughtyStrings.length - 1), `${sent.size} strings`)
    assert.deepEqual(defects, [])
  }))

test('Every string is kept in a note and read back letter by letter.', () =>
  withApi(async ({ ask }) => {
    const notes = Array.from({ length: Math.ceil(naughtyStrings.length / 30) }, (_none, index) =>
      naughtyStrings.slice(index * 30, index * 30 + 30).join('\n'),
    )
    for (const text of notes) {
      const body = { occurred: { at: '2026-01-01T00:00:00Z', precision: 'minute' }, text }
      const { status, text: said } = await ask('POST', `/episodes/${episode}/add-note`, {
        by: cast.sam,
        body,
      })
      assert.ok(status < 300, `${JSON.stringify(text)}: ${said}`)
    }
    const { text } = await ask('GET', `/episodes/${episode}`, { by: cast.sam })
    const { chronology } = JSON.parse(text) as {
      chronology: readonly { type: string; body: { text?: string } }[]
    }
    const kept = chronology.filter(({ type }) => type === 'note-added').map(({ body }) => body.text)
    assert.deepEqual(kept.slice(-notes.length), notes)
  }))
