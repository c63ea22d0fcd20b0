import { spawnSync } from 'node:child_process'
import { onNode26 } from './running/on-node-26.mjs'

// Whether any package that runs with the product is known to be dangerous, as far as the registry tells.
onNode26()

const { auditVerdict } = await import('./running/audit-verdict.ts')
const asked = ['audit', '--omit=dev', '--audit-level=high', '--json']
const { stdout } = spawnSync('npm', asked, { encoding: 'utf8', timeout: 120_000, maxBuffer: 64 * 2 ** 20 })
const { code, lines } = auditVerdict(stdout ?? '')
console.log(lines.join('\n'))
process.exitCode = code
