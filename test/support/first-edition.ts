import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { parseEdition } from '../../src/domain/protocol/read.ts'
import type { Edition } from '../../src/domain/protocol/protocol.ts'

const folder = new URL('../../protocols/missing-from-home-and-care/', import.meta.url)

/** The file of the first edition as YAML gives it: a fresh copy each time, so that a test may spoil it. */
export function firstEditionFile(): Record<string, unknown> {
  return parse(besideFirstEdition('yaml')) as Record<string, unknown>
}

export function besideFirstEdition(extension: 'yaml' | 'svg' | 'md'): string {
  return readFileSync(placeBesideFirstEdition(extension), 'utf8')
}

export function placeBesideFirstEdition(extension: 'yaml' | 'svg' | 'md'): URL {
  return new URL(`2024-03.${extension}`, folder)
}

/** `protocols/missing-from-home-and-care/2024-03.yaml`, read. */
export function firstEdition(): Edition {
  const parsed = parseEdition(firstEditionFile())
  assert.ok(parsed.kind === 'edition', parsed.kind === 'problems' ? parsed.problems.join('\n') : '')
  return parsed.edition
}
