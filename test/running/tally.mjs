/** A reporter of node:test that tells a machine how it went: one line of JSON. */
export default async function* tally(events) {
  const failures = []
  let counts
  for await (const { type, data } of events) {
    if (
      type === 'test:fail' &&
      data.details?.error?.failureType !== 'subtestsFailed' &&
      data.todo === undefined
    ) {
      failures.push({ name: data.name, file: data.file, line: data.line })
    }
    if (type === 'test:summary' && data.file === undefined) counts = data.counts
  }
  yield JSON.stringify({ counts, failures })
}
