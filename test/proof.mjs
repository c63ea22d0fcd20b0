import { groupsNamed, isProof } from './running/groups.mjs'
import { onNode26 } from './running/on-node-26.mjs'
import { runGroups } from './running/run-groups.mjs'

// The proofs alone, at the sizes that are stated for them: the same files that npm test runs small.
onNode26()
const hours = 3_600_000
const groups = groupsNamed(process.argv.slice(2), isProof).filter(({ files }) => files.length > 0)
if (groups.length === 0) console.error('There is no proof to run.')
process.exitCode =
  groups.length === 0 ? 1 : await runGroups(groups, { limit: 6 * hours, variables: { SIZE: 'full' } })
