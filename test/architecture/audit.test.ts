import assert from 'node:assert/strict'
import { test } from 'node:test'
import { auditVerdict } from '../running/audit-verdict.ts'

const advisory = {
  title: 'Reads what it should not',
  url: 'https://advisories.example/1',
  severity: 'critical',
}
const clean = { info: 0, low: 0, moderate: 0, high: 0, critical: 0, total: 0 }

function answer(vulnerabilities: object, counts: object): string {
  return JSON.stringify({
    auditReportVersion: 2,
    vulnerabilities,
    metadata: { vulnerabilities: { ...clean, ...counts }, dependencies: { prod: 180, total: 420 } },
  })
}

test('An audit that finds nothing passes, and what is less than high passes with its count.', () => {
  assert.equal(auditVerdict(answer({}, {})).code, 0)
  const small = { aside: { name: 'aside', severity: 'moderate', range: '<2', via: [] } }
  const { code, lines } = auditVerdict(answer(small, { moderate: 1 }))
  assert.deepEqual([code, lines.length], [0, 1])
  assert.match(lines[0]!, /^Audited: of 420 packages none is high or critical, 1 are less/)
})

test('A package that is known to be dangerous fails, by its name and why, and so does one that is only counted.', () => {
  const found = {
    parser: { name: 'parser', severity: 'critical', range: '<=4.1.0', via: [advisory] },
    server: { name: 'server', severity: 'high', range: '*', via: ['parser'] },
  }
  const { code, lines } = auditVerdict(answer(found, { high: 1, critical: 1 }))
  assert.equal(code, 1)
  assert.deepEqual(lines.slice(1), [
    'critical: parser <=4.1.0 Reads what it should not',
    'high: server * by way of parser',
  ])
  assert.equal(auditVerdict(answer({}, { high: 1 })).code, 1)
})

test('A registry that offers no audits fails nobody, and is said to in one line without its name.', () => {
  const uri = 'https://registry.example/-/npm/v1/security/advisories/bulk'
  const not = (statusCode: number) =>
    JSON.stringify({ message: `Not so - POST ${uri}`, uri, statusCode, error: {} })
  for (const status of [404, 405, 501]) {
    const { code, lines } = auditVerdict(not(status))
    assert.deepEqual([code, lines.length], [0, 1], String(status))
    assert.match(lines[0]!, new RegExp(`offers no audits \\(it answered ${status}\\)`))
    assert.ok(!lines[0]!.includes('registry.example'))
  }
  const older = JSON.stringify({
    error: { code: 'ENOAUDIT', summary: 'Your configured registry answered 404' },
  })
  assert.equal(auditVerdict(older).code, 0)
})

test('An answer that is neither a report nor a refusal to give one fails: it is not taken for an all-clear.', () => {
  for (const text of ['', 'null', '{}', '[]', '<html>', JSON.stringify({ statusCode: 503, message: 'busy' })])
    assert.equal(auditVerdict(text).code, 1, text)
})
