import assert from 'node:assert/strict'

/** Figures of what was generated, each held to what is published and kept, so that a test can print them. */
export interface Published {
  /** `within` is how far the figure may lie from what is published, in its own unit. */
  readonly near: (found: number, published: number, within: number, what: string) => void
  readonly measured: () => readonly string[]
}

export function heldToPublished(): Published {
  const lines: string[] = []
  return {
    near: (found, published, within, what) => {
      const line = `${what}: ${found.toFixed(1)}, published ${published}`
      lines.push(line)
      assert.ok(Math.abs(found - published) <= within, line)
    },
    measured: () => lines,
  }
}
