import { resolve } from 'node:path'

/** A reporter of node:test that tells a machine how it went, in JSON. A file that holds no test is reported as one that
    passed, under its own path: here it is one that failed. */
export default async function* tally(events) {
  const failures = []
  let counts
  let empty = 0
  for await (const { type, data } of events) {
    const { name, file, line, nesting, details, todo } = data
    if (type === 'test:fail' && details?.error?.failureType !== 'subtestsFailed' && todo === undefined) {
      failures.push({ name, file, line })
    }
    if (type === 'test:pass' && nesting === 0 && resolve(name) === file) {
      empty += 1
      failures.push({ name: 'holds no test', file, line: 1 })
    }
    if (type === 'test:summary' && file === undefined) counts = data.counts
  }
  if (counts !== undefined)
    counts = { ...counts, passed: counts.passed - empty, failed: counts.failed + empty }
  yield JSON.stringify({ counts, failures })
}
