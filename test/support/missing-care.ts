import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { parseEdition } from '../../src/domain/protocol/read.ts'
import type { Edition } from '../../src/domain/protocol/protocol.ts'

const folder = new URL('../../protocols/missing-care/', import.meta.url)

/** The file of the edition of missing Care as YAML gives it: a fresh copy each time, so that a test may spoil it. */
export function missingCareFile(): Record<string, unknown> {
  return parse(besideMissingCare('yaml')) as Record<string, unknown>
}

export function besideMissingCare(extension: 'yaml' | 'svg' | 'md'): string {
  return readFileSync(placeBesideMissingCare(extension), 'utf8')
}

export function placeBesideMissingCare(extension: 'yaml' | 'svg' | 'md'): URL {
  return new URL(`2026-01.${extension}`, folder)
}

/** `protocols/missing-care/2026-01.yaml`, read. */
export function missingCareEdition(): Edition {
  const parsed = parseEdition(missingCareFile())
  assert.ok(parsed.kind === 'edition', parsed.kind === 'problems' ? parsed.problems.join('\n') : '')
  return parsed.edition
}
