/** Reads a body strictly: bytes that are not UTF-8 are refused, never mended. Answers
    as Fastify's parsers do. */
export function readJson(bytes: Buffer, done: (error: Error | null, body?: unknown) => void): void {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes)
    done(null, JSON.parse(text))
  } catch (cause) {
    done(Object.assign(new Error('Not readable as JSON', { cause }), { statusCode: 400 }))
  }
}
