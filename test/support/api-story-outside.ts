import assert from 'node:assert/strict'
import { cast } from '../../src/cli/demonstration/cast.ts'
import type { Served } from './api.ts'

type Ask = Served['ask']

/** What lies outside anybody's relationships: asked, opened, known of, reviewed, counted, and a name revealed. */
export async function asksOutside(ask: Ask, jay: string): Promise<void> {
  const asked = await ask('POST', '/missing-child', { by: cast.femi, body: { name: 'Wren Alder', age: 14 } })
  assert.equal(asked.body['answer'], 'missing', asked.text)
  const read = await ask('GET', `/episodes/${jay}`, { by: cast.sam })
  const by = { kind: 'reference', reference: (read.body['state'] as { reference: string }).reference }
  const opened = await ask('POST', '/emergencies', {
    by: cast.hannah,
    body: { by, reason: 'He stands here' },
  })
  assert.equal(opened.status, 201, opened.text)
  const { body } = await ask('GET', '/review', { by: cast.dawn })
  const [emergency] = body['emergencies'] as readonly { readonly id: string }[]
  const at = `/emergencies/${emergency?.id ?? ''}`
  const known = await ask('POST', `${at}/known`, { by: cast.dawn, body: { known: true } })
  assert.equal(known.status, 200, known.text)
  const reviewed = await ask('POST', `${at}/review`, { by: cast.wilma, body: { said: 'It was right' } })
  assert.equal(reviewed.status, 200, reviewed.text)
  const figures = await ask('GET', '/figures', { by: cast.ruby })
  assert.equal(figures.status, 200, figures.text)
  const name = await ask('POST', '/figures/names', {
    by: cast.ruby,
    body: { episode: jay, reason: 'A check' },
  })
  assert.match(String(name.body['name']), /Mercer/)
}
