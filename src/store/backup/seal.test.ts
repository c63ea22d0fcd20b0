import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { describe, test } from 'node:test'
import { firstLine, newSeal, sealOf, type Seal } from './seal.ts'

const cost = { N: 16, r: 8, p: 1 }
const secret = 'four words of a passphrase'

function lineOf({ header }: Seal): string {
  return header.toString().slice(firstLine.length, -1)
}

function reopened(seal: Seal, passphrase = secret): Seal {
  const found = sealOf(passphrase, lineOf(seal))
  assert.ok(typeof found !== 'string')
  return found
}

test('A piece comes back as it was closed, by whoever has the passphrase, on whatever keyboard it is typed.', () => {
  const seal = newSeal('café au lait', cost)
  const piece = Buffer.from('one child')
  const closed = seal.close(piece, 3, false)
  assert.ok(!closed.includes(piece))
  assert.deepEqual(reopened(seal, 'cafe\u0301 au lait').open(closed, 3, false), piece)
})

describe('A piece does not open', () => {
  const seal = newSeal(secret, cost)
  const closed = seal.close(Buffer.from('one child'), 3, false)
  const cases: readonly (readonly [what: string, opened: Buffer | undefined])[] = [
    ['in another place', reopened(seal).open(closed, 4, false)],
    ['as the last one when it is not', reopened(seal).open(closed, 3, true)],
    [
      'with a byte changed',
      reopened(seal).open(Buffer.from(closed.map((byte, at) => (at === 2 ? byte ^ 1 : byte))), 3, false),
    ],
    ['cut short', reopened(seal).open(closed.subarray(0, -1), 3, false)],
    ['when there is nothing of it', reopened(seal).open(Buffer.alloc(0), 3, false)],
    ['in a file with the same passphrase', newSeal(secret, cost).open(closed, 3, false)],
  ]
  for (const [what, opened] of cases) test(what, () => assert.equal(opened, undefined))
})

test('Another passphrase is told from a line that was altered.', () => {
  const seal = newSeal(secret, cost)
  assert.equal(sealOf('another', lineOf(seal)), 'wrong-passphrase')
  assert.equal(sealOf(secret, lineOf(seal).replace('"N":16', '"N":32')), 'altered')
  assert.equal(sealOf(secret, '{}'), 'altered')
  assert.equal(sealOf(secret, 'PGDMP'), 'altered')
})

test('Nobody decides by a file how much memory is taken.', () => {
  for (const N of [2 ** 24, 2 ** 40, 1000, -16]) {
    const said = JSON.stringify({ kdf: 'scrypt', N, r: 8, p: 1, salt: 'c2FsdA==' })
    const sum = createHash('sha256').update(said).digest('hex')
    assert.equal(
      sealOf(secret, JSON.stringify({ ...(JSON.parse(said) as object), check: '', sum })),
      'altered',
    )
  }
})

test('A guess at a passphrase costs 128 MB unless a test says less, and no two files have one key.', () => {
  const [one, other] = [newSeal(secret), newSeal(secret, cost)]
  assert.match(lineOf(one), /"N":131072,"r":8,"p":1/)
  const salts = [one, other].map((seal) => (JSON.parse(lineOf(seal)) as { readonly salt: string }).salt)
  assert.equal(new Set(salts).size, 2)
})
