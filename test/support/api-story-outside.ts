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
  await countsReturns(ask)
}

interface Counted {
  readonly name: string
  readonly numerator: number
  readonly denominator: number
  readonly counted: readonly { readonly count: number }[]
  readonly rest: readonly { readonly count: number }[]
  readonly excluded: readonly { readonly count: number }[]
}

/** What a return owed, counted now and as it was known before anything was written. */
async function countsReturns(ask: Ask): Promise<void> {
  const days = '/return-figures?from=2000-01-01&until=2199-01-01&knownOn=2020-01-01'
  const { status, body, text } = await ask('GET', days, { by: cast.ruby })
  assert.equal(status, 200, text)
  const { returns, figures } = body['now'] as { returns: number; figures: readonly Counted[] }
  const sum = (all: Counted['rest']) => all.reduce((so, one) => so + one.count, 0)
  assert.ok(returns > 0)
  for (const { name, numerator, denominator, counted, rest, excluded } of figures) {
    assert.equal(numerator, sum(counted), name)
    assert.equal(denominator, numerator + sum(rest), name)
    assert.equal(denominator + sum(excluded), returns, name)
  }
  assert.ok(figures.some(({ excluded }) => excluded.length > 0))
  assert.equal((body['then'] as { returns: number }).returns, 0)
  const year = await ask('GET', '/return-figures', { by: cast.dawn })
  assert.equal(year.status, 200, year.text)
  const wrong = await ask('GET', '/return-figures?from=yesterday', { by: cast.ruby })
  assert.equal(wrong.status, 422, wrong.text)
}
