import { groupsNamed, strays } from './running/groups.mjs'
import { onNode26 } from './running/on-node-26.mjs'
import { runGroups } from './running/run-groups.mjs'

// Every test there is, each proof small; `npm test -- store faults` runs those groups alone.
onNode26()
const lost = strays()
for (const file of lost) console.error(`${file} belongs to no group of tests and would never run.`)
process.exitCode = Math.max(lost.length > 0 ? 1 : 0, await runGroups(groupsNamed(process.argv.slice(2))))
